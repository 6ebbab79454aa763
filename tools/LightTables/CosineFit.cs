namespace SynthRender.LightTables;

/// <summary>
/// Fits a linearly transformed cosine to the GGX lobe (height-correlated Smith masking, no Fresnel, times the cosine), as in Heitz,
/// Dupuy, Hill and Neubelt, Real-Time Polygonal-Light Shading with Linearly Transformed Cosines, SIGGRAPH 2016. The light integral of
/// the lobe over a polygon is then that of a cosine over the polygon moved by the inverse matrix.
/// </summary>
public sealed class CosineFit
{
    /// <summary>Entries along each side of the table.</summary>
    public const int Size = 32;

    private const int Samples = 32;

    private readonly double _alpha;
    private readonly (double X, double Z) _view;
    private readonly (double X, double Y, double Z)[] _lobeSamples = new (double, double, double)[Samples * Samples];
    private readonly double _albedo;
    private readonly (double X, double Z) _mean;

    private CosineFit(double roughness, double cosView)
    {
        _alpha = roughness * roughness;
        _view = (Math.Sqrt(1 - cosView * cosView), cosView);
        var (x, z) = (0.0, 0.0);
        for (var i = 0; i < _lobeSamples.Length; i++)
        {
            var half = HalfVector((i % Samples + 0.5) / Samples, (i / Samples + 0.5) / Samples);
            var dot = _view.X * half.X + _view.Z * half.Z;
            var light = (X: 2 * dot * half.X - _view.X, Y: 2 * dot * half.Y, Z: 2 * dot * half.Z - _view.Z);
            _lobeSamples[i] = light;
            var (value, density) = Lobe(light);
            if (density <= 0) continue;
            var weight = value / density;
            (_albedo, x, z) = (_albedo + weight, x + weight * light.X, z + weight * light.Z);
        }

        _albedo /= _lobeSamples.Length;
        var length = Math.Sqrt(x * x + z * z);
        _mean = cosView > 0.99999 ? (0, 1) : (x / length, z / length);
    }

    /// <summary>Rows: perceptual roughness 0.045 (as the first), 1/31 … 1. Columns: √(1 − cosine to the viewer), 0 … 1.</summary>
    /// <returns>For each entry four numbers a, b, c, d of the inverse matrix [a 0 b; 0 1 0; c 0 d].</returns>
    public static float[] Table()
    {
        var table = new float[4 * Size * Size];
        Parallel.For(0, Size, column =>
        {
            var entries = Column(column);
            for (var row = 0; row < Size; row++) entries.AsSpan(4 * row, 4).CopyTo(table.AsSpan(4 * (row * Size + column)));
        });
        return table;
    }

    /// <summary>One column of the table, from the first row to the last.</summary>
    public static float[] Column(int column)
    {
        var entries = new float[4 * Size];
        // From rough to smooth: each fit starts from its neighbour's.
        double[]? start = null;
        for (var row = Size - 1; row >= 0; row--) start = Entry(row, column, start, entries.AsSpan(4 * row, 4));
        return entries;
    }

    /// <summary>The perceptual roughness of a row.</summary>
    private static double Roughness(int row) => Math.Max(row / (Size - 1.0), 0.045);

    /// <summary>The cosine to the viewer of a column.</summary>
    private static double CosView(int column) => Math.Max(1 - Math.Pow(column / (Size - 1.0), 2), 1e-3);

    /// <summary>Fits one entry and returns the parameters of the fit, from which its neighbour may start.</summary>
    private static double[] Entry(int row, int column, double[]? start, Span<float> entry)
    {
        var fit = new CosineFit(Roughness(row), CosView(column));
        var round = column == 0;
        var guess = start ?? [1, 1, 0];
        var best = Simplex.Minimize(p => fit.Error(round ? [p[0], p[0], 0] : p), round ? [guess[0]] : guess, 0.05);
        var parameters = round ? [best[0], best[0], 0] : best;
        var m = fit.Matrix(parameters);
        // The inverse of [m0 0 m1; 0 m2 0; m3 0 m4], scaled so that its middle is 1.
        var scale = m[2] / (m[0] * m[4] - m[1] * m[3]);
        entry[0] = (float)(m[4] * scale);
        entry[1] = (float)(-m[1] * scale);
        entry[2] = (float)(-m[3] * scale);
        entry[3] = (float)(m[0] * scale);
        return parameters;
    }

    /// <summary>The columns of the mean's frame times [p0 0 p2; 0 p1 0; 0 0 1].</summary>
    private double[] Matrix(double[] p)
    {
        var (sx, sy) = (Math.Max(p[0], 1e-4), Math.Max(p[1], 1e-4));
        // Frame: x = (mean.Z, 0, −mean.X), y, z = mean.
        return
        [
            _mean.Z * sx,
            _mean.Z * p[2] + _mean.X,
            sy,
            -_mean.X * sx,
            -_mean.X * p[2] + _mean.Z,
        ];
    }

    /// <summary>∫|lobe/albedo − transformed cosine|³, from samples of both with the balance heuristic's density.</summary>
    private double Error(double[] p)
    {
        var m = Matrix(p);
        var determinant = (m[0] * m[4] - m[1] * m[3]) * m[2];
        var sum = 0.0;
        for (var i = 0; i < _lobeSamples.Length; i++)
        {
            sum += Difference(_lobeSamples[i], m, determinant);
            var (u, v) = ((i % Samples + 0.5) / Samples, (i / Samples + 0.5) / Samples);
            var (sin, cos) = (Math.Sqrt(u), Math.Sqrt(1 - u));
            var (x, y, z) = (sin * Math.Cos(2 * Math.PI * v), sin * Math.Sin(2 * Math.PI * v), cos);
            var (lx, ly, lz) = (m[0] * x + m[1] * z, m[2] * y, m[3] * x + m[4] * z);
            var length = Math.Sqrt(lx * lx + ly * ly + lz * lz);
            sum += Difference((lx / length, ly / length, lz / length), m, determinant);
        }

        return sum / _lobeSamples.Length;
    }

    private double Difference((double X, double Y, double Z) light, double[] m, double determinant)
    {
        var (value, density) = Lobe(light);
        var planar = determinant / m[2];
        var (x, y, z) = ((m[4] * light.X - m[1] * light.Z) / planar, light.Y / m[2], (-m[3] * light.X + m[0] * light.Z) / planar);
        var length2 = x * x + y * y + z * z;
        var cosine = Math.Max(z / Math.Sqrt(length2), 0) / Math.PI / (determinant * length2 * Math.Sqrt(length2));
        var both = density + cosine;
        if (both <= 0) return 0;
        var error = Math.Abs(value / _albedo - cosine);
        return error * error * error / both;
    }

    /// <summary>The lobe times the cosine, and the density with which <see cref="HalfVector"/> draws it.</summary>
    private (double Value, double Density) Lobe((double X, double Y, double Z) light)
    {
        if (light.Z <= 0) return (0, 0);
        var (hx, hy, hz) = (_view.X + light.X, light.Y, _view.Z + light.Z);
        var length = Math.Sqrt(hx * hx + hy * hy + hz * hz);
        (hx, hz) = (hx / length, hz / length);
        var alpha2 = _alpha * _alpha;
        var k = hz * hz * (alpha2 - 1) + 1;
        var distribution = alpha2 / (Math.PI * k * k);
        var visibility = 0.5 / (light.Z * Math.Sqrt(_view.Z * _view.Z * (1 - alpha2) + alpha2)
            + _view.Z * Math.Sqrt(light.Z * light.Z * (1 - alpha2) + alpha2));
        var cosViewHalf = Math.Max(_view.X * hx + _view.Z * hz, 1e-9);
        return (distribution * visibility * light.Z, distribution * hz / (4 * cosViewHalf));
    }

    private (double X, double Y, double Z) HalfVector(double u, double v)
    {
        var cos = Math.Sqrt((1 - u) / (1 + (_alpha * _alpha - 1) * u));
        var sin = Math.Sqrt(1 - cos * cos);
        return (sin * Math.Cos(2 * Math.PI * v), sin * Math.Sin(2 * Math.PI * v), cos);
    }
}

namespace SynthRender.DeviceTests.Oracle;

/// <summary>The specular lobe of a white metal (GGX, height-correlated Smith masking) in double precision.</summary>
internal sealed class GgxOracle(double roughness, Vector3d normal, Vector3d view)
{
    private readonly double _alpha2 = Math.Pow(roughness, 4);

    public double At(Vector3d toLight)
    {
        var half = view + toLight;
        half *= 1 / half.Length;
        var (h, l, v) = (normal.Dot(half), normal.Dot(toLight), normal.Dot(view));
        var k = h * h * (_alpha2 - 1) + 1;
        var distribution = _alpha2 / (Math.PI * k * k);
        return distribution * 0.5 / (l * Math.Sqrt(v * v * (1 - _alpha2) + _alpha2) + v * Math.Sqrt(l * l * (1 - _alpha2) + _alpha2));
    }

    /// <summary>What it reflects of light from everywhere, 0 to 1; the rest has scattered more than once.</summary>
    public double Albedo()
    {
        const int n = 120;
        var sum = 0.0;
        for (var i = 0; i < n * n; i++)
        {
            // Half vectors by their distribution: the sum converges fast at any roughness.
            var (u, phi) = ((i % n + 0.5) / n, 2 * Math.PI * (i / n + 0.5) / n);
            var cos = Math.Sqrt((1 - u) / (1 + (_alpha2 - 1) * u));
            var sin = Math.Sqrt(1 - cos * cos);
            var x = Across(normal);
            var half = x * (sin * Math.Cos(phi)) + normal.Cross(x) * (sin * Math.Sin(phi)) + normal * cos;
            var dot = view.Dot(half);
            var light = half * (2 * dot) - view;
            var l = normal.Dot(light);
            if (l <= 0 || dot <= 0) continue;
            var k = cos * cos * (_alpha2 - 1) + 1;
            sum += At(light) * l * 4 * dot / (_alpha2 / (Math.PI * k * k) * cos);
        }

        return sum / (n * n);
    }

    private static Vector3d Across(Vector3d v)
    {
        var x = Math.Abs(v.X) < 0.5 ? new Vector3d(1, 0, 0).Cross(v) : new Vector3d(0, 1, 0).Cross(v);
        return x * (1 / x.Length);
    }
}

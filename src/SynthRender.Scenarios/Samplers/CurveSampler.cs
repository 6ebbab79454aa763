using System.Collections.Immutable;

namespace SynthRender.Samplers;

/// <summary>A density drawn as straight lines between points, as with Unity's AnimationCurveSampler; it need not sum to 1.</summary>
public sealed class CurveSampler : ISampler
{
    private readonly ImmutableArray<(double X, double Density)> _points;
    private readonly ImmutableArray<double> _cumulative;

    /// <summary>Creates the sampler.</summary>
    /// <param name="points">At least two points with increasing x and densities of 0 or more, not all 0.</param>
    /// <exception cref="ArgumentException">The points do not make a density.</exception>
    public CurveSampler(params (double X, double Density)[] points)
    {
        if (points.Length < 2) throw new ArgumentException($"A curve has at least two points, got {points.Length}.", nameof(points));
        var cumulative = ImmutableArray.CreateBuilder<double>(points.Length);
        cumulative.Add(0);
        for (var i = 0; i < points.Length; i++)
        {
            Range.Finite(points[i].X, nameof(points));
            if (!(Range.Finite(points[i].Density, nameof(points)) >= 0))
                throw new ArgumentException($"points[{i}]: a density is 0 or more, got {points[i].Density}.", nameof(points));
            if (i == 0) continue;
            if (points[i].X <= points[i - 1].X)
                throw new ArgumentException($"points[{i}]: x must increase, got {points[i].X} after {points[i - 1].X}.", nameof(points));
            cumulative.Add(cumulative[i - 1] + (points[i].X - points[i - 1].X) * (points[i].Density + points[i - 1].Density) / 2);
        }

        if (cumulative[^1] <= 0) throw new ArgumentException("The curve is 0 everywhere.", nameof(points));
        if (!double.IsFinite(cumulative[^1])) throw new ArgumentException("The area under the curve is too large for a number.", nameof(points));
        _points = [.. points];
        _cumulative = cumulative.ToImmutable();
    }

    /// <inheritdoc/>
    public double Minimum => _points[0].X;

    /// <inheritdoc/>
    public double Maximum => _points[^1].X;

    /// <summary>As a scene file writes it.</summary>
    public override string ToString() => $"Curve({string.Join(", ", _points.Select(p => $"({Range.Text(p.X)}, {Range.Text(p.Density)})"))})";

    /// <inheritdoc/>
    public double Sample(RandomStream stream)
    {
        var area = stream.NextDouble() * _cumulative[^1];
        var segment = 1;
        while (segment < _cumulative.Length - 1 && _cumulative[segment] <= area) segment++;
        var (from, to) = (_points[segment - 1], _points[segment]);
        area -= _cumulative[segment - 1];
        // Area under the line from its start: d0·t + slope·t²/2, solved for t in the form that stays exact for a flat line.
        var slope = (to.Density - from.Density) / (to.X - from.X);
        var root = Math.Sqrt(Math.Max(0, from.Density * from.Density + 2 * slope * area));
        var denominator = from.Density + root;
        return denominator > 0 ? Math.Min(to.X, from.X + 2 * area / denominator) : from.X;
    }
}

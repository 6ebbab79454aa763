using System.Globalization;

namespace SynthRender.DeviceTests.Oracle;

/// <summary>How a drawn frame differs from what the ray caster saw.</summary>
/// <param name="Wrong">Pixels with another id that nothing excuses.</param>
/// <param name="Excused">Pixels with another id near an outline, near another surface, or where alpha filtering decides.</param>
/// <param name="Excusable">Pixels at which another id would have been excused: the share of the image that is not tested.</param>
/// <param name="AlphaUnsure">Of those, the ones that only alpha filtering excuses.</param>
/// <param name="WorstDepth">Largest difference of depth where the ids agree, as a fraction of what it may be.</param>
/// <param name="WorstDepthAt">Where that is.</param>
internal sealed record Comparison(
    IReadOnlyList<(int X, int Y)> Wrong, int Excused, int Excusable, int AlphaUnsure, double WorstDepth, (int X, int Y) WorstDepthAt)
{
    /// <summary>Holds ids and depth against the ray caster's.</summary>
    /// <param name="edge">An outline this near excuses another id, in pixels.</param>
    /// <param name="gap">Another instance's surface this near behind excuses another id, as a fraction of the depth.</param>
    /// <param name="snap">
    /// How far a device may have moved a triangle in the image, in pixels: it moves depth along the slope, and this near a seam it
    /// may have taken the depth of the next triangle.
    /// </param>
    public static Comparison Of(OracleImage truth, ReadOnlySpan<uint> ids, ReadOnlySpan<float> depth, double edge, double gap, double snap)
    {
        var wrong = new List<(int X, int Y)>();
        var (excused, excusable, unsure) = (0, 0, 0);
        var (worst, worstAt) = (0.0, (0, 0));
        for (var i = 0; i < truth.Pixels.Length; i++)
        {
            var pixel = truth.Pixels[i];
            var at = (i % truth.Width, i / truth.Width);
            var near = pixel.EdgeDistance <= edge || pixel.DepthGap <= gap;
            if (near || pixel.AlphaUnsure) excusable++;
            if (!near && pixel.AlphaUnsure) unsure++;
            if (ids[i] != pixel.Id)
            {
                if (near || pixel.AlphaUnsure) excused++;
                else wrong.Add(at);
            }
            else if (!near && !pixel.AlphaUnsure && pixel.SeamDistance > snap)
            {
                var error = DepthError(truth, pixel, depth[i], snap);
                if (error > worst) (worst, worstAt) = (error, at);
            }
        }

        return new Comparison(wrong, excused, excusable, unsure, worst, worstAt);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Wrong.Count} wrong, {Excused} excused of {Excusable} excusable ({AlphaUnsure} by alpha), depth error {WorstDepth:0.###} of what is allowed at {WorstDepthAt}");

    // 1e-4 of the depth, as promised, plus what moving the triangle does to it: depth is V / (N·ray), with its true bend.
    private static double DepthError(OracleImage truth, OraclePixel pixel, float depth, double snap)
    {
        if (pixel.Triangle is null) return float.IsPositiveInfinity(depth) ? 0 : double.PositiveInfinity;
        var normal = (pixel.Triangle.B - pixel.Triangle.A).Cross(pixel.Triangle.C - pixel.Triangle.A);
        var volume = Math.Abs(pixel.Triangle.Volume);
        var (along, moved) = (volume / pixel.Depth, snap * Math.Sqrt(normal.X * normal.X + normal.Y * normal.Y) / truth.Focal);
        var nearest = volume / (along + moved);
        var farthest = along > moved ? volume / (along - moved) : double.PositiveInfinity;
        var allowed = 1e-4 * pixel.Depth + (depth < pixel.Depth ? pixel.Depth - nearest : farthest - pixel.Depth);
        return Math.Abs(depth - pixel.Depth) / allowed;
    }
}

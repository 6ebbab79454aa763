using System.Numerics;
using SynthRender.Environments;

namespace SynthRender.Rendering.Environments;

/// <summary>A forest as Shaders/environment_forest.glsl reads it.</summary>
internal static class ForestParameters
{
    // Leaves of spring, summer and autumn, linear RGB: with the sun behind them, in shade, and fallen in two colours.
    private static readonly Vector3[] Sunlit = [new(0.42f, 0.62f, 0.12f), new(0.22f, 0.42f, 0.07f), new(0.85f, 0.42f, 0.05f)];
    private static readonly Vector3[] Shaded = [new(0.035f, 0.07f, 0.015f), new(0.018f, 0.045f, 0.012f), new(0.09f, 0.045f, 0.012f)];
    private static readonly Vector3[] Fallen = [new(0.11f, 0.08f, 0.045f), new(0.1f, 0.085f, 0.045f), new(0.26f, 0.12f, 0.035f)];
    private static readonly Vector3[] Green = [new(0.09f, 0.15f, 0.035f), new(0.05f, 0.1f, 0.03f), new(0.36f, 0.25f, 0.05f)];

    internal static void Fill(ForestEnvironment forest, Span<Vector4> parameters)
    {
        var sun = EnvironmentAxes.At(forest.SunAzimuth, forest.SunElevation).Towards;
        // The deeper the wood, the less of the sky's light reaches its inside.
        var open = 1 - forest.CanopyDensity;
        var light = 0.5f + 0.6f * open + 0.25f * forest.SunStrength;
        var sky = new Vector3(0.75f, 0.9f, 1.1f) * (0.8f + 0.5f * forest.SunStrength);
        var sunlit = forest.Tint * Season(Sunlit, forest.Season) * (0.45f + 0.55f * forest.SunStrength);
        var haze = forest.Tint * Season(Sunlit, forest.Season) * (0.35f * light) + new Vector3(0.05f, 0.065f, 0.07f) * light;
        var dapple = new Vector3(1, 0.85f, 0.55f) * (0.45f * forest.SunStrength * MathF.Sqrt(MathF.Max(sun.Y, 0)));
        parameters[0] = new Vector4(sun, EnvironmentParameters.Seed(forest.Seed));
        parameters[1] = new Vector4(sky, LayerThreshold(forest.CanopyDensity));
        parameters[2] = new Vector4(sunlit, forest.SunStrength);
        parameters[3] = new Vector4(forest.Tint * Season(Shaded, forest.Season) * light, forest.TrunkCount);
        parameters[4] = new Vector4(haze, 0);
        parameters[5] = new Vector4(forest.Tint * Season(Fallen, forest.Season) * light, 0);
        parameters[6] = new Vector4(forest.Tint * Season(Green, forest.Season) * light, 0);
        parameters[7] = new Vector4(new Vector3(0.12f, 0.095f, 0.07f) * light, 0);
        parameters[8] = new Vector4(dapple, 0.45f + 0.25f * forest.CanopyDensity);
    }

    /// <summary>
    /// Three layers, one over the other, hide the canopy's share together; the noise that they are cut from lies around one half as a
    /// logistic distribution of scale 0.07 does.
    /// </summary>
    private static float LayerThreshold(float density)
    {
        var share = Math.Clamp(1 - MathF.Cbrt(1 - density), 1e-3f, 1 - 1e-3f);
        return 0.5f + 0.07f * MathF.Log((1 - share) / share);
    }

    private static Vector3 Season(Vector3[] colors, float season) => season < 0.4f
        ? Vector3.Lerp(colors[0], colors[1], season / 0.4f)
        : Vector3.Lerp(colors[1], colors[2], (season - 0.4f) / 0.6f);
}

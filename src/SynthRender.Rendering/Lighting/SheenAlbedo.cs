namespace SynthRender.Rendering.Lighting;

/// <summary>
/// What white sheen reflects in total: the Charlie distribution with its fitted shadowing (Estevez and Kulla, Production Friendly
/// Microfacet Sheen BRDF, 2017), as Shaders/layers.glsl evaluates it for a light.
/// </summary>
internal static class SheenAlbedo
{
    private const int Cosines = 48;
    private const int Angles = 48;

    /// <summary>Over light from everywhere, by midpoints in azimuth and in the square root of the light's cosine, which gathers them near the horizon.</summary>
    /// <param name="roughness">Perceptual, in [0, 1].</param>
    /// <param name="cosView">Cosine to the viewer, above 0.</param>
    internal static float Integrate(float roughness, float cosView)
    {
        var alpha = Math.Max(roughness * roughness, 5e-3);
        var sinView = Math.Sqrt(1 - (double)cosView * cosView);
        var viewLambda = Lambda(cosView, alpha);
        var sum = 0.0;
        for (var i = 0; i < Cosines; i++)
        {
            var root = (i + 0.5) / Cosines;
            var cosLight = root * root;
            var sinLight = Math.Sqrt(1 - cosLight * cosLight);
            var visibility = 1 / ((1 + viewLambda + Lambda(cosLight, alpha)) * 4 * cosView * cosLight);
            var ring = 0.0;
            for (var j = 0; j < Angles; j++)
            {
                var cosPhi = Math.Cos((j + 0.5) / Angles * Math.PI);
                // |light + view|² = 2 + 2·(light · view).
                var cosHalf = (cosLight + cosView) / Math.Sqrt(2 + 2 * (sinLight * sinView * cosPhi + cosLight * cosView));
                ring += (2 + 1 / alpha) * Math.Pow(Math.Max(1 - cosHalf * cosHalf, 1e-6), 0.5 / alpha) / (2 * Math.PI);
            }

            sum += ring / Angles * visibility * cosLight * 2 * root / Cosines;
        }

        return (float)(2 * Math.PI * sum);
    }

    private static double Lambda(double cosine, double alpha) =>
        cosine < 0.5 ? Math.Exp(Fit(cosine, alpha)) : Math.Exp(2 * Fit(0.5, alpha) - Fit(1 - cosine, alpha));

    private static double Fit(double x, double alpha)
    {
        var t = (1 - alpha) * (1 - alpha);
        var a = double.Lerp(21.5473, 25.3245, t);
        var b = double.Lerp(3.82987, 3.32435, t);
        var c = double.Lerp(0.19823, 0.16801, t);
        var d = double.Lerp(-1.97760, -1.27393, t);
        var e = double.Lerp(-4.32054, -4.85967, t);
        return a / (1 + b * Math.Pow(x, c)) + d * x + e;
    }
}

using System.Numerics;
using SynthRender.Environments;

namespace SynthRender.Rendering.Environments;

/// <summary>A sky as Shaders/environment_sky.glsl reads it.</summary>
internal static class SkyParameters
{
    // The paper's luminance is in kcd/m²; the sun above the air gives 128 klx, which stands for the engine's SolarIrradiance.
    private const float RadiancePerKilocandela = SkyEnvironment.SolarIrradiance / 128;

    internal static void Fill(SkyEnvironment sky, Span<Vector4> parameters)
    {
        var (sinAzimuth, cosAzimuth) = MathF.SinCos(sky.SunAzimuth);
        var (sinElevation, cosElevation) = MathF.SinCos(sky.SunElevation);
        var sun = new Vector3(cosElevation * sinAzimuth, sinElevation, cosElevation * cosAzimuth);
        var model = new PreethamModel(sky.SunElevation, sky.Turbidity);
        var scaled = model.Zenith with { X = model.Zenith.X * RadiancePerKilocandela };
        var cover = sky.CloudCover;
        var direct = SkyEnvironment.SolarIrradiance * sky.AirTransmittance;
        var fromClearSky = RadiancePerKilocandela * model.Irradiance();

        // Under a closed cover about a third of the light comes through, and the clouds are seen from their dark side.
        var dense = 1 - sky.SunVisibility;
        var onClouds = direct * (0.25f + 0.75f * sinElevation) + fromClearSky;
        var lit = onClouds * (0.8f / MathF.PI) * (1 - 0.6f * dense);
        var dark = Vector3.Lerp(lit * 0.45f, new Vector3(Luminance(lit)) * 0.5f, dense);
        var fromSky = Vector3.Lerp(fromClearSky, MathF.PI * 0.75f * Vector3.Lerp(lit, dark, 0.5f), cover);
        var ground = sky.GroundAlbedo * (direct * (sky.SunVisibility * sinElevation) + fromSky) / MathF.PI;

        const float radius = 0.00465f;
        var disc = direct * (sky.SunVisibility / (MathF.PI * radius * radius));
        parameters[0] = new Vector4(sun, cover);
        for (var i = 0; i < 5; i++) parameters[1 + i] = new Vector4(model.Coefficients[i], 0);
        parameters[6] = new Vector4(scaled, 0);
        parameters[7] = new Vector4(ground, MathF.Cos(radius));
        parameters[8] = new Vector4(lit, EnvironmentParameters.Seed(sky.CloudSeed));
        parameters[9] = new Vector4(dark, 1.1f / sky.CloudScale);
        parameters[10] = new Vector4(disc, radius);
    }

    private static float Luminance(Vector3 c) => Vector3.Dot(c, new Vector3(0.2126f, 0.7152f, 0.0722f));
}

using SynthRender.Cameras;
using SynthRender.Parameters;
using SynthRender.Samplers;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>Changes how cameras turn light into a picture: exposure, white balance, tone curve, vignette.</summary>
public sealed class ExposureRandomizer : Randomizer
{
    // sRGB's white, as near as a black body comes to it.
    private const float NeutralKelvin = 6504;

    /// <summary>Stops added to the camera's exposure: +1 doubles it.</summary>
    public FloatParameter Stops { get; init; } = 0;

    /// <summary>
    /// Colour temperature of the light that the camera takes for white, 1667 K to 25000 K: low values make the picture blue, high ones
    /// orange, 6504 leaves it. Null leaves the camera's own white balance.
    /// </summary>
    public FloatParameter? WhiteBalanceKelvin { get; init; }

    /// <summary>The tone curve, e.g. new([ToneCurve.Filmic, ToneCurve.AgX]), or null for the camera's own.</summary>
    public CategoricalParameter<ToneCurve>? ToneCurve { get; init; }

    /// <summary>Strength of the vignette, 0 or more, or null for the camera's own.</summary>
    public FloatParameter? VignetteStrength { get; init; }

    /// <summary>The name of the one camera to change, or null for all.</summary>
    public string? Camera { get; init; }

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        Stops.Within(-32, 32, $"{Name}.Stops");
        WhiteBalanceKelvin?.Within(ColorSpace.LeastKelvin, ColorSpace.MostKelvin, $"{Name}.WhiteBalanceKelvin");
        VignetteStrength?.Within(0, 100, $"{Name}.VignetteStrength");
        if (Camera is not null && scenario.Scene.AllCameras.All(c => c.Name != Camera))
            throw new ArgumentException($"{Name}: the scene has no camera '{Camera}'; it has {string.Join(", ", scenario.Scene.AllCameras.Select(c => c.Name))}.");
    }

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        foreach (var camera in iteration.Scene.Cameras)
            if (Camera is null || camera.Name == Camera) camera.Lens = Changed(camera.Lens, iteration.Stream(camera));
    }

    private Lens Changed(Lens lens, RandomStream stream)
    {
        lens = lens with { ExposureStops = lens.ExposureStops + Stops.Sample(stream, "stops") };
        if (WhiteBalanceKelvin is not null)
        {
            var balance = ColorSpace.LinearFromKelvin(NeutralKelvin) / ColorSpace.LinearFromKelvin(WhiteBalanceKelvin.Sample(stream, "whiteBalanceKelvin"));
            // Warm lights have no blue at all below 1900 K; no camera amplifies it without end.
            lens = lens with { WhiteBalance = System.Numerics.Vector3.Min(balance / balance.Y, new System.Numerics.Vector3(16)) };
        }

        if (ToneCurve is not null) lens = lens with { ToneCurve = ToneCurve.Sample(stream, "toneCurve") };
        if (VignetteStrength is not null)
            lens = lens with { Vignette = (lens.Vignette ?? new Vignette()) with { Strength = VignetteStrength.Sample(stream, "vignetteStrength") } };
        return lens;
    }
}

using SynthRender.Environments;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Parameters;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>Puts the scene under a sky by day, and its sun where that sky has it. Adds a sun when the scene has none.</summary>
/// <remarks>What is not drawn here (<see cref="SkyEnvironment.GroundAlbedo"/>, the background) stays as in the scene's own sky, if it has one.</remarks>
public sealed class SkyRandomizer : Randomizer
{
    private const int CloudSeeds = 1 << 20;

    private LightNode? _sun;

    /// <summary>Height of the sun above the horizon, radians, 0 to π/2.</summary>
    public FloatParameter SunElevation { get; init; } = Distributions.Uniform(Units.Degrees(10), Units.Degrees(80));

    /// <summary>Turn of the sun about the vertical, radians; 0 stands over +Z, π/2 over +X.</summary>
    public FloatParameter SunAzimuth { get; init; } = Distributions.Uniform(0, 2 * Math.PI);

    /// <summary>Haze, 1.7 (very clear) to 10 (very hazy).</summary>
    public FloatParameter Turbidity { get; init; } = Distributions.Uniform(2, 6);

    /// <summary>Share of the sky under clouds, 0 to 1; the clouds differ from frame to frame. From one half on the sun fades.</summary>
    public FloatParameter CloudCover { get; init; } = Distributions.Uniform(0, 1);

    /// <summary>Size of the clouds against the height at which they float, 0.1 to 10.</summary>
    public FloatParameter CloudScale { get; init; } = 1;

    /// <summary>Factor on the light of sky and sun, 0 or more.</summary>
    public FloatParameter Intensity { get; init; } = 1;

    internal override IEnumerable<LightNode> OwnLights => _sun is null ? [] : [_sun];

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        SunElevation.WithinAngle(0, Math.PI / 2, $"{Name}.SunElevation");
        Turbidity.Within(1.7f, 10, $"{Name}.Turbidity");
        CloudCover.Within(0, 1, $"{Name}.CloudCover");
        CloudScale.Within(0.1f, 10, $"{Name}.CloudScale");
        Intensity.Within(0, float.MaxValue, $"{Name}.Intensity");
        _sun = scenario.Scene.Lights.FirstOrDefault(l => l.Light is DirectionalLight);
        if (_sun is null && Enabled) _sun = scenario.Scene.AddLight(new DirectionalLight(), name: "sun");
    }

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        var stream = iteration.Stream();
        var sky = (iteration.Scene.Surroundings as SkyEnvironment ?? new SkyEnvironment { Background = iteration.Scene.Surroundings.Background }) with
        {
            SunElevation = SunElevation.Sample(stream, "sunElevation"),
            SunAzimuth = SunAzimuth.Sample(stream, "sunAzimuth"),
            Turbidity = Turbidity.Sample(stream, "turbidity"),
            CloudCover = CloudCover.Sample(stream, "cloudCover"),
            CloudScale = CloudScale.Sample(stream, "cloudScale"),
            CloudSeed = stream.Record("cloudSeed", stream.NextIndex(CloudSeeds)),
            Intensity = Intensity.Sample(stream, "intensity"),
            Rotation = 0,
        };
        iteration.Scene.Surroundings = sky;
        var sun = sky.Sun;
        _sun!.Light = (DirectionalLight)_sun.Light with { Irradiance = sun.Irradiance, Color = sun.Color };
        _sun.PlaceInWorld(_sun.WorldFromNode.Translation, sky.SunPlace.Rotation);
    }
}

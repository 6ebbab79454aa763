using SynthRender.Environments;
using SynthRender.Parameters;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>Puts the scene into another forest each time.</summary>
/// <remarks>What is not drawn here (the tint, the background) stays as in the scene's own forest, if it has one. It changes no light of the scene.</remarks>
public sealed class ForestRandomizer : Randomizer
{
    private const int Seeds = 1 << 20;

    /// <summary>Share of the sky overhead that leaves hide, 0 to 1.</summary>
    public FloatParameter CanopyDensity { get; init; } = Distributions.Uniform(0.4, 0.95);

    /// <summary>Height of the sun above the horizon, radians, 0 to π/2.</summary>
    public FloatParameter SunElevation { get; init; } = Distributions.Uniform(Units.Degrees(20), Units.Degrees(80));

    /// <summary>Turn of the sun about the vertical, radians; 0 stands over +Z, π/2 over +X.</summary>
    public FloatParameter SunAzimuth { get; init; } = Distributions.Uniform(0, 2 * Math.PI);

    /// <summary>Strength of glow and dapples, 0 (overcast) to 4; 1 is a sunny day.</summary>
    public FloatParameter SunStrength { get; init; } = Distributions.Uniform(0, 1.5);

    /// <summary>Near trunks around the horizon, a whole number from 3 to 60.</summary>
    public FloatParameter TrunkCount { get; init; } = Distributions.Uniform(8, 28);

    /// <summary>0 spring, 0.4 summer, 1 autumn.</summary>
    public FloatParameter Season { get; init; } = Distributions.Uniform(0, 1);

    /// <summary>Factor on all of its light, 0 or more.</summary>
    public FloatParameter Intensity { get; init; } = 1;

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        CanopyDensity.Within(0, 1, $"{Name}.CanopyDensity");
        SunElevation.WithinAngle(0, Math.PI / 2, $"{Name}.SunElevation");
        SunStrength.Within(0, 4, $"{Name}.SunStrength");
        TrunkCount.WithinWhole(3, 60, $"{Name}.TrunkCount");
        Season.Within(0, 1, $"{Name}.Season");
        Intensity.Within(0, float.MaxValue, $"{Name}.Intensity");
    }

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        var stream = iteration.Stream();
        var own = iteration.Scene.Surroundings as ForestEnvironment ?? new ForestEnvironment { Background = iteration.Scene.Surroundings.Background };
        iteration.Scene.Surroundings = own with
        {
            CanopyDensity = CanopyDensity.Sample(stream, "canopyDensity"),
            SunElevation = SunElevation.Sample(stream, "sunElevation"),
            SunAzimuth = SunAzimuth.Sample(stream, "sunAzimuth"),
            SunStrength = SunStrength.Sample(stream, "sunStrength"),
            TrunkCount = TrunkCount.SampleInteger(stream, "trunkCount"),
            Season = Season.Sample(stream, "season"),
            Seed = stream.Record("seed", stream.NextIndex(Seeds)),
            Intensity = Intensity.Sample(stream, "intensity"),
            Rotation = 0,
        };
    }
}

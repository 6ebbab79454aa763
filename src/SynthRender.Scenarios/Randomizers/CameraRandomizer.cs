using System.Numerics;
using SynthRender.Cameras;
using SynthRender.Parameters;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>Moves cameras over a shell around a target and points them at it.</summary>
public sealed class CameraRandomizer : Randomizer
{
    /// <summary>What to look at: a point, or the middle of models. Add it after the randomizers that place the models.</summary>
    public CameraTarget LookAt { get; init; } = CameraTarget.Of(Selection.Foreground);

    /// <summary>Distance to the target, metres, above 0.</summary>
    public FloatParameter Distance { get; init; } = Distributions.Uniform(3, 6);

    /// <summary>Turn about the vertical, radians; 0 looks from +Z.</summary>
    public FloatParameter Azimuth { get; init; } = Distributions.Uniform(0, 2 * Math.PI);

    /// <summary>Height above the horizon, radians, within ±π/2.</summary>
    public FloatParameter Elevation { get; init; } = Distributions.Uniform(Units.Degrees(5), Units.Degrees(45));

    /// <summary>How far the aim misses the target, sideways and up, as a fraction of the distance.</summary>
    public FloatParameter AimJitter { get; init; } = 0;

    /// <summary>Turn about the viewing axis, radians.</summary>
    public FloatParameter Roll { get; init; } = 0;

    /// <summary>Vertical field of view, radians, or null to leave the camera's own.</summary>
    public FloatParameter? VerticalFov { get; init; }

    /// <summary>Least height of the camera in the world, metres, or null. A lower camera is lifted to it and still looks at the target.</summary>
    public float? MinimumHeight { get; init; }

    /// <summary>The name of the one camera to move, or null for all.</summary>
    public string? Camera { get; init; }

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        if (Distance.Sampler.Minimum <= 0)
            throw new ArgumentException($"{Name}: the distance can be {Distance.Sampler.Minimum} m; it is above 0.");
        Elevation.Within(-Math.PI / 2, Math.PI / 2, $"{Name}.Elevation");
        VerticalFov?.Within(1e-3, Math.PI - 1e-3, $"{Name}.VerticalFov");
        if (Camera is not null && scenario.Scene.Cameras.All(c => c.Name != Camera))
            throw new ArgumentException($"{Name}: the scene has no camera '{Camera}'; it has {string.Join(", ", scenario.Scene.Cameras.Select(c => c.Name))}.");
    }

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        var target = LookAt.Find(iteration);
        foreach (var camera in iteration.Scene.Cameras)
        {
            if (Camera is not null && camera.Name != Camera) continue;
            var stream = iteration.Stream(camera);
            var distance = Distance.Sample(stream, "distance");
            var (sin, cos) = MathF.SinCos(Azimuth.Sample(stream, "azimuth"));
            var (rise, run) = MathF.SinCos(Elevation.Sample(stream, "elevation"));
            var eye = target + distance * new Vector3(run * sin, rise, run * cos);
            if (MinimumHeight is { } lowest && eye.Y < lowest)
                eye.Y = stream.Record("lifted to", lowest);

            var jitter = distance * new Vector3(
                AimJitter.Sample(stream, "aim.x"), AimJitter.Sample(stream, "aim.y"), AimJitter.Sample(stream, "aim.z"));
            if (VerticalFov is not null) camera.Lens = camera.Lens with { VerticalFov = VerticalFov.Sample(stream, "verticalFov") };
            camera.LookAt(eye, target + jitter, Roll.Sample(stream, "roll"));
        }
    }
}

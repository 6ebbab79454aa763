using System.Numerics;
using SynthRender.Cameras;
using SynthRender.Graph;
using SynthRender.Parameters;
using SynthRender.Samplers;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>Moves cameras over a shell around a target and points them at it, after all other randomizers have changed the frame.</summary>
/// <remarks>
/// A view from inside a model, from so near to a surface that the near plane could cut it, or from too low, is drawn again; only the view
/// that is taken is recorded. All models count as they are posed, labelled or not. A place is inside when, in most directions, one looks at
/// the backs of triangles: in a pillar, but not in a room whose walls face inwards, nor in any closed surface that holds the target and some
/// other model too.
/// </remarks>
public sealed class CameraRandomizer : Randomizer
{
    private const int MostViews = 100;

    /// <summary>What to look at: a point, a node, or the middle of models.</summary>
    public CameraTarget LookAt { get; init; } = CameraTarget.Of(Selection.Foreground);

    /// <summary>Where to look in a frame that has nothing of what <see cref="LookAt"/> names; null fails such a frame.</summary>
    public Vector3? WhenEmpty { get; init; }

    /// <summary>Distance to the target, metres, above 0.</summary>
    public FloatParameter Distance { get; init; } = Distributions.Uniform(3, 6);

    /// <summary>Turn about the vertical, radians; 0 looks from +Z, π/2 from +X.</summary>
    public FloatParameter Azimuth { get; init; } = Distributions.Uniform(0, 2 * Math.PI);

    /// <summary>Height above the target's horizon, radians, within ±π/2.</summary>
    public FloatParameter Elevation { get; init; } = Distributions.Uniform(Units.Degrees(5), Units.Degrees(45));

    /// <summary>How far the aim misses the target, to the right and up in the image, as a fraction of the distance.</summary>
    public FloatParameter AimJitter { get; init; } = 0;

    /// <summary>Turn about the viewing axis, radians.</summary>
    public FloatParameter Roll { get; init; } = 0;

    /// <summary>Vertical field of view, radians, or null to leave the camera's own.</summary>
    public FloatParameter? VerticalFov { get; init; }

    /// <summary>Least height of the camera in the world, metres, or null.</summary>
    public float? MinimumHeight { get; init; }

    /// <summary>True lets cameras stand anywhere: inside models, and with the near plane in them.</summary>
    public bool InsideModels { get; init; }

    /// <summary>The name of the one camera to move, or null for all.</summary>
    public string? Camera { get; init; }

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        Distance.AboveZero($"{Name}.Distance");
        Elevation.WithinAngle(-Math.PI / 2, Math.PI / 2, $"{Name}.Elevation");
        VerticalFov?.WithinAngle(1e-3, Math.PI - 1e-3, $"{Name}.VerticalFov");
        if (Camera is not null && scenario.Scene.AllCameras.All(c => c.Name != Camera))
            throw new ArgumentException($"{Name}: the scene has no camera '{Camera}'; it has {string.Join(", ", scenario.Scene.AllCameras.Select(c => c.Name))}.");
    }

    /// <inheritdoc/>
    protected internal override void OnUpdate(Iteration iteration)
    {
        var target = LookAt.Find(iteration) ?? WhenEmpty ?? throw iteration.Fail(
            $"there is nothing to look at: the frame has no {LookAt.Description}. Say with WhenEmpty where to look then.");
        var space = InsideModels ? null : new CameraSpace(iteration.Scene, target);
        foreach (var camera in iteration.Scene.Cameras)
        {
            if (Camera is not null && camera.Name != Camera) continue;
            var stream = iteration.Stream(camera);
            if (VerticalFov is not null) camera.Lens = camera.Lens with { VerticalFov = VerticalFov.Sample(stream, "verticalFov") };
            var (eye, distance) = FindView(iteration, camera, stream, target, space);
            var facing = Transform.LookingAt(eye, target).Rotation;
            var aim = target + distance * Vector3.Transform(
                new Vector3(AimJitter.Sample(stream, "aim.x"), AimJitter.Sample(stream, "aim.y"), 0), facing);
            camera.PlaceInWorld(eye, Transform.LookingAt(eye, aim).Rotation * Quaternion.CreateFromAxisAngle(Vector3.UnitZ, Roll.Sample(stream, "roll")));
        }
    }

    private (Vector3 Eye, float Distance) FindView(
        Iteration iteration, PerceptionCamera camera, RandomStream stream, Vector3 target, CameraSpace? space)
    {
        ModelNode? obstacle = null;
        for (var view = 0; view < MostViews; view++)
        {
            var (distance, azimuth, elevation) = (Distance.Draw(stream), Azimuth.Draw(stream), Elevation.Draw(stream));
            var (sin, cos) = MathF.SinCos(azimuth);
            var (rise, run) = MathF.SinCos(elevation);
            var eye = target + distance * new Vector3(run * sin, rise, run * cos);
            if (eye.Y < MinimumHeight) continue;
            if (space?.Obstacle(camera, eye) is { } found)
            {
                obstacle = found;
                continue;
            }

            stream.Record("distance", distance);
            stream.Record("azimuth", azimuth);
            stream.Record("elevation", elevation);
            return (eye, distance);
        }

        throw iteration.Fail(
            $"none of {MostViews} views was free: each was {Reasons(obstacle)}; enlarge Distance, raise Elevation, or set InsideModels.",
            camera.Path);
    }

    private string Reasons(ModelNode? obstacle)
    {
        var inside = obstacle is null ? null : $"inside a model or within the near distance of one (the last time '{obstacle.Path}')";
        var low = MinimumHeight is null ? null : $"below {MinimumHeight} m";
        return string.Join(" or ", new[] { inside, low }.Where(reason => reason is not null));
    }
}

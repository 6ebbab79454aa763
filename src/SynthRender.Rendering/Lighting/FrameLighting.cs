using System.Numerics;
using SynthRender.Cameras;
using SynthRender.Environments;
using SynthRender.Frames;
using SynthRender.Lights;
using SynthRender.Rendering.Drawing;
using SynthRender.Rendering.Environments;

namespace SynthRender.Rendering.Lighting;

/// <summary>Turns a snapshot's camera, lights and surroundings into the constants that the shaders read, and plans the shadows.</summary>
internal sealed class FrameLighting(bool clipYInverted, int shadowMapSize)
{
    private const int GroupCount = 16;

    private readonly (LightGroups Group, LightRecord Record)[] _lights = new (LightGroups, LightRecord)[FrameConstants.MaxLights];
    private FrameConstants _constants;

    internal ShadowPlan Shadows { get; } = new(shadowMapSize, clipYInverted);

    /// <summary>The groups that have a light.</summary>
    internal LightGroups Groups { get; private set; }

    internal ref readonly FrameConstants Constants => ref _constants;

    /// <summary>What makes the frame's environment.</summary>
    internal EnvironmentKind Environment { get; private set; }

    /// <summary>Whether surroundings give light that is to be occluded.</summary>
    internal bool HasOcclusion { get; private set; }

    /// <summary>Sides in pixels of the blocks of which ambient occlusion searches one pixel, for an image of a size.</summary>
    internal static uint OcclusionBlock(uint width, uint height) => Math.Min(width, height) < 360 ? 2u : 4u;

    /// <exception cref="NotSupportedException">More lights than the shaders have room for, or a kind of light that is not known.</exception>
    internal void Build(FrameSnapshot snapshot, DrawList list, RecordBuffer records)
    {
        var lights = snapshot.Lights;
        if (FrameLimits.Excess(snapshot) is { } excess) throw new NotSupportedException(excess);
        PlaceRays(snapshot.Camera);
        PlaceSurroundings(snapshot.Surroundings, 1 / snapshot.Camera.FocalLengthPixels);
        PlaceOcclusion(snapshot);
        Shadows.Begin(snapshot, list);
        Groups = Environment == EnvironmentKind.None ? LightGroups.None : LightGroups.Environment;
        for (var i = 0; i < lights.Length; i++)
        {
            _lights[i] = Record(snapshot, lights[i], records);
            Groups |= _lights[i].Group;
        }

        var placed = 0;
        for (var g = 0; g < GroupCount; g++)
        {
            for (var i = 0; i < lights.Length; i++)
                if (_lights[i].Group == (LightGroups)(1u << g)) _constants.Lights[placed++] = _lights[i].Record;
            _constants.GroupEnds[g] = placed;
        }

        if (Shadows.Views.Count > FrameConstants.MaxShadowViews)
        {
            throw new NotSupportedException(
                $"The lights need {Shadows.Views.Count} shadow views; {FrameConstants.MaxShadowViews} is the most a frame can have. A light amid "
                + "what casts shadows takes six, a sun up to four, others one: set CastsShadow = false on some.");
        }

        for (var i = 0; i < Shadows.Views.Count; i++) _constants.Shadows[i] = Shadows.Views[i].Record(snapshot.Camera.Position);
    }

    private (LightGroups Group, LightRecord Record) Record(FrameSnapshot snapshot, FrameLight light, RecordBuffer records)
    {
        var position = light.Position - snapshot.Camera.Position;
        switch (light.Light)
        {
            case DirectionalLight sun:
                var shadow = sun.CastsShadow ? Shadows.AddSun(light.Direction, sun, records) : LightShadow.None;
                return (shadow.Group, new LightRecord
                {
                    Direction = new Vector4(-light.Direction, 0),
                    Color = new Vector4(sun.Color * sun.Irradiance, shadow.FirstView),
                    Cone = new Vector4(0, 0, shadow.Views, MathF.Tan(sun.AngularDiameter / 2)),
                });
            case PointLight lamp:
                shadow = Shadow(lamp, new ShadowLamp(light.Position, light.Direction, float.PositiveInfinity, false, lamp.Radius), records);
                return (shadow.Group, new LightRecord
                {
                    Position = new Vector4(position, 1 / lamp.Range),
                    Direction = new Vector4(0, 0, 0, 1),
                    Color = new Vector4(lamp.Color * lamp.Intensity, shadow.FirstView),
                    Cone = new Vector4(0, 0, shadow.Views, lamp.Radius),
                });
            case SpotLight spot:
                // KHR_lights_punctual, "Inner and outer cone angles".
                var outer = MathF.Cos(spot.OuterConeAngle);
                var scale = 1 / MathF.Max(0.001f, MathF.Cos(spot.InnerConeAngle) - outer);
                var tangent = spot.OuterConeAngle < 1.57f ? MathF.Tan(spot.OuterConeAngle) : float.PositiveInfinity;
                shadow = Shadow(spot, new ShadowLamp(light.Position, light.Direction, tangent, true, spot.Radius), records);
                return (shadow.Group, new LightRecord
                {
                    Position = new Vector4(position, 1 / spot.Range),
                    Direction = new Vector4(light.Direction, 2),
                    Color = new Vector4(spot.Color * spot.Intensity, shadow.FirstView),
                    Cone = new Vector4(scale, -outer * scale, shadow.Views, spot.Radius),
                });
            case RectangleLight panel:
                var (halfX, halfY) = (0.5f * panel.Width, 0.5f * panel.Height);
                return Area(light, position, records, panel.Radiance, new Vector2(halfX, halfY), new Vector2(halfX, halfY).Length(), 0, panel.TwoSided, true);
            case RingLight ring:
                return Area(
                    light, position, records, ring.Radiance, new Vector2(ring.OuterRadius), ring.OuterRadius, ring.InnerRadius / ring.OuterRadius,
                    ring.TwoSided, false);
            default:
                throw new NotSupportedException($"A {light.Light.GetType().Name} cannot be drawn.");
        }
    }

    private LightShadow Shadow(Light light, in ShadowLamp lamp, RecordBuffer records) =>
        light.CastsShadow ? Shadows.AddLamp(lamp, records) : LightShadow.None;

    private (LightGroups Group, LightRecord Record) Area(
        FrameLight light, Vector3 position, RecordBuffer records, float radiance, Vector2 half, float radius, float hole, bool twoSided, bool rectangle)
    {
        var lamp = new ShadowLamp(light.Position, light.Direction, float.PositiveInfinity, !twoSided, radius);
        // The light's Y: it looks along −Z.
        var axes = (X: light.Right * half.X, Y: Vector3.Cross(light.Right, light.Direction) * half.Y);
        var parts = new LightParts(1, 1, rectangle, hole);
        var shadow = light.Light.CastsShadow
            ? Shadows.AddArea(lamp, axes, rectangle, hole, records, out parts)
            : LightShadow.None with { Group = rectangle ? LightGroups.Rectangle : LightGroups.Ring };
        var extent = parts.Extent;
        return (shadow.Group, new LightRecord
        {
            Position = new Vector4(position, extent.X),
            Direction = new Vector4(light.Direction, 3),
            Color = new Vector4(light.Light.Color * radiance, shadow.FirstView),
            Cone = new Vector4(0, 0, shadow.Views, rectangle ? -1 : hole),
            Right = new Vector4(axes.X, twoSided ? 1 : 0),
            Up = new Vector4(axes.Y, extent.Y),
        });
    }

    private void PlaceRays(CameraView camera)
    {
        var lens = camera.Lens;
        var m = camera.WorldFromView;
        var right = Vector3.Normalize(new Vector3(m.M11, m.M12, m.M13));
        var up = Vector3.Normalize(new Vector3(m.M21, m.M22, m.M23));
        var backward = Vector3.Normalize(new Vector3(m.M31, m.M32, m.M33));
        var perPixel = 1 / camera.FocalLengthPixels;
        var corner = (-0.5f * lens.Width * right + 0.5f * lens.Height * up) * perPixel - backward;
        _constants.Ray = new Vector4(corner, 0);
        _constants.RayPerX = new Vector4(right * perPixel, lens.Width);
        _constants.RayPerY = new Vector4(-up * perPixel, lens.Height);
    }

    private void PlaceOcclusion(FrameSnapshot snapshot)
    {
        HasOcclusion = snapshot.AmbientOcclusion is { Strength: > 0 }
            && (_constants.AmbientMean != Vector4.Zero || snapshot.Surroundings is LightingEnvironment { Intensity: > 0 });
        if (!HasOcclusion) return;
        var occlusion = snapshot.AmbientOcclusion!;
        var lens = snapshot.Camera.Lens;
        var perMetre = AmbientOcclusion.RadiusInViews * Math.Min(lens.Width, lens.Height) / snapshot.Camera.FocalLengthPixels;
        _constants.Occlusion = new Vector4(
            occlusion.Radius ?? 0, occlusion.Strength, occlusion.Radius is null ? perMetre : 0, OcclusionBlock((uint)lens.Width, (uint)lens.Height));
    }

    private void PlaceSurroundings(Surroundings surroundings, float radiansPerPixel)
    {
        var (sky, ground) = surroundings is GradientSurroundings gradient ? (gradient.SkyRadiance, gradient.GroundRadiance) : default;
        _constants.AmbientMean = new Vector4((sky + ground) * 0.5f, 0);
        _constants.AmbientSlope = new Vector4((sky - ground) * 0.5f, 0);
        _constants.Background = surroundings.Background is { } color ? new Vector4(color, 1) : Vector4.Zero;
        Environment = EnvironmentParameters.Fill(surroundings, ref _constants.EnvironmentParameters);
        if (surroundings is not LightingEnvironment environment) return;
        var (sin, cos) = MathF.SinCos(environment.Rotation);
        var scale = environment is ImageEnvironment { Image: var image } ? image.Scale : 1;
        _constants.Environment = new Vector4(cos, sin, environment.Intensity * scale, radiansPerPixel);
    }
}

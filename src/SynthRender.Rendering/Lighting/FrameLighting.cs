using System.Numerics;
using SynthRender.Cameras;
using SynthRender.Frames;
using SynthRender.Lights;
using SynthRender.Rendering.Drawing;

namespace SynthRender.Rendering.Lighting;

/// <summary>Turns a snapshot's camera, lights and surroundings into the constants that the shaders read, and plans the shadows.</summary>
internal sealed class FrameLighting(bool clipYInverted, int shadowMapSize)
{
    private FrameConstants _constants;

    internal ShadowPlan Shadows { get; } = new(shadowMapSize);

    internal ref readonly FrameConstants Constants => ref _constants;

    /// <exception cref="NotSupportedException">More lights than the shaders have room for, or a kind of light that is not known.</exception>
    internal void Build(FrameSnapshot snapshot, DrawList list, RecordBuffer records)
    {
        var lights = snapshot.Lights;
        if (lights.Length > FrameConstants.MaxLights)
        {
            throw new NotSupportedException(
                $"Frame {snapshot.FrameIndex} has {lights.Length} lights; {FrameConstants.MaxLights} is the most. Leave some out.");
        }

        PlaceRays(snapshot.Camera);
        PlaceSurroundings(snapshot.Surroundings, lights.Length);
        Shadows.Begin(snapshot, list);
        var (shadowed, lit) = (0, lights.Length);
        foreach (var light in lights)
        {
            var record = Record(snapshot, light, list, records);
            _constants.Lights[record.Color.W >= 0 ? shadowed++ : --lit] = record;
        }

        _constants.AmbientSlope.W = shadowed;
        for (var i = 0; i < Shadows.Views.Count; i++)
        {
            var view = Shadows.Views[i];
            _constants.ShadowFromWorld[i] = view.MapFromRelative(snapshot.Camera.Position);
            _constants.ShadowTexels[i] = new Vector4(view.TexelSize, view.IsPerspective ? 1 : 0, 0, 0);
        }
    }

    private LightRecord Record(FrameSnapshot snapshot, FrameLight light, DrawList list, RecordBuffer records)
    {
        var position = light.Position - snapshot.Camera.Position;
        switch (light.Light)
        {
            case DirectionalLight sun:
                var view = sun.CastsShadow ? Shadows.AddDirectional(snapshot, light, list, records, clipYInverted) : -1;
                return new LightRecord
                {
                    Direction = new Vector4(-light.Direction, 0),
                    Color = new Vector4(sun.Color * sun.Irradiance, view),
                    Cone = new Vector4(0, 0, 1, 0),
                };
            case PointLight lamp:
                return new LightRecord
                {
                    Position = new Vector4(position, 1 / lamp.Range),
                    Direction = new Vector4(0, 0, 0, 1),
                    Color = new Vector4(lamp.Color * lamp.Intensity, -1),
                };
            case SpotLight spot:
                // KHR_lights_punctual, "Inner and outer cone angles".
                var outer = MathF.Cos(spot.OuterConeAngle);
                var scale = 1 / MathF.Max(0.001f, MathF.Cos(spot.InnerConeAngle) - outer);
                return new LightRecord
                {
                    Position = new Vector4(position, 1 / spot.Range),
                    Direction = new Vector4(light.Direction, 2),
                    Color = new Vector4(spot.Color * spot.Intensity, -1),
                    Cone = new Vector4(scale, -outer * scale, 1, 0),
                };
            default:
                throw new NotSupportedException(
                    $"Frame {snapshot.FrameIndex} has a {light.Light.GetType().Name}; directional, point and spot lights can be drawn.");
        }
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
        _constants.Ray = new Vector4(corner, lens.Exposure);
        _constants.RayPerX = new Vector4(right * perPixel, lens.Width);
        _constants.RayPerY = new Vector4(-up * perPixel, lens.Height);
    }

    private void PlaceSurroundings(Surroundings surroundings, int lights)
    {
        _constants.AmbientMean = new Vector4((surroundings.SkyRadiance + surroundings.GroundRadiance) * 0.5f, lights);
        _constants.AmbientSlope = new Vector4((surroundings.SkyRadiance - surroundings.GroundRadiance) * 0.5f, 0);
        _constants.Background = surroundings.Background is { } color ? new Vector4(color, 1) : Vector4.Zero;
    }
}

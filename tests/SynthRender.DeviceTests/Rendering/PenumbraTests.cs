using System.Numerics;
using SynthRender.DeviceTests.Oracle;
using SynthRender.Graph;
using SynthRender.Lights;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>The soft edge of a half plane's shadow, against the part of the light that is seen from behind it.</summary>
public sealed class PenumbraTests(ValidatedDevice device) : RenderingTest(device)
{
    private const float Half = 0.2f;

    [Theory]
    [InlineData("rectangle")]
    [InlineData("disc")]
    [InlineData("lamp")]
    [InlineData("spot")]
    [InlineData("sun")]
    public void HalfPlane_ShowsThePartOfTheLightThatItLeaves(string kind)
    {
        // The light's middle at (−0.5, 0, 2) looks along −Z at a wall (z = 0); a half plane (z = 0.5) ends at x = 0. From x on the wall
        // it hides what lies left of −3x in the light's plane.
        Lens = new Cameras.Lens(240, 60, 0.1f) { Exposure = 0.5f };
        var at = Transform.At(new Vector3(-0.5f, 0, 2));
        Light light = kind switch
        {
            "rectangle" => new RectangleLight { Width = 2 * Half, Height = 2 * Half, Radiance = 20 },
            "disc" => new RingLight { OuterRadius = Half, Radiance = 20 },
            "lamp" => new PointLight { Radius = Half, Intensity = 12 },
            "spot" => new SpotLight { Radius = Half, Intensity = 12, OuterConeAngle = 1.2f, InnerConeAngle = 1.1f },
            _ => new DirectionalLight { AngularDiameter = 2 * MathF.Atan(0.1f), Irradiance = 3 },
        };
        if (kind == "sun") at = Transform.LookingAt(new Vector3(-0.5f, 0, 2), new Vector3(1f / 6, 0, 0));
        using var cast = Draw(light, at);
        using var free = Draw(light with { CastsShadow = false }, at);
        var camera = new OracleCamera(Snapshot().Camera);
        var (inside, sum) = (0, 0.0);
        for (var x = 0; x < 240; x++)
        {
            var i = 30 * 240 + x;
            if (MathF.Abs(free.Depth[i] - 2) > 1e-3f) continue;
            var wall = Eye.X + camera.Ray(x + 0.5, 30.5).X * 2;
            // A sun's disc has the tangent 0.1 and stands 1/3 aslant; seen from x, the edge stands at the tangent 2x.
            var part = kind == "sun"
                ? (2 * wall - 1.0 / 3) / (0.1 * (1 + 1.0 / 9))
                : (3 * wall - 0.5) / Half;
            var t = Math.Clamp(part, -1, 1);
            var seen = kind == "rectangle" ? 0.5 + 0.5 * t : 0.5 + (Math.Asin(t) + t * Math.Sqrt(1 - t * t)) / Math.PI;
            var drawn = Linear(cast.Color[4 * i]) / Linear(free.Color[4 * i]);
            if (Math.Abs(part) < 1) inside++;
            if (Math.Abs(part) < 1) sum += Math.Abs(seen - drawn);
            // At the ends of the penumbra single taps decide: a tenth of the light.
            Assert.True(Math.Abs(seen - drawn) <= 0.1, $"{kind}, {wall:0.###} m: {seen:0.###} of the light is seen, {drawn:0.###} drawn");
        }

        // Over its width 4%: texels of the map, and parts of the light that are not as bright as others.
        Assert.True(sum / inside <= 0.04, $"{sum / inside:0.###} of the light in the mean");
        Assert.True(inside > 30, $"{inside} pixels in the penumbra");
    }

    private Frames.RenderedFrame Draw(Light light, Transform at)
    {
        NewScene();
        (Eye, Target) = (new Vector3(0.17f, 0, 2), new Vector3(0.17f, 0, 0));
        Add(Quad(Diffuse(0.5f)), new Transform(default, Quaternion.Identity, new Vector3(2)));
        Add(Quad(Diffuse(0.5f) with { DoubleSided = true }), new Transform(new Vector3(-1, 0, 0.5f), Quaternion.Identity, Vector3.One));
        Scene.AddLight(light, at);
        return Render();
    }
}

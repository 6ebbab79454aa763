using System.Numerics;
using SynthRender.Assets;
using SynthRender.DeviceTests.Oracle;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>Shadows of lights without extent, against rays: lit and dark agree but for a few pixels around the edges.</summary>
public sealed class HardShadowOracleTests(ValidatedDevice device) : RenderingTest(device)
{
    private static readonly Material TwoSided = Diffuse(0.6f) with { DoubleSided = true };

    // Pixels around an edge of the shadow in which filter, texels and levels of detail may show: a few texels, each below a pixel in these
    // scenes, which reach farther where light falls flat.
    private const int EdgePixels = 5;

    [Theory]
    [InlineData("sun", 0)]
    [InlineData("sun", 1)]
    [InlineData("spot", 0)]
    [InlineData("spot", 1)]
    [InlineData("lamp above", 0)]
    [InlineData("lamp above", 1)]
    [InlineData("lamp amid", 0)]
    [InlineData("lamp amid", 1)]
    [InlineData("lamp amid", 2)]
    public void LitAndDark_AgreeWithRays(string kind, int seed)
    {
        Lens = Lens with { Width = 200, Height = 150 };
        (Eye, Target) = (new Vector3(0.4f, 2.2f, 3.2f), new Vector3(0, 0.1f, 0));
        Light light = kind switch
        {
            "sun" => new DirectionalLight { Irradiance = 2, AngularDiameter = 0 },
            "spot" => new SpotLight { Intensity = 12, OuterConeAngle = 0.8f, InnerConeAngle = 0.7f, Radius = 0 },
            _ => new PointLight { Intensity = kind == "lamp amid" ? 4 : 12, Radius = 0 },
        };
        var at = kind == "lamp amid"
            ? Transform.At(new Vector3(0.1f, 0.45f, -0.05f))
            : Transform.LookingAt(new Vector3(-1.2f, 2.4f, 0.7f), Vector3.Zero);
        Build(seed, kind == "lamp amid" ? 0.35f : 0);
        Scene.AddLight(light, at);
        var snapshot = Snapshot();
        using var cast = Renderer.Render(snapshot);
        NewScene();
        Build(seed, kind == "lamp amid" ? 0.35f : 0);
        Scene.AddLight(light with { CastsShadow = false }, at);
        using var free = Render();

        var rays = new ShadowOracle(snapshot, snapshot.Lights[0]);
        var lit = new bool[200 * 150];
        for (var i = 0; i < lit.Length; i++) lit[i] = float.IsFinite(cast.Depth[i]) && rays.IsLit(i % 200, i / 200, cast.Depth[i]);
        var (compared, dark) = (0, 0);
        for (var y = EdgePixels; y < 150 - EdgePixels; y++)
        {
            for (var x = EdgePixels; x < 200 - EdgePixels; x++)
            {
                var i = y * 200 + x;
                // Where light is flat or weak there is nothing to tell.
                if (free.Color[4 * i] < 60 || !IsUniform(lit, x, y)) continue;
                compared++;
                if (!lit[i]) dark++;
                var (drawn, full) = (cast.Color[4 * i], free.Color[4 * i]);
                Assert.True(
                    lit[i] ? drawn >= full - 3 : drawn <= 3, $"{kind} {seed}: pixel {x}, {y} is {drawn} of {full}, and {(lit[i] ? "lit" : "dark")}");
            }
        }

        Assert.True(compared > 3000 && dark > 10, $"{compared} pixels compared, {dark} of them dark");
    }

    private static bool IsUniform(bool[] lit, int x, int y)
    {
        for (var dy = -EdgePixels; dy <= EdgePixels; dy++)
            for (var dx = -EdgePixels; dx <= EdgePixels; dx++)
                if (lit[(y + dy) * 200 + x + dx] != lit[y * 200 + x]) return false;
        return true;
    }

    /// <summary>Boxes and balls above a floor, none nearer to the middle than a distance.</summary>
    private void Build(int seed, float clear)
    {
        ModelAsset cube = Oracle.Shapes.Model("cube", Oracle.Shapes.Cube(), TwoSided), ball = Oracle.Shapes.Model("ball", Oracle.Shapes.Sphere(32, 20), TwoSided);
        var dice = new Dice((ulong)seed);
        Add(Oracle.Shapes.Model("floor", Oracle.Shapes.Quad(), TwoSided), new Transform(default, Quaternion.CreateFromAxisAngle(Vector3.UnitX, -MathF.PI / 2), new Vector3(3)), null);
        for (var i = 0; i < 9; i++)
        {
            var angle = 2 * MathF.PI * i / 9;
            var at = new Vector3(MathF.Sin(angle), 0, MathF.Cos(angle)) * dice.Between(clear + 0.3f, 1.1f) + new Vector3(0, dice.Between(0.1f, 0.7f), 0);
            Add(i % 2 == 0 ? cube : ball, new Transform(at, dice.Turn(), new Vector3(dice.Between(0.12f, 0.26f))));
        }
    }
}

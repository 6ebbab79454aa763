using System.Numerics;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>What no shadow may do, whatever the light: spots on lit surfaces, gaps at the foot, leaks, seams, memory of other frames.</summary>
public sealed class ShadowQualityTests(ValidatedDevice device) : RenderingTest(device)
{
    private static readonly Vector3 LightPlace = new(-1.4f, 1.8f, 1.1f);

    private static readonly Dictionary<string, Light> Lights = new()
    {
        ["sun"] = new DirectionalLight(),
        ["soft sun"] = new DirectionalLight { AngularDiameter = 0.1f },
        ["lamp"] = new PointLight { Intensity = 20, Radius = 0 },
        ["soft lamp"] = new PointLight { Intensity = 20, Radius = 0.1f },
        ["spot"] = new SpotLight { Intensity = 20, OuterConeAngle = 0.9f, InnerConeAngle = 0.8f },
        ["rectangle"] = new RectangleLight { Width = 0.4f, Height = 0.3f, Radiance = 120 },
        ["ring"] = new RingLight { OuterRadius = 0.3f, InnerRadius = 0.2f, Radiance = 120 },
    };

    public static TheoryData<string> Kinds => [.. Lights.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Ball_HasNoAcneOnItsLitSide(string kind)
    {
        Lens = Lens with { Width = 160, Height = 120, Exposure = 0.5f };
        var ball = Oracle.Shapes.Model("ball", Oracle.Shapes.Sphere(96, 64), Diffuse(0.5f));
        void Build() => Add(ball, new Transform(default, Quaternion.Identity, new Vector3(0.6f)));
        using var cast = Draw(kind, true, Build);
        using var free = Draw(kind, false, Build);
        var lit = 0;
        for (var i = 0; i < free.InstanceIds.Length; i++)
        {
            // Where light falls flat, a wide light is partly below the ball's horizon, which is a shadow of a kind.
            if (free.InstanceIds[i] == 0 || free.Color[4 * i] < 110) continue;
            lit++;
            Near(free.Color[4 * i], cast.Color[4 * i], 2, $"{kind}: pixel {i % 160}, {i / 160}");
        }

        Assert.True(lit > 900, $"{lit} pixels");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Floor_UnderGrazingLight_DoesNotShadeItself(string kind)
    {
        // A small square below the floor keeps the floor in the map.
        Lens = Lens with { Width = 160, Height = 120 };
        (Eye, Target) = (new Vector3(0, 1.5f, 2.5f), Vector3.Zero);
        void Build()
        {
            Add(Quad(Diffuse(0.5f)), new Transform(default, OnFloor, new Vector3(1.5f)));
            Add(Quad(Diffuse(0.5f) with { DoubleSided = true }), new Transform(new Vector3(0, -0.5f, 1.4f), Quaternion.Identity, new Vector3(0.2f)));
        }

        var low = new Vector3(-2.4f, 0.35f, 0.3f);
        using var cast = Draw(kind, true, Build, low);
        using var free = Draw(kind, false, Build, low);
        for (var i = 0; i < free.Color.Length / 4; i++)
            if (free.InstanceIds[i] == 1) Near(free.Color[4 * i], cast.Color[4 * i], 2, $"{kind}: pixel {i % 160}, {i / 160}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ThinWall_ShadesFromItsFootOn_WithoutALeak(string kind)
    {
        // A wall of 1 cm, 0.5 m high, 2 m wide across the light; seen from above behind it.
        Lens = Lens with { Width = 200, Height = 200, VerticalFov = 0.4f };
        (Eye, Target) = (new Vector3(0.25f, 2, 0.001f), new Vector3(0.25f, 0, 0));
        var wall = Oracle.Shapes.Model("wall", Oracle.Shapes.Cube(), Diffuse(0.5f) with { DoubleSided = true });
        void Build()
        {
            Add(Quad(Diffuse(0.5f)), new Transform(default, OnFloor, new Vector3(3)));
            Add(wall, new Transform(new Vector3(0, 0.25f, 0), Quaternion.Identity, new Vector3(0.005f, 0.25f, 1)));
        }

        var side = new Vector3(-1.6f, 1.3f, 0);
        using var cast = Draw(kind, true, Build, side);
        using var free = Draw(kind, false, Build, side);
        var checkedPixels = 0;
        for (var y = 60; y < 140; y++)
        {
            for (var x = 0; x < 200; x++)
            {
                var i = y * 200 + x;
                var floor = 0.25f + (x + 0.5f - 100) / 493.3f * free.Depth[i];
                // Behind the foot, and well before the edge of the shadow at 0.6 m, for the wide lights at about 0.4 m.
                if (free.InstanceIds[i] != 1 || floor < 0.02f || floor > 0.3f) continue;
                checkedPixels++;
                Assert.True(cast.Color[4 * i] <= 0.06f * free.Color[4 * i] + 2, $"{kind}: {cast.Color[4 * i]} of {free.Color[4 * i]} at {floor:0.###} m behind the wall");
            }
        }

        Assert.True(checkedPixels > 2000, $"{checkedPixels} pixels");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void LowPlate_NearATallPole_HasItsWholeShadow(string kind)
    {
        // A plate 15 cm above a wide floor, and a pole of 8 m: seen from straight above, the floor beside the plate lies in its umbra.
        // Something under the floor keeps the floor itself among the casters.
        Lens = Lens with { Width = 64, Height = 64, VerticalFov = 0.2f };
        (Eye, Target) = (new Vector3(0.33f, 3, 0.001f), new Vector3(0.33f, 0, 0));
        var cube = Oracle.Shapes.Model("cube", Oracle.Shapes.Cube(), Diffuse(0.5f));
        void Build()
        {
            Add(Quad(Diffuse(0.5f)), new Transform(default, OnFloor, new Vector3(30)));
            Add(cube, new Transform(new Vector3(0, 0.15f, 0), Quaternion.Identity, new Vector3(0.3f, 0.005f, 0.3f)));
            Add(cube, new Transform(new Vector3(3, 4, 0), Quaternion.Identity, new Vector3(0.1f, 4, 0.1f)));
            Add(cube, new Transform(new Vector3(0.2f, -0.1f, 0), Quaternion.Identity, new Vector3(0.05f)));
        }

        using var cast = Draw(kind, true, Build);
        using var free = Draw(kind, false, Build);
        var middle = 32 * 64 + 32;
        Assert.Equal(1u, free.InstanceIds[middle]);
        Assert.True(free.Color[4 * middle] > 60, $"{free.Color[4 * middle]} without shadow");
        // In sRGB: a tenth of the light, which texels of a centimetre and more let through.
        Assert.True(cast.Color[4 * middle] <= 0.33f * free.Color[4 * middle], $"{kind}: {cast.Color[4 * middle]} of {free.Color[4 * middle]} in the umbra");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void BallsAroundAWideLamp_ShadeOnlyWhatIsBehindThem(int side)
    {
        // A lamp in the middle of a room, a ball before each wall: all faces of its cube share a layer of the shadow maps.
        const float LampRadius = 0.3f, BallRadius = 0.15f;
        Lens = Lens with { Width = 160, Height = 160, VerticalFov = 1.7f, Exposure = 0.5f };
        (Eye, Target) = (new Vector3(-1.3f, -1.1f, -1.2f) * side, new Vector3(2) * side);
        Vector3[] axes = [Vector3.UnitX, Vector3.UnitY, Vector3.UnitZ, -Vector3.UnitX, -Vector3.UnitY, -Vector3.UnitZ];
        // Each face shows its ball elsewhere.
        Vector3[] balls = [.. axes.Select((axis, i) => 0.9f * axis + (0.16f * i - 0.4f) * axes[(i + 1) % 6])];
        void Build()
        {
            foreach (var axis in axes) Add(Quad(Diffuse(0.5f)), new Transform(2 * axis, Facing(axis), new Vector3(2)));
            var ball = Oracle.Shapes.Model("ball", Oracle.Shapes.Sphere(24, 16), Diffuse(0.5f));
            foreach (var place in balls) Add(ball, new Transform(place, Quaternion.Identity, new Vector3(BallRadius)));
        }

        var lamp = new PointLight { Intensity = 12, Radius = LampRadius };
        using var cast = Draw(lamp, Transform.Identity, Build);
        using var free = Draw(lamp with { CastsShadow = false }, Transform.Identity, Build);
        var view = Snapshot().Camera;
        var camera = new Oracle.OracleCamera(view);
        var (lit, shaded) = (0, 0);
        for (var i = 0; i < 160 * 160; i++)
        {
            if (free.InstanceIds[i] is 0 or > 6) continue;
            var ray = camera.Ray(i % 160 + 0.5, i / 160 + 0.5);
            var wall = Vector3.Transform(new Vector3((float)ray.X, (float)ray.Y, (float)ray.Z) * free.Depth[i], view.WorldFromView);
            // How far the line from the lamp's middle passes each ball, beyond what any line from the lamp to the wall needs to pass it.
            var room = balls.Min(place =>
            {
                var along = Vector3.Dot(place, wall) / wall.LengthSquared();
                return along <= 0 ? 1 : Vector3.Distance(along * wall, place) - BallRadius - LampRadius * (1 - along);
            });
            if (room > 0.08f)
            {
                lit++;
                Near(free.Color[4 * i], cast.Color[4 * i], 2, $"pixel {i % 160}, {i / 160} at {wall}");
            }
            else if (room < -0.25f)
            {
                shaded++;
                Assert.True(cast.Color[4 * i] < 0.9f * free.Color[4 * i], $"{cast.Color[4 * i]} of {free.Color[4 * i]} behind a ball, at {wall}");
            }
        }

        Assert.True(lit > 5000 && shaded > 60, $"{lit} lit, {shaded} shaded");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void KeptMaps_GiveTheSameBytesAsFreshOnes(string kind)
    {
        ModelNode? moved = null;
        void Build()
        {
            Add(Quad(Diffuse(0.5f)), new Transform(default, OnFloor, new Vector3(2)));
            moved = Add(Oracle.Shapes.Model("ball", Oracle.Shapes.Sphere(24, 16), Diffuse(0.5f)), new Transform(new Vector3(0, 0.4f, 0), Quaternion.Identity, new Vector3(0.2f)));
        }

        (Eye, Target) = (new Vector3(0, 1.5f, 2.5f), Vector3.Zero);
        using var first = Draw(kind, true, Build);
        using var kept = Render();
        Assert.Equal(first.Color.ToArray(), kept.Color.ToArray());
        var place = moved!.Local;
        moved.Local = place with { Translation = new Vector3(0.1f, 0.4f, 0) };
        using var other = Render();
        Assert.NotEqual(first.Color.ToArray(), other.Color.ToArray());
        moved.Local = place;
        using var back = Render();
        Assert.Equal(first.Color.ToArray(), back.Color.ToArray());
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(0.02f)]
    public void CubesFaces_MeetWithoutASeam(float radius)
    {
        // A lamp at a height of 1 with something above it needs a cube; a plate below it throws a shadow 3 m wide, across the lines in
        // which the faces meet on the floor, 1 m from the middle.
        Lens = Lens with { Width = 240, Height = 240, VerticalFov = 1.2f };
        (Eye, Target) = (new Vector3(0, 4, 0.001f), Vector3.Zero);
        void Build()
        {
            Add(Quad(Diffuse(0.5f)), new Transform(default, OnFloor, new Vector3(4)));
            Add(Quad(Diffuse(0.5f) with { DoubleSided = true }), new Transform(new Vector3(0, 0.7f, 0), OnFloor, new Vector3(0.45f)));
            Add(Oracle.Shapes.Model("cube", Oracle.Shapes.Cube(), Diffuse(0.5f)), new Transform(new Vector3(0, 1.6f, 0), Quaternion.Identity, new Vector3(0.05f)));
        }

        var lamp = new PointLight { Intensity = 20, Radius = radius };
        var at = Transform.At(new Vector3(0, 1, 0));
        using var cast = Draw(lamp, at, Build);
        using var free = Draw(lamp with { CastsShadow = false }, at, Build);
        for (var i = 0; i < free.InstanceIds.Length; i++)
        {
            if (free.InstanceIds[i] != 1) continue;
            var (x, y) = ((i % 240 + 0.5f - 120) / 175.4f * 4, (i / 240 + 0.5f - 120) / 175.4f * 4);
            var far = MathF.Max(MathF.Abs(x), MathF.Abs(y));
            // The penumbra of the plate's edge is 2·0.02·0.7/0.3 = 0.09 m wide; texels are 1 cm.
            if (far < 1.5f - 0.2f) Assert.True(cast.Color[4 * i] == 0, $"a light spot at {x:0.##}, {y:0.##}");
            else if (far > 1.5f + 0.2f) Near(free.Color[4 * i], cast.Color[4 * i], 2, $"{x:0.##}, {y:0.##}");
        }
    }

    [Fact]
    public void Cascades_OfAWideScene_AgreeWithRaysNearAndFar()
    {
        // Posts of 1 m along 60 m; the camera stands before the first. One map would have texels of 6 cm.
        Lens = Lens with { Width = 240, Height = 160, VerticalFov = 0.7f };
        (Eye, Target) = (new Vector3(1.2f, 1.2f, 2), new Vector3(0, 0.4f, -4));
        var post = Oracle.Shapes.Model("post", Oracle.Shapes.Cube(), Diffuse(0.6f) with { DoubleSided = true });
        void Build()
        {
            Add(Oracle.Shapes.Model("floor", Oracle.Shapes.Quad(), Diffuse(0.6f) with { DoubleSided = true }), new Transform(default, OnFloor, new Vector3(80)), null);
            for (var i = 0; i < 15; i++)
                for (var j = -1; j <= 1; j++)
                    Add(post, new Transform(new Vector3(j * 1.5f * (1 + i * 0.5f), 0.5f, -4f * i), Quaternion.Identity, new Vector3(0.12f, 0.5f, 0.12f)));
        }

        var sun = new DirectionalLight { AngularDiameter = 0, Irradiance = 2 };
        var at = Transform.LookingAt(new Vector3(-1, 1.1f, 0.6f), Vector3.Zero);
        using var cast = Draw(sun, at, Build);
        var snapshot = Snapshot();
        using var free = Draw(sun with { CastsShadow = false }, at, Build);
        var rays = new Oracle.ShadowOracle(snapshot, snapshot.Lights[0]);
        var lit = new bool[240 * 160];
        for (var i = 0; i < lit.Length; i++) lit[i] = float.IsFinite(cast.Depth[i]) && rays.IsLit(i % 240, i / 240, cast.Depth[i]);
        var (compared, dark) = (0, 0);
        for (var y = 3; y < 157; y++)
        {
            for (var x = 3; x < 237; x++)
            {
                var i = y * 240 + x;
                if (free.Color[4 * i] < 60 || cast.Depth[i] > 12) continue;
                var uniform = true;
                for (var k = 0; k < 49; k++) uniform &= lit[(y + k / 7 - 3) * 240 + x + k % 7 - 3] == lit[i];
                if (!uniform) continue;
                compared++;
                if (!lit[i]) dark++;
                // A texel beside a corner may lose a seventh of its light: 8 % in sRGB.
                Assert.True(lit[i] ? cast.Color[4 * i] >= 0.92 * free.Color[4 * i] - 3 : cast.Color[4 * i] <= 3, $"pixel {x}, {y} at {cast.Depth[i]:0.#} m is {cast.Color[4 * i]} of {free.Color[4 * i]}, and {(lit[i] ? "lit" : "dark")}");
            }
        }

        Assert.True(compared > 10000 && dark > 300, $"{compared} compared, {dark} dark");
    }

    private static Quaternion OnFloor { get; } = Quaternion.CreateFromAxisAngle(Vector3.UnitX, -MathF.PI / 2);

    private RenderedFrame Draw(string kind, bool castsShadow, Action build, Vector3? from = null) =>
        Draw(Lights[kind] with { CastsShadow = castsShadow }, Transform.LookingAt(from ?? LightPlace, Vector3.Zero), build);

    private RenderedFrame Draw(Light light, Transform at, Action build)
    {
        NewScene();
        build();
        Scene.AddLight(light, at);
        return Render();
    }
}

using System.Numerics;
using SynthRender.DeviceTests.Oracle;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Materials;
using SynthRender.Rendering;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>What nearby surfaces keep off of the light from everywhere.</summary>
public sealed class AmbientOcclusionTests(ValidatedDevice device) : RenderingTest(device)
{
    private static readonly Material White = Diffuse(1) with { SpecularFactor = 0 };
    private static readonly Quaternion OnFloor = Quaternion.CreateFromAxisAngle(Vector3.UnitX, -MathF.PI / 2);

    [Theory]
    [InlineData(0f, 0f)]
    [InlineData(0.9f, 0.3f)]
    [InlineData(-0.4f, -1.2f)]
    public void OpenPlane_IsNotOccluded(float yaw, float pitch)
    {
        Lens = Lens with { Width = 160, Height = 120 };
        Add(Quad(White), new Transform(default, Quaternion.CreateFromYawPitchRoll(yaw, pitch, 0.2f), new Vector3(3)));
        Surround(0.6f, new AmbientOcclusion { Radius = 0.5f });
        using var frame = Render();
        // 1% of light is 1.1 steps here.
        for (var i = 0; i < frame.InstanceIds.Length; i++)
            if (frame.InstanceIds[i] == 1) Near(Srgb(0.6), frame.Color[4 * i], 1.1 + 0.5, $"pixel {i % 160}, {i / 160}");
    }

    [Fact]
    public void Corner_DarkensAsItsWallHidesTheSky()
    {
        // A floor and a wall that meet in x = 0 as the camera looks down on them. At a distance x a wall of any height hides, within
        // a sphere of radius R around the point, (φ − (x/R)²·tan φ)/π of a cosine-weighted sky, with cos φ = x/R.
        const float radius = 0.4f;
        Lens = Lens with { Width = 320, Height = 240, VerticalFov = 0.7f };
        (Eye, Target) = (new Vector3(1.2f, 1.4f, 0), new Vector3(0.2f, 0.1f, 0));
        Add(Quad(White), new Transform(default, OnFloor, new Vector3(3)));
        Add(Quad(White), new Transform(new Vector3(0, 1, 0), Quaternion.CreateFromAxisAngle(Vector3.UnitY, MathF.PI / 2), new Vector3(3, 3, 1)));
        Surround(0.7f, new AmbientOcclusion { Radius = radius });
        var snapshot = Snapshot();
        using var frame = Renderer.Render(snapshot);
        var camera = new OracleCamera(snapshot.Camera);
        var places = new HashSet<int>();
        for (var y = 0; y < 240; y += 3)
        {
            var i = y * 320 + 160;
            if (frame.InstanceIds[i] != 1) continue;
            var ray = camera.Ray(160.5, y + 0.5) * frame.Depth[i];
            var x = Vector3.Transform(new Vector3((float)ray.X, (float)ray.Y, (float)ray.Z), snapshot.Camera.WorldFromView).X;
            if (x < 0.02f || x > 1) continue;
            var ratio = x / radius;
            var phi = ratio < 1 ? Math.Acos(ratio) : 0;
            var hidden = (phi - ratio * ratio * Math.Tan(phi)) / Math.PI;
            // 7%: occluders fade out around the radius instead of ending at it, and the image holds few samples of the wall.
            Near(1 - hidden, Linear(frame.Color[4 * i]) / 0.7, 0.07, $"{x:0.###} m from the wall");
            places.Add((int)(10 * x));
        }

        Assert.True(places.Count >= 7, $"{places.Count} places");
    }

    [Fact]
    public void BoxOnAFloor_HasAContactShadow()
    {
        Lens = Lens with { Width = 160, Height = 120 };
        (Eye, Target) = (new Vector3(0, 1.5f, 2), Vector3.Zero);
        void Build()
        {
            Add(Quad(White), new Transform(default, OnFloor, new Vector3(3)));
            Add(Oracle.Shapes.Model("box", Oracle.Shapes.Cube(), White), new Transform(new Vector3(0, 0.2f, 0), Quaternion.Identity, new Vector3(0.2f)));
            Surround(0.6f, new AmbientOcclusion { Radius = 0.3f });
        }

        Build();
        var camera = new OracleCamera(Snapshot().Camera);
        using var frame = Render();
        var (foot, footY) = camera.Project(camera.ToView(new Vector3d(0, 0, 0.22)));
        var (open, openY) = camera.Project(camera.ToView(new Vector3d(0.9, 0, 0.3)));
        Assert.True(At(frame, (int)foot, (int)footY).X < Srgb(0.6 * 0.75));
        Near(Srgb(0.6), At(frame, (int)open, (int)openY).X, 1.6, "open floor");
        using var again = Render();
        Assert.Equal(frame.Color.ToArray(), again.Color.ToArray());
    }

    [Theory]
    [InlineData(0.001f)]
    [InlineData(1000f)]
    public void ByDefault_ItIsAsWideAsTheViewAsks(float size)
    {
        Lens = Lens with { Width = 160, Height = 120 };
        RenderedFrame Draw(float scale)
        {
            NewScene();
            Surround(0.6f, new Scene().AmbientOcclusion);
            (Eye, Target) = (new Vector3(0, 1.5f, 2) * scale, Vector3.Zero);
            Lens = Lens with { Near = 0.05f * scale, Far = 100 * scale };
            Add(Quad(White), new Transform(default, OnFloor, new Vector3(3 * scale)));
            Add(Oracle.Shapes.Model("box", Oracle.Shapes.Cube(), White), new Transform(new Vector3(0, 0.2f * scale, 0), Quaternion.Identity, new Vector3(0.2f * scale)));
            return Render();
        }

        using var one = Draw(1);
        using var other = Draw(size);
        var darkest = 255;
        for (var i = 0; i < one.InstanceIds.Length; i++)
        {
            // Rounding may move a sample by a pixel, and with it one of the 256 around a place.
            Near(one.Color[4 * i], other.Color[4 * i], 4, $"pixel {i % 160}, {i / 160}");
            darkest = Math.Min(darkest, one.Color[4 * i]);
        }

        Assert.True(darkest < Srgb(0.6 * 0.75), $"The foot of the box shows {darkest}; without occlusion it would show {Srgb(0.6):0}.");
    }

    [Fact]
    public void RoundThing_DarkensAFloorEvenlyAllAround()
    {
        // A ball on a floor, seen from straight above: what is as far from it is as dark.
        Lens = Lens with { Width = 320, Height = 240, VerticalFov = 0.7f };
        (Eye, Target) = (new Vector3(0, 3, 0.001f), Vector3.Zero);
        Add(Quad(White), new Transform(default, OnFloor, new Vector3(3)));
        Add(Oracle.Shapes.Model("ball", Oracle.Shapes.Sphere(32, 64), White), new Transform(new Vector3(0, 0.3f, 0), Quaternion.Identity, new Vector3(0.3f)));
        Surround(0.6f, new AmbientOcclusion());
        using var frame = Render();
        foreach (var radius in (int[])[46, 54, 62])
        {
            var around = new List<double>();
            for (var k = 0; k < 64; k++)
            {
                var (sin, cos) = Math.SinCos(2 * Math.PI * k / 64);
                var (x, y) = ((int)(160 + radius * cos), (int)(120 + radius * sin));
                if (frame.InstanceIds[y * 320 + x] == 1) around.Add(Linear(frame.Color[4 * (y * 320 + x)]) / 0.6);
            }

            Assert.Equal(64, around.Count);
            // 6%: a block of pixels has one sample of the ball's outline.
            Assert.True(around.Max() - around.Min() < 0.06, $"{radius} pixels from the middle: {string.Join(" ", around.Select(a => $"{a:0.00}"))}");
            if (radius == 46) Assert.True(around.Average() < 0.99, $"beside the ball: {around.Average():0.000}");
        }
    }

    [Theory]
    [InlineData(0f, 1f, false)]
    [InlineData(0.5f, 0f, false)]
    [InlineData(0.5f, 1f, true)]
    public void NothingIsDone_WhereNoLightComesFromEverywhere(float radiance, float strength, bool done)
    {
        Add(Quad(White), Transform.Identity);
        Surround(radiance, new AmbientOcclusion { Strength = strength });
        Renderer.Timings = new PassTimings();
        using var frame = Render();
        Assert.Equal(done, Renderer.Timings.Passes.Contains("occlusion"));
        Renderer.Timings = null;
    }

    [Fact]
    public void LampsAreLeftAlone_AndSoIsTheDepth()
    {
        Lens = Lens with { Width = 160, Height = 120 };
        (Eye, Target) = (new Vector3(0, 1.5f, 2), Vector3.Zero);
        RenderedFrame Draw(AmbientOcclusion? occlusion)
        {
            NewScene();
            Add(Quad(White), new Transform(default, OnFloor, new Vector3(3)));
            Add(Oracle.Shapes.Model("box", Oracle.Shapes.Cube(), White), new Transform(new Vector3(0, 0.2f, 0), Quaternion.Identity, new Vector3(0.2f)));
            Scene.AddLight(new PointLight { Intensity = 5 }, Transform.At(new Vector3(1, 2, 1)));
            Scene.AmbientOcclusion = occlusion;
            return Render();
        }

        using var with = Draw(new AmbientOcclusion());
        using var without = Draw(null);
        Assert.Equal(without.Color.ToArray(), with.Color.ToArray());
        Assert.Equal(without.Depth.ToArray(), with.Depth.ToArray());
        Assert.Equal(without.InstanceIds.ToArray(), with.InstanceIds.ToArray());
    }

    private void Surround(float radiance, AmbientOcclusion? occlusion)
    {
        Scene.Surroundings = Surroundings.Uniform(new Vector3(radiance));
        Scene.AmbientOcclusion = occlusion;
    }
}

using System.Numerics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Datasets.Labelers;
using SynthRender.DeviceTests.Cli;
using SynthRender.DeviceTests.Oracle;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Materials;
using Shapes = SynthRender.DeviceTests.Oracle.Shapes;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>Which keypoints are seen, against every triangle's meeting with the straight line to them.</summary>
public sealed class KeypointSightTests(ValidatedDevice device, ITestOutputHelper output) : RenderingTest(device)
{
    private const float OnTheSkin = 0.02f;

    public enum Body
    {
        /// <summary>30 cm.</summary>
        Cube,

        /// <summary>A cone of 4 cm, tip and rim.</summary>
        Cone,

        /// <summary>Half a metre long, 2 cm wide, 2 mm thick.</summary>
        Blade,

        /// <summary>A cone 80 cm long and 8 mm thick: thinner than a pixel near its tip, and everywhere from afar.</summary>
        Needle,

        /// <summary>An L, with a corner that looks inward.</summary>
        Stair,

        /// <summary>Thousands of triangles, drawn in several levels of detail.</summary>
        Ball,
    }

    [Theory]
    [InlineData(Body.Cube)]
    [InlineData(Body.Cone)]
    [InlineData(Body.Blade)]
    [InlineData(Body.Needle)]
    [InlineData(Body.Stair)]
    [InlineData(Body.Ball)]
    public void Vertices_are_seen_as_the_line_to_them_says(Body body)
    {
        var asset = Make(body, out var places);
        // Half a pixel's slope is allowed, and a level of detail may move an outline by half a pixel.
        var within = body == Body.Ball ? 1 : 0.5;
        var (seen, hidden, falselyHidden, falselySeen, contested) = (0, 0, 0, 0, 0);
        foreach (var distance in (ReadOnlySpan<float>)[3, 8, 16])
        {
            for (var pose = 0; pose < 6; pose++)
            {
                var snapshot = Before(asset, places, distance, pose);
                using var frame = Renderer.Render(snapshot);
                var truth = new KeypointTruth(snapshot);
                foreach (var found in ((KeypointLabel)new KeypointLabeler().Label(frame)).Instances)
                {
                    var instance = snapshot.Instances[(int)found.Id - 1];
                    for (var k = 0; k < found.Keypoints.Length; k++)
                    {
                        if (found.Keypoints[k].Visibility == KeypointVisibility.Outside) continue;
                        var isSeen = truth.IsSeen(instance, instance.Keypoints[k]);
                        var labelled = found.Keypoints[k].Visibility == KeypointVisibility.Visible;
                        if (isSeen) seen++;
                        else hidden++;
                        if (isSeen && !labelled) falselyHidden++;
                        if (!isSeen && labelled)
                        {
                            if (truth.IsSeenNearby(instance, instance.Keypoints[k], within)) contested++;
                            else falselySeen++;
                        }
                    }
                }
            }
        }

        output.WriteLine($"{body}: of {seen} seen {falselyHidden} are labelled hidden; of {hidden} hidden {falselySeen} seen, {contested} within {within} px of being so");
        Assert.True(seen > 50 && hidden >= (body == Body.Needle ? 1 : 10), $"{seen} seen, {hidden} hidden");
        Assert.Equal(0, falselyHidden);
        Assert.Equal(0, falselySeen);
    }

    [Fact]
    public void A_cubes_corner_is_seen_when_a_face_beside_it_faces_the_eye()
    {
        var asset = GltfLoader.Load(CommandLine.Fault("keypoint_corner_hidden", "cube02.glb"));
        var (faces, away) = (0, 0);
        foreach (var distance in (ReadOnlySpan<float>)[3, 8, 16])
        {
            for (var pose = 0; pose < 8; pose++)
            {
                NewScene();
                var turn = new Dice((ulong)(100 * distance) + (ulong)pose).Turn();
                Add(asset, new Transform(Vector3.Zero, turn, Vector3.One), label: null);
                var camera = Scene.AddCamera(256, 256, 0.7f);
                camera.Label(new KeypointLabeler());
                var eye = new Vector3(0, 0, distance);
                camera.LookAt(eye, Vector3.Zero);
                using var frame = Renderer.Render(SnapshotBuilder.Capture(Scene, camera, 0, []));
                var found = ((KeypointLabel)new KeypointLabeler().Label(frame)).Instances[0];
                for (var k = 0; k < 8; k++)
                {
                    var corner = frame.Snapshot.Instances[0].Keypoints[k].World;
                    var own = Vector3.Transform(corner, Quaternion.Inverse(turn));
                    Vector3[] normals = [new(MathF.Sign(own.X), 0, 0), new(0, MathF.Sign(own.Y), 0), new(0, 0, MathF.Sign(own.Z))];
                    var isFaced = normals.Any(n => Vector3.Dot(Vector3.Transform(n, turn), eye - corner) > 1e-4f);
                    if (isFaced) faces++;
                    else if (found.Keypoints[k].Visibility == KeypointVisibility.Hidden) away++;
                    Assert.False(
                        isFaced && found.Keypoints[k].Visibility != KeypointVisibility.Visible,
                        $"corner {k} at {found.Keypoints[k].X}, {found.Keypoints[k].Y} in pose {pose} at {distance} m is {found.Keypoints[k].Visibility}");
                }
            }
        }

        Assert.True(faces > 100 && away >= 20, $"{faces} corners faced the eye, {away} others were hidden");
    }

    [Fact]
    public void What_is_hidden_by_another_stays_hidden_however_near_it_is()
    {
        foreach (var distance in (ReadOnlySpan<float>)[2, 16])
        {
            // A sheet a millimetre before a corner of a cube, wider than it: at 16 m a pixel is 23 cm.
            var cube = Shapes.Model("cube", Shapes.Cube());
            var stage = new Stage(new Lens(96, 96, 1.2f), Matrix4x4.CreateTranslation(0, 0, distance + 1))
                .Add(cube, Matrix4x4.Identity, keypoints: [new FrameKeypoint(new Vector3(1, 1, 1), OnTheSkin), new FrameKeypoint(new Vector3(-1, -1, 1), OnTheSkin)])
                .Add(Quad(Diffuse(0.5f)), Matrix4x4.CreateScale(0.5f) * Matrix4x4.CreateTranslation(1, 1, 1.001f));
            using var frame = Renderer.Render(stage.Freeze(0, new KeypointLabeler()));
            Assert.Equal([KeypointVisibility.Hidden, KeypointVisibility.Visible], Visibility(frame));
        }
    }

    [Fact]
    public void A_tip_that_no_pixel_shows_is_seen_unless_something_is_before_it()
    {
        var asset = Make(Body.Needle, out var places);
        var tip = new FrameKeypoint(Vector3.Transform(places[0], Matrix4x4.CreateRotationZ(0.3f)), OnTheSkin);
        var stage = new Stage(new Lens(96, 96, 0.7f), Matrix4x4.CreateTranslation(0, 0, 3)).Add(asset, Matrix4x4.CreateRotationZ(0.3f), keypoints: [tip]);
        using var open = Renderer.Render(stage.Freeze(0, new KeypointLabeler()));
        var at = open.Snapshot.Camera.Project(tip.World);
        for (var y = (int)at.Y - 1; y <= (int)at.Y + 1; y++)
            for (var x = (int)at.X - 1; x <= (int)at.X + 1; x++)
                Assert.Equal(0u, open.InstanceIds[y * 96 + x]);
        Assert.Equal([KeypointVisibility.Visible], Visibility(open));

        stage.Add(Quad(Diffuse(0.5f)), Matrix4x4.CreateScale(0.05f) * Matrix4x4.CreateTranslation(tip.World + new Vector3(0, 0, 0.03f)));
        using var covered = Renderer.Render(stage.Freeze(0, new KeypointLabeler()));
        Assert.Equal([KeypointVisibility.Hidden], Visibility(covered));
    }

    [Fact]
    public void A_floor_that_runs_on_behind_the_camera_hides_what_is_below_it()
    {
        var floor = Matrix4x4.CreateScale(40) * Matrix4x4.CreateRotationX(-MathF.PI / 2);
        var stage = new Stage(new Lens(96, 96, 0.7f), Matrix4x4.CreateRotationX(-0.3f) * Matrix4x4.CreateTranslation(0, 1, 3))
            .Add(
                Shapes.Model("cube", Shapes.Cube()), Matrix4x4.CreateScale(0.3f) * Matrix4x4.CreateTranslation(0, 0.2f, 0),
                keypoints: [new FrameKeypoint(new Vector3(0.3f, 0.5f, 0.3f), OnTheSkin), new FrameKeypoint(new Vector3(0.3f, -0.1f, 0.3f), OnTheSkin)])
            .AddBackground(Shapes.Model("floor", Shapes.Quad()), floor);
        using var frame = Renderer.Render(stage.Freeze(0, new KeypointLabeler()));
        Assert.Equal([KeypointVisibility.Visible, KeypointVisibility.Hidden], Visibility(frame));
    }

    [Fact]
    public void The_holes_of_a_cut_out_hide_nothing()
    {
        // Bars of a centimetre with gaps of one, before the corners of a cube at 12 m, where a pixel is 9 cm.
        var bars = Texture(2, 1, (x, _) => new Color4(90, 90, 90, (byte)(255 * x)));
        var fence = Diffuse(0.5f) with { AlphaMode = AlphaMode.Mask, BaseColorTexture = new TextureSlot(bars) { Linear = false, Scale = new Vector2(100, 1) } };
        Vector3[] at = [new(0.405f, 0.1f, 0), new(0.415f, 0.1f, 0), new(-0.395f, 0.1f, 0), new(-0.385f, 0.1f, 0)];
        var stage = new Stage(new Lens(96, 96, 0.7f), Matrix4x4.CreateTranslation(0, 0, 12))
            .Add(Shapes.Model("card", Shapes.Quad()), Matrix4x4.Identity, keypoints: [.. at.Select(p => new FrameKeypoint(p, OnTheSkin))])
            .Add(Shapes.Model("fence", Shapes.Quad(), fence), Matrix4x4.CreateTranslation(0, 0, 0.001f));
        using var frame = Renderer.Render(stage.Freeze(0, new KeypointLabeler()));
        Assert.Equal(
            [KeypointVisibility.Visible, KeypointVisibility.Hidden, KeypointVisibility.Visible, KeypointVisibility.Hidden], Visibility(frame));
    }

    private static IEnumerable<KeypointVisibility> Visibility(RenderedFrame frame) =>
        ((KeypointLabel)new KeypointLabeler().Label(frame)).Instances[0].Keypoints.Select(k => k.Visibility);

    /// <summary>The body at random poses, before it, in every other, a smaller cube.</summary>
    private static FrameSnapshot Before(ModelAsset asset, Vector3[] places, float distance, int pose)
    {
        var dice = new Dice((ulong)(1000 * distance) + (ulong)pose);
        var world = Matrix4x4.CreateFromQuaternion(dice.Turn()) * Matrix4x4.CreateTranslation(dice.Inside(new Vector3(-0.2f), new Vector3(0.2f)));
        var stage = new Stage(new Lens(96, 96, 0.25f), Matrix4x4.CreateTranslation(0, 0, distance));
        stage.Add(asset, world, keypoints: [.. places.Select(p => new FrameKeypoint(Vector3.Transform(p, world), OnTheSkin))]);
        if (pose % 2 == 0)
        {
            var before = Matrix4x4.CreateScale(0.12f) * Matrix4x4.CreateFromQuaternion(dice.Turn()) * Matrix4x4.CreateTranslation(dice.Inside(new Vector3(-0.2f, -0.2f, 0.5f), new Vector3(0.2f, 0.2f, 0.6f)));
            stage.Add(Shapes.Model("before", Shapes.Cube()), before);
        }

        return stage.Freeze(pose, new KeypointLabeler());
    }

    private static ModelAsset Make(Body body, out Vector3[] places)
    {
        var primitive = body switch
        {
            Body.Cube => Scaled(Shapes.Cube(), new Vector3(0.15f)),
            Body.Cone => Cone(0.04f, 0.3f, 24),
            Body.Blade => Scaled(Shapes.Cube(), new Vector3(0.01f, 0.25f, 0.001f)),
            Body.Needle => Cone(0.004f, 0.8f, 12),
            Body.Stair => Stair(),
            _ => Scaled(Shapes.Sphere(64, 32), new Vector3(0.2f)),
        };
        places = [.. primitive.Positions.ToArray().Distinct().Where((_, i) => body != Body.Ball || i % 61 == 0)];
        return Shapes.Model(body.ToString(), primitive);
    }

    private static PrimitiveAsset Scaled(PrimitiveAsset primitive, Vector3 by) => Shapes.Primitive(
        [.. primitive.Positions.ToArray().Select(p => p * by)], [.. primitive.Indices.Span], [.. primitive.TexCoords0.Span]);

    /// <summary>The tip is the first vertex; closed at the bottom.</summary>
    private static PrimitiveAsset Cone(float radius, float height, int sides)
    {
        var positions = new List<Vector3> { new(0, height / 2, 0), new(0, -height / 2, 0) };
        var indices = new List<uint>();
        for (var i = 0; i < sides; i++)
        {
            var (sin, cos) = MathF.SinCos(2 * MathF.PI * i / sides);
            positions.Add(new Vector3(radius * sin, -height / 2, radius * cos));
            var (here, next) = ((uint)i + 2, (uint)((i + 1) % sides) + 2);
            indices.AddRange([0, here, next, 1, next, here]);
        }

        return Shapes.Primitive([.. positions], [.. indices], new Vector2[positions.Count]);
    }

    private static PrimitiveAsset Stair()
    {
        Vector2[] outline = [new(-0.2f, -0.2f), new(0.2f, -0.2f), new(0.2f, 0), new(0, 0), new(0, 0.2f), new(-0.2f, 0.2f)];
        Vector3[] positions = [.. outline.Select(p => new Vector3(p, 0.1f)), .. outline.Select(p => new Vector3(p, -0.1f))];
        uint[] front = [0, 1, 2, 0, 2, 3, 0, 3, 4, 0, 4, 5];
        var indices = new List<uint>(front);
        for (var i = 0; i < front.Length; i += 3) indices.AddRange([6 + front[i], 6 + front[i + 2], 6 + front[i + 1]]);
        for (uint i = 0; i < 6; i++)
        {
            var next = (i + 1) % 6;
            indices.AddRange([i, i + 6, next, next, i + 6, next + 6]);
        }

        return Shapes.Primitive(positions, [.. indices], new Vector2[12]);
    }
}

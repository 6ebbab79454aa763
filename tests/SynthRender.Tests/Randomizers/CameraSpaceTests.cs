using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Materials;
using SynthRender.Parameters;
using SynthRender.Randomizers;
using SynthRender.Scenarios;
using SynthRender.Tests.Scenarios;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Randomizers;

/// <summary>Cameras stand in the air, whatever the things around them are called. The camera's near plane is at 0.05 m.</summary>
public sealed class CameraSpaceTests
{
    private const int Frames = 60;

    // From the eye to a corner of the near plane: 0.05 m, 45° high, 4:3.
    private static readonly float Reach = 0.05f * MathF.Sqrt(1 + MathF.Pow(MathF.Tan(MathF.PI / 8), 2) * (1 + 16f / 9));

    [Theory]
    [InlineData(false, false, 1f)]
    [InlineData(true, false, 1f)] // double-sided, as most exported files are
    [InlineData(false, true, 1f)] // without a base and a top
    [InlineData(true, true, 1f)]
    [InlineData(false, false, -1f)] // mirrored
    [InlineData(true, true, -1f)]
    public void No_camera_stands_in_scenery(bool doubleSided, bool open, float scale)
    {
        var eyes = Eyes(s =>
        {
            for (var i = 0; i < 4; i++)
            {
                var (sin, cos) = MathF.SinCos(i * MathF.PI / 2);
                Pillar(s.Scene, new(4 * sin, 2, 4 * cos), doubleSided, open).Local = new Transform(new(4 * sin, 2, 4 * cos), Quaternion.Identity, new(scale, 1, 1));
            }
        });
        Assert.All(eyes, eye => Assert.True(OutsideOf(eye, 4) > Reach - 1e-4f, $"{eye}"));
        // Between the pillars cameras stand as before.
        Assert.InRange(eyes.Count(eye => new Vector2(eye.X, eye.Z).Length() is > 3 and < 5), Frames / 2, Frames);
    }

    [Fact]
    public void Scenery_counts_as_it_is_posed()
    {
        // The pillar stands at 40 m at rest; its node, its morph target or its joint brings it to 4 m.
        static ModelNode Posed(ModelAsset asset, Action<ModelNode> pose)
        {
            var node = new ModelNode("pillar", asset);
            pose(node);
            return node;
        }

        var poses = new Func<ModelNode>[]
        {
            () => Posed(MovingPillar(at: 40), n => n.Pose = n.Pose.SetItem(0, Transform.At(new(-36, 0, 0)))),
            () => Posed(MovingPillar(at: 40), n => n.MorphWeights = n.MorphWeights.SetItem(0, [0.5f])),
            () => Posed(SkinnedPillar(at: 40), n => n.Pose = n.Pose.SetItem(1, Transform.At(new(-36, 0, 0)))),
        };
        foreach (var make in poses)
        {
            var eyes = Eyes(s => s.Scene.Root.Add(make()), azimuth: Uniform(1.2, 1.9));
            Assert.All(eyes, eye => Assert.True(Outside(eye, new(4, 2, 0)) > Reach - 1e-4f, $"{eye}"));
        }
    }

    [Fact]
    public void In_a_room_a_camera_stands_in_the_air_and_not_in_the_rooms_pillar()
    {
        var eyes = Eyes(s =>
        {
            s.Scene.AddModel(Shapes.Room(11, 11, 4));
            Pillar(s.Scene, new(0, 2, 3), doubleSided: true, open: false);
        });
        Assert.All(eyes, eye => Assert.True(Outside(eye, new(0, 2, 3)) > Reach - 1e-4f && MathF.Max(MathF.Abs(eye.X), MathF.Abs(eye.Z)) < 5.5f - Reach + 1e-4f, $"{eye}"));
    }

    [Fact]
    public void A_room_and_its_pillar_may_be_one_mesh()
    {
        var room = Shapes.Room(9, 9, 4).Meshes[0].Primitives;
        var asset = Asset([.. room, .. Box(new(0, 2, 3), open: false)]);
        var eyes = Eyes(s => s.Scene.AddModel(asset));
        Assert.All(eyes, eye => Assert.True(Outside(eye, new(0, 2, 3)) > Reach - 1e-4f, $"{eye}"));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)] // around the camera alone it is a solid
    public void A_closed_surface_that_faces_outwards_is_a_room_when_the_target_stands_in_it(bool around, bool free)
    {
        // A double-sided hall of one layer, or such a block around the whole ring that cameras stand on, but not around the target.
        ScenarioRun Start() => Run(s =>
        {
            var (size, at) = around ? (new Vector3(20, 9, 20), new Vector3(0, 3, 0)) : (new Vector3(4, 9, 20), new Vector3(4.5f, 3, 0));
            var block = s.Scene.AddModel(Shapes.Box(size), Transform.At(at), name: "hall");
            block.Materials = [block.Materials[0] with { DoubleSided = true }];
        }, azimuth: Uniform(1.4, 1.7));
        if (free) Assert.Equal(0, Start().Sample(0)[0].FrameIndex);
        else Assert.Contains("'scene/hall'", Assert.Throws<FrameException>(() => Start().Sample(0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_solid_that_is_looked_at_is_no_room()
    {
        var run = SceneInCode.Start(s =>
        {
            var box = s.Scene.AddModel(Shapes.Box(new Vector3(4)), labeling: new Labeling("box"));
            box.Materials = [box.Materials[0] with { DoubleSided = true }];
            s.Scene.AddModel(Shapes.Plane(40, 40));
            s.Add(new CameraRandomizer { Distance = 1, LookAt = Vector3.Zero });
        });
        Assert.Contains("'scene/box'", Assert.Throws<FrameException>(() => run.Sample(0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_the_box_around_a_thing_there_may_be_air()
    {
        var eyes = Eyes(s => s.Scene.AddModel(Shapes.Table(12, 12, height: 3), labeling: new Labeling("table")), elevation: Uniform(0.1, 0.2));
        Assert.All(eyes, eye => Assert.InRange(eye.Y, 0, 2.97f));
        Assert.Equal(Frames, eyes.Count);
    }

    [Fact]
    public void The_near_plane_cuts_no_sheet()
    {
        // A wall of one layer, seen from either side; a camera may stand behind it.
        var eyes = Eyes(s => s.Scene.AddModel(Shapes.Plane(20, 20), new Transform(new(0, 0, 4), Quaternion.CreateFromAxisAngle(Vector3.UnitX, MathF.PI / 2), Vector3.One)), azimuth: Uniform(-0.3, 0.3));
        Assert.All(eyes, eye => Assert.True(MathF.Abs(eye.Z - 4) > Reach - 1e-4f, $"{eye}"));
        Assert.Contains(eyes, eye => eye.Z > 4);
        Assert.Contains(eyes, eye => eye.Z < 4);
    }

    [Fact]
    public void What_hangs_on_a_camera_is_not_in_its_way()
    {
        var eyes = Eyes(s => s.Scene.Cameras.Single().Add(new ModelNode("hood", Shapes.Box(new Vector3(0.2f)))));
        Assert.Equal(Frames, eyes.Count);
    }

    [Fact]
    public void Glass_is_stood_in_and_not_cut()
    {
        static void Aquarium(SceneInCode s)
        {
            var box = s.Scene.AddModel(Shapes.Box(new Vector3(12, 9, 12)), Transform.At(new(0, 3, 0)));
            box.Materials = [box.Materials[0] with { AlphaMode = AlphaMode.Blend }];
        }

        Assert.All(Eyes(Aquarium), eye => Assert.True(MathF.Abs(eye.X) < 6 - Reach + 1e-4f));
    }

    [Fact]
    public void A_frame_does_not_depend_on_the_ones_before()
    {
        static ScenarioRun Start() => Run(s => Pillar(s.Scene, new(0, 2, 4), doubleSided: true, open: true));
        var run = Start();
        var there = Enumerable.Range(0, 8).Select(i => SnapshotText.Of(run.Sample(i))).ToArray();
        Assert.Equal(there.Reverse(), Enumerable.Range(0, 8).Reverse().Select(i => SnapshotText.Of(Start().Sample(i))));
    }

    private static List<Vector3> Eyes(Action<SceneInCode> build, FloatParameter? azimuth = null, FloatParameter? elevation = null)
    {
        var run = Run(build, azimuth, elevation);
        return [.. Enumerable.Range(0, Frames).Select(frame => run.Sample(frame)[0].Camera.Position)];
    }

    // A thing at the origin, and cameras 3 to 5 m away.
    private static ScenarioRun Run(Action<SceneInCode> build, FloatParameter? azimuth = null, FloatParameter? elevation = null) => SceneInCode.Start(s =>
    {
        s.Scene.AddModel(Shapes.Box(new Vector3(0.5f)), Transform.At(new(0, 0.25f, 0)), new Labeling("thing"));
        build(s);
        s.Add(new CameraRandomizer
        {
            Distance = Uniform(3, 5),
            Azimuth = azimuth ?? Uniform(0, 2 * Math.PI),
            Elevation = elevation ?? Uniform(Units.Degrees(5), Units.Degrees(30)),
        });
    });

    /// <summary>How far a point is from the nearest of four pillars of 2×4×2 m around the origin; negative in one.</summary>
    private static float OutsideOf(Vector3 eye, float ring) => Enumerable.Range(0, 4).Min(i =>
        Outside(eye, new(ring * MathF.Sin(i * MathF.PI / 2), 2, ring * MathF.Cos(i * MathF.PI / 2))));

    private static float Outside(Vector3 eye, Vector3 middle)
    {
        var q = Vector3.Abs(eye - middle) - new Vector3(1, 2, 1);
        return Vector3.Max(q, Vector3.Zero).Length() + MathF.Min(MathF.Max(q.X, MathF.Max(q.Y, q.Z)), 0);
    }

    private static ModelNode Pillar(Scene scene, Vector3 at, bool doubleSided, bool open)
    {
        var node = scene.AddModel(Asset(Box(Vector3.Zero, open)), Transform.At(at), name: "pillar");
        node.Materials = [node.Materials[0] with { DoubleSided = doubleSided }];
        return node;
    }

    /// <summary>The primitive of a block of 2×4×2 m around a point; without its lower and upper side when it is open.</summary>
    private static ImmutableArray<PrimitiveAsset> Box(Vector3 at, bool open, Vector3 morph = default)
    {
        var box = Shapes.Box(new(2, 4, 2)).Meshes[0].Primitives[0];
        Vector3[] positions = [.. box.Positions.ToArray().Select(p => p + at)];
        uint[] indices = [.. box.Indices.ToArray().Chunk(3).Where(t => !open || !t.All(i => positions[i].Y == positions[t[0]].Y)).SelectMany(t => t)];
        var count = positions.Length;
        return
        [
            new PrimitiveAsset
            {
                Material = 0, Positions = positions, Normals = box.Normals, Indices = indices, Bounds = new BoundingBox(at - new Vector3(1, 2, 1), at + new Vector3(1, 2, 1)),
                MorphTargets = morph == default ? [] : [new MorphTarget(Enumerable.Repeat(morph, count).ToArray(), new Vector3[count], default)],
            },
        ];
    }

    private static ModelAsset Asset(ImmutableArray<PrimitiveAsset> primitives) => new(
        "made", [new NodeAsset("root", -1, Transform.Identity, 0, -1, [], -1, -1)],
        [new MeshAsset("mesh", [.. primitives.Select(With)], [])], [Material.Default], []);

    private static PrimitiveAsset With(PrimitiveAsset p) => new() { Material = 0, Positions = p.Positions, Normals = p.Normals, Indices = p.Indices, Bounds = p.Bounds };

    private static ModelAsset MovingPillar(float at) => new(
        "moving", [new NodeAsset("root", -1, Transform.Identity, 0, -1, [0], -1, -1)],
        [new MeshAsset("mesh", Box(new(at, 2, 0), open: false, morph: new(-72, 0, 0)), ["near"])], [Material.Default], []);

    private static ModelAsset SkinnedPillar(float at)
    {
        var box = Box(new(at, 2, 0), open: false)[0];
        var skinned = new PrimitiveAsset
        {
            Material = 0, Positions = box.Positions, Normals = box.Normals, Indices = box.Indices, Bounds = box.Bounds, InfluencesPerVertex = 4,
            Joints = new ushort[4 * box.VertexCount], Weights = Enumerable.Range(0, 4 * box.VertexCount).Select(i => i % 4 == 0 ? 1f : 0).ToArray(),
        };
        return new ModelAsset(
            "skinned",
            [new NodeAsset("root", -1, Transform.Identity, 0, 0, [], -1, -1), new NodeAsset("bone", -1, Transform.Identity, -1, -1, [], -1, -1)],
            [new MeshAsset("mesh", [skinned], [])], [Material.Default], [new SkinAsset("skin", [1], [Matrix4x4.Identity])]);
    }
}

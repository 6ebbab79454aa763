using System.Numerics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Oracle;

/// <summary>The ray caster against answers that need no ray caster.</summary>
public class RayCasterTests
{
    // At 90° the focal length is half the height: a plane at depth 32 shows one pixel per metre in 64 rows.
    private static readonly Lens Square64 = new(64, 64, MathF.PI / 2);
    private static readonly Material TwoSided = Material.Default with { DoubleSided = true };

    [Fact]
    public void A_square_before_the_camera_covers_the_pixels_whose_centres_it_holds()
    {
        // 20.5 wide and 10 high at one pixel per metre: x from 32−10.25 to 32+10.25, y from 27 to 37.
        var world = Matrix4x4.CreateScale(10.25f, 5, 1) * Matrix4x4.CreateTranslation(0, 0, -32);
        var image = RayCaster.Cast(new Stage(Square64, Matrix4x4.Identity).Add(Shapes.Model("quad", Shapes.Quad()), world).Freeze());
        for (var y = 0; y < 64; y++)
        {
            for (var x = 0; x < 64; x++)
            {
                var inside = x + 0.5 > 21.75 && x + 0.5 < 42.25 && y + 0.5 > 27 && y + 0.5 < 37;
                Assert.Equal(inside ? 1u : 0u, image[x, y].Id);
                // The focal length carries the float rounding of π/2.
                if (inside) Assert.Equal(32, image[x, y].Depth, 12);
                else Assert.Equal(double.PositiveInfinity, image[x, y].Depth);
            }
        }

        // Centre (22.5, 32.5) is 0.75 px from the left edge; centre (21.5, 32.5) is 0.25 px outside; the diagonal is a seam and no edge.
        Assert.Equal(0.75, image[22, 32].EdgeDistance, 1e-5);
        Assert.Equal(0.25, image[21, 32].EdgeDistance, 1e-5);
        Assert.Equal(double.PositiveInfinity, image[32, 32].EdgeDistance);
        Assert.Equal(2 * (20.5 + 10), image.OutlineLength, 1e-4);
    }

    [Fact]
    public void A_fine_sphere_is_an_analytic_sphere()
    {
        var (center, radius) = (new Vector3d(0.3, -0.2, -4), 1.2);
        var world = Matrix4x4.CreateScale(1.2f) * Matrix4x4.CreateTranslation(0.3f, -0.2f, -4);
        var lens = new Lens(96, 80, 0.8f);
        var image = RayCaster.Cast(new Stage(lens, Matrix4x4.Identity).Add(Shapes.Model("sphere", Shapes.Sphere(128, 96)), world).Freeze(), levelsOfDetail: false);
        var camera = new OracleCamera(new CameraView("c", lens, Matrix4x4.Identity));
        // The mesh lies inside the sphere by at most the sagitta r(1−cos(π/96)).
        var sagitta = radius * (1 - Math.Cos(Math.PI / 96)) + 1e-6;
        var hits = 0;
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                var ray = camera.Ray(x + 0.5, y + 0.5);
                var outer = Sphere(ray, center, radius + 1e-6);
                var inner = Sphere(ray, center, radius - sagitta);
                if (double.IsInfinity(outer)) Assert.Equal(0u, image[x, y].Id);
                if (double.IsInfinity(inner)) continue;
                hits++;
                Assert.Equal(1u, image[x, y].Id);
                Assert.InRange(image[x, y].Depth, outer, inner);
            }
        }

        Assert.InRange(hits, 1000, 3000);
    }

    [Fact]
    public void A_turned_cube_is_the_slabs_that_it_is_made_of()
    {
        var dice = new Dice(11);
        for (var trial = 0; trial < 4; trial++)
        {
            var world = Matrix4x4.CreateScale(dice.Inside(new Vector3(0.3f), new Vector3(1.2f))) *
                        Matrix4x4.CreateFromQuaternion(dice.Turn()) *
                        Matrix4x4.CreateTranslation(dice.Inside(new Vector3(-1, -1, 1), new Vector3(1, 1, 2)));
            var eye = Matrix4x4.CreateFromQuaternion(Quaternion.CreateFromYawPitchRoll(0.2f, -0.1f, 0.4f)) * Matrix4x4.CreateTranslation(1, 0, 6);
            var image = RayCaster.Cast(new Stage(new Lens(80, 60, 1f), eye).Add(Shapes.Model("cube", Shapes.Cube()), world).Freeze());
            var camera = new OracleCamera(new CameraView("c", new Lens(80, 60, 1f), eye));
            var cubeFromWorld = Affine.From(world).Inverse();
            for (var y = 0; y < 60; y++)
            {
                for (var x = 0; x < 80; x++)
                {
                    var worldFromView = Affine.From(eye);
                    var origin = cubeFromWorld.Transform(worldFromView.Translation);
                    var direction = cubeFromWorld.Transform(worldFromView.Transform(camera.Ray(x + 0.5, y + 0.5))) - origin;
                    var expected = Slabs(origin, direction);
                    if (image[x, y].EdgeDistance < 1e-9) continue;
                    Assert.Equal(double.IsInfinity(expected) ? 0u : 1u, image[x, y].Id);
                    if (!double.IsInfinity(expected)) Assert.Equal(expected, image[x, y].Depth, 1e-9);
                }
            }
        }
    }

    [Fact]
    public void Surfaces_are_cut_at_the_near_and_far_planes()
    {
        // A floor one metre below: the row y (from the middle, in pixels) shows it at depth 32/y.
        var floor = Matrix4x4.CreateScale(1000) * Matrix4x4.CreateRotationX(-MathF.PI / 2) * Matrix4x4.CreateTranslation(0, -1, 0);
        var lens = Square64 with { Near = 1.5f, Far = 9 };
        var image = RayCaster.Cast(new Stage(lens, Matrix4x4.Identity).Add(Shapes.Model("floor", Shapes.Quad()), floor).Freeze());
        for (var y = 0; y < 64; y++)
        {
            var depth = y < 32 ? double.PositiveInfinity : 32 / (y + 0.5 - 32);
            Assert.Equal(depth is >= 1.5 and <= 9 ? 1u : 0u, image[20, y].Id);
            if (image[20, y].Id == 1) Assert.Equal(depth, image[20, y].Depth, 1e-5);
        }

        // The near plane cuts the floor at y = 32 + 32/1.5 = 53.33, the far plane at 32 + 32/9 = 35.56.
        Assert.Equal(53.5 - (32 + 32 / 1.5), image[20, 53].EdgeDistance, 1e-5);
        Assert.Equal(32 + 32 / 9.0 - 35.5, image[20, 35].EdgeDistance, 1e-5);
    }

    [Fact]
    public void Back_faces_are_seen_only_when_the_material_is_double_sided_and_mirroring_turns_no_face_around()
    {
        var place = Matrix4x4.CreateTranslation(0, 0, -3);
        var turned = Matrix4x4.CreateRotationY(MathF.PI) * place;
        var mirrored = Matrix4x4.CreateScale(-1, 1, 1) * place;
        uint Middle(Matrix4x4 world, Material material) =>
            RayCaster.Cast(new Stage(Square64, Matrix4x4.Identity).Add(Shapes.Model("q", Shapes.Quad(), material), world).Freeze())[30, 30].Id;
        Assert.Equal(1u, Middle(place, Material.Default));
        Assert.Equal(0u, Middle(turned, Material.Default));
        Assert.Equal(1u, Middle(turned, TwoSided));
        Assert.Equal(1u, Middle(mirrored, Material.Default));
        Assert.Equal(0u, Middle(mirrored * Matrix4x4.CreateTranslation(0, 0, 3) * turned, Material.Default));
    }

    [Fact]
    public void Vertices_that_follow_one_joint_move_as_a_rigid_body_does()
    {
        var tube = Shapes.SkinnedTube(12, 8);
        var ones = Enumerable.Range(0, tube.VertexCount).SelectMany(_ => (float[])[0, 1, 0, 0]).ToArray();
        var bound = Shapes.Primitive([.. tube.Positions.Span], [.. tube.Indices.Span], [], 0, [.. tube.Joints.Span], ones);
        var skinned = Shapes.SkinnedModel(bound);
        var bend = Quaternion.CreateFromYawPitchRoll(0.3f, 0.7f, -0.4f);
        var pose = skinned.RestPose.SetItem(2, skinned.RestPose[2] with { Rotation = bend });
        var place = Matrix4x4.CreateTranslation(0.1f, 0, -4);
        var rigid = Shapes.Model("rigid", Shapes.Primitive([.. tube.Positions.Span], [.. tube.Indices.Span], []));
        // The upper joint sits at the origin of the bind pose, so its turn is the rigid body's.
        var expected = RayCaster.Cast(new Stage(Square64, Matrix4x4.Identity).Add(rigid, Matrix4x4.CreateFromQuaternion(bend) * place).Freeze());
        var actual = RayCaster.Cast(new Stage(Square64, Matrix4x4.Identity).Add(skinned, place, pose).Freeze());
        Assert.Equal(expected.Ids(), actual.Ids());
        Assert.Contains(1u, actual.Ids());
        foreach (var (a, b) in expected.Depth().Zip(actual.Depth()))
            if (float.IsFinite(a)) Assert.Equal(a, b, 1e-5f);
    }

    [Fact]
    public void Morph_targets_add_their_weighted_differences()
    {
        var quad = Shapes.Quad();
        var toward = new MorphTarget(new Vector3[] { new(0, 0, 1), new(0, 0, 1), new(0, 0, 1), new(0, 0, 1) }, default, default);
        var morphed = Shapes.Primitive([.. quad.Positions.Span], [.. quad.Indices.Span], [], morphTargets: [toward]);
        var image = RayCaster.Cast(new Stage(Square64, Matrix4x4.Identity)
            .Add(Shapes.Model("m", morphed), Matrix4x4.CreateTranslation(0, 0, -3), morphWeights: [[0.75f]]).Freeze());
        Assert.Equal(2.25, image[31, 31].Depth, 1e-6);
    }

    [Fact]
    public void Nearer_surfaces_win_and_the_gap_to_the_next_is_told()
    {
        // Two squares that cross along a vertical line in the middle: a turn by +45° takes the right side away from the camera.
        var tilt = Matrix4x4.CreateRotationY(MathF.PI / 4) * Matrix4x4.CreateTranslation(0, 0, -3);
        var back = Matrix4x4.CreateRotationY(-MathF.PI / 4) * Matrix4x4.CreateTranslation(0, 0, -3);
        var image = RayCaster.Cast(new Stage(Square64, Matrix4x4.Identity)
            .Add(Shapes.Model("a", Shapes.Quad()), tilt).Add(Shapes.Model("b", Shapes.Quad()), back).Freeze());
        // On the ray with slope s = (x − 32)/32 the planes z = −3 ∓ x lie at depth 3/(1 ± s).
        foreach (var x in (ReadOnlySpan<int>)[28, 31, 32, 35])
        {
            var slope = (x + 0.5 - 32) / 32;
            Assert.Equal(slope > 0 ? 2u : 1u, image[x, 31].Id);
            Assert.Equal(3 / (1 + Math.Abs(slope)), image[x, 31].Depth, 1e-5);
            Assert.Equal(3 / (1 - Math.Abs(slope)), image[x, 31].OtherDepth, 1e-5);
        }
    }

    [Fact]
    public void Alpha_cuts_masks_and_blended_surfaces_count_from_one_half()
    {
        // Four texels, alpha 0 255 / 255 0, read without filter.
        byte[] rgba = [0, 0, 0, 0, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 0];
        var checker = new TextureSlot(new TextureImage("checker", 2, 2, rgba)) { Linear = false, Mipmaps = false };
        var mask = Material.Default with { AlphaMode = AlphaMode.Mask, BaseColorTexture = checker };
        var place = Matrix4x4.CreateScale(10) * Matrix4x4.CreateTranslation(0, 0, -32);
        uint At(int x, int y, Material material) =>
            RayCaster.Cast(new Stage(Square64, Matrix4x4.Identity).Add(Shapes.Model("q", Shapes.Quad(), material), place).Freeze())[x, y].Id;
        Assert.Equal(0u, At(27, 27, mask));
        Assert.Equal(1u, At(37, 27, mask));
        Assert.Equal(1u, At(27, 37, mask));
        Assert.Equal(0u, At(37, 37, mask));
        Assert.Equal(1u, At(27, 27, mask with { AlphaMode = AlphaMode.Opaque }));
        Material Glass(float alpha) => Material.Default with { AlphaMode = AlphaMode.Blend, BaseColorFactor = new Vector4(1, 1, 1, alpha) };
        Assert.Equal(1u, At(30, 30, Glass(0.51f)));
        Assert.Equal(0u, At(30, 30, Glass(0.49f)));
    }

    [Fact]
    public void Alpha_near_the_cutoff_is_told_as_unsure()
    {
        // A ramp of alpha across the square: the cutoff 0.5 falls in its middle, between texels of 0.4 and 0.6.
        var rgba = new byte[4 * 5];
        for (var i = 0; i < 5; i++) rgba[4 * i + 3] = (byte)(51 * (i + (i > 1 ? 1 : 0)));
        var ramp = new TextureSlot(new TextureImage("ramp", 5, 1, rgba)) { WrapU = TextureWrap.ClampToEdge, Mipmaps = false };
        var material = Material.Default with { AlphaMode = AlphaMode.Mask, BaseColorTexture = ramp };
        var place = Matrix4x4.CreateScale(25) * Matrix4x4.CreateTranslation(0, 0, -32);
        var image = RayCaster.Cast(new Stage(Square64, Matrix4x4.Identity).Add(Shapes.Model("q", Shapes.Quad(), material), place).Freeze());
        Assert.Equal((0u, false), (image[12, 32].Id, image[12, 32].AlphaUnsure));
        Assert.Equal((1u, false), (image[52, 32].Id, image[52, 32].AlphaUnsure));
        // Texels are 10 px wide: alpha rises by 0.04 per pixel there, so the slack of 2/255 leaves one pixel at most in doubt.
        Assert.InRange(Enumerable.Range(0, 64).Count(x => image[x, 32].AlphaUnsure), 0, 1);
    }

    private static double Sphere(Vector3d ray, Vector3d center, double radius)
    {
        var (a, b, c) = (ray.Dot(ray), ray.Dot(center), center.Dot(center) - radius * radius);
        var root = b * b - a * c;
        return root < 0 ? double.PositiveInfinity : (b - Math.Sqrt(root)) / a;
    }

    private static double Slabs(Vector3d origin, Vector3d direction)
    {
        var (enter, leave) = (0.0, double.PositiveInfinity);
        foreach (var (o, d) in (ReadOnlySpan<(double, double)>)[(origin.X, direction.X), (origin.Y, direction.Y), (origin.Z, direction.Z)])
        {
            var (first, second) = ((-1 - o) / d, (1 - o) / d);
            enter = Math.Max(enter, Math.Min(first, second));
            leave = Math.Min(leave, Math.Max(first, second));
        }

        return enter <= leave ? enter : double.PositiveInfinity;
    }
}

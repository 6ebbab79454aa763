using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Materials;

namespace SynthRender.Tests.Assets;

/// <summary>What levels of detail say of colours, alpha, UV sets, normals and joints, against a second measurement by brute force.</summary>
public sealed class LevelAttributeTests
{
    private const int Cells = 32;

    /// <summary>Functions of a flat sheet of 1 m: colours in squares, in a soft blend, in one spot; alpha in holes; a warped UV set; rippled normals.</summary>
    public static TheoryData<string> Kinds => new(["squares", "blend", "spot", "holes", "warp", "ripples"]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_wrong_is_no_farther_from_what_is_right_than_the_level_says(string kind)
    {
        var sheet = Sheet(kind);
        var levels = One(sheet).DetailOf(0).Levels;
        Assert.True(levels.Length >= 2);
        foreach (var level in levels.Skip(1))
        {
            var (list, errors) = (level.Indices[0].ToArray(), level.Errors);
            var points = Samples(sheet, list, 4).ToList();
            // Samples lie elsewhere than those of the measurement, by up to a cell.
            const double Cell = 1.5 / Cells;
            Assert.InRange(Farthest(points, p => Difference(p.Color, p.FullColor) > 0.02f), 0, errors.ColorMetres + Cell);
            Assert.InRange(Farthest(points, p => MathF.Abs(p.Color.W - p.FullColor.W) > 0.002f), 0, errors.AlphaMetres + Cell);
            foreach (var angle in (float[])[0.1f, 0.2f, 0.4f])
                Assert.InRange(angle * Farthest(points, p => Vector3.Dot(p.Normal, p.FullNormal) < MathF.Cos(angle)), 0, 1.4 * errors.ReliefMetres + angle * Cell);
            Assert.InRange(points.Max(p => Vector2.Distance(p.Uv1, p.FullUv1)), 0, errors.Slip1Metres * 1.3 + 1e-6);
        }

        // And the coarsest does err, in what varies and in nothing else.
        var coarsest = levels[^1].Errors;
        Assert.Equal(kind is "squares" or "blend" or "spot", coarsest.ColorMetres > 0);
        Assert.Equal(kind == "holes", coarsest.AlphaMetres > 0);
        Assert.Equal(kind == "warp", coarsest.Slip1Metres > 0.001f);
        Assert.Equal(kind == "ripples", coarsest.ReliefMetres > 0.001f);
    }

    [Fact]
    public void Colours_that_are_alike_over_large_parts_are_kept_by_levels_of_few_triangles()
    {
        var levels = One(Sheet("spot")).DetailOf(0).Levels;
        Assert.Contains(levels.Skip(1), l => l.Errors.ColorMetres == 0 && l.IndexCount < levels[0].IndexCount / 4);
    }

    [Theory]
    [InlineData("squares")]
    [InlineData("holes")]
    [InlineData("warp")]
    [InlineData("ripples")]
    public void A_camera_is_shown_no_level_whose_errors_it_would_see(string kind)
    {
        // Wherever the coarsest level is shown the sheet is a few pixels; the same sheet without the attribute has it much nearer.
        var (varied, plain) = (Onset(kind, kind), Onset("plain", kind));
        Assert.True(varied > 5 * plain, $"{kind}: from {varied} m, without from {plain} m");
        // What no material shows does not count: an opaque one no alpha, one without textures no UVs, one without light no normals.
        Assert.Equal(plain, kind == "squares" ? plain : Onset(kind, "nothing"), 0.01f * plain);
    }

    [Theory]
    [InlineData(0, 0, 0, 1)]
    [InlineData(0, 2, 0, 1)]
    [InlineData(3, 0, 0, 1)]
    [InlineData(0, 0, 0, 4)]
    [InlineData(1, 1, 1, 0.2f)]
    public void Joints_that_move_or_scale_do_not_move_a_level_farther_than_the_frame_says(float x, float y, float z, float scale)
    {
        var asset = Bent();
        var pose = asset.RestPose.SetItem(2, asset.RestPose[2] with { Translation = asset.RestPose[2].Translation + new Vector3(x, y, z), Scale = new Vector3(scale) });
        var model = Frame(asset, pose, Material.Default);
        var scaled = DetailSelection.Scale(model, 0);
        var posed = new Vector3[asset.Meshes[0].Primitives[0].VertexCount];
        PosedGeometry.InWorld(model).Positions(0, 0, posed);
        var full = asset.Meshes[0].Primitives[0].Indices.ToArray();
        foreach (var level in asset.DetailOf(0).Levels.Skip(1))
        {
            var coarse = level.Indices[0].ToArray();
            // From each vertex to the level: what the camera sees beside it.
            var farthest = full.Distinct().Max(v => Nearest(posed[v], posed, coarse));
            Assert.InRange(farthest, 0, 1.15 * scaled.SurfaceMetres(level) + 1e-6);
        }

        // At rest nothing is added.
        var rest = DetailSelection.Scale(Frame(asset, asset.RestPose, Material.Default), 0);
        Assert.Equal((1f, 0f), (rest.Stretch, rest.Apart));
        if (x + y + z > 0) Assert.True(scaled.Apart > 0.5f);
    }

    [Fact]
    public void Morph_weights_beyond_one_and_below_nought_count_with_what_they_leave_of_the_rest()
    {
        var sheet = Sheet("plain");
        var raised = new MorphTarget(sheet.Positions.ToArray().Select(p => new Vector3(0, p.X * p.X, 0)).ToArray(), default, default);
        var asset = One(new PrimitiveAsset
        {
            Material = 0, Positions = sheet.Positions, Normals = sheet.Normals, Indices = sheet.Indices, Bounds = sheet.Bounds, MorphTargets = [raised],
        });
        float Stretch(float weight) => DetailSelection.Scale(Frame(asset, asset.RestPose, Material.Default, weight), 0).Stretch;
        Assert.Equal((1f, 1f, 1f), (Stretch(0), Stretch(0.5f), Stretch(1)));
        Assert.Equal((3f, 3f), (Stretch(2), Stretch(-1)));
    }

    /// <summary>The distance from which the coarsest level of a sheet is shown.</summary>
    private static float Onset(string kind, string shown)
    {
        var asset = One(Sheet(kind));
        var slot = new TextureSlot(new TextureImage("t", 1, 1, new byte[] { 255, 255, 255, 255 })) { TexCoord = 1 };
        var material = shown switch
        {
            "holes" => Material.Default with { AlphaMode = AlphaMode.Mask },
            "warp" => Material.Default with { BaseColorTexture = slot },
            "nothing" => Material.Default with { Unlit = true },
            _ => Material.Default,
        };
        var (near, far) = (0.01f, 1e5f);
        while (far > 1.001f * near)
        {
            var middle = MathF.Sqrt(near * far);
            var view = new CameraView("camera", new Lens(640, 480, 0.6f) { Near = 0.001f, Far = 1e6f }, Matrix4x4.CreateLookAt(new Vector3(0.5f, middle, 0.5f), new Vector3(0.5f, 0, 0.5f), Vector3.UnitX) is var m && Matrix4x4.Invert(m, out var i) ? i : default);
            if (DetailSelection.Level(Frame(asset, asset.RestPose, material), 0, view) == asset.DetailOf(0).Levels.Length - 1) far = middle;
            else near = middle;
        }

        return far;
    }

    private static FrameModel Frame(ModelAsset asset, ImmutableArray<Transform> pose, Material material, float weight = 0)
    {
        var nodes = asset.ModelFromNodes(pose);
        return new FrameModel
        {
            Asset = asset, InstanceId = 1, WorldFromModel = Matrix4x4.Identity, WorldFromNodes = [.. nodes],
            WorldFromBind = [.. asset.Skins.Select(s => s.Joints.Select((j, i) => s.JointFromBind[i] * nodes[j]).ToImmutableArray())],
            MorphWeights = [.. asset.Nodes.Select(n => n.MorphWeights.Select(_ => weight).ToImmutableArray())], Materials = [material], CastsShadow = true,
        };
    }

    private static ModelAsset One(PrimitiveAsset primitive) => new(
        "sheet",
        [new NodeAsset("node", -1, Transform.Identity, 0, -1, [.. primitive.MorphTargets.Select(_ => 0f)], -1, -1)],
        [new MeshAsset("mesh", [primitive], [.. primitive.MorphTargets.Select((_, i) => $"target{i}")])],
        [Material.Default],
        []);

    /// <summary>A flat strip between two joints, whose weights change over in a curve: flat however its triangles lie, until the joints part.</summary>
    private static ModelAsset Bent()
    {
        var sheet = Sheet("plain");
        static float Upper(Vector3 p) => MathF.Pow(p.X, 3) * (p.Z < 0.5f ? 1 : 0.5f);
        var skinned = new PrimitiveAsset
        {
            Material = 0, Positions = sheet.Positions, Normals = sheet.Normals, Indices = sheet.Indices, Bounds = sheet.Bounds, InfluencesPerVertex = 4,
            Joints = sheet.Positions.ToArray().SelectMany(_ => (ushort[])[0, 1, 0, 0]).ToArray(),
            Weights = sheet.Positions.ToArray().SelectMany(p => (float[])[1 - Upper(p), Upper(p), 0, 0]).ToArray(),
        };
        return new ModelAsset(
            "strip",
            [
                new NodeAsset("mesh", -1, Transform.Identity, 0, 0, [], -1, -1),
                new NodeAsset("a", -1, Transform.Identity, -1, -1, [], -1, -1),
                new NodeAsset("b", 1, Transform.At(Vector3.UnitX), -1, -1, [], -1, -1),
            ],
            [new MeshAsset("mesh", [skinned], [])],
            [Material.Default],
            [new SkinAsset("skin", [1, 2], [Matrix4x4.Identity, Matrix4x4.CreateTranslation(-Vector3.UnitX)])]);
    }

    private static PrimitiveAsset Sheet(string kind)
    {
        var positions = new List<Vector3>();
        var indices = new List<uint>();
        for (var j = 0; j <= Cells; j++)
            for (var i = 0; i <= Cells; i++) positions.Add(new Vector3((float)i / Cells, 0, (float)j / Cells));
        for (uint j = 0; j < Cells; j++)
        {
            for (uint i = 0; i < Cells; i++)
            {
                var (a, c) = (j * (Cells + 1) + i, (j + 1) * (Cells + 1) + i);
                indices.AddRange([a, c, c + 1, a, c + 1, a + 1]);
            }
        }

        Vector4 Color(Vector3 p) => kind switch
        {
            "squares" => (int)(p.X * Cells / 2) % 2 == (int)(p.Z * Cells / 2) % 2 ? new Vector4(1, 0.2f, 0, 1) : new Vector4(0, 0, 0.8f, 1),
            "blend" => new Vector4(0.5f + 0.5f * MathF.Sin(9 * p.X), 0.5f + 0.5f * MathF.Cos(7 * p.Z), 0.5f, 1),
            "spot" => Vector2.Distance(new Vector2(p.X, p.Z), new Vector2(0.3f, 0.6f)) < 0.15f ? new Vector4(1, 0, 0, 1) : Vector4.One,
            _ => new Vector4(1, 1, 1, (int)(p.X * Cells / 3) % 2 == (int)(p.Z * Cells / 2) % 2 ? 1 : 0),
        };
        Vector3 Normal(Vector3 p) => kind == "ripples" ? Vector3.Normalize(new Vector3(0.8f * MathF.Sin(30 * p.X), 1, 0.8f * MathF.Cos(20 * p.Z))) : Vector3.UnitY;
        return new PrimitiveAsset
        {
            Material = 0, Positions = positions.ToArray(), Indices = indices.ToArray(), Normals = positions.Select(Normal).ToArray(),
            TexCoords1 = kind == "warp" ? positions.Select(p => new Vector2(p.X + 0.1f * MathF.Sin(9 * p.Z), p.Z)).ToArray() : default,
            Colors = kind is "squares" or "blend" or "spot" or "holes" ? positions.Select(Color).ToArray() : default,
            Bounds = new BoundingBox(Vector3.Zero, new Vector3(1, 0, 1)),
        };
    }

    private sealed record Point(Vector3 Place, Vector4 Color, Vector4 FullColor, Vector3 Normal, Vector3 FullNormal, Vector2 Uv1, Vector2 FullUv1);

    /// <summary>Points of a level and what full detail shows at the same place, which on a flat grid is found without a search.</summary>
    private static IEnumerable<Point> Samples(PrimitiveAsset sheet, uint[] list, int steps)
    {
        var positions = sheet.Positions.ToArray();
        foreach (var t in list.Chunk(3))
        {
            for (var i = 0; i <= steps; i++)
            {
                for (var j = 0; j <= steps - i; j++)
                {
                    var weights = new Vector3(i, j, steps - i - j) / steps;
                    var place = Mix(positions, t, weights);
                    var (u, v) = (Math.Clamp(place.X * Cells, 0, Cells), Math.Clamp(place.Z * Cells, 0, Cells));
                    var (x, y) = (Math.Min((int)u, Cells - 1), Math.Min((int)v, Cells - 1));
                    (u, v) = (u - x, v - y);
                    var a = (uint)(y * (Cells + 1) + x);
                    var c = a + Cells + 1;
                    var (full, at) = v >= u ? ((uint[])[a, c, c + 1], new Vector3(1 - v, v - u, u)) : ([a, c + 1, a + 1], new Vector3(1 - u, v, u - v));
                    yield return new Point(
                        place,
                        sheet.Colors.IsEmpty ? Vector4.One : Mix(sheet.Colors.ToArray(), t, weights), sheet.Colors.IsEmpty ? Vector4.One : Mix(sheet.Colors.ToArray(), full, at),
                        Vector3.Normalize(Mix(sheet.Normals.ToArray(), t, weights)), Vector3.Normalize(Mix(sheet.Normals.ToArray(), full, at)),
                        sheet.TexCoords1.IsEmpty ? default : Mix(sheet.TexCoords1.ToArray(), t, weights), sheet.TexCoords1.IsEmpty ? default : Mix(sheet.TexCoords1.ToArray(), full, at));
                }
            }
        }
    }

    private static Vector2 Mix(Vector2[] of, uint[] t, Vector3 w) => w.X * of[t[0]] + w.Y * of[t[1]] + w.Z * of[t[2]];

    private static Vector3 Mix(Vector3[] of, uint[] t, Vector3 w) => w.X * of[t[0]] + w.Y * of[t[1]] + w.Z * of[t[2]];

    private static Vector4 Mix(Vector4[] of, uint[] t, Vector3 w) => w.X * of[t[0]] + w.Y * of[t[1]] + w.Z * of[t[2]];

    /// <summary>As displayed: sRGB is a power of 1/2.2, about.</summary>
    private static float Difference(Vector4 a, Vector4 b)
    {
        static float Shown(float c) => MathF.Pow(MathF.Max(c, 0), 1 / 2.2f);
        return MathF.Max(MathF.Abs(Shown(a.X) - Shown(b.X)), MathF.Max(MathF.Abs(Shown(a.Y) - Shown(b.Y)), MathF.Abs(Shown(a.Z) - Shown(b.Z))));
    }

    private static double Farthest(List<Point> points, Predicate<Point> isWrong)
    {
        var right = points.Where(p => !isWrong(p)).Select(p => p.Place).Distinct().ToArray();
        return points.Where(p => isWrong(p)).Select(p => p.Place).Distinct().AsParallel().Select(p => (double)right.Min(r => Vector3.Distance(r, p))).DefaultIfEmpty(0).Max();
    }

    private static double Nearest(Vector3 p, Vector3[] positions, uint[] list)
    {
        var least = double.PositiveInfinity;
        for (var i = 0; i < list.Length; i += 3)
        {
            var (a, b, c) = (positions[list[i]], positions[list[i + 1]], positions[list[i + 2]]);
            // Projected into the plane where that lies inside, else the nearest edge.
            var n = Vector3.Cross(b - a, c - a);
            var inside = Vector3.Dot(Vector3.Cross(b - a, p - a), n) >= 0 && Vector3.Dot(Vector3.Cross(c - b, p - b), n) >= 0 && Vector3.Dot(Vector3.Cross(a - c, p - c), n) >= 0;
            least = Math.Min(least, inside ? MathF.Abs(Vector3.Dot(p - a, Vector3.Normalize(n))) : MathF.Min(Edge(p, a, b), MathF.Min(Edge(p, b, c), Edge(p, c, a))));
        }

        return least;
    }

    private static float Edge(Vector3 p, Vector3 a, Vector3 b) => Vector3.Distance(p, a + Math.Clamp(Vector3.Dot(p - a, b - a) / (b - a).LengthSquared(), 0, 1) * (b - a));
}

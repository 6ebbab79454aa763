using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Assets;
using SynthRender.Graph;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Oracle;

/// <summary>Small meshes for the test scenes, counter-clockwise from outside.</summary>
internal static class Shapes
{
    /// <summary>A square in the XY plane, facing +Z, side 2, with UVs from its top left.</summary>
    public static PrimitiveAsset Quad(int material = 0) => Primitive(
        [new(-1, -1, 0), new(1, -1, 0), new(1, 1, 0), new(-1, 1, 0)],
        [0, 1, 2, 0, 2, 3],
        [new(0, 1), new(1, 1), new(1, 0), new(0, 0)],
        material);

    /// <summary>A cube of side 2, each face with vertices of its own.</summary>
    public static PrimitiveAsset Cube()
    {
        var positions = new List<Vector3>();
        var uvs = new List<Vector2>();
        var indices = new List<uint>();
        foreach (var normal in (ReadOnlySpan<Vector3>)[Vector3.UnitX, -Vector3.UnitX, Vector3.UnitY, -Vector3.UnitY, Vector3.UnitZ, -Vector3.UnitZ])
        {
            var right = MathF.Abs(normal.Y) > 0.5f ? Vector3.UnitX : Vector3.Cross(Vector3.UnitY, normal);
            var up = Vector3.Cross(normal, right);
            var first = (uint)positions.Count;
            positions.AddRange([normal - right - up, normal + right - up, normal + right + up, normal - right + up]);
            uvs.AddRange([new(0, 1), new(1, 1), new(1, 0), new(0, 0)]);
            indices.AddRange([first, first + 1, first + 2, first, first + 2, first + 3]);
        }

        return Primitive([.. positions], [.. indices], [.. uvs]);
    }

    /// <summary>A sphere of radius 1 by longitude and latitude.</summary>
    public static PrimitiveAsset Sphere(int columns, int rows)
    {
        var positions = new List<Vector3>();
        var uvs = new List<Vector2>();
        for (var j = 0; j <= rows; j++)
        {
            for (var i = 0; i <= columns; i++)
            {
                // The seam and the poles repeat bit for bit, so that the surface is closed.
                var (sinLongitude, cosLongitude) = MathF.SinCos(2 * MathF.PI * (i % columns) / columns);
                var (sin, cos) = j == 0 ? (0f, 1f) : j == rows ? (0f, -1f) : MathF.SinCos(MathF.PI * j / rows);
                positions.Add(new Vector3(sin * sinLongitude, cos, sin * cosLongitude));
                uvs.Add(new Vector2((float)i / columns, (float)j / rows));
            }
        }

        var indices = new List<uint>();
        for (var j = 0; j < rows; j++)
        {
            for (var i = 0; i < columns; i++)
            {
                var a = (uint)(j * (columns + 1) + i);
                var below = a + (uint)columns + 1;
                if (j < rows - 1) indices.AddRange([a, below, below + 1]);
                if (j > 0) indices.AddRange([a, below + 1, a + 1]);
            }
        }

        return Primitive([.. positions], [.. indices], [.. uvs]);
    }

    /// <summary>Needles from one point: triangles of length 1 and the given width at their base, all round in the XY plane.</summary>
    public static PrimitiveAsset Needles(int count, float width)
    {
        var positions = new List<Vector3>();
        var indices = new List<uint>();
        for (var i = 0; i < count; i++)
        {
            var (sin, cos) = MathF.SinCos(2 * MathF.PI * i / count);
            var side = new Vector3(-sin, cos, 0) * (width / 2);
            var tip = new Vector3(cos, sin, 0.1f * sin);
            var first = (uint)positions.Count;
            positions.AddRange([Vector3.Zero, tip - side, tip + side]);
            indices.AddRange([first, first + 1, first + 2]);
        }

        return Primitive([.. positions], [.. indices], []);
    }

    /// <summary>A tube of radius 0.3 along Y from −1 to 1, bound to two joints that meet at its middle.</summary>
    public static PrimitiveAsset SkinnedTube(int columns, int rows)
    {
        var positions = new List<Vector3>();
        var joints = new List<ushort>();
        var weights = new List<float>();
        for (var j = 0; j <= rows; j++)
        {
            var y = -1 + 2f * j / rows;
            var upper = Math.Clamp(0.5f + y, 0, 1);
            for (var i = 0; i < columns; i++)
            {
                var (sin, cos) = MathF.SinCos(2 * MathF.PI * i / columns);
                positions.Add(new Vector3(0.3f * sin, y, 0.3f * cos));
                joints.AddRange([0, 1, 0, 0]);
                weights.AddRange([1 - upper, upper, 0, 0]);
            }
        }

        var indices = new List<uint>();
        for (var j = 0; j < rows; j++)
        {
            for (var i = 0; i < columns; i++)
            {
                var (a, b) = ((uint)(j * columns + i), (uint)(j * columns + (i + 1) % columns));
                var (c, d) = (b + (uint)columns, a + (uint)columns);
                indices.AddRange([a, b, c, a, c, d]);
            }
        }

        return Primitive([.. positions], [.. indices], [], 0, [.. joints], [.. weights]);
    }

    /// <summary>An asset with one node and one mesh.</summary>
    public static ModelAsset Model(string name, PrimitiveAsset primitive, Material? material = null) => new(
        name,
        [new NodeAsset("node", -1, Transform.Identity, 0, -1, [.. primitive.MorphTargets.Select(_ => 0f)], -1, -1)],
        [new MeshAsset("mesh", [primitive], [.. primitive.MorphTargets.Select((_, i) => $"target{i}")])],
        [material ?? Material.Default],
        [])
    {
        Bounds = primitive.Bounds,
    };

    /// <summary>The tube with its two joints: "lower" at the bottom end, "upper" at the middle.</summary>
    public static ModelAsset SkinnedModel(PrimitiveAsset tube, Material? material = null)
    {
        var (lower, middle) = (new Vector3(0, -1, 0), new Vector3(0, 1, 0));
        return new ModelAsset(
            "tube",
            [
                new NodeAsset("mesh", -1, Transform.Identity, 0, 0, [], -1, -1),
                new NodeAsset("lower", -1, Transform.At(lower), -1, -1, [], -1, -1),
                new NodeAsset("upper", 1, Transform.At(middle), -1, -1, [], -1, -1),
            ],
            [new MeshAsset("mesh", [tube], [])],
            [material ?? Material.Default],
            [new SkinAsset("skin", [1, 2], [Matrix4x4.CreateTranslation(-lower), Matrix4x4.CreateTranslation(-(lower + middle))])])
        {
            Bounds = tube.Bounds,
        };
    }

    public static PrimitiveAsset Primitive(
        Vector3[] positions, uint[] indices, Vector2[] uvs, int material = 0, ushort[]? joints = null, float[]? weights = null,
        ImmutableArray<MorphTarget> morphTargets = default) => new()
    {
        Material = material,
        Positions = positions,
        Normals = Normals(positions, indices),
        Tangents = uvs.Length == 0 ? default : Enumerable.Repeat(new Vector4(1, 0, 0, 1), positions.Length).ToArray(),
        TexCoords0 = uvs,
        Indices = indices,
        Joints = joints,
        Weights = weights,
        InfluencesPerVertex = joints is null ? 0 : 4,
        MorphTargets = morphTargets.IsDefault ? [] : morphTargets,
        Bounds = positions.Aggregate(BoundingBox.Empty, (box, p) => box.Include(p)),
    };

    private static Vector3[] Normals(Vector3[] positions, uint[] indices)
    {
        var normals = new Vector3[positions.Length];
        for (var i = 0; i < indices.Length; i += 3)
        {
            var (a, b, c) = (indices[i], indices[i + 1], indices[i + 2]);
            var normal = Vector3.Cross(positions[b] - positions[a], positions[c] - positions[a]);
            normals[a] += normal;
            normals[b] += normal;
            normals[c] += normal;
        }

        return [.. normals.Select(n => n.LengthSquared() > 0 ? Vector3.Normalize(n) : Vector3.UnitY)];
    }
}

using System.Numerics;

namespace SynthRender.Assets.LevelsOfDetail;

/// <summary>What is drawn from a mesh's vertices besides their places, over all primitives. What no vertex has is null.</summary>
internal sealed class VertexAttributes
{
    // What is displayed: nearly the cube root of light, so that dark colours count as they are seen.
    private const float DisplayGamma = 1 / 2.2f;

    private readonly float[] _lag;
    private readonly List<int> _moved = [];

    public VertexAttributes(MeshAsset mesh, int[] firstVertex, int vertices)
    {
        Normals = new Vector3[vertices];
        TexCoords = [Joined(mesh, firstVertex, vertices, p => p.TexCoords0), Joined(mesh, firstVertex, vertices, p => p.TexCoords1)];
        if (mesh.Primitives.Any(p => !p.Colors.IsEmpty)) Colors = new Vector4[vertices];
        Influences = mesh.Primitives.Max(p => p.InfluencesPerVertex);
        (Joints, Weights) = (new ushort[Influences * vertices], new float[Influences * vertices]);
        for (var p = 0; p < firstVertex.Length; p++)
        {
            var primitive = mesh.Primitives[p];
            if (primitive.Normals.Length > 0) primitive.Normals.Span.CopyTo(Normals.AsSpan(firstVertex[p]));
            for (var v = 0; Colors is not null && v < primitive.VertexCount; v++)
                Colors[firstVertex[p] + v] = primitive.Colors.IsEmpty ? Vector4.One : primitive.Colors.Span[v];
            for (var v = 0; v < primitive.VertexCount && primitive.InfluencesPerVertex > 0; v++)
            {
                var (from, to) = (v * primitive.InfluencesPerVertex, (firstVertex[p] + v) * Influences);
                primitive.Joints.Span.Slice(from, primitive.InfluencesPerVertex).CopyTo(Joints.AsSpan(to));
                primitive.Weights.Span.Slice(from, primitive.InfluencesPerVertex).CopyTo(Weights.AsSpan(to));
            }
        }

        _lag = new float[Joints.Length == 0 ? 0 : Joints.Max() + 1];
    }

    public Vector3[] Normals { get; }

    /// <summary>By UV set; zeros where a primitive has none.</summary>
    public Vector2[]?[] TexCoords { get; }

    /// <summary>Linear colours with alpha; white where a primitive has none.</summary>
    public Vector4[]? Colors { get; }

    public int Influences { get; }

    public ushort[] Joints { get; }

    public float[] Weights { get; }

    /// <summary>The angle between the normals of two points, radians.</summary>
    public float Angle(SurfacePoint a, int[] trianglesA, SurfacePoint b, int[] trianglesB)
    {
        var (n, m) = (a.In(Normals, trianglesA), b.In(Normals, trianglesB));
        // Exact for small angles, where the arc of the cosine is not.
        return MathF.Atan2(Vector3.Cross(n, m).Length(), Vector3.Dot(n, m));
    }

    /// <summary>The largest difference of a colour's channels, as displayed, and that of alpha.</summary>
    public (float Color, float Alpha) ColorDifference(SurfacePoint a, int[] trianglesA, SurfacePoint b, int[] trianglesB)
    {
        if (Colors is null) return default;
        var (one, other) = (a.In(Colors, trianglesA), b.In(Colors, trianglesB));
        if (one == other) return default;
        var difference = Vector4.Abs(Displayed(one) - Displayed(other));
        return (MathF.Max(difference.X, MathF.Max(difference.Y, difference.Z)), difference.W);
    }

    /// <summary>Which part of the weights belongs to other joints.</summary>
    public float WeightShift(SurfacePoint a, int[] trianglesA, SurfacePoint b, int[] trianglesB)
    {
        if (Influences == 0) return 0;
        Add(a, trianglesA, 1);
        Add(b, trianglesB, -1);
        var sum = 0f;
        foreach (var joint in _moved)
        {
            sum += MathF.Abs(_lag[joint]);
            _lag[joint] = 0;
        }

        _moved.Clear();
        return 0.5f * sum;
    }

    private void Add(SurfacePoint point, int[] triangles, float sign)
    {
        for (var corner = 0; corner < 3; corner++)
        {
            var first = triangles[3 * point.Triangle + corner] * Influences;
            for (var i = first; i < first + Influences; i++)
            {
                if (Weights[i] == 0) continue;
                _lag[Joints[i]] += sign * point.Weights[corner] * Weights[i];
                _moved.Add(Joints[i]);
            }
        }
    }

    private static Vector2[]? Joined(MeshAsset mesh, int[] firstVertex, int vertices, Func<PrimitiveAsset, ReadOnlyMemory<Vector2>> of)
    {
        Vector2[]? joined = null;
        for (var p = 0; p < firstVertex.Length; p++)
            if (of(mesh.Primitives[p]) is { IsEmpty: false } set) set.Span.CopyTo((joined ??= new Vector2[vertices]).AsSpan(firstVertex[p]));
        return joined;
    }

    private static Vector4 Displayed(Vector4 color) => new(
        MathF.Pow(MathF.Max(color.X, 0), DisplayGamma), MathF.Pow(MathF.Max(color.Y, 0), DisplayGamma), MathF.Pow(MathF.Max(color.Z, 0), DisplayGamma), color.W);
}

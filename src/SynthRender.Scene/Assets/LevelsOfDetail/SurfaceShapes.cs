using System.Numerics;

namespace SynthRender.Assets.LevelsOfDetail;

/// <summary>The shapes in which a surface is looked at: at rest, with each morph target at 1, and in each test pose of a skin.</summary>
internal static class SurfaceShapes
{
    /// <summary>Positions of all vertices by shape.</summary>
    public static Vector3[][] Of(MeshAsset mesh, int[] firstVertex, int vertexCount, TestPoses poses)
    {
        var targets = mesh.Primitives[0].MorphTargets.Length;
        var skinned = mesh.Primitives.Any(p => p.InfluencesPerVertex > 0) ? poses.PosedFromBind.Length : 0;
        var shapes = new Vector3[1 + targets + skinned][];
        for (var s = 0; s < shapes.Length; s++) shapes[s] = new Vector3[vertexCount];
        for (var p = 0; p < firstVertex.Length; p++)
        {
            var primitive = mesh.Primitives[p];
            for (var s = 0; s < shapes.Length; s++)
            {
                var shape = shapes[s].AsSpan(firstVertex[p], primitive.VertexCount);
                primitive.Positions.Span.CopyTo(shape);
                if (s > targets) Pose(primitive, poses.PosedFromBind[s - targets - 1], shape);
                else if (s > 0) Morph(primitive.MorphTargets[s - 1].Positions.Span, shape);
            }
        }

        return shapes;
    }

    private static void Morph(ReadOnlySpan<Vector3> deltas, Span<Vector3> shape)
    {
        for (var v = 0; v < deltas.Length; v++) shape[v] += deltas[v];
    }

    private static void Pose(PrimitiveAsset primitive, Matrix4x4[] joints, Span<Vector3> shape)
    {
        var n = primitive.InfluencesPerVertex;
        if (n == 0) return;
        var influences = primitive.Joints.Span;
        var weights = primitive.Weights.Span;
        for (var v = 0; v < shape.Length; v++)
        {
            var posed = Vector3.Zero;
            for (var i = v * n; i < (v + 1) * n; i++)
                if (weights[i] != 0) posed += weights[i] * Vector3.Transform(shape[v], joints[influences[i]]);
            shape[v] = posed;
        }
    }
}

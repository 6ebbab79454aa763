using System.Numerics;

namespace SynthRender.Assets.LevelsOfDetail;

/// <summary>Two joints that both move a triangle of some level.</summary>
/// <param name="A">Index of the one in the skin.</param>
/// <param name="B">Index of the other.</param>
/// <param name="Center">The middle of all triangles that both move, in the mesh's frame.</param>
/// <param name="Radius">How far these reach from it, metres.</param>
/// <param name="Tested">How far the two come apart there in the poses in which errors were measured, metres in the mesh's frame.</param>
internal readonly record struct JointPair(int A, int B, Vector3 Center, float Radius, float Tested)
{
    /// <summary>How far two maps carry points of the pair's triangles apart, at most.</summary>
    public float Apart(in Matrix4x4 a, in Matrix4x4 b)
    {
        var turned = a - b;
        var (x, y, z) = (new Vector3(turned.M11, turned.M12, turned.M13), new Vector3(turned.M21, turned.M22, turned.M23), new Vector3(turned.M31, turned.M32, turned.M33));
        return Vector3.Transform(Center, turned).Length() + Radius * MathF.Sqrt(x.LengthSquared() + y.LengthSquared() + z.LengthSquared());
    }

    /// <summary>The pairs of a skinned mesh; none without a skin.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="levels">All its levels.</param>
    /// <param name="poses">The poses in which errors were measured.</param>
    public static JointPair[] Of(MeshAsset mesh, IEnumerable<LevelOfDetail> levels, TestPoses poses)
    {
        var boxes = new SortedDictionary<(int A, int B), Graph.BoundingBox>();
        Span<ushort> joints = stackalloc ushort[24];
        foreach (var level in levels)
        {
            for (var p = 0; p < mesh.Primitives.Length; p++)
            {
                var primitive = mesh.Primitives[p];
                if (primitive.InfluencesPerVertex == 0 || primitive.TriangleCount == 0) continue;
                var list = level.Indices[p].Span;
                var positions = primitive.Positions.Span;
                for (var i = 0; i < list.Length; i += 3)
                {
                    var count = Gather(primitive, list.Slice(i, 3), joints);
                    if (count < 2) continue;
                    var box = Graph.BoundingBox.Empty.Include(positions[(int)list[i]]).Include(positions[(int)list[i + 1]]).Include(positions[(int)list[i + 2]]);
                    for (var a = 0; a < count; a++)
                    {
                        for (var b = a + 1; b < count; b++)
                        {
                            var key = (Math.Min(joints[a], joints[b]), Math.Max(joints[a], joints[b]));
                            boxes[key] = boxes.TryGetValue(key, out var known) ? known.Union(box) : box;
                        }
                    }
                }
            }
        }

        return [.. boxes.Select(b =>
        {
            var pair = new JointPair(b.Key.A, b.Key.B, b.Value.Center, b.Value.Size.Length() / 2, 0);
            return pair with { Tested = poses.PosedFromBind.Select(pose => pair.Apart(pose[pair.A], pose[pair.B])).DefaultIfEmpty(0).Max() };
        })];
    }

    /// <summary>The joints that move a triangle's corners, each once.</summary>
    private static int Gather(PrimitiveAsset primitive, ReadOnlySpan<uint> triangle, Span<ushort> joints)
    {
        var (count, n) = (0, primitive.InfluencesPerVertex);
        foreach (var vertex in triangle)
        {
            for (var i = (int)vertex * n; i < (int)(vertex + 1) * n; i++)
                if (primitive.Weights.Span[i] > 0 && !joints[..count].Contains(primitive.Joints.Span[i])) joints[count++] = primitive.Joints.Span[i];
        }

        return count;
    }
}

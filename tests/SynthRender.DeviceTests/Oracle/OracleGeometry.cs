using SynthRender.Assets;
using SynthRender.Frames;

namespace SynthRender.DeviceTests.Oracle;

/// <summary>Turns a snapshot into the triangles that are drawn: in the level of detail that the camera is shown, morphed, skinned, back faces left out, in camera coordinates.</summary>
internal static class OracleGeometry
{
    public static List<OracleTriangle> Of(FrameSnapshot snapshot, OracleCamera camera, bool levelsOfDetail = true)
    {
        var triangles = new List<OracleTriangle>();
        for (var m = 0; m < snapshot.Models.Length; m++)
        {
            var model = snapshot.Models[m];
            for (var n = 0; n < model.Asset.Nodes.Length; n++)
            {
                var node = model.Asset.Nodes[n];
                if (node.Mesh < 0) continue;
                var primitives = model.Asset.Meshes[node.Mesh].Primitives;
                var indices = model.Asset.DetailOf(node.Mesh).Levels[levelsOfDetail ? DetailSelection.Level(model, n, snapshot.Camera) : 0].Indices;
                for (var p = 0; p < primitives.Length; p++)
                {
                    if (primitives[p].Topology != PrimitiveTopologyKind.Triangles) continue;
                    var drawn = Drawn(model, m, n, p, primitives[p], indices[p].Span, camera);
                    MarkSeams(drawn);
                    triangles.AddRange(drawn);
                }
            }
        }

        return triangles;
    }

    private static List<OracleTriangle> Drawn(
        FrameModel model, int modelIndex, int nodeIndex, int primitiveIndex, PrimitiveAsset primitive, ReadOnlySpan<uint> indices,
        OracleCamera camera)
    {
        var material = model.Materials[primitive.Material];
        var surface = new OracleSurface(modelIndex, nodeIndex, primitiveIndex, primitive, material);
        var view = ViewPositions(model, nodeIndex, primitive, camera);
        // glTF: a negative determinant of the node's global transform turns the winding around.
        var mirrored = Affine.From(model.WorldFromNodes[nodeIndex]).Determinant < 0;
        var drawn = new List<OracleTriangle>();
        for (var i = 0; i < indices.Length / 3; i++)
        {
            var (a, b, c) = ((int)indices[3 * i], (int)indices[3 * i + 1], (int)indices[3 * i + 2]);
            var volume = view[a].Dot(view[b].Cross(view[c]));
            var front = mirrored ? volume > 0 : volume < 0;
            if (volume == 0 || (!front && !material.DoubleSided)) continue;
            drawn.Add(new OracleTriangle
            {
                Id = model.InstanceId,
                Surface = surface,
                Index = i,
                A = view[a],
                B = view[b],
                C = view[c],
                Vertices = (a, b, c),
                Volume = volume,
            });
        }

        return drawn;
    }

    private static Vector3d[] ViewPositions(FrameModel model, int nodeIndex, PrimitiveAsset primitive, OracleCamera camera)
    {
        var node = model.Asset.Nodes[nodeIndex];
        var positions = primitive.Positions.Span;
        var weights = model.MorphWeights[nodeIndex];
        var worldFromMesh = Affine.From(model.WorldFromNodes[nodeIndex]);
        var skinned = node.Skin >= 0 && primitive.InfluencesPerVertex > 0;
        Affine[] joints = skinned ? [.. model.WorldFromBind[node.Skin].Select(Affine.From)] : [];
        var view = new Vector3d[positions.Length];
        for (var v = 0; v < view.Length; v++)
        {
            var bind = Vector3d.From(positions[v]);
            for (var t = 0; t < primitive.MorphTargets.Length && t < weights.Length; t++)
            {
                var deltas = primitive.MorphTargets[t].Positions.Span;
                if (!deltas.IsEmpty) bind += Vector3d.From(deltas[v]) * weights[t];
            }

            view[v] = camera.ToView(skinned ? Skinned(primitive, v, bind, joints) : worldFromMesh.Transform(bind));
        }

        return view;
    }

    private static Vector3d Skinned(PrimitiveAsset primitive, int vertex, Vector3d bind, Affine[] joints)
    {
        var world = default(Vector3d);
        for (var i = 0; i < primitive.InfluencesPerVertex; i++)
        {
            var at = vertex * primitive.InfluencesPerVertex + i;
            world += joints[primitive.Joints.Span[at]].Transform(bind) * primitive.Weights.Span[at];
        }

        return world;
    }

    /// <summary>
    /// An edge is a seam, not an outline, when exactly one drawn triangle runs along it each way and both face the camera alike:
    /// then one begins where the other ends.
    /// </summary>
    private static void MarkSeams(List<OracleTriangle> triangles)
    {
        var users = new Dictionary<(Vector3d From, Vector3d To), List<(OracleTriangle Triangle, int Edge)>>();
        foreach (var triangle in triangles)
        {
            for (var edge = 0; edge < 3; edge++)
            {
                var key = Edge(triangle, edge);
                if (!users.TryGetValue(key, out var list)) users[key] = list = [];
                list.Add((triangle, edge));
            }
        }

        foreach (var (key, here) in users)
        {
            if (here.Count != 1 || !users.TryGetValue((key.To, key.From), out var there) || there.Count != 1) continue;
            if (double.Sign(here[0].Triangle.Volume) == double.Sign(there[0].Triangle.Volume)) here[0].Triangle.Outline[here[0].Edge] = false;
        }
    }

    private static (Vector3d From, Vector3d To) Edge(OracleTriangle t, int edge) =>
        edge switch { 0 => (t.A, t.B), 1 => (t.B, t.C), _ => (t.C, t.A) };
}

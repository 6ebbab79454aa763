using System.Numerics;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Gltf;
using SynthRender.Modeling.Meshing;
using SynthRender.Modeling.Textures;
using SynthRender.Modeling.Unwrapping;

namespace SynthRender.Modeling.Building;

/// <summary>Makes a model of its description: mesh, simplify, cut, pack, skin, bake, write. The same bytes every time.</summary>
public static class ModelAssembler
{
    /// <summary>The model as a .glb file.</summary>
    /// <exception cref="InvalidOperationException">The description contradicts itself; the message names what.</exception>
    public static byte[] Assemble(ModelDescription model)
    {
        DescriptionCheck.Check(model);
        if (model.Solids.Count == 0)
            return GlbWriter.Write(model, [], null);
        var surfaces = BuildSurfaces(model);
        var scene = new SmoothUnion(0f, model.Solids.Select(s => s.Field));
        var baked = TextureBaker.Bake([.. surfaces.Select(s => Bakeable(s, model))], scene, model.TextureSize);
        return GlbWriter.Write(model, surfaces, baked);
    }

    /// <summary>The model's surfaces, without textures.</summary>
    public static IReadOnlyList<BuiltSurface> BuildSurfaces(ModelDescription model)
    {
        var meshes = model.Solids.Select(MeshOf).ToArray();
        var charts = new List<(Chart Chart, float Density)>();
        var ranges = new List<(int First, int Count)>();
        var area = meshes.Zip(model.Solids).Sum(x => Area(x.First) * x.Second.Density * x.Second.Density);
        for (var i = 0; i < meshes.Length; i++)
        {
            var density = model.Solids[i].Density;
            var texel = MathF.Sqrt(area / 0.7f) / model.TextureSize / density;
            var cut = ChartCutter.Cut(meshes[i], texel);
            ranges.Add((charts.Count, cut.Count));
            charts.AddRange(cut.Select(c => (c, density)));
        }

        var places = AtlasPacker.Pack(charts, model.TextureSize);
        return [.. meshes.Select((mesh, i) => Surface(model.Solids[i], mesh,
            [.. charts.Skip(ranges[i].First).Take(ranges[i].Count).Select(c => c.Chart)], places.AsSpan(ranges[i].First, ranges[i].Count)))];
    }

    private static TriangleMesh MeshOf(Solid solid)
    {
        try
        {
            return Simplifier.Simplify(SurfaceMesher.Mesh(solid.MeshField ?? solid.Field, solid.Cell), solid.Triangles);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidOperationException($"Solid '{solid.Name}': {e.Message}", e);
        }
    }

    private static float Area(TriangleMesh mesh) => Enumerable.Range(0, mesh.TriangleCount).Sum(t => mesh.Cross(t).Length() * 0.5f);

    private static BuiltSurface Surface(Solid solid, TriangleMesh mesh, Chart[] charts, ReadOnlySpan<AtlasPacker.Place> places)
    {
        var source = new List<int>();
        var texels = new List<Vector2>();
        var indices = new List<int>(mesh.Indices.Length);
        for (var c = 0; c < charts.Length; c++)
        {
            var first = source.Count;
            source.AddRange(charts[c].Vertices);
            foreach (var place in charts[c].Places)
                texels.Add(place * places[c].Scale + places[c].Offset);
            foreach (var corner in charts[c].Corners)
                indices.Add(first + corner);
        }

        var ordered = VertexOrder.Optimise(indices.ToArray(), source.Count);
        // Vertices in the order of their first use, so that fetches run forward.
        var map = new int[source.Count];
        Array.Fill(map, -1);
        var order = new List<int>(source.Count);
        for (var i = 0; i < ordered.Length; i++)
        {
            if (map[ordered[i]] < 0)
            {
                map[ordered[i]] = order.Count;
                order.Add(ordered[i]);
            }

            ordered[i] = map[ordered[i]];
        }

        int[] from = [.. order.Select(o => source[o])];
        Vector2[] laid = [.. order.Select(o => texels[o])];
        Vector3[] positions = [.. from.Select(v => mesh.Positions[v])];
        var meshNormals = solid.Hard ? mesh.FaceWeightedNormals() : [.. mesh.Positions.Select(p => (solid.MeshField ?? solid.Field).Gradient(p, solid.Cell * 0.5f))];
        Vector3[] normals = [.. from.Select(v => meshNormals[v])];
        var weights = solid.Flesh is { } flesh ? SkinWeights.Of(mesh, flesh) : null;
        return new BuiltSurface(solid, mesh, from, positions, normals, Tangents(positions, normals, laid, ordered), laid, ordered,
            weights is null ? [] : [.. from.Select(v => weights[v])]);
    }

    // As MikkTSpace makes them: per face along the texture's x, laid into the vertex' plane, weighted by angle.
    private static Vector3[] Tangents(Vector3[] positions, Vector3[] normals, Vector2[] texels, int[] indices)
    {
        var tangents = new Vector3[positions.Length];
        for (var i = 0; i < indices.Length; i += 3)
        {
            int a = indices[i], b = indices[i + 1], c = indices[i + 2];
            var (e1, e2) = (positions[b] - positions[a], positions[c] - positions[a]);
            var (t1, t2) = (texels[b] - texels[a], texels[c] - texels[a]);
            var along = e1 * t2.Y - e2 * t1.Y;
            if (Vector3.Cross(e1, e2) == Vector3.Zero)
                continue;
            if (t1.X * t2.Y - t2.X * t1.Y < 0f)
                along = -along;
            for (var k = 0; k < 3; k++)
            {
                var v = indices[i + k];
                var flat = along - normals[v] * Vector3.Dot(normals[v], along);
                var u = Vector3.Normalize(positions[indices[i + (k + 1) % 3]] - positions[v]);
                var w = Vector3.Normalize(positions[indices[i + (k + 2) % 3]] - positions[v]);
                if (flat.LengthSquared() > 0f)
                    tangents[v] += Vector3.Normalize(flat) * MathF.Acos(Math.Clamp(Vector3.Dot(u, w), -1f, 1f));
            }
        }

        for (var v = 0; v < tangents.Length; v++)
        {
            var fallback = Vector3.Cross(normals[v], MathF.Abs(normals[v].X) < 0.8f ? Vector3.UnitX : Vector3.UnitY);
            tangents[v] = Vector3.Normalize(tangents[v].LengthSquared() > 1e-12f ? tangents[v] : fallback);
        }

        return tangents;
    }

    private static BakeSurface Bakeable(BuiltSurface s, ModelDescription model) => new(
        s.Positions, s.Normals, s.Tangents, s.Texels, s.Indices, s.Solid.Field, s.Solid.Look, s.Solid.Relief,
        2f * s.Solid.Cell, s.Solid.WearScale > 0f ? s.Solid.WearScale : 2f * s.Solid.Cell, model.OcclusionReach);
}

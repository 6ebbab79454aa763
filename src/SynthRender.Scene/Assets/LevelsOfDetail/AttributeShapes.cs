using System.Numerics;

namespace SynthRender.Assets.LevelsOfDetail;

/// <summary>
/// What vertices show as relief: for each number that varies, the rest shape raised by it along its own normals. Where the number is
/// linear the relief is as flat as the surface, so that quadrics find where a collapse would be seen.
/// </summary>
internal static class AttributeShapes
{
    // A full step of colour counts as a tenth of the mesh: a step that is just seen then costs as much as half a pixel of a mesh of 500.
    private const float Height = 0.1f;

    // Numbers that vary by less are not seen.
    private const float Varies = 0.01f;

    // Normals say something of their own where they lean so far (as a sine) from triangles that lie flat together (as the part of their
    // area that all of them have in projection), at more than half of the vertices: at edges of machined parts they do, too.
    private const float Leaning = 0.3f;
    private const float Flat = 0.98f;
    private const float MostLean = 0.5f;

    /// <summary>The reliefs; none where colours are all alike and normals are those of the triangles.</summary>
    public static Vector3[][] Of(MeshSurface surface)
    {
        var shapes = new List<Vector3[]>();
        var (up, leaning) = Normals(surface);
        var attributes = surface.Attributes;
        if (attributes.Colors is { } colors)
            for (var channel = 0; channel < 4; channel++) Add(v => channel < 3 ? MathF.Sqrt(MathF.Max(0, colors[v][channel])) : colors[v].W);
        if (leaning)
            for (var axis = 0; axis < 3; axis++) Add(v => attributes.Normals[v][axis]);
        return [.. shapes];

        void Add(Func<int, float> value)
        {
            var rest = surface.Shapes[0];
            var (low, high) = (float.PositiveInfinity, float.NegativeInfinity);
            var (min, max) = (new Vector3(float.PositiveInfinity), new Vector3(float.NegativeInfinity));
            foreach (var v in surface.Triangles)
            {
                (low, high) = (MathF.Min(low, value(v)), MathF.Max(high, value(v)));
                (min, max) = (Vector3.Min(min, rest[v]), Vector3.Max(max, rest[v]));
            }

            if (high - low <= Varies) return;
            var height = Height * Vector3.Distance(min, max);
            shapes.Add([.. rest.Select((place, v) => place + up[surface.CornerOf[v]] * (height * value(v)))]);
        }
    }

    /// <summary>The triangles' normal at each corner, and whether those of the vertices are other ones.</summary>
    private static (Vector3[] Up, bool Leaning) Normals(MeshSurface surface)
    {
        var (atCorner, atVertex, area) = (new Vector3[surface.CornerCount], new Vector3[surface.VertexCount], new float[surface.VertexCount]);
        var rest = surface.Shapes[0];
        for (var c = 0; c < surface.Triangles.Length; c += 3)
        {
            var (i, j, k) = (surface.Triangles[c], surface.Triangles[c + 1], surface.Triangles[c + 2]);
            var normal = Vector3.Cross(rest[j] - rest[i], rest[k] - rest[i]);
            foreach (var v in (ReadOnlySpan<int>)[i, j, k])
            {
                atVertex[v] += normal;
                area[v] += normal.Length();
                atCorner[surface.CornerOf[v]] += normal;
            }
        }

        var (leaning, used) = (0, 0);
        for (var v = 0; v < atVertex.Length; v++)
        {
            if (atVertex[v] == Vector3.Zero) continue;
            used++;
            if (atVertex[v].Length() > Flat * area[v] && Vector3.Cross(Unit(atVertex[v]), surface.Attributes.Normals[v]).Length() > Leaning) leaning++;
        }

        return ([.. atCorner.Select(Unit)], leaning > MostLean * used);
    }

    private static Vector3 Unit(Vector3 v) => v == Vector3.Zero ? v : Vector3.Normalize(v);
}

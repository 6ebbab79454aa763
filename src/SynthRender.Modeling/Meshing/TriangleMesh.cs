using System.Numerics;

namespace SynthRender.Modeling.Meshing;

/// <summary>Shared vertices and triangles, counter-clockwise seen from outside.</summary>
/// <param name="Positions">Vertices in metres.</param>
/// <param name="Indices">Three per triangle.</param>
public sealed record TriangleMesh(Vector3[] Positions, int[] Indices)
{
    /// <summary>Triangles.</summary>
    public int TriangleCount => Indices.Length / 3;

    /// <summary>Twice the area of a triangle times its unit normal.</summary>
    public Vector3 Cross(int triangle)
    {
        var a = Positions[Indices[3 * triangle]];
        return Vector3.Cross(Positions[Indices[3 * triangle + 1]] - a, Positions[Indices[3 * triangle + 2]] - a);
    }

    /// <summary>
    /// What keeps the mesh from being closed and consistently oriented (every edge in exactly two triangles, once each way),
    /// or null when nothing does.
    /// </summary>
    public string? FindOpening()
    {
        // Sorted arrays, because a hash of two neighbouring indices collides far too often.
        var edges = new long[Indices.Length];
        var opposites = new long[Indices.Length];
        for (var i = 0; i < Indices.Length; i++)
        {
            var (from, to) = (Indices[i], Indices[i % 3 == 2 ? i - 2 : i + 1]);
            if (from == to)
                return $"triangle {i / 3} repeats vertex {from}";
            edges[i] = ((long)from << 32) | (uint)to;
            opposites[i] = ((long)to << 32) | (uint)from;
        }

        Array.Sort(edges);
        Array.Sort(opposites);
        for (var i = 0; i < edges.Length; i++)
        {
            if (i > 0 && edges[i] == edges[i - 1])
                return $"edge {edges[i] >> 32}→{(int)edges[i]} at {Positions[(int)(edges[i] >> 32)]} occurs twice in the same direction";
            if (edges[i] != opposites[i])
                return $"edge {Math.Min(edges[i], opposites[i]) >> 32}→{(int)Math.Min(edges[i], opposites[i])} has no opposite";
        }

        return null;
    }

    /// <summary>Volume enclosed by a closed mesh, cubic metres; positive when the triangles face outward.</summary>
    public double Volume()
    {
        var sum = 0.0;
        for (var i = 0; i < Indices.Length; i += 3)
            sum += Vector3.Dot(Positions[Indices[i]], Vector3.Cross(Positions[Indices[i + 1]], Positions[Indices[i + 2]]));
        return sum / 6.0;
    }

    /// <summary>Unit vertex normals: the mean of the faces around, weighted by area and by the angle at the vertex.</summary>
    public Vector3[] FaceWeightedNormals()
    {
        var normals = new Vector3[Positions.Length];
        for (var t = 0; t < TriangleCount; t++)
        {
            var cross = Cross(t);
            if (cross == Vector3.Zero)
                continue;
            for (var k = 0; k < 3; k++)
            {
                var v = Positions[Indices[3 * t + k]];
                var a = Vector3.Normalize(Positions[Indices[3 * t + (k + 1) % 3]] - v);
                var b = Vector3.Normalize(Positions[Indices[3 * t + (k + 2) % 3]] - v);
                normals[Indices[3 * t + k]] += cross * MathF.Acos(Math.Clamp(Vector3.Dot(a, b), -1f, 1f));
            }
        }

        for (var i = 0; i < normals.Length; i++)
            normals[i] = normals[i].LengthSquared() > 0f ? Vector3.Normalize(normals[i]) : Vector3.UnitY;
        return normals;
    }
}

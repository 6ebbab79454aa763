using SharpGLTF.Schema2;

namespace SynthRender.Assets.Geometry;

/// <summary>Turns glTF's seven primitive modes into lists of triangles, lines or points (glTF 2.0, section 3.7.2.1).</summary>
internal static class Topology
{
    /// <summary>What a mode's indices become.</summary>
    public static PrimitiveTopologyKind Kind(PrimitiveType mode) => mode switch
    {
        PrimitiveType.POINTS => PrimitiveTopologyKind.Points,
        PrimitiveType.LINES or PrimitiveType.LINE_LOOP or PrimitiveType.LINE_STRIP => PrimitiveTopologyKind.Lines,
        _ => PrimitiveTopologyKind.Triangles,
    };

    /// <summary>The list's indices. Those of a list that is not complete (two of a triangle) are left off.</summary>
    public static uint[] ToList(PrimitiveType mode, uint[] indices) => mode switch
    {
        PrimitiveType.LINES => indices[..(indices.Length / 2 * 2)],
        PrimitiveType.LINE_STRIP => Lines(indices, closed: false),
        PrimitiveType.LINE_LOOP => Lines(indices, closed: true),
        PrimitiveType.TRIANGLES => indices[..(indices.Length / 3 * 3)],
        PrimitiveType.TRIANGLE_STRIP => Strip(indices),
        PrimitiveType.TRIANGLE_FAN => Fan(indices),
        _ => indices,
    };

    private static uint[] Lines(uint[] indices, bool closed)
    {
        if (indices.Length < 2) return [];
        var segments = closed ? indices.Length : indices.Length - 1;
        var list = new uint[2 * segments];
        for (var i = 0; i < segments; i++) (list[2 * i], list[2 * i + 1]) = (indices[i], indices[(i + 1) % indices.Length]);
        return list;
    }

    // Triangle i of a strip is {i, i+1+i%2, i+2−i%2}, which keeps every triangle's winding.
    private static uint[] Strip(uint[] indices)
    {
        var list = new uint[3 * Math.Max(0, indices.Length - 2)];
        for (var i = 0; i < list.Length / 3; i++)
            (list[3 * i], list[3 * i + 1], list[3 * i + 2]) = (indices[i], indices[i + 1 + i % 2], indices[i + 2 - i % 2]);
        return list;
    }

    // Triangle i of a fan is {i+1, i+2, 0}.
    private static uint[] Fan(uint[] indices)
    {
        var list = new uint[3 * Math.Max(0, indices.Length - 2)];
        for (var i = 0; i < list.Length / 3; i++)
            (list[3 * i], list[3 * i + 1], list[3 * i + 2]) = (indices[i + 1], indices[i + 2], indices[0]);
        return list;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace SynthRender.Assets.Gltf;

/// <summary>
/// A primitive's vertices while they are being read; arrays are as long as <see cref="Positions"/>, or empty. Several primitives may
/// share an array, so that an array is replaced, never changed.
/// </summary>
internal sealed record VertexData
{
    public Vector3[] Positions { get; init; } = [];

    public Vector3[] Normals { get; init; } = [];

    public Vector4[] Tangents { get; init; } = [];

    /// <summary>The UV set that <see cref="Tangents"/> follow.</summary>
    public int TangentTexCoord { get; init; }

    public Vector2[] TexCoords0 { get; init; } = [];

    public Vector2[] TexCoords1 { get; init; } = [];

    public Vector4[] Colors { get; init; } = [];

    public ushort[] Joints { get; init; } = [];

    public float[] Weights { get; init; } = [];

    public int Influences { get; init; }

    public IReadOnlyList<(Vector3[] Positions, Vector3[] Normals, Vector3[] Tangents)> Targets { get; init; } = [];

    /// <summary>What a vertex takes with all its attributes and targets.</summary>
    public int BytesPerVertex => Size(Positions) + Size(Normals) + Size(Tangents) + Size(TexCoords0) + Size(TexCoords1) + Size(Colors)
        + Influences * (sizeof(ushort) + sizeof(float)) + Targets.Sum(t => Size(t.Positions) + Size(t.Normals) + Size(t.Tangents));

    /// <summary>Vertices of which vertex i is a copy of vertex <paramref name="origin"/>[i] of these.</summary>
    /// <param name="origin">Indices of vertices.</param>
    /// <param name="budget">Pays for the copies.</param>
    /// <param name="element">For messages.</param>
    /// <exception cref="AssetException">The copies take more than is accepted.</exception>
    public VertexData Gather(int[] origin, ReadBudget budget, string element)
    {
        budget.Spend(element, origin.Length, BytesPerVertex);
        return new VertexData
        {
            Positions = Pick(Positions, origin, 1),
            Normals = Pick(Normals, origin, 1),
            Tangents = Pick(Tangents, origin, 1),
            TangentTexCoord = TangentTexCoord,
            TexCoords0 = Pick(TexCoords0, origin, 1),
            TexCoords1 = Pick(TexCoords1, origin, 1),
            Colors = Pick(Colors, origin, 1),
            Joints = Pick(Joints, origin, Influences),
            Weights = Pick(Weights, origin, Influences),
            Influences = Influences,
            Targets = [.. Targets.Select(t => (Pick(t.Positions, origin, 1), Pick(t.Normals, origin, 1), Pick(t.Tangents, origin, 1)))],
        };
    }

    private static int Size<T>(T[] values) => values.Length == 0 ? 0 : Unsafe.SizeOf<T>();

    private static T[] Pick<T>(T[] values, int[] origin, int width)
    {
        if (values.Length == 0) return values;
        var picked = new T[origin.Length * width];
        for (var i = 0; i < origin.Length; i++)
            values.AsSpan(origin[i] * width, width).CopyTo(picked.AsSpan(i * width));
        return picked;
    }
}

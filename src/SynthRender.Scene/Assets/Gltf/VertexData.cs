using System.Numerics;

namespace SynthRender.Assets.Gltf;

/// <summary>A primitive's vertices while they are being read; arrays are as long as <see cref="Positions"/>, or empty.</summary>
internal sealed class VertexData
{
    public Vector3[] Positions { get; set; } = [];

    public Vector3[] Normals { get; set; } = [];

    public Vector4[] Tangents { get; set; } = [];

    /// <summary>The UV set that <see cref="Tangents"/> follow.</summary>
    public int TangentTexCoord { get; set; }

    public Vector2[] TexCoords0 { get; set; } = [];

    public Vector2[] TexCoords1 { get; set; } = [];

    public Vector4[] Colors { get; set; } = [];

    public ushort[] Joints { get; set; } = [];

    public float[] Weights { get; set; } = [];

    public int Influences { get; set; }

    public List<(Vector3[] Positions, Vector3[] Normals, Vector3[] Tangents)> Targets { get; } = [];

    /// <summary>Makes vertex i a copy of what vertex <paramref name="origin"/>[i] is now.</summary>
    public void Gather(ReadOnlySpan<int> origin)
    {
        Positions = Pick(Positions, origin, 1);
        Normals = Pick(Normals, origin, 1);
        Tangents = Pick(Tangents, origin, 1);
        TexCoords0 = Pick(TexCoords0, origin, 1);
        TexCoords1 = Pick(TexCoords1, origin, 1);
        Colors = Pick(Colors, origin, 1);
        Joints = Pick(Joints, origin, Influences);
        Weights = Pick(Weights, origin, Influences);
        for (var t = 0; t < Targets.Count; t++)
            Targets[t] = (Pick(Targets[t].Positions, origin, 1), Pick(Targets[t].Normals, origin, 1), Pick(Targets[t].Tangents, origin, 1));
    }

    private static T[] Pick<T>(T[] values, ReadOnlySpan<int> origin, int width)
    {
        if (values.Length == 0) return values;
        var picked = new T[origin.Length * width];
        for (var i = 0; i < origin.Length; i++)
            values.AsSpan(origin[i] * width, width).CopyTo(picked.AsSpan(i * width));
        return picked;
    }
}

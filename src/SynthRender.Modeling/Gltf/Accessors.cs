using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using SharpGLTF.Memory;
using SharpGLTF.Schema2;

namespace SynthRender.Modeling.Gltf;

/// <summary>Packs vertex data into accessors, each in the smallest encoding that glTF allows without extensions.</summary>
internal static class Accessors
{
    public static Accessor Vectors(ModelRoot root, Vector3[] values) => Add(root, MemoryMarshal.AsBytes(values.AsSpan()).ToArray(),
        values.Length, DimensionType.VEC3, EncodingType.FLOAT, false, BufferMode.ARRAY_BUFFER);

    /// <summary>Differences; all zeros take no room in the file.</summary>
    public static Accessor Deltas(ModelRoot root, Vector3[] values)
    {
        if (Array.Exists(values, v => v != Vector3.Zero))
            return Vectors(root, values);
        var zeros = root.CreateAccessor();
        zeros.SetZeros(values.Length, new AttributeFormat(DimensionType.VEC3, EncodingType.FLOAT, false));
        return zeros;
    }

    /// <summary>Pairs in 0 to 1, 16 bits each.</summary>
    public static Accessor UnitPairs(ModelRoot root, Vector2[] values)
    {
        var bytes = new byte[values.Length * 4];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(4 * i), (ushort)MathF.Round(values[i].X * 65535f));
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(4 * i + 2), (ushort)MathF.Round(values[i].Y * 65535f));
        }

        return Add(root, bytes, values.Length, DimensionType.VEC2, EncodingType.UNSIGNED_SHORT, true, BufferMode.ARRAY_BUFFER);
    }

    /// <summary>Linear colours in 0 to 1, 16 bits each, opaque.</summary>
    public static Accessor Colors(ModelRoot root, List<Vector3> values)
    {
        var bytes = new byte[values.Count * 8];
        for (var i = 0; i < values.Count; i++)
            for (var k = 0; k < 4; k++)
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8 * i + 2 * k), k == 3 ? ushort.MaxValue : (ushort)MathF.Round(values[i][k] * 65535f));
        return Add(root, bytes, values.Count, DimensionType.VEC4, EncodingType.UNSIGNED_SHORT, true, BufferMode.ARRAY_BUFFER);
    }

    public static Accessor Joints(ModelRoot root, List<(int Node, float Weight)[]> influences)
    {
        var bytes = new byte[influences.Count * 4];
        for (var i = 0; i < influences.Count; i++)
            for (var k = 0; k < influences[i].Length; k++)
                bytes[4 * i + k] = checked((byte)influences[i][k].Node);
        return Add(root, bytes, influences.Count, DimensionType.VEC4, EncodingType.UNSIGNED_BYTE, false, BufferMode.ARRAY_BUFFER);
    }

    /// <summary>Weights in 16 bits that sum to exactly 65535: the largest takes what rounding leaves.</summary>
    public static Accessor Weights(ModelRoot root, List<(int Node, float Weight)[]> influences)
    {
        var bytes = new byte[influences.Count * 8];
        Span<int> units = stackalloc int[4];
        for (var i = 0; i < influences.Count; i++)
        {
            units.Clear();
            var left = 65535;
            for (var k = 1; k < influences[i].Length; k++)
                left -= units[k] = (int)MathF.Round(influences[i][k].Weight * 65535f);
            units[0] = left;
            for (var k = 0; k < 4; k++)
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8 * i + 2 * k), (ushort)units[k]);
        }

        return Add(root, bytes, influences.Count, DimensionType.VEC4, EncodingType.UNSIGNED_SHORT, true, BufferMode.ARRAY_BUFFER);
    }

    public static Accessor Indices(ModelRoot root, IReadOnlyList<int> indices, int vertices)
    {
        var small = vertices < 65535;
        var bytes = new byte[indices.Count * (small ? 2 : 4)];
        for (var i = 0; i < indices.Count; i++)
        {
            if (small)
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2 * i), (ushort)indices[i]);
            else
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4 * i), indices[i]);
        }

        var accessor = root.CreateAccessor();
        var view = root.UseBufferView(bytes, 0, null, 0, BufferMode.ELEMENT_ARRAY_BUFFER);
        accessor.SetIndexData(view, 0, indices.Count, small ? IndexEncodingType.UNSIGNED_SHORT : IndexEncodingType.UNSIGNED_INT);
        return accessor;
    }

    private static Accessor Add(
        ModelRoot root, byte[] bytes, int count, DimensionType dimensions, EncodingType encoding, bool normalised, BufferMode mode)
    {
        var accessor = root.CreateAccessor();
        accessor.SetVertexData(root.UseBufferView(bytes, 0, null, 0, mode), 0, count, new AttributeFormat(dimensions, encoding, normalised));
        return accessor;
    }
}

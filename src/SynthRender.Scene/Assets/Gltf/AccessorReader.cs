using System.Numerics;
using System.Runtime.CompilerServices;
using SharpGLTF.Schema2;

namespace SynthRender.Assets.Gltf;

/// <summary>Copies accessors into arrays, and refuses values that are not finite.</summary>
/// <param name="source">For messages.</param>
internal sealed class AccessorReader(GltfSource source)
{
    /// <summary>Pairs; of triples, which some exporters write for UVs, the first two.</summary>
    public Vector2[] Vector2s(Accessor accessor, string element)
    {
        if (accessor.Dimensions == DimensionType.VEC3)
        {
            source.Warn(element, $"accessors[{accessor.LogicalIndex}] is of type VEC3, expected VEC2; the third number is ignored.");
            return [.. Vector3s(accessor, element).Select(v => new Vector2(v.X, v.Y))];
        }

        Expect(accessor, element, DimensionType.VEC2);
        var values = Copy(accessor, () => accessor.AsVector2Array(), element);
        for (var i = 0; i < values.Length; i++)
            if (!float.IsFinite(values[i].X) || !float.IsFinite(values[i].Y)) throw NotFinite(element, i, values[i].ToString());
        return values;
    }

    /// <summary>Triples.</summary>
    public Vector3[] Vector3s(Accessor accessor, string element)
    {
        Expect(accessor, element, DimensionType.VEC3);
        var values = Copy(accessor, () => accessor.AsVector3Array(), element);
        for (var i = 0; i < values.Length; i++)
            if (!IsFinite(values[i])) throw NotFinite(element, i, values[i].ToString());
        return values;
    }

    /// <summary>Quadruples.</summary>
    public Vector4[] Vector4s(Accessor accessor, string element)
    {
        Expect(accessor, element, DimensionType.VEC4);
        return Finite(Copy(accessor, () => accessor.AsVector4Array(), element), element);
    }

    /// <summary>Linear colours; a colour without alpha is opaque.</summary>
    public Vector4[] Colors(Accessor accessor, string element)
    {
        if (accessor.Dimensions != DimensionType.VEC3) Expect(accessor, element, DimensionType.VEC4);
        return Finite(Copy(accessor, () => accessor.AsColorArray(1), element), element);
    }

    /// <summary>Numbers.</summary>
    public float[] Scalars(Accessor accessor, string element)
    {
        Expect(accessor, element, DimensionType.SCALAR);
        var values = Copy(accessor, () => accessor.AsScalarArray(), element);
        for (var i = 0; i < values.Length; i++)
            if (!float.IsFinite(values[i])) throw NotFinite(element, i, values[i].ToString(System.Globalization.CultureInfo.InvariantCulture));
        return values;
    }

    /// <summary>Vertex indices, each below <paramref name="vertexCount"/>.</summary>
    public uint[] Indices(Accessor accessor, string element, int vertexCount)
    {
        Expect(accessor, element, DimensionType.SCALAR);
        if (accessor.Encoding is not (EncodingType.UNSIGNED_BYTE or EncodingType.UNSIGNED_SHORT or EncodingType.UNSIGNED_INT))
            throw source.Fault(element,
                $"found components of type {accessor.Encoding}, expected UNSIGNED_BYTE, UNSIGNED_SHORT or UNSIGNED_INT.");
        var values = Copy(accessor, () => accessor.AsIndicesArray(), element);
        for (var i = 0; i < values.Length; i++)
            if (values[i] >= vertexCount)
                throw source.Fault(element,
                    $"index {i} is {values[i]}, but the primitive has {vertexCount} vertices (0 to {vertexCount - 1}).");
        return values;
    }

    /// <summary>4×4 matrices; System.Numerics' rows are glTF's columns, so both agree on what maps where.</summary>
    public Matrix4x4[] Matrices(Accessor accessor, string element)
    {
        Expect(accessor, element, DimensionType.MAT4);
        var values = Copy(accessor, () => accessor.AsMatrix4x4Array(), element);
        for (var i = 0; i < values.Length; i++)
            if (!IsFinite(values[i])) throw NotFinite(element, i, "a matrix");
        return values;
    }

    /// <summary>True when all three are finite.</summary>
    public static bool IsFinite(Vector3 v) => float.IsFinite(v.X) && float.IsFinite(v.Y) && float.IsFinite(v.Z);

    /// <summary>True when all sixteen are finite.</summary>
    public static bool IsFinite(Matrix4x4 m) =>
        IsFinite(new Vector3(m.M11, m.M12, m.M13)) && IsFinite(new Vector3(m.M21, m.M22, m.M23))
        && IsFinite(new Vector3(m.M31, m.M32, m.M33)) && IsFinite(m.Translation)
        && float.IsFinite(m.M14 + m.M24 + m.M34 + m.M44);

    private Vector4[] Finite(Vector4[] values, string element)
    {
        for (var i = 0; i < values.Length; i++)
            if (!IsFinite(new Vector3(values[i].X, values[i].Y, values[i].Z)) || !float.IsFinite(values[i].W))
                throw NotFinite(element, i, values[i].ToString());
        return values;
    }

    private T[] Copy<T>(Accessor accessor, Func<IReadOnlyList<T>> open, string element)
    {
        try
        {
            var list = open();
            source.Budget.Spend(element, list.Count, Unsafe.SizeOf<T>());
            var values = new T[list.Count];
            for (var i = 0; i < values.Length; i++) values[i] = list[i];
            return values;
        }
        catch (Exception e) when (e is not (AssetException or OutOfMemoryException))
        {
            throw source.Fault(element,
                $"accessors[{accessor.LogicalIndex}] holds {accessor.Dimensions} of {(accessor.Normalized ? "normalized " : "")}{accessor.Encoding}, which cannot be read here ({GltfDocument.Cause(e.Message)}).", e);
        }
    }

    private void Expect(Accessor accessor, string element, DimensionType type)
    {
        if (accessor.Dimensions != type)
            throw source.Fault(element, $"accessors[{accessor.LogicalIndex}] is of type {accessor.Dimensions}, expected {type}.");
    }

    private AssetException NotFinite(string element, int index, string value) =>
        source.Fault(element, $"element {index} is {value}, expected finite numbers.");
}

using System.Numerics;

namespace SynthRender.Rendering.Drawing;

/// <summary>
/// A 4×4 matrix in double precision with System.Numerics' convention (row vectors). Products of large translations are made here,
/// so that what reaches the device in floats is already relative to the camera.
/// </summary>
internal readonly record struct DoubleMatrix
{
    private readonly Row _x;
    private readonly Row _y;
    private readonly Row _z;
    private readonly Row _w;

    private DoubleMatrix(Row x, Row y, Row z, Row w) => (_x, _y, _z, _w) = (x, y, z, w);

    internal DoubleMatrix(in Matrix4x4 m)
        : this(
            new Row(m.M11, m.M12, m.M13, m.M14),
            new Row(m.M21, m.M22, m.M23, m.M24),
            new Row(m.M31, m.M32, m.M33, m.M34),
            new Row(m.M41, m.M42, m.M43, m.M44))
    {
    }

    internal static DoubleMatrix Translation(double x, double y, double z) =>
        new(new Row(1, 0, 0, 0), new Row(0, 1, 0, 0), new Row(0, 0, 1, 0), new Row(x, y, z, 1));

    public static DoubleMatrix operator *(in DoubleMatrix a, in DoubleMatrix b) =>
        new(a._x.Times(b), a._y.Times(b), a._z.Times(b), a._w.Times(b));

    /// <summary>The same, moved by an offset after everything else (for affine matrices).</summary>
    internal DoubleMatrix MovedBy(Vector3 offset) =>
        new(_x, _y, _z, new Row(_w.X + offset.X, _w.Y + offset.Y, _w.Z + offset.Z, _w.W));

    /// <summary>The inverse of a matrix whose last column is (0, 0, 0, 1).</summary>
    internal DoubleMatrix AffineInverse()
    {
        double c11 = _y.Y * _z.Z - _y.Z * _z.Y, c12 = _x.Z * _z.Y - _x.Y * _z.Z, c13 = _x.Y * _y.Z - _x.Z * _y.Y;
        double c21 = _y.Z * _z.X - _y.X * _z.Z, c22 = _x.X * _z.Z - _x.Z * _z.X, c23 = _x.Z * _y.X - _x.X * _y.Z;
        double c31 = _y.X * _z.Y - _y.Y * _z.X, c32 = _x.Y * _z.X - _x.X * _z.Y, c33 = _x.X * _y.Y - _x.Y * _y.X;
        var s = 1 / (_x.X * c11 + _x.Y * c21 + _x.Z * c31);
        var linear = new DoubleMatrix(
            new Row(c11 * s, c12 * s, c13 * s, 0), new Row(c21 * s, c22 * s, c23 * s, 0), new Row(c31 * s, c32 * s, c33 * s, 0), default);
        var back = new Row(-_w.X, -_w.Y, -_w.Z, 0).Times(linear);
        return new DoubleMatrix(linear._x, linear._y, linear._z, new Row(back.X, back.Y, back.Z, 1));
    }

    /// <summary>The same without its translation.</summary>
    internal DoubleMatrix WithoutTranslation() => new(_x, _y, _z, new Row(0, 0, 0, 1));

    internal Matrix4x4 ToSingle() => new(
        (float)_x.X, (float)_x.Y, (float)_x.Z, (float)_x.W,
        (float)_y.X, (float)_y.Y, (float)_y.Z, (float)_y.W,
        (float)_z.X, (float)_z.Y, (float)_z.Z, (float)_z.W,
        (float)_w.X, (float)_w.Y, (float)_w.Z, (float)_w.W);

    private readonly record struct Row(double X, double Y, double Z, double W)
    {
        internal Row Times(in DoubleMatrix m) => new(
            X * m._x.X + Y * m._y.X + Z * m._z.X + W * m._w.X,
            X * m._x.Y + Y * m._y.Y + Z * m._z.Y + W * m._w.Y,
            X * m._x.Z + Y * m._y.Z + Z * m._z.Z + W * m._w.Z,
            X * m._x.W + Y * m._y.W + Z * m._z.W + W * m._w.W);
    }
}

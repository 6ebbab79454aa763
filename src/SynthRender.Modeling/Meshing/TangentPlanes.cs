using System.Numerics;

namespace SynthRender.Modeling.Meshing;

/// <summary>Gathers surface points with normals and finds the point nearest to all their tangent planes.</summary>
internal struct TangentPlanes
{
    // How strongly a vertex is drawn to the mean of its points; enough to keep flat and smooth places regular.
    private const float Pull = 0.08f;

    private Vector3 _sum;
    private int _count;
    private float _xx, _xy, _xz, _yy, _yz, _zz;
    private Vector3 _right;

    public void Add(Vector3 point, Vector3 normal)
    {
        _sum += point;
        _count++;
        _xx += normal.X * normal.X;
        _xy += normal.X * normal.Y;
        _xz += normal.X * normal.Z;
        _yy += normal.Y * normal.Y;
        _yz += normal.Y * normal.Z;
        _zz += normal.Z * normal.Z;
        _right += normal * Vector3.Dot(normal, point);
    }

    /// <summary>The point nearest to the planes inside a box.</summary>
    public readonly Vector3 Meet(Vector3 low, Vector3 high)
    {
        var mean = _sum / _count;
        // Relative to the mean, so that the small system keeps its digits.
        var b = _right - new Vector3(
            _xx * mean.X + _xy * mean.Y + _xz * mean.Z,
            _xy * mean.X + _yy * mean.Y + _yz * mean.Z,
            _xz * mean.X + _yz * mean.Y + _zz * mean.Z);
        float xx = _xx + Pull, yy = _yy + Pull, zz = _zz + Pull;
        var c0 = yy * zz - _yz * _yz;
        var c1 = _xz * _yz - _xy * zz;
        var c2 = _xy * _yz - _xz * yy;
        var determinant = xx * c0 + _xy * c1 + _xz * c2;
        var x = new Vector3(
            c0 * b.X + c1 * b.Y + c2 * b.Z,
            c1 * b.X + (xx * zz - _xz * _xz) * b.Y + (_xy * _xz - xx * _yz) * b.Z,
            c2 * b.X + (_xy * _xz - xx * _yz) * b.Y + (xx * yy - _xy * _xy) * b.Z) / determinant;
        return Vector3.Min(Vector3.Max(mean + x, low), high);
    }
}

using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>A solid given by a signed distance: negative inside, positive outside, metres. Immutable and thread-safe.</summary>
/// <remarks>
/// The value need not be the exact distance, but it must have the exact zero set and must not change faster than
/// <see cref="Lipschitz"/> per metre; the mesher skips space on that promise.
/// </remarks>
public abstract class Field
{
    /// <summary>A box that holds the solid.</summary>
    public abstract Box Bounds { get; }

    /// <summary>Upper bound of the slope of <see cref="Distance"/>.</summary>
    public virtual float Lipschitz => 1f;

    /// <summary>The signed distance at a point.</summary>
    public abstract float Distance(Vector3 p);

    /// <summary>A field that equals this one inside a ball and may be cheaper there.</summary>
    public virtual Field Within(Vector3 centre, float radius) => this;

    /// <summary>Unit gradient by four taps on a tetrahedron of size <paramref name="step"/> metres (outward normal at the surface).</summary>
    public Vector3 Gradient(Vector3 p, float step)
    {
        Vector3 a = new(1, -1, -1), b = new(-1, -1, 1), c = new(-1, 1, -1), d = new(1, 1, 1);
        var g = a * Distance(p + a * step) + b * Distance(p + b * step) + c * Distance(p + c * step) + d * Distance(p + d * step);
        var length = g.Length();
        return length > 1e-12f ? g / length : Vector3.UnitY;
    }

    /// <summary>Moves a point onto the surface along the gradient, a few Newton steps, never farther than <paramref name="reach"/>.</summary>
    public Vector3 Project(Vector3 p, float reach, float step)
    {
        var start = p;
        for (var i = 0; i < 4; i++)
        {
            var d = Distance(p);
            if (MathF.Abs(d) < step * 0.01f)
                break;
            p -= Gradient(p, step) * d;
            var away = p - start;
            if (away.Length() > reach)
                return start + Vector3.Normalize(away) * reach;
        }

        return p;
    }

    /// <summary>Union with a fillet of size <paramref name="k"/> metres (0: a sharp crease).</summary>
    public Field Join(float k, params Field[] others) => new SmoothUnion(k, [this, .. others]);

    /// <summary>Removes a solid, with a rounded edge of size <paramref name="k"/> metres.</summary>
    public Field Cut(float k, Field tool) => new SmoothDifference(this, tool, k);

    /// <summary>Keeps what lies in both, with a rounded edge of size <paramref name="k"/> metres.</summary>
    public Field Meet(float k, Field other) => new SmoothIntersection(this, other, k);

    /// <summary>The solid together with its mirror image in the plane x = 0.</summary>
    public Field MirrorX(float k = 0f) => new MirroredX(this, k);

    /// <summary>The solid grown (or, negative, shrunk) by a distance in metres.</summary>
    public Field Grow(float distance) => new Grown(this, distance);

    /// <summary>Turns about an axis through a point, radians, right-handed.</summary>
    public Field Turn(Vector3 pivot, Vector3 axis, float angle) =>
        new Placed(this, Quaternion.CreateFromAxisAngle(Vector3.Normalize(axis), angle), pivot);

    /// <summary>Turns by a rotation about a point.</summary>
    public Field Turn(Vector3 pivot, Quaternion rotation) => new Placed(this, rotation, pivot);

    /// <summary>Moves the solid.</summary>
    public Field Move(Vector3 offset) => new Moved(this, offset);

    /// <summary>Stretches about a point by positive factors.</summary>
    public Field Stretch(Vector3 pivot, Vector3 factors) => new Stretched(this, pivot, factors);

    /// <summary>Raises the surface by a height function in metres, bounded by ±<paramref name="most"/> with the given greatest slope.</summary>
    public Field Raise(Func<Vector3, float> height, float most, float slope) => new Raised(this, height, most, slope);

    /// <summary>Bends space: the solid is what <paramref name="toSource"/> maps into this one, with a greatest stretch.</summary>
    public Field Warp(Func<Vector3, Vector3> toSource, float stretch, Box bounds) => new Warped(this, toSource, stretch, bounds);
}

using System.Numerics;

namespace SynthRender.Graph;

/// <summary>Where a node sits in its parent: scaled first, then rotated, then translated (metres).</summary>
/// <param name="Translation">Position of the node's origin in the parent, metres.</param>
/// <param name="Rotation">Unit quaternion from the node's axes to the parent's.</param>
/// <param name="Scale">Factor along each axis of the node.</param>
public readonly record struct Transform(Vector3 Translation, Quaternion Rotation, Vector3 Scale)
{
    /// <summary>At the parent's origin, not turned, not scaled.</summary>
    public static Transform Identity { get; } = new(Vector3.Zero, Quaternion.Identity, Vector3.One);

    /// <summary>Moved only.</summary>
    public static Transform At(Vector3 translation) => Identity with { Translation = translation };

    /// <summary>At a point, with −Z, along which cameras look and lights shine, towards another; +Y is as near to up as that allows.</summary>
    /// <param name="eye">Where the node stands, in its parent, metres.</param>
    /// <param name="target">What it faces; not the same point.</param>
    /// <param name="roll">Turn about the viewing axis, radians, counter-clockwise as seen in a camera's image.</param>
    /// <exception cref="ArgumentException">Eye and target coincide.</exception>
    public static Transform LookingAt(Vector3 eye, Vector3 target, float roll = 0)
    {
        var forward = target - eye;
        if (!(forward.LengthSquared() > 1e-20f))
            throw new ArgumentException($"Nothing can look at the point it stands on, {eye}.", nameof(target));
        forward = Vector3.Normalize(forward);
        var up = MathF.Abs(forward.Y) > 0.9999f ? Vector3.UnitZ : Vector3.UnitY;
        var right = Vector3.Normalize(Vector3.Cross(forward, up));
        up = Vector3.Cross(right, forward);
        var parentFromNode = new Matrix4x4(
            right.X, right.Y, right.Z, 0, up.X, up.Y, up.Z, 0, -forward.X, -forward.Y, -forward.Z, 0, 0, 0, 0, 1);
        var rotation = Quaternion.CreateFromRotationMatrix(parentFromNode);
        return new Transform(eye, rotation * Quaternion.CreateFromAxisAngle(Vector3.UnitZ, roll), Vector3.One);
    }

    /// <summary>The matrix that maps a point of the node to its parent (System.Numerics' row-vector convention).</summary>
    public Matrix4x4 ToMatrix() =>
        Matrix4x4.CreateScale(Scale) * Matrix4x4.CreateFromQuaternion(Rotation) * Matrix4x4.CreateTranslation(Translation);
}

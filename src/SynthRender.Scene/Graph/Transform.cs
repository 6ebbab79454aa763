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

    /// <summary>The matrix that maps a point of the node to its parent (System.Numerics' row-vector convention).</summary>
    public Matrix4x4 ToMatrix() =>
        Matrix4x4.CreateScale(Scale) * Matrix4x4.CreateFromQuaternion(Rotation) * Matrix4x4.CreateTranslation(Translation);
}

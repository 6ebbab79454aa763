using System.Numerics;

namespace SynthRender.Rendering.Coverage;

/// <summary>The rows of a matrix that takes a vertex to (depth·x, depth·y, depth, 0) in the image.</summary>
internal readonly record struct ImageRows(Vector4 X, Vector4 Y, Vector4 Z, Vector4 Origin)
{
    internal Vector4 Apply(Vector3 p) => X * p.X + Y * p.Y + Z * p.Z + Origin;

    internal ImageRows Plus(in ImageRows other, float weight) =>
        new(X + other.X * weight, Y + other.Y * weight, Z + other.Z * weight, Origin + other.Origin * weight);
}

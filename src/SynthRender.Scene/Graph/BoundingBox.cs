using System.Numerics;

namespace SynthRender.Graph;

/// <summary>An axis-aligned box. <see cref="Empty"/> contains nothing and is the neutral element of <see cref="Union"/>.</summary>
/// <param name="Min">Smallest corner.</param>
/// <param name="Max">Largest corner.</param>
public readonly record struct BoundingBox(Vector3 Min, Vector3 Max)
{
    /// <summary>The box without a point: its minimum lies above its maximum.</summary>
    public static BoundingBox Empty { get; } =
        new(new Vector3(float.PositiveInfinity), new Vector3(float.NegativeInfinity));

    /// <summary>True for a box that contains no point.</summary>
    public bool IsEmpty => !(Min.X <= Max.X && Min.Y <= Max.Y && Min.Z <= Max.Z);

    /// <summary>The middle of the box.</summary>
    public Vector3 Center => (Min + Max) * 0.5f;

    /// <summary>Edge lengths; zero for an empty box.</summary>
    public Vector3 Size => IsEmpty ? Vector3.Zero : Max - Min;

    /// <summary>The smallest box around both.</summary>
    public BoundingBox Union(BoundingBox other) => new(Vector3.Min(Min, other.Min), Vector3.Max(Max, other.Max));

    /// <summary>The smallest box around this box and a point.</summary>
    public BoundingBox Include(Vector3 point) => new(Vector3.Min(Min, point), Vector3.Max(Max, point));

    /// <summary>How far a point lies outside; 0 within, infinite for an empty box.</summary>
    public float DistanceTo(Vector3 point) =>
        IsEmpty ? float.PositiveInfinity : Vector3.Max(Vector3.Max(Min - point, point - Max), Vector3.Zero).Length();

    /// <summary>The axis-aligned box around this box after a transform (tight for the box, not for what is in it).</summary>
    public BoundingBox Transform(Matrix4x4 matrix)
    {
        if (IsEmpty) return this;
        var center = Vector3.Transform(Center, matrix);
        var half = Size * 0.5f;
        var extent = new Vector3(
            MathF.Abs(matrix.M11) * half.X + MathF.Abs(matrix.M21) * half.Y + MathF.Abs(matrix.M31) * half.Z,
            MathF.Abs(matrix.M12) * half.X + MathF.Abs(matrix.M22) * half.Y + MathF.Abs(matrix.M32) * half.Z,
            MathF.Abs(matrix.M13) * half.X + MathF.Abs(matrix.M23) * half.Y + MathF.Abs(matrix.M33) * half.Z);
        return new BoundingBox(center - extent, center + extent);
    }
}

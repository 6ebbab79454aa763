using System.Numerics;
using SynthRender.Assets;
using SynthRender.Materials;

namespace SynthRender.Rendering.Drawing;

/// <summary>
/// How the x and y of a normal map lie to a primitive's tangents. These follow a UV set as it is; a map lies as its slot places it
/// (KHR_texture_transform), and its bitangent on the other side where the object is mirrored.
/// </summary>
internal static class NormalMapFrame
{
    /// <summary>Rotations that are nearer to a multiple of half a turn are one.</summary>
    private const float Straight = 1e-5f;

    /// <summary>Whether the two lie at an angle that each triangle has to find out.</summary>
    internal static bool IsTurned(TextureSlot? map, PrimitiveAsset primitive) => map is not null && !primitive.Tangents.IsEmpty
        && (MathF.Abs(MathF.Sin(map.Rotation)) > Straight || (map.TexCoord != primitive.TangentTexCoord && !primitive.TexCoords1.IsEmpty));

    /// <summary>Factors on the map's x and y.</summary>
    /// <param name="map">The map, if there is one.</param>
    /// <param name="scale">How strong it is.</param>
    /// <param name="primitive">What it lies on.</param>
    /// <param name="mirrored">Whether the object's transform mirrors.</param>
    internal static Vector2 Factors(TextureSlot? map, float scale, PrimitiveAsset primitive, bool mirrored)
    {
        if (map is null) return Vector2.Zero;
        var factors = new Vector2(scale, mirrored ? -scale : scale);
        if (IsTurned(map, primitive)) return factors;
        var direction = MathF.Cos(map.Rotation) < 0 ? -1 : 1;
        return factors * direction * new Vector2(map.Scale.X < 0 ? -1 : 1, map.Scale.Y < 0 ? -1 : 1);
    }

    /// <summary>Where a map's x (first two numbers) and y point on a rectangle that its UVs span once, v downwards.</summary>
    /// <param name="map">The map, if there is one.</param>
    /// <param name="scale">How strong it is.</param>
    /// <param name="size">The rectangle's sides.</param>
    internal static Vector4 OnRectangle(TextureSlot? map, float scale, Vector2 size)
    {
        if (map is null) return Vector4.Zero;
        var (sin, cos) = MathF.SinCos(map.Rotation);
        // The direction in which the placed u grows and v does not, from the inverse of what places it, up to a positive factor.
        var flipped = map.Scale.X * map.Scale.Y < 0 ? -1 : 1;
        var x = flipped * new Vector2(cos * map.Scale.Y * size.X, -sin * map.Scale.X * size.Y);
        x = x == Vector2.Zero ? Vector2.UnitX : Vector2.Normalize(x);
        return scale * new Vector4(x.X, x.Y, -x.Y * flipped, x.X * flipped);
    }
}

using SynthRender.Materials;

namespace SynthRender.Rendering.Coverage;

/// <summary>
/// Whether a cut-out surface is there at a point: by its alpha, read from the texture as it is, without mips, and filtered between texels
/// where the slot filters. Shaders decide likewise (cutAlpha in surface_fragment.glsl).
/// </summary>
internal static class CutOutAlpha
{
    // Devices filter with 8-bit weights, and texel coordinates are rounded.
    private const double Doubt = 0.02;

    /// <summary>True for solid, false for a hole.</summary>
    internal static bool IsSolid(DrawnPrimitive primitive, int triangle, in ExactTriangle exact, Point3 ray) =>
        BeyondCutoff(primitive, triangle, exact, ray) >= 0;

    /// <summary>True for solid, false for a hole, null so near the cutoff that a device's filter may decide either way.</summary>
    internal static bool? IsSurelySolid(DrawnPrimitive primitive, int triangle, in ExactTriangle exact, Point3 ray)
    {
        var beyond = BeyondCutoff(primitive, triangle, exact, ray);
        return Math.Abs(beyond) < Doubt ? null : beyond >= 0;
    }

    private static double BeyondCutoff(DrawnPrimitive primitive, int triangle, in ExactTriangle exact, Point3 ray)
    {
        var material = primitive.Material;
        var corners = primitive.Indices.Span.Slice(3 * triangle, 3);
        var at = exact.Weights(ray);
        var alpha = (double)material.BaseColorFactor.W;
        if (!primitive.Asset.Colors.IsEmpty)
        {
            var colors = primitive.Asset.Colors.Span;
            alpha *= at.Dot(new Point3(colors[(int)corners[0]].W, colors[(int)corners[1]].W, colors[(int)corners[2]].W));
        }

        if (material.BaseColorTexture is { } slot)
        {
            // Without the UVs, the texture's corner is drawn.
            var uvs = (slot.TexCoord == 0 ? primitive.Asset.TexCoords0 : primitive.Asset.TexCoords1).Span;
            var u = uvs.IsEmpty ? default : new Point3(uvs[(int)corners[0]].X, uvs[(int)corners[1]].X, uvs[(int)corners[2]].X);
            var v = uvs.IsEmpty ? default : new Point3(uvs[(int)corners[0]].Y, uvs[(int)corners[1]].Y, uvs[(int)corners[2]].Y);
            alpha *= Sample(slot, Texel(slot, u.Dot(at), v.Dot(at)));
        }

        return alpha - (material.AlphaMode == AlphaMode.Mask ? material.AlphaCutoff : 0.5f);
    }

    /// <summary>KHR_texture_transform, then texels.</summary>
    private static (double X, double Y) Texel(TextureSlot slot, double u, double v)
    {
        var (sin, cos) = Math.SinCos(slot.Rotation);
        (u, v) = (u * slot.Scale.X, v * slot.Scale.Y);
        return ((cos * u + sin * v + slot.Offset.X) * slot.Image.Width, (cos * v - sin * u + slot.Offset.Y) * slot.Image.Height);
    }

    private static double Sample(TextureSlot slot, (double X, double Y) at)
    {
        var (x, y) = at;
        if (!slot.Linear) return Read(slot, Math.Floor(x), Math.Floor(y));
        var (left, top) = (Math.Floor(x - 0.5), Math.Floor(y - 0.5));
        var (fx, fy) = (x - 0.5 - left, y - 0.5 - top);
        var above = double.Lerp(Read(slot, left, top), Read(slot, left + 1, top), fx);
        var below = double.Lerp(Read(slot, left, top + 1), Read(slot, left + 1, top + 1), fx);
        return double.Lerp(above, below, fy);
    }

    private static double Read(TextureSlot slot, double column, double row)
    {
        var (x, y) = (Wrap(column, slot.Image.Width, slot.WrapU), Wrap(row, slot.Image.Height, slot.WrapV));
        return slot.Image.Rgba.Span[4 * (y * slot.Image.Width + x) + 3] / 255.0;
    }

    private static int Wrap(double at, int size, TextureWrap wrap)
    {
        if (wrap == TextureWrap.ClampToEdge) return (int)Math.Clamp(at, 0, size - 1);
        var period = wrap == TextureWrap.Repeat ? size : 2 * size;
        var within = (int)(at - period * Math.Floor(at / period));
        return within < size ? within : period - 1 - within;
    }
}

using SynthRender.Materials;

namespace SynthRender.Rendering.Coverage;

/// <summary>
/// Reads a cut-out surface's alpha at a point, as the device would have, where that is beyond doubt: at full resolution, and
/// clearly on one side of the cutoff.
/// </summary>
internal static class CutOutAlpha
{
    // Devices filter with 8-bit weights, and texel coordinates are rounded.
    private const double Doubt = 0.02;

    /// <summary>True for solid, false for a hole, null when only the device can tell.</summary>
    internal static bool? IsSolid(DrawnPrimitive primitive, int triangle, in ExactTriangle exact, in Pinhole pinhole, int x, int y)
    {
        var material = primitive.Material;
        var corners = primitive.Indices.Span.Slice(3 * triangle, 3);
        var at = exact.Weights(pinhole.Ray(x, y));
        var alpha = (double)material.BaseColorFactor.W;
        if (!primitive.Asset.Colors.IsEmpty)
        {
            var colors = primitive.Asset.Colors.Span;
            alpha *= at.Dot(new Point3(colors[(int)corners[0]].W, colors[(int)corners[1]].W, colors[(int)corners[2]].W));
        }

        if (material.BaseColorTexture is { } slot)
        {
            var uvs = (slot.TexCoord == 0 ? primitive.Asset.TexCoords0 : primitive.Asset.TexCoords1).Span;
            if (uvs.IsEmpty) return null;
            var u = new Point3(uvs[(int)corners[0]].X, uvs[(int)corners[1]].X, uvs[(int)corners[2]].X);
            var v = new Point3(uvs[(int)corners[0]].Y, uvs[(int)corners[1]].Y, uvs[(int)corners[2]].Y);
            var here = Texel(slot, u.Dot(at), v.Dot(at));
            if (slot.Mipmaps && Largest(here, At(x + 1, y, exact, pinhole), At(x, y + 1, exact, pinhole)) > 0.7) return null;
            alpha *= Sample(slot, here.X, here.Y);

            (double X, double Y) At(int column, int row, in ExactTriangle t, in Pinhole camera)
            {
                var weights = t.Weights(camera.Ray(column, row));
                return Texel(slot, u.Dot(weights), v.Dot(weights));
            }
        }

        var cutoff = material.AlphaMode == AlphaMode.Mask ? material.AlphaCutoff : 0.5f;
        return Math.Abs(alpha - cutoff) < Doubt ? null : alpha >= cutoff;
    }

    /// <summary>Texels per pixel: the smaller level of detail begins above one.</summary>
    private static double Largest((double X, double Y) here, (double X, double Y) right, (double X, double Y) below) => Math.Max(
        Math.Max(Math.Abs(right.X - here.X), Math.Abs(right.Y - here.Y)), Math.Max(Math.Abs(below.X - here.X), Math.Abs(below.Y - here.Y)));

    /// <summary>KHR_texture_transform, then texels.</summary>
    private static (double X, double Y) Texel(TextureSlot slot, double u, double v)
    {
        var (sin, cos) = Math.SinCos(slot.Rotation);
        (u, v) = (u * slot.Scale.X, v * slot.Scale.Y);
        return ((cos * u + sin * v + slot.Offset.X) * slot.Image.Width, (cos * v - sin * u + slot.Offset.Y) * slot.Image.Height);
    }

    private static double Sample(TextureSlot slot, double x, double y)
    {
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

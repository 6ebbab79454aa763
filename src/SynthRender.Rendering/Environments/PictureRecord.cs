using System.Numerics;
using System.Runtime.InteropServices;
using SynthRender.Cameras;
using SynthRender.Environments;

namespace SynthRender.Rendering.Environments;

/// <summary>What the shaders read about a background picture (Shaders/background_picture.glsl, std140).</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct PictureRecord
{
    private readonly Vector4 _place;
    private readonly Vector4 _look;

    internal PictureRecord(BackgroundPicture picture, Lens lens)
    {
        var (corner, extent) = picture.PartFor(lens.Width, lens.Height);
        var perPixel = extent / new Vector2(lens.Width, lens.Height);
        _place = new Vector4(corner, perPixel.X, perPixel.Y);
        var texels = MathF.Max(MathF.Abs(perPixel.X) * picture.Image.Width, perPixel.Y * picture.Image.Height);
        var deviation = picture.Blur * lens.Height;
        // Each texel of the level is about a pixel; of a blurred picture about half a step between samples (background_blurred_picture.frag).
        _look = new Vector4(MathF.Max(0, MathF.Log2(texels * MathF.Max(1, 0.5f * deviation))), deviation, picture.Gain, 0);
    }
}

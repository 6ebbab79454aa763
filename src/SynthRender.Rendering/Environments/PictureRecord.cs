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
        // A level's boxes and spline together have a deviation of 0.645 of its texels (Shaders/transmission.glsl).
        var blurred = MathF.Log2(MathF.Max(1, picture.Blur * lens.Height * texels / 0.645f));
        _look = new Vector4(MathF.Log2(MathF.Max(1, texels)), blurred, picture.Gain, 0);
    }
}

using System.Numerics;
using System.Runtime.InteropServices;
using SynthRender.Cameras;

namespace SynthRender.Rendering.Passes;

/// <summary>How light becomes a picture (Shaders/picture.glsl, std140).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PictureConstants
{
    internal Vector4 Gain;
    internal Vector4 Center;
    internal Vector4 Field;
    internal Vector4 Meter;

    internal PictureConstants(CameraView camera)
    {
        var lens = camera.Lens;
        Gain = new Vector4(lens.Exposure * lens.WhiteBalance, lens.WhitePoint);
        // cos²θ = 1/(1 + (r/f)²), so the 4s-th power of the cosine is that to the 2s.
        Center = new Vector4(
            0.5f * lens.Width, 0.5f * lens.Height, 1 / (camera.FocalLengthPixels * camera.FocalLengthPixels), 2 * (lens.Vignette?.Strength ?? 0));
        if (lens.Vignette is { FieldRadius: { } radius } vignette)
            Field = new Vector4(0.5f * lens.Height * radius, 1 / MathF.Max(0.5f * lens.Height * vignette.FieldSoftness, 1), 0, 0);
        if (lens.AutoExposure is { } auto) Meter = new Vector4(auto.Key, auto.Least, auto.Most, 0);
    }
}

using System.Buffers.Binary;

namespace SynthRender.Rendering.Lighting;

/// <summary>
/// The matrices that make a cosine of the GGX lobe, by √(1 − cosine to the viewer) (across) and perceptual roughness (down), made by
/// tools/LightTables. An entry a, b, c, d is the matrix [a 0 b; 0 1 0; c 0 d], from the frame of normal and viewer to the cosine's.
/// </summary>
internal static class TransformedCosines
{
    internal const int Size = 32;

    internal static Texture CreateTable(GraphicsDevice device)
    {
        using var stream = typeof(TransformedCosines).Assembly.GetManifestResourceStream("TransformedCosines.bin")!;
        var bytes = new byte[16 * Size * Size];
        stream.ReadExactly(bytes);
        var table = new float[bytes.Length / 4];
        for (var i = 0; i < table.Length; i++) table[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(4 * i));
        var texture = device.ResourceFactory.CreateTexture(
            TextureDescription.Texture2D(Size, Size, 1, 1, PixelFormat.R32_G32_B32_A32_Float, TextureUsage.Sampled));
        texture.Name = "transformed cosines";
        device.UpdateTexture(texture, table, 0, 0, 0, Size, Size, 1, 0, 0);
        return texture;
    }
}

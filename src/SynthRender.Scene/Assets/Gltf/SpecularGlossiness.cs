using System.Numerics;
using SynthRender.Materials;

namespace SynthRender.Assets.Gltf;

/// <summary>
/// The values of KHR_materials_pbrSpecularGlossiness, and their nearest metallic-roughness equivalent: the metalness for which both
/// models reflect alike at normal incidence, as the extension's documentation derives it with a dielectric reflectance of 0.04.
/// </summary>
/// <param name="Diffuse">Linear diffuse colour and alpha.</param>
/// <param name="DiffuseTexture">sRGB.</param>
/// <param name="Specular">Linear reflectance at normal incidence.</param>
/// <param name="Glossiness">One minus the perceptual roughness.</param>
/// <param name="Texture">Specular in RGB (sRGB), glossiness in alpha (linear).</param>
internal sealed record SpecularGlossiness(Vector4 Diffuse, TextureSlot? DiffuseTexture, Vector3 Specular, float Glossiness, TextureSlot? Texture)
{
    private const float Dielectric = 0.04f;

    /// <summary>The material with base colour, metalness and roughness taken from specular and gloss.</summary>
    public static Material Convert(Material material, SpecularGlossiness values)
    {
        if (values.Texture is not { } texture)
        {
            var (color, metallic) = Solve(Color(values.Diffuse), values.Specular);
            // A diffuse texture on a dielectric is its base colour as it is.
            return material with
            {
                BaseColorFactor = new Vector4(values.DiffuseTexture is null ? color : Color(values.Diffuse), values.Diffuse.W),
                BaseColorTexture = values.DiffuseTexture,
                MetallicFactor = metallic,
                RoughnessFactor = 1 - values.Glossiness,
            };
        }

        var (width, height) = (texture.Image.Width, texture.Image.Height);
        var (baseColor, surface) = (new byte[4 * width * height], new byte[4 * width * height]);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                values.ConvertPixel(texture.Image, x, y, baseColor.AsSpan(4 * (y * width + x), 4), surface.AsSpan(4 * (y * width + x), 4));
        return material with
        {
            BaseColorFactor = Vector4.One,
            BaseColorTexture = texture with { Image = new TextureImage($"{texture.Image.Name} (base colour)", width, height, baseColor) },
            MetallicFactor = 1,
            RoughnessFactor = 1,
            MetallicRoughnessTexture = texture with { Image = new TextureImage($"{texture.Image.Name} (metallic-roughness)", width, height, surface) },
        };
    }

    private void ConvertPixel(TextureImage image, int x, int y, Span<byte> baseColor, Span<byte> surface)
    {
        var gloss = image.Rgba.Span.Slice(4 * (y * image.Width + x), 4);
        var diffuse = Diffuse;
        if (DiffuseTexture is { Image: var other })
        {
            var (u, v) = (x * other.Width / image.Width, y * other.Height / image.Height);
            var texel = other.Rgba.Span.Slice(4 * (v * other.Width + u), 4);
            diffuse *= new Vector4(Linear(texel), texel[3] / 255f);
        }

        var (color, metallic) = Solve(Color(diffuse), Specular * Linear(gloss));
        (baseColor[0], baseColor[1], baseColor[2], baseColor[3]) = (Encode(color.X), Encode(color.Y), Encode(color.Z), Byte(diffuse.W));
        (surface[0], surface[1], surface[2], surface[3]) = (255, Byte(1 - Glossiness * gloss[3] / 255f), Byte(metallic), 255);
    }

    private static (Vector3 Color, float Metallic) Solve(Vector3 diffuse, Vector3 specular)
    {
        var strongest = MathF.Max(specular.X, MathF.Max(specular.Y, specular.Z));
        var metallic = Metalness(Brightness(diffuse), Brightness(specular), 1 - strongest);
        var fromDiffuse = diffuse * ((1 - strongest) / (1 - Dielectric) / MathF.Max(1 - metallic, 1e-6f));
        var fromSpecular = (specular - new Vector3(Dielectric * (1 - metallic))) / MathF.Max(metallic, 1e-6f);
        return (Vector3.Clamp(Vector3.Lerp(fromDiffuse, fromSpecular, metallic * metallic), Vector3.Zero, Vector3.One), metallic);
    }

    private static float Metalness(float diffuse, float specular, float oneMinusStrongest)
    {
        if (specular < Dielectric) return 0;
        var b = diffuse * oneMinusStrongest / (1 - Dielectric) + specular - 2 * Dielectric;
        var root = MathF.Sqrt(MathF.Max(0, b * b - 4 * Dielectric * (Dielectric - specular)));
        return Math.Clamp((root - b) / (2 * Dielectric), 0, 1);
    }

    // Perceived brightness (the HSP model's weights).
    private static float Brightness(Vector3 c) => MathF.Sqrt(0.299f * c.X * c.X + 0.587f * c.Y * c.Y + 0.114f * c.Z * c.Z);

    private static Vector3 Color(Vector4 v) => new(v.X, v.Y, v.Z);

    private static Vector3 Linear(ReadOnlySpan<byte> srgb) => new(Decode(srgb[0]), Decode(srgb[1]), Decode(srgb[2]));

    private static float Decode(byte value)
    {
        var c = value / 255f;
        return c <= 0.04045f ? c / 12.92f : MathF.Pow((c + 0.055f) / 1.055f, 2.4f);
    }

    private static byte Encode(float c) => Byte(c <= 0.0031308f ? c * 12.92f : 1.055f * MathF.Pow(c, 1 / 2.4f) - 0.055f);

    private static byte Byte(float value) => (byte)(Math.Clamp(value, 0, 1) * 255 + 0.5f);
}

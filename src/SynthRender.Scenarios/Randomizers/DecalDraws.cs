using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Materials;
using SynthRender.Parameters;
using SynthRender.Samplers;

namespace SynthRender.Randomizers;

/// <summary>Draws a decal of a family at random: its own defaults, varied as far as it stays what it is.</summary>
internal static class DecalDraws
{
    private static readonly ImmutableSortedDictionary<string, DecalTexture> Defaults =
        new DecalTexture[] { new BloodDecal(), new DirtDecal(), new ScratchDecal(), new StickerDecal() }
            .ToImmutableSortedDictionary(texture => texture.Family, texture => texture, StringComparer.Ordinal);

    internal static ImmutableArray<string> Families { get; } = [.. Defaults.Keys];

    internal static DecalTexture Draw(string family, RandomStream stream)
    {
        var texture = Defaults[family];
        var hue = (float)((texture is StickerDecal ? 1 : 0.03) * (stream.NextDouble() - 0.5));
        var saturation = (float)(0.8 + 0.4 * stream.NextDouble());
        var value = (float)(0.7 + 0.6 * stream.NextDouble());
        texture = texture with
        {
            Seed = stream.Record("seed", stream.NextUInt32()),
            Scale = stream.Record("scale", Math.Clamp((int)MathF.Round(texture.Scale * MathF.Pow(2, (float)(1.2 * (stream.NextDouble() - 0.5)))), 2, 16)),
            Color = stream.Record("color", Vary(texture.Color)),
            SecondColor = stream.Record("secondColor", Vary(texture.SecondColor)),
            DetailColor = stream.Record("detailColor", Vary(texture.DetailColor)),
            Relief = stream.Record("relief", texture.Relief * (float)(0.5 + stream.NextDouble())),
            Roughness = stream.Record("roughness", Math.Clamp(texture.Roughness * (float)(0.6 + 0.8 * stream.NextDouble()), 0.05f, 1)),
            Wear = stream.Record("wear", (float)(texture is StickerDecal ? 0.7 * stream.NextDouble() : 0.3 + 0.7 * stream.NextDouble())),
        };
        return texture is StickerDecal sticker ? sticker with { Round = stream.Record("round", stream.NextIndex(3) == 0) } : texture;

        Vector3 Vary(Vector3 color)
        {
            var (h, s, v) = ColorSpace.HsvFromLinear(color);
            return ColorSpace.LinearFromHsv(h + hue, Math.Min(1, s * saturation), Math.Min(1, v * value));
        }
    }
}

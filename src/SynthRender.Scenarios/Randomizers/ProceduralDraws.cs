using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Materials;
using SynthRender.Parameters;
using SynthRender.Samplers;

namespace SynthRender.Randomizers;

/// <summary>Draws a texture of a family at random: its own defaults, varied as far as it stays what it is.</summary>
internal static class ProceduralDraws
{
    private static readonly ImmutableSortedDictionary<string, ProceduralTexture> Defaults = new ProceduralTexture[]
    {
        new NoiseTexture(), new CellsTexture(), new StripesTexture(), new CheckersTexture(), new WoodTexture(), new MarbleTexture(),
        new FabricTexture(), new LeatherTexture(), new RustTexture(), new ScratchesTexture(), new SoilTexture(), new GrassTexture(),
        new TissueTexture(), new SkinTexture(), new PatinaTexture(), new BrushedMetalTexture(), new TilesTexture(), new ConcreteTexture(),
        new BarkTexture(),
    }.ToImmutableSortedDictionary(texture => texture.Family, texture => texture, StringComparer.Ordinal);

    internal static ImmutableArray<string> Families { get; } = [.. Defaults.Keys];

    /// <param name="family">One of <see cref="Families"/>.</param>
    /// <param name="first">The first colour, or null for the family's own, varied.</param>
    /// <param name="second">The second colour, or null likewise.</param>
    /// <param name="detail">The colour of details, or null likewise.</param>
    /// <param name="stream">Where the draws come from.</param>
    internal static ProceduralTexture Draw(string family, ColorParameter? first, ColorParameter? second, ColorParameter? detail, RandomStream stream)
    {
        var texture = Defaults[family];
        var painted = texture is NoiseTexture or StripesTexture or CheckersTexture or FabricTexture or TilesTexture or LeatherTexture or ScratchesTexture;
        var hue = painted ? (float)stream.NextDouble() : (float)(0.05 * (stream.NextDouble() - 0.5));
        var saturation = (float)(0.75 + 0.5 * stream.NextDouble());
        var value = (float)(0.75 + 0.5 * stream.NextDouble());
        texture = texture with
        {
            Seed = stream.Record("seed", stream.NextUInt32()),
            Scale = stream.Record("scale", Math.Clamp((int)MathF.Round(texture.Scale * MathF.Pow(2, (float)(2 * stream.NextDouble() - 1))), 1, 64)),
            Color = first?.Sample(stream, "color") ?? stream.Record("color", Vary(texture.Color)),
            SecondColor = second?.Sample(stream, "secondColor") ?? stream.Record("secondColor", Vary(texture.SecondColor)),
            DetailColor = detail?.Sample(stream, "detailColor") ?? stream.Record("detailColor", Vary(texture.DetailColor)),
            Relief = stream.Record("relief", texture.Relief * (float)(0.5 + stream.NextDouble())),
            Roughness = stream.Record("roughness", Math.Clamp(texture.Roughness * (float)(0.7 + 0.6 * stream.NextDouble()), 0.05f, 1)),
            Wear = stream.Record("wear", (float)stream.NextDouble()),
        };
        return texture switch
        {
            NoiseTexture noise => noise with { Kind = stream.Record("kind", (NoiseKind)stream.NextIndex(Enum.GetValues<NoiseKind>().Length)) },
            FabricTexture fabric => fabric with { Weave = stream.Record("weave", (FabricWeave)stream.NextIndex(Enum.GetValues<FabricWeave>().Length)) },
            WoodTexture wood => wood with { Planks = stream.Record("planks", 1 + stream.NextIndex(6)) },
            TilesTexture tiles => tiles with { Bricks = stream.Record("bricks", stream.NextIndex(2) == 1) },
            _ => texture,
        };

        Vector3 Vary(Vector3 color)
        {
            var (h, s, v) = ColorSpace.HsvFromLinear(color);
            if (painted && s < 0.2f) s = 0.45f;
            return ColorSpace.LinearFromHsv(h + hue, Math.Min(1, s * saturation), Math.Min(1, v * value));
        }
    }
}

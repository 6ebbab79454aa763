using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Scenery;

/// <summary>A patch of fallen leaves and needles of twigs, 1.2 m across and some centimetres high.</summary>
internal sealed class LeafLitter : IModel
{
    private static readonly string[] Tones = ["6B4423", "8A5A2B", "A9743A", "7A3F1E", "4E3822", "B08A4A", "5C4A2E"];

    /// <inheritdoc/>
    public string Name => "leaf_litter";

    /// <inheritdoc/>
    public string Family => "scenery";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "scenery") { OcclusionReach = 0.1f, Labeled = false };
        model.Materials.Add(new ModelMaterial("Litter", Vector3.One, 0.8f, 0f));
        var sheet = new Sheet("Litter", "Litter");
        var chance = new Chance(307u);
        for (var i = 0; i < 210; i++)
        {
            var place = chance.Sideways() * (0.6f * MathF.Pow(chance.Unit(), 0.62f));
            // Leaves of a lower layer are darker and lie flatter.
            var layer = i / 210f;
            Fallen(sheet, chance, place with { Y = 0.004f + 0.022f * layer * chance.Unit() }, layer);
        }

        for (var i = 0; i < 9; i++)
            Branches.Twig(sheet, chance, chance.Sideways() * chance.Between(0.1f, 0.5f) + new Vector3(0, 0.012f, 0), chance.Sideways(), chance.Between(0.12f, 0.3f), 0.003f, 3, 0f, Rgb.Hex("3E3022"));
        model.Sheets.Add(sheet);
        return model;
    }

    // A curled leaf: a midrib of three points with a margin on either side.
    private static void Fallen(Sheet sheet, Chance chance, Vector3 at, float layer)
    {
        var size = chance.Between(0.055f, 0.10f);
        var way = Vector3.Normalize(chance.Sideways() + new Vector3(0, chance.Between(-0.1f, 0.35f) * layer, 0));
        var side = Vector3.Normalize(Vector3.Cross(way, Vector3.UnitY) + new Vector3(0, chance.Between(-0.4f, 0.4f) * layer, 0));
        var up = Vector3.Normalize(Vector3.Cross(side, way));
        up *= MathF.Sign(up.Y);
        var curl = chance.Between(-0.10f, 0.30f) * size;
        var tone = Rgb.Hex(Tones[(int)(chance.Unit() * Tones.Length)]) * (0.55f + 0.45f * layer);
        var normal = Vector3.Normalize(up + Vector3.UnitY * 0.5f);
        Vector3[] ribs = [at, at + way * (0.5f * size) + up * (0.35f * curl), at + way * size + up * curl];
        int[] rib = [.. ribs.Select((p, k) => sheet.Vertex(p, normal, tone * 0.8f))];
        for (var s = -1f; s <= 1f; s += 2f)
        {
            var edge = normal + side * (0.35f * s);
            var near = sheet.Vertex(ribs[0] + way * (0.22f * size) + side * (s * 0.26f * size) + up * (0.6f * curl), edge, tone);
            var far = sheet.Vertex(ribs[1] + way * (0.16f * size) + side * (s * 0.27f * size) + up * (0.9f * curl), edge, tone * 1.1f);
            sheet.Triangle(rib[0], near, rib[1]);
            sheet.Triangle(near, far, rib[1]);
            sheet.Triangle(rib[1], far, rib[2]);
        }
    }
}

using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Scenery;

/// <summary>A young beech, 2.6 m high: a thin crooked stem and tiers of leafy branches.</summary>
internal sealed class Sapling : IModel
{
    /// <inheritdoc/>
    public string Name => "sapling";

    /// <inheritdoc/>
    public string Family => "scenery";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "scenery") { OcclusionReach = 0.1f, Labeled = false };
        model.Materials.Add(new ModelMaterial("Bark", Vector3.One, 0.8f, 0f));
        model.Materials.Add(new ModelMaterial("Leaves", Vector3.One, 0.52f, 0f));
        var (bark, leaves) = (new Sheet("Bark", "Bark"), new Sheet("Leaves", "Leaves"));
        var chance = new Chance(211u);
        var stem = Branches.Twig(bark, chance, Vector3.Zero, Vector3.UnitY, 2.6f, 0.022f, 12, -0.5f, Rgb.Hex("6A6152"));
        for (var i = 0; i < 24; i++)
        {
            var t = 2.2f + 9.5f * i / 23f;
            var at = Vector3.Lerp(stem[(int)t], stem[(int)t + 1], t - (int)t);
            var (sin, cos) = MathF.SinCos(i * 2.4f + chance.Between(-0.4f, 0.4f));
            var length = (1.05f - 0.075f * t) * chance.Between(0.75f, 1.1f);
            var branch = Branches.Twig(bark, chance, at, Vector3.Normalize(new Vector3(sin, 0.45f, cos)), length, 0.007f, 4, 0.06f, Rgb.Hex("5A4E3E"));
            for (var k = 0; k < 32; k++)
            {
                var u = chance.Between(0.6f, 3.99f);
                var point = Vector3.Lerp(branch[(int)u], branch[(int)u + 1], u - (int)u) + chance.Direction() * 0.05f;
                var outward = Vector3.Normalize(point - new Vector3(0, point.Y - 0.25f, 0));
                Branches.Leaf(leaves, chance, point, Vector3.Normalize(branch[(int)u + 1] - branch[(int)u]), chance.Between(0.065f, 0.105f), outward, 0.3f + 0.6f * u / 4f,
                    Rgb.Hex("2A3D14"), Rgb.Hex("7FA043"));
            }
        }

        model.Sheets.Add(bark);
        model.Sheets.Add(leaves);
        return model;
    }
}

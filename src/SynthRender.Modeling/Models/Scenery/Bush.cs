using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Scenery;

/// <summary>A leafy bush, 1.1 m high and 1.4 m wide.</summary>
internal sealed class Bush : IModel
{
    /// <inheritdoc/>
    public string Name => "bush";

    /// <inheritdoc/>
    public string Family => "scenery";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "scenery") { OcclusionReach = 0.1f, Labeled = false };
        model.Materials.Add(new ModelMaterial("Twigs", Vector3.One, 0.85f, 0f));
        model.Materials.Add(new ModelMaterial("Leaves", Vector3.One, 0.55f, 0f));
        var (twigs, leaves) = (new Sheet("Twigs", "Twigs"), new Sheet("Leaves", "Leaves"));
        var chance = new Chance(131u);
        var middle = new Vector3(0, 0.45f, 0);
        for (var i = 0; i < 26; i++)
        {
            var way = Vector3.Normalize(chance.Sideways() * chance.Between(0.15f, 1.1f) + Vector3.UnitY);
            var path = Branches.Twig(twigs, chance, chance.Sideways() * 0.06f, way, chance.Between(0.75f, 1.05f), 0.007f, 5, 0.05f, Rgb.Hex("4A3A28"));
            for (var k = 0; k < 40; k++)
            {
                var t = 1f + 3.99f * MathF.Pow(chance.Unit(), 0.8f);
                var at = Vector3.Lerp(path[(int)t], path[(int)t + 1], t - (int)t) + chance.Direction() * 0.05f;
                var away = at - middle;
                Branches.Leaf(leaves, chance, at, Vector3.Normalize(path[(int)t + 1] - path[(int)t]), chance.Between(0.06f, 0.10f), Vector3.Normalize(away), away.Length() / 0.62f,
                    Rgb.Hex("1F2E10"), Rgb.Hex("64853A"));
            }
        }

        model.Sheets.Add(twigs);
        model.Sheets.Add(leaves);
        return model;
    }
}

using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Scenery;

/// <summary>A fern, 0.7 m high and 1.1 m wide: a rosette of arching fronds with two rows of pinnae each.</summary>
internal sealed class Fern : IModel
{
    private const int Pinnae = 17;

    /// <inheritdoc/>
    public string Name => "fern";

    /// <inheritdoc/>
    public string Family => "scenery";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "scenery") { OcclusionReach = 0.1f, Labeled = false };
        model.Materials.Add(new ModelMaterial("Fern", Vector3.One, 0.58f, 0f));
        var sheet = new Sheet("Fronds", "Fern");
        var chance = new Chance(71u);
        const int Fronds = 10;
        for (var i = 0; i < Fronds; i++)
        {
            var (sin, cos) = MathF.SinCos((i + chance.Between(-0.3f, 0.3f)) * MathF.Tau / Fronds);
            Frond(sheet, chance, new Vector3(sin, 0, cos), chance.Between(0.62f, 0.9f), i % 3 == 0);
        }

        model.Sheets.Add(sheet);
        return model;
    }

    private static void Frond(Sheet sheet, Chance chance, Vector3 outward, float length, bool steep)
    {
        var path = new Vector3[Pinnae + 1];
        path[0] = outward * 0.03f;
        var start = steep ? 0.15f : 0.35f;
        for (var k = 1; k <= Pinnae; k++)
        {
            var angle = start + (steep ? 1.2f : 1.75f) * MathF.Pow(k / (float)Pinnae, 1.3f);
            path[k] = path[k - 1] + (Vector3.UnitY * MathF.Cos(angle) + outward * MathF.Sin(angle)) * (length / Pinnae);
        }

        var across = Vector3.Cross(Vector3.UnitY, outward);
        var tone = chance.Unit();
        var dark = Rgb.Mix(Rgb.Hex("24380F"), Rgb.Hex("344A16"), tone);
        var light = Rgb.Mix(Rgb.Hex("4F7A22"), Rgb.Hex("7C9C3A"), tone);
        Vector3[] stalk = [path[0], path[4], path[8], path[12], path[Pinnae]];
        sheet.Strip(stalk, k => across * (0.0032f * (1f - k / 5f)), _ => Vector3.UnitY + outward * 0.3f, _ => Rgb.Hex("5C5A22"));
        for (var k = 3; k < Pinnae; k++)
        {
            var t = (k - 3) / (float)(Pinnae - 3);
            var along = Vector3.Normalize(path[k + 1] - path[k]);
            var up = Vector3.Normalize(Vector3.Cross(along, across));
            // Longest in the lower third, none at the tip, and drooping at their ends.
            var size = 0.30f * length * MathF.Pow(1f - t, 0.85f) * Smooth.Step(-0.35f, 0.22f, t) + 0.006f;
            for (var s = -1f; s <= 1f; s += 2f)
            {
                var way = Vector3.Normalize(across * s + along * 0.32f + up * chance.Between(-0.22f, 0.02f));
                var normal = Vector3.Normalize(up * (up.Y < 0 ? -1f : 1f) + Vector3.UnitY * 0.6f + outward * 0.2f + across * (0.25f * s));
                sheet.Leaf(path[k], way * size, along * (0.17f * size + 0.004f), up * (-0.05f * size), normal, Rgb.Mix(dark, light, 0.3f * t), Rgb.Mix(light, Rgb.Hex("96A64A"), 0.4f * t));
            }
        }
    }
}

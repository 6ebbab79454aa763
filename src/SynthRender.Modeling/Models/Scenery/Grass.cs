using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Scenery;

/// <summary>A clump of grass: bent blades of four segments, dark at the root, some withered.</summary>
/// <param name="name">The file's name.</param>
/// <param name="blades">How many.</param>
/// <param name="height">Length of the longest, metres.</param>
/// <param name="withered">The share of straw-coloured blades, 0 to 1.</param>
/// <param name="seed">What makes it differ from its likes.</param>
internal sealed class Grass(string name, int blades, float height, float withered, uint seed) : IModel
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Family => "scenery";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "scenery") { OcclusionReach = 0.1f, Labeled = false };
        model.Materials.Add(new ModelMaterial("Grass", Vector3.One, 0.62f, 0f));
        var sheet = new Sheet("Blades", "Grass");
        var chance = new Chance(seed);
        for (var i = 0; i < blades; i++)
            Blade(sheet, chance);
        model.Sheets.Add(sheet);
        return model;
    }

    private void Blade(Sheet sheet, Chance chance)
    {
        var outward = chance.Sideways();
        var root = outward * (0.24f * height * MathF.Sqrt(chance.Unit()));
        var lean = Vector3.Normalize(outward + 0.7f * chance.Sideways());
        var length = height * chance.Between(0.45f, 1f);
        var bend = chance.Between(0.15f, 0.75f);
        Span<Vector3> path = stackalloc Vector3[5];
        path[0] = root;
        for (var k = 1; k < 5; k++)
        {
            // Each segment leans farther over than the one below.
            var angle = bend * (0.25f + 0.9f * k / 4f * k / 4f) * 1.5f;
            path[k] = path[k - 1] + (Vector3.UnitY * MathF.Cos(angle) + lean * MathF.Sin(angle)) * (length / 4f);
        }

        var across = Vector3.Normalize(Vector3.Cross(Vector3.UnitY, lean) + 0.5f * chance.Sideways());
        var width = chance.Between(0.0030f, 0.0062f) * MathF.Sqrt(height / 0.3f);
        var straw = chance.Unit() < withered;
        var fresh = chance.Between(-1f, 1f);
        var low = straw ? Rgb.Hex("5A4A26") : Rgb.Hex("2C3A12");
        var high = straw ? Rgb.Mix(Rgb.Hex("A48A4C"), Rgb.Hex("C9B478"), chance.Unit()) : Rgb.Mix(Rgb.Hex("5B7A26"), Rgb.Hex("8FA845"), 0.5f + 0.5f * fresh);
        float[] widths = [0.8f, 1f, 0.85f, 0.55f];
        sheet.Strip(path, k => across * (width * widths[k]), k => Vector3.UnitY * 0.9f + outward * 0.35f + lean * 0.25f,
            k => Rgb.Mix(low * 0.55f, high, Smooth.Step(-0.1f, 0.8f, k / 4f)));
    }
}

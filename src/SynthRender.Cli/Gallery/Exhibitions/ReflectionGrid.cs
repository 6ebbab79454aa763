using System.Globalization;
using System.Numerics;
using SynthRender.Materials;

namespace SynthRender.Cli.Gallery.Exhibitions;

/// <summary>Roughness and metalness, the two numbers of glTF's basic material.</summary>
internal sealed class ReflectionGrid : Exhibition
{
    public override string Name => "reflection";

    public override string Title => "Roughness and metalness";

    public override IEnumerable<Exhibit> Exhibits =>
        from kind in (IEnumerable<(string Name, float Metallic, Vector4 Color)>)
            [("dielectric", 0, new Vector4(0.6f, 0.08f, 0.06f, 1)), ("metal", 1, new Vector4(0.95f, 0.7f, 0.4f, 1))]
        from roughness in (IEnumerable<float>)[0.1f, 0.35f, 0.6f, 1]
        let number = roughness.ToString("0.##", CultureInfo.InvariantCulture)
        let material = new Material { BaseColorFactor = kind.Color, MetallicFactor = kind.Metallic, RoughnessFactor = roughness }
        select new Exhibit($"{kind.Name} {number}", $"A {kind.Name} of roughness {number}.", scene => scene.Ball(material));
}

using System.Numerics;
using SynthRender.Assets;
using SynthRender.Materials;

namespace SynthRender.Cli.Gallery.Exhibitions;

/// <summary>What glTF's extensions add to a material.</summary>
internal sealed class MaterialLayers : Exhibition
{
    private static readonly Material Paint = new() { BaseColorFactor = new Vector4(0.5f, 0.05f, 0.05f, 1), RoughnessFactor = 0.6f };

    public override string Name => "materials";

    public override string Title => "Materials";

    public override IEnumerable<Exhibit> Exhibits =>
    [
        new("plain", "Paint of roughness 0.6, as the others are without their layer.", scene => scene.Ball(Paint)),
        new("clearcoat", "A clear coat of varnish over it.", scene => scene.Ball(Paint with { ClearcoatFactor = 1, ClearcoatRoughnessFactor = 0.05f })),
        new("sheen", "Fibres that scatter at grazing angles: velvet.", scene => scene.Ball(
            Paint with { RoughnessFactor = 0.9f, SheenColorFactor = new Vector3(0.9f, 0.5f, 0.5f), SheenRoughnessFactor = 0.4f })),
        new("ior 2.4", "The index of refraction of diamond: a stronger reflection.", scene => scene.Ball(Paint with { IndexOfRefraction = 2.4f, RoughnessFactor = 0.2f })),
        new("specular", "A coloured reflection, half as strong.", scene => scene.Ball(
            Paint with { RoughnessFactor = 0.25f, SpecularColorFactor = new Vector3(0.3f, 1, 0.6f), SpecularFactor = 0.5f, IndexOfRefraction = 2 })),
        new("emissive", "Light of its own.", scene => scene.Ball(Paint with { EmissiveFactor = new Vector3(0.1f, 0.5f, 0.9f) })),
        new("unlit", "The base colour as it is.", scene => scene.Ball(Paint with { Unlit = true })),
        new("blend", "Alpha of one half.", scene => Before(scene, Paint with { AlphaMode = AlphaMode.Blend, BaseColorFactor = new Vector4(0.5f, 0.05f, 0.05f, 0.5f) })),
        new("glass", "Light passes through a smooth solid and is bent.", scene => Before(
            scene, new Material { RoughnessFactor = 0.02f, TransmissionFactor = 1, ThicknessFactor = 1 })),
        new("frosted glass", "Roughness 0.4 blurs what lies behind.", scene => Before(
            scene, new Material { RoughnessFactor = 0.4f, TransmissionFactor = 1, ThicknessFactor = 1 })),
        new("coloured glass", "A volume that takes away red and blue.", scene => Before(
            scene, new Material
            {
                RoughnessFactor = 0.02f, TransmissionFactor = 1, ThicknessFactor = 1, AttenuationDistance = 0.5f, AttenuationColor = new Vector3(0.2f, 0.8f, 0.3f),
            })),
        new("film", "A thin wall that lets light through without bending it.", scene => Before(
            scene, new Material { BaseColorFactor = new Vector4(0.9f, 0.7f, 0.3f, 1), RoughnessFactor = 0.1f, TransmissionFactor = 0.9f })),
    ];

    private static void Before(GalleryScene scene, Material material)
    {
        scene.Ball(material);
        for (var i = 0; i < 5; i++)
        {
            scene.Place(Shapes.Box(new Vector3(0.12f, 1.6f, 0.12f)), new Vector3(-0.8f + 0.4f * i, 0.8f, -1), new Material
            {
                BaseColorFactor = i % 2 == 0 ? new Vector4(0.8f, 0.8f, 0.8f, 1) : new Vector4(0.05f, 0.1f, 0.4f, 1),
            });
        }
    }
}

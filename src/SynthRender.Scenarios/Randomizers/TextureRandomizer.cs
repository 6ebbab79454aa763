using System.Numerics;
using SynthRender.Materials;
using SynthRender.Parameters;
using SynthRender.Samplers;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>Gives models another base colour texture, each time one of a set.</summary>
public sealed class TextureRandomizer : MaterialSlotRandomizer
{
    private CategoricalParameter<TextureImage>? _choice;

    /// <summary>The images to choose from, each equally likely.</summary>
    public required IReadOnlyList<TextureImage> Textures { get; init; }

    /// <summary>How often the image repeats over the model's UVs, above 0.</summary>
    public FloatParameter Repeat { get; init; } = 1;

    /// <summary>Turn of the image, radians.</summary>
    public FloatParameter Rotation { get; init; } = 0;

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        Repeat.AboveZero($"{Name}.Repeat");
        _choice = Textures.Count > 0 ? new CategoricalParameter<TextureImage>(Textures) : throw new ArgumentException($"{Name} has no textures.");
    }

    /// <inheritdoc/>
    protected override Material Change(Material material, RandomStream stream) => material with
    {
        BaseColorTexture = new TextureSlot(_choice!.Sample(stream, "texture", image => image.Name))
        {
            Scale = new Vector2(Repeat.Sample(stream, "repeat")),
            Rotation = Rotation.Sample(stream, "rotation"),
        },
    };
}

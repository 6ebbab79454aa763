using System.Numerics;
using SynthRender.Materials;
using SynthRender.Parameters;
using SynthRender.Samplers;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>Gives models another texture in one of their materials' slots, each time one of a set; base colour unless told otherwise.</summary>
public sealed class TextureRandomizer : MaterialSlotRandomizer
{
    private CategoricalParameter<TextureImage>? _choice;

    /// <summary>The images to choose from, each equally likely.</summary>
    public required IReadOnlyList<TextureImage> Textures { get; init; }

    /// <summary>Which of the material's textures. What it multiplies stays, so that e.g. a normal map shows by the material's NormalScale.</summary>
    public MaterialSlot Slot { get; init; } = MaterialSlot.BaseColor;

    /// <summary>Of the slot <see cref="MaterialSlot.Emissive"/>, the radiance of the image's white, 0 or more; null keeps the material's factor.</summary>
    public FloatParameter? Emission { get; init; }

    /// <summary>How often the image repeats over the model's UVs, above 0.</summary>
    public FloatParameter Repeat { get; init; } = 1;

    /// <summary>Turn of the image, radians.</summary>
    public FloatParameter Rotation { get; init; } = 0;

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        Repeat.AboveZero($"{Name}.Repeat");
        Emission?.Within(0, float.MaxValue, $"{Name}.Emission");
        if (Emission is not null && Slot != MaterialSlot.Emissive)
            throw new ArgumentException($"{Name}.Emission belongs to the slot {MaterialSlot.Emissive}; the slot is {Slot}.");
        _choice = Textures.Count > 0 ? new CategoricalParameter<TextureImage>(Textures) : throw new ArgumentException($"{Name} has no textures.");
    }

    /// <inheritdoc/>
    protected override Material Change(Material material, RandomStream stream)
    {
        material = material.With(Slot, new TextureSlot(_choice!.Sample(stream, "texture", image => image.Name))
        {
            Scale = new Vector2(Repeat.Sample(stream, "repeat")),
            Rotation = Rotation.Sample(stream, "rotation"),
        });
        return Emission is null ? material : material with { EmissiveFactor = new Vector3(Emission.Sample(stream, "emission")) };
    }
}

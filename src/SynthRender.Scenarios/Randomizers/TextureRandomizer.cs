using System.Numerics;
using SynthRender.Materials;
using SynthRender.Parameters;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>Gives models another base colour texture, each time one of a set.</summary>
public sealed class TextureRandomizer : Randomizer
{
    private CategoricalParameter<TextureImage>? _choice;

    /// <summary>Which models.</summary>
    public Selection Of { get; init; } = Selection.Foreground;

    /// <summary>The images to choose from, each equally likely.</summary>
    public required IReadOnlyList<TextureImage> Textures { get; init; }

    /// <summary>How often the image repeats over the model's UVs, above 0.</summary>
    public FloatParameter Repeat { get; init; } = 1;

    /// <summary>Turn of the image, radians.</summary>
    public FloatParameter Rotation { get; init; } = 0;

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        if (Repeat.Sampler.Minimum <= 0) throw new ArgumentException($"{Name}: the repeat can be {Repeat.Sampler.Minimum}; it is above 0.");
        _choice = Textures.Count > 0 ? new CategoricalParameter<TextureImage>(Textures) : throw new ArgumentException($"{Name} has no textures.");
    }

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        foreach (var model in Of.In(iteration.Scene))
        {
            for (var slot = 0; slot < model.Materials.Length; slot++)
            {
                var stream = iteration.Stream($"{model.Path} material {slot}");
                var texture = new TextureSlot(_choice!.Sample(stream, "texture", image => image.Name))
                {
                    Scale = new Vector2(Repeat.Sample(stream, "repeat")),
                    Rotation = Rotation.Sample(stream, "rotation"),
                };
                model.Materials = model.Materials.SetItem(slot, model.Materials[slot] with { BaseColorTexture = texture });
            }
        }
    }
}

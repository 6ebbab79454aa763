using System.Numerics;
using SynthRender.Parameters;

namespace SynthRender.Randomizers;

/// <summary>Paints models: replaces the base colour of every material, and takes its texture away.</summary>
public sealed class ColorRandomizer : Randomizer
{
    /// <summary>Which models.</summary>
    public Selection Of { get; init; } = Selection.Foreground;

    /// <summary>The paint.</summary>
    public ColorParameter Color { get; init; } = Distributions.Hsv(Distributions.Uniform(0, 1), Distributions.Uniform(0.1, 0.9), Distributions.Uniform(0.2, 0.95));

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        foreach (var model in Of.In(iteration.Scene))
        {
            for (var slot = 0; slot < model.Materials.Length; slot++)
            {
                var color = Color.Sample(iteration.Stream($"{model.Path} material {slot}"), "color");
                var material = model.Materials[slot];
                model.Materials = model.Materials.SetItem(slot, material with
                {
                    BaseColorFactor = new Vector4(color, material.BaseColorFactor.W),
                    BaseColorTexture = null,
                });
            }
        }
    }
}

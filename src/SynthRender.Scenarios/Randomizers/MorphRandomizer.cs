using System.Collections.Immutable;
using SynthRender.Parameters;

namespace SynthRender.Randomizers;

/// <summary>Changes the shape of models within their class: draws a weight for every morph target.</summary>
public sealed class MorphRandomizer : Randomizer
{
    /// <summary>Which models.</summary>
    public Selection Of { get; init; } = Selection.Foreground;

    /// <summary>Weight of each target; the file's targets are made for 0 to 1.</summary>
    public FloatParameter Weight { get; init; } = Distributions.Uniform(0, 1);

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        foreach (var model in Of.In(iteration.Scene))
        {
            var weights = model.MorphWeights.ToBuilder();
            for (var node = 0; node < weights.Count; node++)
            {
                if (weights[node].Length == 0) continue;
                var mesh = model.Asset.Meshes[model.Asset.Nodes[node].Mesh];
                var drawn = ImmutableArray.CreateBuilder<float>(weights[node].Length);
                // By target name, so that all meshes of a model follow one weight.
                foreach (var target in mesh.MorphTargetNames)
                    drawn.Add(Weight.Sample(iteration.Stream($"{model.Path} morph {target}"), target));
                weights[node] = drawn.MoveToImmutable();
            }

            model.MorphWeights = weights.ToImmutable();
        }
    }
}

using System.Collections.Immutable;
using SynthRender.Graph;
using SynthRender.Parameters;

namespace SynthRender.Randomizers;

/// <summary>Changes the shape of models within their class: draws a weight for every morph target.</summary>
public sealed class MorphRandomizer : Randomizer
{
    /// <summary>Which models.</summary>
    public Selection Of { get; init; } = Selection.Foreground;

    /// <summary>Only targets whose name contains this text, or null for all.</summary>
    public string? Target { get; init; }

    /// <summary>Weight of each target; the file's targets are made for 0 to 1.</summary>
    public FloatParameter Weight { get; init; } = Distributions.Uniform(0, 1);

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        foreach (var model in Of.In(iteration.Scene))
        {
            // By name, so that all meshes of a model follow one weight.
            var drawn = new Dictionary<string, float>(StringComparer.Ordinal);
            var weights = model.MorphWeights.ToBuilder();
            for (var node = 0; node < weights.Count; node++)
                if (weights[node].Length > 0)
                    weights[node] = Draw(iteration, model, node, drawn);
            model.MorphWeights = weights.DrainToImmutable();
        }
    }

    private ImmutableArray<float> Draw(Iteration iteration, ModelNode model, int node, Dictionary<string, float> drawn)
    {
        var names = model.Asset.Meshes[model.Asset.Nodes[node].Mesh].MorphTargetNames;
        var weights = model.MorphWeights[node].ToBuilder();
        for (var target = 0; target < names.Length; target++)
        {
            if (Target is not null && !names[target].Contains(Target, StringComparison.Ordinal)) continue;
            if (!drawn.TryGetValue(names[target], out var weight))
                drawn.Add(names[target], weight = Weight.Sample(iteration.Stream(model, $"morph {names[target]}"), "weight"));
            weights[target] = weight;
        }

        return weights.DrainToImmutable();
    }
}

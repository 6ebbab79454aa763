using System.Numerics;
using SynthRender.Modeling.Fields;

namespace SynthRender.Modeling.Building;

/// <summary>The shapes that bones gave to a skinned solid; a vertex follows the bones whose shapes it lies on.</summary>
public sealed class Flesh
{
    private readonly List<(string Node, Field Field, float Reach)> _shapes = [];

    /// <summary>The nodes, each once, in the order of their first shape.</summary>
    public IReadOnlyList<string> Nodes => [.. _shapes.Select(s => s.Node).Distinct()];

    /// <summary>The shapes, in order.</summary>
    public IEnumerable<Field> Shapes => _shapes.Select(s => s.Field);

    /// <summary>Adds a shape.</summary>
    /// <param name="node">The bone.</param>
    /// <param name="field">Its shape in the rest frame.</param>
    /// <param name="reach">How far beyond the shape its influence fades to nothing, metres.</param>
    /// <returns>This.</returns>
    public Flesh Add(string node, Field field, float reach)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(reach);
        _shapes.Add((node, field, reach));
        return this;
    }

    /// <summary>How strongly each of <see cref="Nodes"/> moves a point; they sum to 1.</summary>
    public float[] Weights(Vector3 p)
    {
        var nodes = Nodes;
        var index = new Dictionary<string, int>();
        for (var i = 0; i < nodes.Count; i++)
            index[nodes[i]] = i;
        var distances = _shapes.Select(s => s.Field.Distance(p)).ToArray();
        var least = distances.Min();
        var weights = new float[nodes.Count];
        for (var i = 0; i < distances.Length; i++)
        {
            var fade = Math.Clamp(1f - (distances[i] - least) / _shapes[i].Reach, 0f, 1f);
            var n = index[_shapes[i].Node];
            weights[n] = MathF.Max(weights[n], fade * fade);
        }

        var sum = weights.Sum();
        for (var i = 0; i < weights.Length; i++)
            weights[i] /= sum;
        return weights;
    }
}

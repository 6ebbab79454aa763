using SynthRender.Modeling.Meshing;

namespace SynthRender.Modeling.Building;

/// <summary>Weights of a skinned mesh's vertices.</summary>
public static class SkinWeights
{
    private const int Most = 4;

    /// <summary>At most four (node, weight) pairs for every vertex of a mesh; each vertex' weights sum to 1.</summary>
    /// <param name="mesh">The mesh in the rest pose.</param>
    /// <param name="flesh">The bones' shapes.</param>
    /// <param name="smoothing">How often each vertex takes the mean with its neighbours.</param>
    public static (int Node, float Weight)[][] Of(TriangleMesh mesh, Flesh flesh, int smoothing = 3)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(smoothing);
        var weights = mesh.Positions.Select(flesh.Weights).ToArray();
        for (var pass = 0; pass < smoothing; pass++)
        {
            var sums = weights.Select(w => w.Select(x => x * 3f).ToArray()).ToArray();
            for (var i = 0; i < mesh.Indices.Length; i++)
            {
                // Each edge of a closed mesh comes once in each direction, so every neighbour counts once.
                var (v, n) = (mesh.Indices[i], mesh.Indices[i % 3 == 2 ? i - 2 : i + 1]);
                for (var k = 0; k < sums[v].Length; k++)
                    sums[v][k] += weights[n][k];
            }

            foreach (var sum in sums)
                Normalise(sum);
            weights = sums;
        }

        return [.. weights.Select(Strongest)];
    }

    private static void Normalise(float[] weights)
    {
        var sum = weights.Sum();
        for (var i = 0; i < weights.Length; i++)
            weights[i] /= sum;
    }

    private static (int Node, float Weight)[] Strongest(float[] weights)
    {
        var kept = weights.Select((w, i) => (Node: i, Weight: w)).Where(x => x.Weight > 0.01f)
            .OrderByDescending(x => x.Weight).ThenBy(x => x.Node).Take(Most).ToArray();
        var sum = kept.Sum(x => x.Weight);
        return [.. kept.Select(x => (x.Node, x.Weight / sum))];
    }
}

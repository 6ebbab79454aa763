namespace SynthRender.Assets.Gltf;

/// <summary>
/// What reading a file may take, so that a small file cannot claim all memory: many parts of it may name the same large piece, each
/// for a copy of its own.
/// </summary>
/// <param name="source">For messages.</param>
internal sealed class ReadBudget(GltfSource source)
{
    // Vertices, indices, keys and matrices of a file together: some 30 million vertices in as many triangles.
    private const long MostBytes = 2L << 30;

    private long _bytes;

    /// <summary>Called before memory is taken.</summary>
    /// <param name="element">What it is taken for, for messages.</param>
    /// <param name="count">How many values.</param>
    /// <param name="size">Bytes of each.</param>
    /// <exception cref="AssetException">The file takes more than is accepted.</exception>
    public void Spend(string element, long count, int size)
    {
        _bytes += count * size;
        if (_bytes > MostBytes)
            throw source.Fault(element,
                $"what the file holds up to here takes {_bytes >> 20} MiB of memory, at most {MostBytes >> 20} MiB are accepted. Simplify it, or split it into several files.");
    }
}

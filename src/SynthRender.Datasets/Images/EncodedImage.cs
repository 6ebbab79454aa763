namespace SynthRender.Datasets.Images;

/// <summary>An encoded file in rented memory. Whoever gets one disposes of it.</summary>
public sealed class EncodedImage : IDisposable
{
    private readonly RentedStream _stream;

    internal EncodedImage(RentedStream stream) => _stream = stream;

    /// <summary>The bytes of the file; empty after <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte> Bytes => _stream.Bytes;

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();
}

using System.IO.Compression;

namespace SynthRender.Datasets.Images;

/// <summary>How a PNG file is compressed. All choices are lossless.</summary>
/// <param name="Filter">The row filter, the same for all rows.</param>
/// <param name="Level">zlib's level, 0 to 9.</param>
/// <param name="Strategy">zlib's strategy.</param>
public sealed record PngLevel(PngFilter Filter, int Level, ZLibCompressionStrategy Strategy)
{
    /// <summary>For colour images.</summary>
    public static PngLevel Color { get; } = new(PngFilter.Sub, 2, ZLibCompressionStrategy.Default);

    /// <summary>For ids: large even areas.</summary>
    public static PngLevel Labels { get; } = new(PngFilter.None, 1, ZLibCompressionStrategy.Default);

    internal ZLibCompressionOptions ToOptions() => new() { CompressionLevel = Level, CompressionStrategy = Strategy };
}

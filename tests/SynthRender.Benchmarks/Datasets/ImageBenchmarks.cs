using BenchmarkDotNet.Attributes;
using SynthRender.Datasets.Images;

namespace SynthRender.Benchmarks.Datasets;

/// <summary>Encoding of a 640×480 frame.</summary>
[MemoryDiagnoser]
public class ImageBenchmarks
{
    private byte[] _rgba = [];
    private ushort[] _ids = [];

    [Params(0, 6)]
    public int Noise { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _rgba = SyntheticImages.Color(Noise);
        _ids = [.. SyntheticImages.Ellipses(8).Select(id => (ushort)id)];
    }

    [Benchmark]
    public int Png() => Encode(ImageFormat.Png);

    [Benchmark]
    public int Jpeg() => Encode(ImageFormat.Jpeg);

    [Benchmark]
    public int IdPng()
    {
        using var image = PngEncoder.EncodeGray16(_ids, SyntheticImages.Width, SyntheticImages.Height);
        return image.Bytes.Length;
    }

    private int Encode(ImageFormat format)
    {
        using var image = ImageEncoder.Encode(_rgba, SyntheticImages.Width, SyntheticImages.Height, format);
        return image.Bytes.Length;
    }
}

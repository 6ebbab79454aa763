using BenchmarkDotNet.Attributes;
using SynthRender.Datasets.Masks;

namespace SynthRender.Benchmarks.Datasets;

/// <summary>All masks of a 640×480 frame, and their COCO text.</summary>
[MemoryDiagnoser]
public class MaskBenchmarks
{
    private uint[] _ids = [];
    private int[] _maskOfId = [];
    private RunLengthEncoding[] _masks = [];
    private byte[] _text = [];

    [Params(0, 8, 50)]
    public int Instances { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _ids = SyntheticImages.Ellipses(Instances);
        _maskOfId = [.. Enumerable.Range(0, Instances + 1)];
        _masks = Masks();
        _text = new byte[_masks.Max(mask => mask.MaxTextLength)];
    }

    [Benchmark]
    public ColumnRuns Runs() => ColumnRuns.Of(_ids, SyntheticImages.Width, SyntheticImages.Height);

    [Benchmark]
    public RunLengthEncoding[] Masks() => Runs().Masks(_maskOfId, Instances + 1);

    [Benchmark]
    public int Text()
    {
        var length = 0;
        foreach (var mask in _masks) length += mask.WriteText(_text);
        return length;
    }
}

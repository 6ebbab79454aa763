using SynthRender.Datasets.Writers;
using SynthRender.Farm.Pipeline;

namespace SynthRender.Farm.Runs;

/// <summary>What came of a run.</summary>
public sealed record DatasetRunResult
{
    /// <summary>Images in the dataset now.</summary>
    public required int Images { get; init; }

    /// <summary>Of these, images that an earlier run had finished.</summary>
    public required int Kept { get; init; }

    /// <summary>Images that the frames have, as far as is known.</summary>
    public required int Expected { get; init; }

    /// <summary>True when every image of every frame that was asked for is there.</summary>
    public bool Complete => Images == Expected;

    /// <summary>Frames that could not be made, when they were last tried.</summary>
    public IReadOnlyList<FailedFrame> Failed { get; init; } = [];

    /// <summary>Why images that were finished once were not trusted; they were made again if the run came that far.</summary>
    public IReadOnlyList<string> Damaged { get; init; } = [];

    /// <summary>True when the run gave up because every frame failed.</summary>
    public bool Hopeless { get; init; }

    /// <summary>How long each stage worked.</summary>
    public required StageClock Clock { get; init; }
}

namespace SynthRender.Farm.Pipeline;

/// <summary>How wide a pipeline is.</summary>
public sealed record PipelineOptions
{
    private readonly int _lanes = 1;
    private readonly int _writers = 1;

    /// <summary>Opens a lane; called on the lane's own thread, with the lane's number from 0.</summary>
    public required Func<int, RenderLane> OpenLane { get; init; }

    /// <summary>Frames that are drawn at the same time, each on a graphics device of its own; at least 1.</summary>
    public int Lanes
    {
        get => _lanes;
        init => _lanes = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Lanes), value, "A pipeline needs at least one lane.");
    }

    /// <summary>Frames that are labelled, encoded and written at the same time; at least 1.</summary>
    public int Writers
    {
        get => _writers;
        init => _writers = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Writers), value, "A pipeline needs at least one writer.");
    }
}

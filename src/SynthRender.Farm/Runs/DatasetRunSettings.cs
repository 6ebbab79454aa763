using SynthRender.Datasets.Writers;
using SynthRender.Farm.Pipeline;
using SynthRender.Scenarios;

namespace SynthRender.Farm.Runs;

/// <summary>What to make, where, and on what.</summary>
public sealed record DatasetRunSettings
{
    /// <summary>The built scenario.</summary>
    public required ScenarioRun Run { get; init; }

    /// <summary>What is made and where it goes; its text is what makes two runs the same run.</summary>
    public required DatasetDescription Description { get; init; }

    /// <summary>The format.</summary>
    public required DatasetWriter Writer { get; init; }

    /// <summary>How wide the pipeline is, and what draws.</summary>
    public required PipelineOptions Pipeline { get; init; }

    /// <summary>True throws away what an earlier run left in the output folder.</summary>
    public bool Overwrite { get; init; }

    /// <summary>True forces the journal to disk with every frame, against power cuts; the writer's files are the writer's choice.</summary>
    public bool Durable { get; init; }
}

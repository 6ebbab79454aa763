using SynthRender.Farm.Pipeline;

namespace SynthRender.Farm.Runs;

/// <summary>What came of a run.</summary>
/// <param name="Images">Images in the dataset now.</param>
/// <param name="Kept">Of these, images that an earlier run had finished.</param>
/// <param name="Complete">True when every frame that was asked for is there.</param>
/// <param name="Failed">Frames that could not be made.</param>
/// <param name="Clock">How long each stage worked.</param>
public sealed record DatasetRunResult(int Images, int Kept, bool Complete, IReadOnlyList<FailedFrame> Failed, StageClock Clock);

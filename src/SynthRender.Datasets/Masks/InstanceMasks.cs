using System.Runtime.CompilerServices;
using SynthRender.Frames;

namespace SynthRender.Datasets.Masks;

/// <summary>The masks of a frame's instances: no two share a pixel, and together with the background they cover the image.</summary>
/// <remarks>
/// What a frame shows is a function of the frame, so it is kept with the frame, weakly: the first labeler that asks pays, the others
/// find it, and it goes when the frame goes.
/// </remarks>
public sealed class InstanceMasks
{
    private static readonly ConditionalWeakTable<RenderedFrame, InstanceMasks> ByFrame = [];

    private readonly RunLengthEncoding[] _masks;

    private InstanceMasks(ColumnRuns runs, RunLengthEncoding[] masks) => (Runs, _masks) = (runs, masks);

    /// <summary>The id image's runs.</summary>
    public ColumnRuns Runs { get; }

    /// <summary>The mask of an instance.</summary>
    /// <param name="id">1 to the number of instances; 0 for the background.</param>
    public RunLengthEncoding this[uint id] => _masks[id];

    /// <summary>The masks of a frame, made on the first call. The frame is alive during the call.</summary>
    /// <exception cref="InvalidDataException">The id image has an id that is not in the frame's table, or the table has a gap.</exception>
    public static InstanceMasks Of(RenderedFrame frame) => ByFrame.GetValue(frame, Analyse);

    private static InstanceMasks Analyse(RenderedFrame frame)
    {
        var instances = frame.Snapshot.Instances;
        var maskOfId = new int[instances.Length + 1];
        for (var i = 0; i < instances.Length; i++)
        {
            if (instances[i].Id != i + 1)
                throw new InvalidDataException(
                    $"Entry {i} of the frame's instances, '{instances[i].Name}', has id {instances[i].Id}; {i + 1} is expected.");
            maskOfId[i + 1] = i + 1;
        }

        var runs = ColumnRuns.Of(frame.InstanceIds, frame.Width, frame.Height);
        return new InstanceMasks(runs, runs.Masks(maskOfId, maskOfId.Length));
    }
}

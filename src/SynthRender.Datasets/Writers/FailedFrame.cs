namespace SynthRender.Datasets.Writers;

/// <summary>A frame that could not be made, and why.</summary>
/// <param name="Frame">Its index in the run.</param>
/// <param name="Camera">The camera whose image is missing; empty when all of the frame's are.</param>
/// <param name="Place">Where it failed.</param>
/// <param name="Reason">One message for a person.</param>
public sealed record FailedFrame(int Frame, string Camera, FramePlace Place, string Reason)
{
    /// <summary>E.g. "Frame 7, camera 'left', labelling: the disk of …".</summary>
    public override string ToString() =>
        $"Frame {Frame}{(Camera.Length == 0 ? "" : $", camera '{Camera}'")}, {Place.ToString().ToLowerInvariant()}: {Reason}";
}

namespace SynthRender.Frames;

/// <summary>Says something about a drawn frame. A pure function of it: no state, safe to call from several threads.</summary>
public abstract class CameraLabeler
{
    /// <summary>What the labeler is called in messages and in dataset.json, e.g. "instance segmentation".</summary>
    public abstract string Id { get; }

    /// <summary>Whether it looks at <see cref="RenderedFrame.Sights"/>, which are made for those who do only.</summary>
    public virtual bool NeedsSights => false;

    /// <summary>
    /// Why the labeler will fail on a frame, as far as that is known before it is drawn; null when nothing speaks against it. `--dry-run` asks.
    /// </summary>
    public virtual string? Objection(FrameSnapshot frame) => null;

    /// <summary>Labels a frame. The frame's buffers are valid during the call only.</summary>
    public abstract FrameLabel Label(RenderedFrame frame);
}

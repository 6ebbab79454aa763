namespace SynthRender.Datasets.Writers;

/// <summary>Where on its way a frame failed.</summary>
public enum FramePlace
{
    /// <summary>A randomizer found no way, or the scene could not be frozen.</summary>
    Sampling,

    /// <summary>The renderer cannot draw what was sampled.</summary>
    Drawing,

    /// <summary>A labeler failed.</summary>
    Labelling,

    /// <summary>The format has no way to say it, or an image could not be compressed.</summary>
    Encoding,

    /// <summary>A file of this frame could not be put in its place.</summary>
    Writing,
}

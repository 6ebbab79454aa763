namespace SynthRender.Farm.Pipeline;

/// <summary>The stations of a frame, as they are timed.</summary>
public enum PipelineStage
{
    /// <summary>Running the randomizers and freezing the scene.</summary>
    Randomise,

    /// <summary>Recording, submitting and waiting for the device.</summary>
    Draw,

    /// <summary>Copying pixels, ids and depth out of the device's memory.</summary>
    ReadBack,

    /// <summary>Masks, boxes, keypoints.</summary>
    Label,

    /// <summary>Compressing images.</summary>
    Encode,

    /// <summary>Writing files and the journal.</summary>
    Write,
}

namespace SynthRender.Frames;

/// <summary>What a labeler found in a frame; each labeler has its own record. Keeps no reference to the frame's buffers.</summary>
public abstract record FrameLabel;

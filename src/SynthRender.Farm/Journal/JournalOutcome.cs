namespace SynthRender.Farm.Journal;

/// <summary>What became of a frame of one camera.</summary>
public enum JournalOutcome
{
    /// <summary>Its image and labels are on disk.</summary>
    Image,

    /// <summary>The camera is off in this frame.</summary>
    Off,

    /// <summary>It could not be made; another run tries again.</summary>
    Failed,
}

namespace SynthRender.Scenarios;

/// <summary>A scenario with a number of frames that is known beforehand.</summary>
public abstract class FixedLengthScenario : Scenario
{
    private int _frames = 100;

    /// <inheritdoc/>
    public override int FrameCount => _frames;

    /// <summary>How many frames there are when the command line does not say; at least 1, 100 unless set.</summary>
    protected int Frames
    {
        get => _frames;
        set => _frames = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Frames), value, "A scenario has at least one frame.");
    }
}

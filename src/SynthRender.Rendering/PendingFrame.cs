using SynthRender.Frames;

namespace SynthRender.Rendering;

/// <summary>A frame that the device is drawing. Hand it to <see cref="FrameRenderer.Collect"/> of the renderer that made it, once.</summary>
public readonly struct PendingFrame : IEquatable<PendingFrame>
{
    internal PendingFrame(FrameRenderer renderer, FrameSnapshot snapshot, int slot, long number) =>
        (Renderer, Snapshot, Slot, Number) = (renderer, snapshot, slot, number);

    /// <summary>What is being drawn.</summary>
    public FrameSnapshot Snapshot { get; }

    internal FrameRenderer Renderer { get; }
    internal int Slot { get; }
    internal long Number { get; }

    /// <summary>True for the same submission of the same renderer.</summary>
    public bool Equals(PendingFrame other) => Renderer == other.Renderer && Number == other.Number;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PendingFrame other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Number.GetHashCode();

    /// <summary>True for the same submission of the same renderer.</summary>
    public static bool operator ==(PendingFrame left, PendingFrame right) => left.Equals(right);

    /// <summary>False for the same submission of the same renderer.</summary>
    public static bool operator !=(PendingFrame left, PendingFrame right) => !left.Equals(right);
}

using System.Buffers;

namespace SynthRender.Frames;

/// <summary>A drawn frame: the contract between drawing and labelling. Pixels are row-major from the top left, without padding.</summary>
/// <remarks>
/// Buffers are rented from pools and go back on <see cref="Dispose"/>; nobody keeps a span beyond it. A frame made by hand, for a
/// test or for other renderers' output, is as good as one of ours.
/// </remarks>
public sealed class RenderedFrame : IDisposable
{
    private readonly IMemoryOwner<byte>? _color;
    private readonly IMemoryOwner<uint>? _ids;
    private readonly IMemoryOwner<float>? _depth;
    private readonly ReadOnlyMemory<byte> _colorMemory;
    private readonly ReadOnlyMemory<uint> _idMemory;
    private readonly ReadOnlyMemory<float> _depthMemory;
    private bool _disposed;

    /// <summary>Wraps plain buffers that need no disposal.</summary>
    /// <param name="snapshot">What was drawn.</param>
    /// <param name="color">RGBA, 8 bits each, sRGB: 4·width·height bytes.</param>
    /// <param name="instanceIds">Instance ids, 0 for background: width·height values.</param>
    /// <param name="depth">Planar depth in metres, +∞ where there is no surface: width·height values.</param>
    /// <exception cref="ArgumentException">A buffer's length does not fit the camera's image size.</exception>
    public RenderedFrame(FrameSnapshot snapshot, ReadOnlyMemory<byte> color, ReadOnlyMemory<uint> instanceIds, ReadOnlyMemory<float> depth)
    {
        Snapshot = snapshot;
        var pixels = snapshot.Camera.Lens.Width * snapshot.Camera.Lens.Height;
        _colorMemory = Sized(color, 4 * pixels, nameof(color));
        _idMemory = Sized(instanceIds, pixels, nameof(instanceIds));
        _depthMemory = Sized(depth, pixels, nameof(depth));
    }

    /// <summary>Wraps rented buffers, which may be longer than needed, and gives them back on disposal.</summary>
    public RenderedFrame(FrameSnapshot snapshot, IMemoryOwner<byte> color, IMemoryOwner<uint> instanceIds, IMemoryOwner<float> depth)
        : this(snapshot, Cut(color, snapshot, 4), Cut(instanceIds, snapshot, 1), Cut(depth, snapshot, 1)) =>
        (_color, _ids, _depth) = (color, instanceIds, depth);

    /// <summary>What was drawn: camera, instances, sampled values.</summary>
    public FrameSnapshot Snapshot { get; }

    /// <summary>Pixels across.</summary>
    public int Width => Snapshot.Camera.Lens.Width;

    /// <summary>Pixels down.</summary>
    public int Height => Snapshot.Camera.Lens.Height;

    /// <summary>RGBA, 8 bits each, sRGB; alpha is 255.</summary>
    public ReadOnlySpan<byte> Color => Live(_colorMemory).Span;

    /// <summary>The id of the nearest surface through each pixel's centre, 0 for background.</summary>
    public ReadOnlySpan<uint> InstanceIds => Live(_idMemory).Span;

    /// <summary>Planar depth in metres of that surface, +∞ where there is none.</summary>
    public ReadOnlySpan<float> Depth => Live(_depthMemory).Span;

    /// <summary>
    /// What lies on the lines from the eye to the keypoints, disposed with the frame; null when no labeler of the camera needs it, and in
    /// frames of other renderers, which know ids and depth only.
    /// </summary>
    public KeypointSights? Sights { get; init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        Sights?.Dispose();
        _color?.Dispose();
        _ids?.Dispose();
        _depth?.Dispose();
    }

    private ReadOnlyMemory<T> Live<T>(ReadOnlyMemory<T> memory)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return memory;
    }

    private static ReadOnlyMemory<T> Cut<T>(IMemoryOwner<T> owner, FrameSnapshot snapshot, int perPixel) =>
        owner.Memory[..(perPixel * snapshot.Camera.Lens.Width * snapshot.Camera.Lens.Height)];

    private static ReadOnlyMemory<T> Sized<T>(ReadOnlyMemory<T> memory, int length, string name) => memory.Length == length
        ? memory
        : throw new ArgumentException($"The frame needs {length} values of {name}, got {memory.Length}.", name);
}

using System.Buffers;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SynthRender.Frames;
using SynthRender.Rendering.Coverage;
using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Smoothing;

namespace SynthRender.Rendering.Passes;

/// <summary>Copies picture, ids and depth to memory that the CPU reads, and from there into pooled buffers, where edges are smoothed.</summary>
internal sealed class ReadBackPass(GraphicsDevice device, FrameRendererOptions options)
{
    private readonly CoverageRefiner? _refiner = options.ExactCoverage ? new CoverageRefiner() : null;
    private readonly PooledMemory<byte> _colors = new();
    private readonly PooledMemory<uint> _ids = new();
    private readonly PooledMemory<float> _depths = new();
    private readonly ScreenGeometry _geometry = new(options.LevelsOfDetail);
    private readonly EdgeSmoothing? _smoothing = options.Smoothing ? new EdgeSmoothing() : null;
    private readonly SightFinder _sights = new();
    private readonly SightsPool _sightsPool = new();

    internal static void Record(FrameSlot slot, Targets targets)
    {
        var commands = slot.Commands;
        commands.CopyTexture(targets.Color, slot.ColorStaging!);
        commands.CopyTexture(targets.InstanceIds, slot.IdStaging!);
        commands.CopyTexture(targets.Depth, slot.DepthStaging!);
    }

    /// <summary>The frame's buffers; the slot's fence has been waited for.</summary>
    internal RenderedFrame Collect(FrameSlot slot, FrameSnapshot snapshot, PassTimings? timings)
    {
        var start = Stopwatch.GetTimestamp();
        var (width, height) = (snapshot.Camera.Lens.Width, snapshot.Camera.Lens.Height);
        var pixels = width * height;
        var color = _colors.Rent(4 * pixels);
        var ids = _ids.Rent(pixels);
        var depth = _depths.Rent(pixels);
        Read(slot.IdStaging!, ids.Memory.Span[..pixels], width);
        Read(slot.DepthStaging!, depth.Memory.Span[..pixels], width);
        var drawn = Read(slot.ColorStaging!, color.Memory.Span[..(4 * pixels)], 4 * width, keepMapped: true);
        timings?.Add("copy", start);
        start = Stopwatch.GetTimestamp();
        var pinhole = new Pinhole(snapshot.Camera);
        var needsSights = NeedsSights(snapshot);
        if (_smoothing is not null || _refiner is not null || needsSights) _geometry.Build(snapshot, pinhole);
        timings?.Add("place", start);
        start = Stopwatch.GetTimestamp();
        _smoothing?.Smooth(
            MemoryMarshal.CreateReadOnlySpan(ref drawn[0], drawn.Count), (int)drawn.MappedResource.RowPitch,
            color.Memory.Span[..(4 * pixels)], ids.Memory.Span, depth.Memory.Span[..pixels], _geometry, pinhole);
        device.Unmap(slot.ColorStaging!);
        timings?.Add("smooth", start);
        start = Stopwatch.GetTimestamp();
        // Last, since the colours belong to the ids as the device drew them.
        _refiner?.Refine(_geometry, pinhole, ids.Memory.Span[..pixels], depth.Memory.Span[..pixels]);
        timings?.Add("refine", start);
        return new RenderedFrame(snapshot, color, ids, depth) { Sights = needsSights ? Sights(snapshot, pinhole, timings) : null };
    }

    private static bool NeedsSights(FrameSnapshot snapshot)
    {
        foreach (var labeler in snapshot.Labelers)
            if (labeler.NeedsSights) return true;
        return false;
    }

    private KeypointSights Sights(FrameSnapshot snapshot, in Pinhole pinhole, PassTimings? timings)
    {
        var start = Stopwatch.GetTimestamp();
        var sights = _sightsPool.Take();
        _sights.Find(snapshot, _geometry, pinhole, sights);
        timings?.Add("sights", start);
        return sights;
    }

    private MappedResourceView<T> Read<T>(Texture staging, Span<T> pixels, int perRow, bool keepMapped = false)
        where T : unmanaged
    {
        var view = device.Map<T>(staging, MapMode.Read);
        var pitch = (int)view.MappedResource.RowPitch / Unsafe.SizeOf<T>();
        for (var y = 0; y < pixels.Length / perRow; y++)
        {
            MemoryMarshal.CreateReadOnlySpan(ref view[y * pitch], perRow).CopyTo(pixels.Slice(y * perRow, perRow));
        }

        if (!keepMapped) device.Unmap(staging);
        return view;
    }
}

using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SynthRender.Frames;
using SynthRender.Rendering.Frames;

namespace SynthRender.Rendering.Passes;

/// <summary>Copies picture, ids and depth to memory that the CPU reads, and from there into pooled buffers.</summary>
internal sealed class ReadBackPass(GraphicsDevice device)
{
    private readonly PooledMemory<byte> _colors = new();
    private readonly PooledMemory<uint> _ids = new();
    private readonly PooledMemory<float> _depths = new();

    internal static void Record(FrameSlot slot, Targets targets)
    {
        var commands = slot.Commands;
        commands.CopyTexture(targets.Color, slot.ColorStaging!);
        commands.CopyTexture(targets.InstanceIds, slot.IdStaging!);
        commands.CopyTexture(targets.Depth, slot.DepthStaging!);
    }

    /// <summary>The frame's buffers; the slot's fence has been waited for.</summary>
    internal RenderedFrame Collect(FrameSlot slot, FrameSnapshot snapshot)
    {
        var pixels = snapshot.Camera.Lens.Width * snapshot.Camera.Lens.Height;
        var color = _colors.Rent(4 * pixels);
        var ids = _ids.Rent(pixels);
        var depth = _depths.Rent(pixels);
        Read(slot.ColorStaging!, color.Memory.Span, 4 * snapshot.Camera.Lens.Width);
        Read(slot.IdStaging!, ids.Memory.Span, snapshot.Camera.Lens.Width);
        Read(slot.DepthStaging!, depth.Memory.Span, snapshot.Camera.Lens.Width);
        return new RenderedFrame(snapshot, color, ids, depth);
    }

    private void Read<T>(Texture staging, Span<T> pixels, int perRow)
        where T : unmanaged
    {
        var view = device.Map<T>(staging, MapMode.Read);
        var pitch = (int)view.MappedResource.RowPitch / Unsafe.SizeOf<T>();
        for (var y = 0; y < pixels.Length / perRow; y++)
        {
            MemoryMarshal.CreateReadOnlySpan(ref view[y * pitch], perRow).CopyTo(pixels.Slice(y * perRow, perRow));
        }

        device.Unmap(staging);
    }
}

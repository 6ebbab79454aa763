namespace SynthRender.Gpu;

/// <summary>What a command list was told so far, and whether what it is told next fits; in the callers' terms.</summary>
internal sealed class CommandListState
{
    private readonly CommandList _list;
    private bool _isRecording;
    private Framebuffer? _framebuffer;
    private Pipeline? _graphicsPipeline;
    private Pipeline? _computePipeline;
    private bool _doOutputsMatch;
    private ulong _indexCount; // from the offset to the end of the index buffer
    private bool _hasIndexBuffer;

    internal CommandListState(CommandList list) => _list = list;

    internal void Begin()
    {
        Forget();
        _isRecording = true;
    }

    internal void End()
    {
        Forget();
        _isRecording = false;
    }

    /// <summary>False when the pipeline is set already.</summary>
    internal bool SetPipeline(Pipeline pipeline)
    {
        if (ReferenceEquals(pipeline.IsComputePipeline ? _computePipeline : _graphicsPipeline, pipeline))
            return false;
        if (pipeline.IsComputePipeline)
        {
            _computePipeline = pipeline;
            return true;
        }

        _graphicsPipeline = pipeline;
        _doOutputsMatch = false;
        return true;
    }

    /// <summary>False when the framebuffer is set already.</summary>
    internal bool SetFramebuffer(Framebuffer framebuffer)
    {
        if (ReferenceEquals(_framebuffer, framebuffer))
            return false;
        _framebuffer = framebuffer;
        _doOutputsMatch = false;
        return true;
    }

    internal void SetIndexBuffer(DeviceBuffer buffer, IndexFormat format, uint offset)
    {
        uint indexSize = format == IndexFormat.UInt16 ? 2u : 4u;
        if (offset % indexSize != 0)
            throw Misuse($"index buffer offset {offset} is not a multiple of the index size, {indexSize}");
        _hasIndexBuffer = true;
        _indexCount = (buffer.SizeInBytes - offset) / indexSize;
    }

    internal void CheckBegin()
    {
        ObjectDisposedException.ThrowIf(_list.IsDisposed, _list);
        if (_isRecording)
            throw Misuse("Begin was called twice without End between");
    }

    internal void CheckResourceSet(bool isCompute, uint slot, ResourceSet set, int offsetCount)
    {
        CheckRecording();
        Pipeline pipeline = (isCompute ? _computePipeline : _graphicsPipeline)
            ?? throw Misuse("a resource set was set before a pipeline: call SetPipeline first");
        ArgumentNullException.ThrowIfNull(set);
        ObjectDisposedException.ThrowIf(set.IsDisposed, set);
        if (slot >= pipeline.Layouts.Length)
            throw Misuse($"resource set slot {slot} does not exist: the pipeline has {pipeline.Layouts.Length}");
        ResourceLayout layout = pipeline.Layouts[slot];
        if (!layout.Matches(set.Layout))
            throw Misuse($"the resource set '{set.Name}' was made for another layout than slot {slot} of the pipeline has");
        if (offsetCount != layout.DynamicCount)
        {
            throw Misuse(
                $"slot {slot} of the pipeline has {layout.DynamicCount} dynamic bindings, but {offsetCount} offsets were given");
        }
    }

    internal void CheckRecording()
    {
        if (!_isRecording)
            throw Misuse("a command was given outside Begin and End");
    }

    internal Framebuffer CheckFramebuffer()
    {
        CheckRecording();
        return _framebuffer ?? throw Misuse("no framebuffer is set: call SetFramebuffer first");
    }

    internal void CheckViewportIndex(uint index)
    {
        if (index != 0)
            throw Misuse($"viewport {index} does not exist: there is one, with index 0");
    }

    internal void CheckDraw()
    {
        if (_doOutputsMatch)
            return;
        Framebuffer framebuffer = CheckFramebuffer();
        Pipeline pipeline = _graphicsPipeline ?? throw Misuse("a draw without a graphics pipeline: call SetPipeline first");
        if (!pipeline.Outputs.Equals(framebuffer.OutputDescription))
        {
            throw Misuse(
                $"the pipeline '{pipeline.Name}' draws to {pipeline.Outputs}, but the framebuffer '{framebuffer.Name}' is {framebuffer.OutputDescription}");
        }

        _doOutputsMatch = true;
    }

    internal void CheckIndexBuffer()
    {
        if (!_hasIndexBuffer)
            throw Misuse("an indexed draw without an index buffer: call SetIndexBuffer first");
    }

    internal void CheckIndices(uint start, uint count)
    {
        CheckIndexBuffer();
        if ((ulong)start + count > _indexCount)
            throw Misuse($"{count} indices from index {start} on reach beyond the {_indexCount} of the index buffer");
    }

    internal void CheckDispatch()
    {
        CheckRecording();
        if (_computePipeline is null)
            throw Misuse("a dispatch without a compute pipeline: call SetPipeline first");
    }

    internal void CheckIndirect(DeviceBuffer buffer, uint offset, uint count, uint stride, uint size)
    {
        CheckBuffer(buffer, BufferUsage.IndirectBuffer);
        if (offset % 4 != 0)
            throw Misuse($"the indirect offset {offset} is not a multiple of 4");
        if (stride < size || stride % 4 != 0)
            throw Misuse($"the indirect stride {stride} must be a multiple of 4 and at least {size}");
        if (count == 0)
            return;
        ulong end = offset + ((ulong)stride * (count - 1)) + size;
        if (end > buffer.SizeInBytes)
            throw Misuse($"the indirect arguments end at byte {end}, but the buffer has {buffer.SizeInBytes}");
    }

    internal void CheckBuffer(DeviceBuffer buffer, BufferUsage usage)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ObjectDisposedException.ThrowIf(buffer.IsDisposed, buffer);
        if ((buffer.Usage & usage) == 0)
            throw Misuse($"the buffer '{buffer.Name}' was made for {buffer.Usage}, not for {usage}");
    }

    internal void CheckRange(DeviceBuffer buffer, uint offset, uint size)
    {
        if ((ulong)offset + size > buffer.SizeInBytes)
            throw Misuse($"offset {offset} lies outside the buffer '{buffer.Name}' of {buffer.SizeInBytes} bytes");
    }

    internal VeldridException Misuse(string what) =>
        new($"Command list '{_list.Name}': {what}.");

    private void Forget()
    {
        _framebuffer = null;
        _graphicsPipeline = null;
        _computePipeline = null;
        _doOutputsMatch = false;
        _hasIndexBuffer = false;
    }
}

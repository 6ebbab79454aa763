using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SynthRender.Gpu.Vulkan;

namespace SynthRender.Gpu;

/// <summary>
/// Records commands for the GPU, between <see cref="Begin"/> and <see cref="End"/>;
/// <see cref="GraphicsDevice.SubmitCommands(CommandList)"/> runs them, once. One thread at a time may use it.
/// </summary>
/// <remarks>
/// Commands of one list, and lists in the order of their submission, see each other's results; draws into one
/// framebuffer between two other commands are ordered by their targets only, not by the storage buffers and images
/// that their shaders write. A pipeline that is set forgets the resource sets of the one before it; vertex buffers
/// and the index buffer stay. Setting a framebuffer sets the full viewport and scissor.
/// </remarks>
public abstract class CommandList : DeviceResource, IDisposable
{
    private bool _recording;
    private Framebuffer? _framebuffer;
    private Pipeline? _graphicsPipeline;
    private Pipeline? _computePipeline;
    private bool _outputsMatch;
    private bool _hasIndexBuffer;
    private uint _indexSize;

    private protected CommandList()
    {
    }

    /// <inheritdoc/>
    public abstract string Name { get; set; }

    /// <summary>Whether <see cref="Dispose"/> was called.</summary>
    public abstract bool IsDisposed { get; }

    /// <summary>Starts recording; what was recorded and not submitted is dropped.</summary>
    public void Begin()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        if (_recording)
            throw Misuse("Begin was called twice without End between");
        ResetState();
        BeginCore();
        _recording = true;
    }

    /// <summary>Ends recording; the list can be submitted now.</summary>
    public void End()
    {
        CheckRecording();
        _recording = false;
        EndCore();
        ResetState();
    }

    /// <summary>Sets the graphics or the compute pipeline and forgets the resource sets of the one before it.</summary>
    public void SetPipeline(Pipeline pipeline)
    {
        CheckRecording();
        ArgumentNullException.ThrowIfNull(pipeline);
        ObjectDisposedException.ThrowIf(pipeline.IsDisposed, pipeline);
        if (pipeline.IsComputePipeline)
        {
            if (ReferenceEquals(_computePipeline, pipeline))
                return;
            _computePipeline = pipeline;
        }
        else
        {
            if (ReferenceEquals(_graphicsPipeline, pipeline))
                return;
            _graphicsPipeline = pipeline;
            _outputsMatch = false;
        }

        SetPipelineCore(pipeline);
    }

    /// <summary>Sets a vertex buffer from its first byte.</summary>
    public void SetVertexBuffer(uint index, DeviceBuffer buffer) => SetVertexBuffer(index, buffer, 0);

    /// <summary>Sets a vertex buffer from byte <paramref name="offset"/> on.</summary>
    public void SetVertexBuffer(uint index, DeviceBuffer buffer, uint offset)
    {
        CheckRecording();
        CheckBuffer(buffer, BufferUsage.VertexBuffer);
        if (index >= VertexBufferSlots)
            throw Misuse($"vertex buffer slot {index} does not exist: there are {VertexBufferSlots}");
        CheckRange(buffer, offset, 0);
        SetVertexBufferCore(index, buffer, offset);
    }

    /// <summary>Sets the index buffer from its first byte.</summary>
    public void SetIndexBuffer(DeviceBuffer buffer, IndexFormat format) => SetIndexBuffer(buffer, format, 0);

    /// <summary>Sets the index buffer from byte <paramref name="offset"/> on, a multiple of the index size.</summary>
    public void SetIndexBuffer(DeviceBuffer buffer, IndexFormat format, uint offset)
    {
        CheckRecording();
        CheckBuffer(buffer, BufferUsage.IndexBuffer);
        CheckRange(buffer, offset, 0);
        _indexSize = format == IndexFormat.UInt16 ? 2u : 4u;
        if (offset % _indexSize != 0)
            throw Misuse($"index buffer offset {offset} is not a multiple of the index size, {_indexSize}");
        _hasIndexBuffer = true;
        SetIndexBufferCore(buffer, format, offset);
    }

    /// <summary>Sets the resources of a slot of the graphics pipeline.</summary>
    public void SetGraphicsResourceSet(uint slot, ResourceSet rs) => SetResourceSet(_graphicsPipeline, slot, rs, []);

    /// <summary>Sets the resources of a slot of the graphics pipeline, one offset per dynamic binding.</summary>
    public void SetGraphicsResourceSet(uint slot, ResourceSet rs, uint[] dynamicOffsets) =>
        SetResourceSet(_graphicsPipeline, slot, rs, dynamicOffsets);

    /// <summary>Sets the resources of a slot of the graphics pipeline, one offset per dynamic binding.</summary>
    public void SetGraphicsResourceSet(uint slot, ResourceSet rs, uint dynamicOffsetsCount, ref uint dynamicOffsets) =>
        SetResourceSet(
            _graphicsPipeline, slot, rs, MemoryMarshal.CreateReadOnlySpan(ref dynamicOffsets, (int)dynamicOffsetsCount));

    /// <summary>Sets the resources of a slot of the compute pipeline.</summary>
    public void SetComputeResourceSet(uint slot, ResourceSet rs) => SetResourceSet(_computePipeline, slot, rs, []);

    /// <summary>Sets the resources of a slot of the compute pipeline, one offset per dynamic binding.</summary>
    public void SetComputeResourceSet(uint slot, ResourceSet rs, uint[] dynamicOffsets) =>
        SetResourceSet(_computePipeline, slot, rs, dynamicOffsets);

    /// <summary>Sets the resources of a slot of the compute pipeline, one offset per dynamic binding.</summary>
    public void SetComputeResourceSet(uint slot, ResourceSet rs, uint dynamicOffsetsCount, ref uint dynamicOffsets) =>
        SetResourceSet(
            _computePipeline, slot, rs, MemoryMarshal.CreateReadOnlySpan(ref dynamicOffsets, (int)dynamicOffsetsCount));

    /// <summary>Sets what is drawn to, with the full viewport and scissor. Its contents stay unless cleared.</summary>
    public void SetFramebuffer(Framebuffer fb)
    {
        CheckRecording();
        ArgumentNullException.ThrowIfNull(fb);
        ObjectDisposedException.ThrowIf(fb.IsDisposed, fb);
        if (!ReferenceEquals(_framebuffer, fb))
        {
            _framebuffer = fb;
            _outputsMatch = false;
            SetFramebufferCore(fb);
        }

        SetFullViewports();
        SetFullScissorRects();
    }

    /// <summary>
    /// Clears a colour target of the framebuffer. An integer target gets the channels converted to integers; a float
    /// holds integers up to 2^24 exactly.
    /// </summary>
    public void ClearColorTarget(uint index, RgbaFloat clearColor)
    {
        Framebuffer framebuffer = CheckFramebuffer();
        if (index >= framebuffer.ColorTargets.Count)
            throw Misuse($"colour target {index} does not exist: the framebuffer has {framebuffer.ColorTargets.Count}");
        ClearColorTargetCore(index, clearColor);
    }

    /// <summary>Clears the depth target to a depth in 0..1 and its stencil, if it has one, to 0.</summary>
    public void ClearDepthStencil(float depth) => ClearDepthStencil(depth, 0);

    /// <summary>Clears the depth target to a depth in 0..1 and a stencil value.</summary>
    public void ClearDepthStencil(float depth, byte stencil)
    {
        Framebuffer framebuffer = CheckFramebuffer();
        if (framebuffer.DepthTarget is null)
            throw Misuse("the framebuffer has no depth target to clear");
        if (depth is not (>= 0 and <= 1))
            throw Misuse($"the clear depth {depth} lies outside 0..1");
        ClearDepthStencilCore(depth, stencil);
    }

    /// <summary>Sets the viewport to the whole framebuffer, depth 0..1.</summary>
    public void SetFullViewports() => SetFullViewport(0);

    /// <summary>Sets the viewport to the whole framebuffer, depth 0..1. There is one viewport: 0.</summary>
    public void SetFullViewport(uint index)
    {
        Framebuffer framebuffer = CheckFramebuffer();
        SetViewport(index, new Viewport(0, 0, framebuffer.Width, framebuffer.Height, 0, 1));
    }

    /// <summary>Sets the viewport. There is one: 0.</summary>
    public void SetViewport(uint index, Viewport viewport) => SetViewport(index, ref viewport);

    /// <summary>Sets the viewport. There is one: 0.</summary>
    public void SetViewport(uint index, ref Viewport viewport)
    {
        CheckRecording();
        CheckViewportIndex(index);
        if (!(viewport.Width > 0 && viewport.Height > 0))
            throw Misuse($"the viewport is {viewport.Width} × {viewport.Height} pixels; both must be greater than 0");
        if (viewport.MinDepth is not (>= 0 and <= 1) || viewport.MaxDepth is not (>= 0 and <= 1))
            throw Misuse($"the viewport's depths {viewport.MinDepth} and {viewport.MaxDepth} must lie in 0..1");
        SetViewportCore(viewport);
    }

    /// <summary>Sets the scissor rectangle to the whole framebuffer.</summary>
    public void SetFullScissorRects() => SetFullScissorRect(0);

    /// <summary>Sets the scissor rectangle to the whole framebuffer. There is one rectangle: 0.</summary>
    public void SetFullScissorRect(uint index)
    {
        Framebuffer framebuffer = CheckFramebuffer();
        SetScissorRect(index, 0, 0, framebuffer.Width, framebuffer.Height);
    }

    /// <summary>
    /// Sets the scissor rectangle in pixels, origin top left. There is one: 0. It cuts when the pipeline's
    /// <see cref="RasterizerStateDescription.ScissorTestEnabled"/> says so.
    /// </summary>
    public void SetScissorRect(uint index, uint x, uint y, uint width, uint height)
    {
        CheckRecording();
        CheckViewportIndex(index);
        if ((ulong)x + width > int.MaxValue || (ulong)y + height > int.MaxValue)
            throw Misuse($"the scissor rectangle ({x}, {y}, {width}, {height}) reaches beyond {int.MaxValue}");
        SetScissorRectCore(x, y, width, height);
    }

    /// <summary>Draws one instance, from vertex 0 on.</summary>
    public void Draw(uint vertexCount) => Draw(vertexCount, 1, 0, 0);

    /// <summary>Draws.</summary>
    public void Draw(uint vertexCount, uint instanceCount, uint vertexStart, uint instanceStart)
    {
        CheckDraw();
        DrawCore(vertexCount, instanceCount, vertexStart, instanceStart);
    }

    /// <summary>Draws one instance with the index buffer, from index 0 on.</summary>
    public void DrawIndexed(uint indexCount) => DrawIndexed(indexCount, 1, 0, 0, 0);

    /// <summary>Draws with the index buffer; <paramref name="vertexOffset"/> is added to each index.</summary>
    public void DrawIndexed(
        uint indexCount,
        uint instanceCount,
        uint indexStart,
        int vertexOffset,
        uint instanceStart)
    {
        CheckDraw();
        CheckIndexBuffer();
        DrawIndexedCore(indexCount, instanceCount, indexStart, vertexOffset, instanceStart);
    }

    /// <summary>Draws with <see cref="IndirectDrawArguments"/> from a buffer, <paramref name="drawCount"/> times.</summary>
    public void DrawIndirect(DeviceBuffer indirectBuffer, uint offset, uint drawCount, uint stride)
    {
        CheckDraw();
        CheckIndirect(indirectBuffer, offset, drawCount, stride, (uint)Unsafe.SizeOf<IndirectDrawArguments>());
        DrawIndirectCore(indirectBuffer, offset, drawCount, stride);
    }

    /// <summary>Draws with <see cref="IndirectDrawIndexedArguments"/> from a buffer, <paramref name="drawCount"/> times.</summary>
    public void DrawIndexedIndirect(DeviceBuffer indirectBuffer, uint offset, uint drawCount, uint stride)
    {
        CheckDraw();
        CheckIndexBuffer();
        CheckIndirect(indirectBuffer, offset, drawCount, stride, (uint)Unsafe.SizeOf<IndirectDrawIndexedArguments>());
        DrawIndexedIndirectCore(indirectBuffer, offset, drawCount, stride);
    }

    /// <summary>Runs the compute pipeline on a grid of work groups.</summary>
    public void Dispatch(uint groupCountX, uint groupCountY, uint groupCountZ)
    {
        CheckDispatch();
        DispatchCore(groupCountX, groupCountY, groupCountZ);
    }

    /// <summary>Runs the compute pipeline with <see cref="IndirectDispatchArguments"/> from a buffer.</summary>
    public void DispatchIndirect(DeviceBuffer indirectBuffer, uint offset)
    {
        CheckDispatch();
        CheckIndirect(indirectBuffer, offset, 1, 0, (uint)Unsafe.SizeOf<IndirectDispatchArguments>());
        DispatchIndirectCore(indirectBuffer, offset);
    }

    /// <summary>Averages the samples of mip level 0, layer 0 of a multisampled texture into a texture of one sample.</summary>
    public void ResolveTexture(Texture source, Texture destination)
    {
        CheckRecording();
        TextureChecks.Resolve(source, destination);
        ResolveTextureCore(source, destination);
    }

    /// <summary>Writes a value into a buffer, in order with the other commands.</summary>
    public void UpdateBuffer<T>(DeviceBuffer buffer, uint bufferOffsetInBytes, T source)
        where T : unmanaged => UpdateBuffer(buffer, bufferOffsetInBytes, new ReadOnlySpan<T>(in source));

    /// <summary>Writes a value into a buffer, in order with the other commands.</summary>
    public void UpdateBuffer<T>(DeviceBuffer buffer, uint bufferOffsetInBytes, ref T source)
        where T : unmanaged => UpdateBuffer(buffer, bufferOffsetInBytes, new ReadOnlySpan<T>(in source));

    /// <summary>Writes <paramref name="sizeInBytes"/> bytes, starting at a value, in order with the other commands.</summary>
    public void UpdateBuffer<T>(DeviceBuffer buffer, uint bufferOffsetInBytes, ref T source, uint sizeInBytes)
        where T : unmanaged
    {
        CheckRecording();
        BufferChecks.Update(buffer, bufferOffsetInBytes, sizeInBytes);
        UpdateBufferCore(
            buffer,
            bufferOffsetInBytes,
            MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, byte>(ref source), (int)sizeInBytes));
    }

    /// <summary>Writes an array into a buffer, in order with the other commands.</summary>
    public void UpdateBuffer<T>(DeviceBuffer buffer, uint bufferOffsetInBytes, T[] source)
        where T : unmanaged => UpdateBuffer(buffer, bufferOffsetInBytes, (ReadOnlySpan<T>)source);

    /// <summary>Writes elements into a buffer, in order with the other commands.</summary>
    public void UpdateBuffer<T>(DeviceBuffer buffer, uint bufferOffsetInBytes, ReadOnlySpan<T> source)
        where T : unmanaged
    {
        CheckRecording();
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(source);
        BufferChecks.Update(buffer, bufferOffsetInBytes, (uint)bytes.Length);
        UpdateBufferCore(buffer, bufferOffsetInBytes, bytes);
    }

    /// <summary>Writes elements into a buffer, in order with the other commands.</summary>
    public void UpdateBuffer<T>(DeviceBuffer buffer, uint bufferOffsetInBytes, Span<T> source)
        where T : unmanaged => UpdateBuffer(buffer, bufferOffsetInBytes, (ReadOnlySpan<T>)source);

    /// <summary>Writes bytes into a buffer, in order with the other commands.</summary>
    public void UpdateBuffer(DeviceBuffer buffer, uint bufferOffsetInBytes, IntPtr source, uint sizeInBytes)
    {
        CheckRecording();
        BufferChecks.Update(buffer, bufferOffsetInBytes, sizeInBytes);
        UpdateBufferCore(buffer, bufferOffsetInBytes, MappedMemory.Bytes(source, (int)sizeInBytes));
    }

    /// <summary>Copies bytes from buffer to buffer; within one buffer the ranges must not overlap.</summary>
    public void CopyBuffer(
        DeviceBuffer source,
        uint sourceOffset,
        DeviceBuffer destination,
        uint destinationOffset,
        uint sizeInBytes)
    {
        CheckRecording();
        BufferChecks.Copy(source, sourceOffset, destination, destinationOffset, sizeInBytes);
        if (sizeInBytes != 0)
            CopyBufferCore(source, sourceOffset, destination, destinationOffset, sizeInBytes);
    }

    /// <summary>Copies every mip level and layer; both textures must be of the same size and format.</summary>
    public void CopyTexture(Texture source, Texture destination)
    {
        CheckRecording();
        TextureChecks.SameShape(source, destination);
        for (uint level = 0; level < source.MipLevels; level++)
            CopyLevel(source, destination, level, 0, source.LayerCount);
    }

    /// <summary>Copies one mip level of one layer; both textures must be of the same size and format.</summary>
    public void CopyTexture(Texture source, Texture destination, uint mipLevel, uint arrayLayer)
    {
        CheckRecording();
        TextureChecks.SameShape(source, destination);
        CopyLevel(source, destination, mipLevel, arrayLayer, 1);
    }

    /// <summary>Copies a box of texels. Layers of a cube map count six per cube.</summary>
    public void CopyTexture(
        Texture source,
        uint srcX,
        uint srcY,
        uint srcZ,
        uint srcMipLevel,
        uint srcBaseArrayLayer,
        Texture destination,
        uint dstX,
        uint dstY,
        uint dstZ,
        uint dstMipLevel,
        uint dstBaseArrayLayer,
        uint width,
        uint height,
        uint depth,
        uint layerCount)
    {
        CheckRecording();
        TextureChecks.Copyable(source, destination);
        var from = new TextureRegion(srcX, srcY, srcZ, srcMipLevel, srcBaseArrayLayer, width, height, depth, layerCount);
        var to = new TextureRegion(dstX, dstY, dstZ, dstMipLevel, dstBaseArrayLayer, width, height, depth, layerCount);
        TextureChecks.Region(source, from, "source");
        TextureChecks.Region(destination, to, "destination");
        CopyTextureCore(source, from, destination, to);
    }

    /// <summary>Fills mip levels 1 and up from level 0, each the 2×2 average of the one before it.</summary>
    public void GenerateMipmaps(Texture texture)
    {
        CheckRecording();
        TextureChecks.GenerateMipmaps(texture);
        if (texture.MipLevels > 1)
            GenerateMipmapsCore(texture);
    }

    /// <summary>Opens a named group, for frame debuggers and validation reports.</summary>
    public void PushDebugGroup(string name)
    {
        CheckRecording();
        ArgumentNullException.ThrowIfNull(name);
        PushDebugGroupCore(name);
    }

    /// <summary>Closes the innermost group.</summary>
    public void PopDebugGroup()
    {
        CheckRecording();
        PopDebugGroupCore();
    }

    /// <summary>Marks a place, for frame debuggers and validation reports.</summary>
    public void InsertDebugMarker(string name)
    {
        CheckRecording();
        ArgumentNullException.ThrowIfNull(name);
        InsertDebugMarkerCore(name);
    }

    /// <summary>Gives it back, once the GPU is done with it.</summary>
    public abstract void Dispose();

    private protected const uint VertexBufferSlots = 16;

    private protected abstract void BeginCore();

    private protected abstract void EndCore();

    private protected abstract void SetPipelineCore(Pipeline pipeline);

    private protected abstract void SetVertexBufferCore(uint index, DeviceBuffer buffer, uint offset);

    private protected abstract void SetIndexBufferCore(DeviceBuffer buffer, IndexFormat format, uint offset);

    private protected abstract void SetResourceSetCore(
        bool compute, uint slot, ResourceSet set, ReadOnlySpan<uint> dynamicOffsets);

    private protected abstract void SetFramebufferCore(Framebuffer framebuffer);

    private protected abstract void ClearColorTargetCore(uint index, RgbaFloat color);

    private protected abstract void ClearDepthStencilCore(float depth, byte stencil);

    private protected abstract void SetViewportCore(in Viewport viewport);

    private protected abstract void SetScissorRectCore(uint x, uint y, uint width, uint height);

    private protected abstract void DrawCore(uint vertexCount, uint instanceCount, uint vertexStart, uint instanceStart);

    private protected abstract void DrawIndexedCore(
        uint indexCount, uint instanceCount, uint indexStart, int vertexOffset, uint instanceStart);

    private protected abstract void DrawIndirectCore(DeviceBuffer arguments, uint offset, uint drawCount, uint stride);

    private protected abstract void DrawIndexedIndirectCore(
        DeviceBuffer arguments, uint offset, uint drawCount, uint stride);

    private protected abstract void DispatchCore(uint groupCountX, uint groupCountY, uint groupCountZ);

    private protected abstract void DispatchIndirectCore(DeviceBuffer arguments, uint offset);

    private protected abstract void ResolveTextureCore(Texture source, Texture destination);

    private protected abstract void UpdateBufferCore(DeviceBuffer buffer, uint offset, ReadOnlySpan<byte> bytes);

    private protected abstract void CopyBufferCore(
        DeviceBuffer source, uint sourceOffset, DeviceBuffer destination, uint destinationOffset, uint sizeInBytes);

    private protected abstract void CopyTextureCore(
        Texture source, in TextureRegion from, Texture destination, in TextureRegion to);

    private protected abstract void GenerateMipmapsCore(Texture texture);

    private protected abstract void PushDebugGroupCore(string name);

    private protected abstract void PopDebugGroupCore();

    private protected abstract void InsertDebugMarkerCore(string name);

    private void CopyLevel(Texture source, Texture destination, uint mipLevel, uint arrayLayer, uint layerCount)
    {
        var region = new TextureRegion(
            0,
            0,
            0,
            mipLevel,
            arrayLayer,
            FormatLayout.MipEdge(source.Width, mipLevel),
            FormatLayout.MipEdge(source.Height, mipLevel),
            FormatLayout.MipEdge(source.Depth, mipLevel),
            layerCount);
        TextureChecks.Region(source, region, "source");
        TextureChecks.Region(destination, region, "destination");
        CopyTextureCore(source, region, destination, region);
    }

    private void SetResourceSet(Pipeline? pipeline, uint slot, ResourceSet set, ReadOnlySpan<uint> dynamicOffsets)
    {
        CheckRecording();
        if (pipeline is null)
            throw Misuse("a resource set was set before a pipeline: call SetPipeline first");
        ArgumentNullException.ThrowIfNull(set);
        ObjectDisposedException.ThrowIf(set.IsDisposed, set);
        if (slot >= pipeline.Layouts.Length)
            throw Misuse($"resource set slot {slot} does not exist: the pipeline has {pipeline.Layouts.Length}");
        ResourceLayout layout = pipeline.Layouts[slot];
        if (!layout.Matches(set.Layout))
            throw Misuse($"the resource set '{set.Name}' was made for another layout than slot {slot} of the pipeline has");
        if (dynamicOffsets.Length != layout.DynamicCount)
        {
            throw Misuse(
                $"slot {slot} of the pipeline has {layout.DynamicCount} dynamic bindings, but {dynamicOffsets.Length} offsets were given");
        }

        SetResourceSetCore(pipeline.IsComputePipeline, slot, set, dynamicOffsets);
    }

    private void ResetState()
    {
        _framebuffer = null;
        _graphicsPipeline = null;
        _computePipeline = null;
        _outputsMatch = false;
        _hasIndexBuffer = false;
    }

    private void CheckRecording()
    {
        if (!_recording)
            throw Misuse("a command was given outside Begin and End");
    }

    private Framebuffer CheckFramebuffer()
    {
        CheckRecording();
        return _framebuffer ?? throw Misuse("no framebuffer is set: call SetFramebuffer first");
    }

    private void CheckViewportIndex(uint index)
    {
        if (index != 0)
            throw Misuse($"viewport {index} does not exist: there is one, with index 0");
    }

    private void CheckDraw()
    {
        if (_outputsMatch)
            return;
        Framebuffer framebuffer = CheckFramebuffer();
        Pipeline pipeline = _graphicsPipeline ?? throw Misuse("a draw without a graphics pipeline: call SetPipeline first");
        if (!pipeline.Outputs.Equals(framebuffer.OutputDescription))
        {
            throw Misuse(
                $"the pipeline '{pipeline.Name}' draws to {pipeline.Outputs}, but the framebuffer '{framebuffer.Name}' is {framebuffer.OutputDescription}");
        }

        _outputsMatch = true;
    }

    private void CheckIndexBuffer()
    {
        if (!_hasIndexBuffer)
            throw Misuse("an indexed draw without an index buffer: call SetIndexBuffer first");
    }

    private void CheckDispatch()
    {
        CheckRecording();
        if (_computePipeline is null)
            throw Misuse("a dispatch without a compute pipeline: call SetPipeline first");
    }

    private void CheckIndirect(DeviceBuffer buffer, uint offset, uint count, uint stride, uint size)
    {
        CheckBuffer(buffer, BufferUsage.IndirectBuffer);
        if (offset % 4 != 0)
            throw Misuse($"the indirect offset {offset} is not a multiple of 4");
        if (count > 1 && (stride < size || stride % 4 != 0))
            throw Misuse($"the indirect stride {stride} must be a multiple of 4 and at least {size}");
        if (count == 0)
            return;
        ulong end = offset + ((ulong)stride * (count - 1)) + size;
        if (end > buffer.SizeInBytes)
            throw Misuse($"the indirect arguments end at byte {end}, but the buffer has {buffer.SizeInBytes}");
    }

    private void CheckBuffer(DeviceBuffer buffer, BufferUsage usage)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ObjectDisposedException.ThrowIf(buffer.IsDisposed, buffer);
        if ((buffer.Usage & usage) == 0)
            throw Misuse($"the buffer '{buffer.Name}' was made for {buffer.Usage}, not for {usage}");
    }

    private void CheckRange(DeviceBuffer buffer, uint offset, uint size)
    {
        if ((ulong)offset + size > buffer.SizeInBytes)
            throw Misuse($"offset {offset} lies outside the buffer '{buffer.Name}' of {buffer.SizeInBytes} bytes");
    }

    private VeldridException Misuse(string what) =>
        new($"Command list '{Name}': {what}.");
}

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
    private readonly CommandListState _state;

    private protected CommandList() => _state = new CommandListState(this);

    /// <inheritdoc/>
    public abstract string Name { get; set; }

    /// <summary>Whether <see cref="Dispose"/> was called.</summary>
    public abstract bool IsDisposed { get; }

    /// <summary>Starts recording; what was recorded and not submitted is dropped.</summary>
    public void Begin()
    {
        _state.CheckBegin();
        BeginCore();
        _state.Begin();
    }

    /// <summary>Ends recording; the list can be submitted now.</summary>
    public void End()
    {
        _state.CheckRecording();
        EndCore();
        _state.End();
    }

    /// <summary>Sets the graphics or the compute pipeline and forgets the resource sets of the one before it.</summary>
    public void SetPipeline(Pipeline pipeline)
    {
        _state.CheckRecording();
        ArgumentNullException.ThrowIfNull(pipeline);
        ObjectDisposedException.ThrowIf(pipeline.IsDisposed, pipeline);
        if (_state.SetPipeline(pipeline))
            SetPipelineCore(pipeline);
    }

    /// <summary>Sets a vertex buffer from its first byte.</summary>
    public void SetVertexBuffer(uint index, DeviceBuffer buffer) => SetVertexBuffer(index, buffer, 0);

    /// <summary>Sets a vertex buffer from byte <paramref name="offset"/> on.</summary>
    public void SetVertexBuffer(uint index, DeviceBuffer buffer, uint offset)
    {
        _state.CheckRecording();
        _state.CheckBuffer(buffer, BufferUsage.VertexBuffer);
        if (index >= VertexBufferSlots)
            throw _state.Misuse($"vertex buffer slot {index} does not exist: there are {VertexBufferSlots}");
        _state.CheckRange(buffer, offset, 0);
        SetVertexBufferCore(index, buffer, offset);
    }

    /// <summary>Sets the index buffer from its first byte.</summary>
    public void SetIndexBuffer(DeviceBuffer buffer, IndexFormat format) => SetIndexBuffer(buffer, format, 0);

    /// <summary>Sets the index buffer from byte <paramref name="offset"/> on, a multiple of the index size.</summary>
    public void SetIndexBuffer(DeviceBuffer buffer, IndexFormat format, uint offset)
    {
        _state.CheckRecording();
        _state.CheckBuffer(buffer, BufferUsage.IndexBuffer);
        _state.CheckRange(buffer, offset, 0);
        _state.SetIndexBuffer(buffer, format, offset);
        SetIndexBufferCore(buffer, format, offset);
    }

    /// <summary>Sets the resources of a slot of the graphics pipeline.</summary>
    public void SetGraphicsResourceSet(uint slot, ResourceSet rs) => SetResourceSet(false, slot, rs, []);

    /// <summary>Sets the resources of a slot of the graphics pipeline, one offset per dynamic binding.</summary>
    public void SetGraphicsResourceSet(uint slot, ResourceSet rs, uint[] dynamicOffsets) =>
        SetResourceSet(false, slot, rs, dynamicOffsets);

    /// <summary>Sets the resources of a slot of the graphics pipeline, one offset per dynamic binding.</summary>
    public void SetGraphicsResourceSet(uint slot, ResourceSet rs, uint dynamicOffsetsCount, ref uint dynamicOffsets) =>
        SetResourceSet(
            false, slot, rs, MemoryMarshal.CreateReadOnlySpan(ref dynamicOffsets, (int)dynamicOffsetsCount));

    /// <summary>Sets the resources of a slot of the compute pipeline.</summary>
    public void SetComputeResourceSet(uint slot, ResourceSet rs) => SetResourceSet(true, slot, rs, []);

    /// <summary>Sets the resources of a slot of the compute pipeline, one offset per dynamic binding.</summary>
    public void SetComputeResourceSet(uint slot, ResourceSet rs, uint[] dynamicOffsets) =>
        SetResourceSet(true, slot, rs, dynamicOffsets);

    /// <summary>Sets the resources of a slot of the compute pipeline, one offset per dynamic binding.</summary>
    public void SetComputeResourceSet(uint slot, ResourceSet rs, uint dynamicOffsetsCount, ref uint dynamicOffsets) =>
        SetResourceSet(
            true, slot, rs, MemoryMarshal.CreateReadOnlySpan(ref dynamicOffsets, (int)dynamicOffsetsCount));

    /// <summary>
    /// Sets what is drawn to, with the full viewport and scissor; when it is set already, nothing changes. Its contents stay
    /// unless cleared.
    /// </summary>
    public void SetFramebuffer(Framebuffer fb)
    {
        _state.CheckRecording();
        ArgumentNullException.ThrowIfNull(fb);
        ObjectDisposedException.ThrowIf(fb.IsDisposed, fb);
        if (!_state.SetFramebuffer(fb))
            return;
        SetFramebufferCore(fb);
        SetFullViewports();
        SetFullScissorRects();
    }

    /// <summary>
    /// Clears a colour target of the framebuffer. An integer target gets the channels converted to integers; a float
    /// holds integers up to 2^24 exactly.
    /// </summary>
    public void ClearColorTarget(uint index, RgbaFloat clearColor)
    {
        Framebuffer framebuffer = _state.CheckFramebuffer();
        if (index >= framebuffer.ColorTargets.Count)
            throw _state.Misuse($"colour target {index} does not exist: the framebuffer has {framebuffer.ColorTargets.Count}");
        ClearColorTargetCore(index, clearColor);
    }

    /// <summary>Clears the depth target to a depth in 0..1 and its stencil, if it has one, to 0.</summary>
    public void ClearDepthStencil(float depth) => ClearDepthStencil(depth, 0);

    /// <summary>Clears the depth target to a depth in 0..1 and a stencil value.</summary>
    public void ClearDepthStencil(float depth, byte stencil)
    {
        Framebuffer framebuffer = _state.CheckFramebuffer();
        if (framebuffer.DepthTarget is null)
            throw _state.Misuse("the framebuffer has no depth target to clear");
        if (depth is not (>= 0 and <= 1))
            throw _state.Misuse($"the clear depth {depth} lies outside 0..1");
        ClearDepthStencilCore(depth, stencil);
    }

    /// <summary>Sets the viewport to the whole framebuffer, depth 0..1.</summary>
    public void SetFullViewports() => SetFullViewport(0);

    /// <summary>Sets the viewport to the whole framebuffer, depth 0..1. There is one viewport: 0.</summary>
    public void SetFullViewport(uint index)
    {
        Framebuffer framebuffer = _state.CheckFramebuffer();
        SetViewport(index, new Viewport(0, 0, framebuffer.Width, framebuffer.Height, 0, 1));
    }

    /// <summary>Sets the viewport. There is one: 0.</summary>
    public void SetViewport(uint index, Viewport viewport) => SetViewport(index, ref viewport);

    /// <summary>Sets the viewport. There is one: 0.</summary>
    public void SetViewport(uint index, ref Viewport viewport)
    {
        _state.CheckRecording();
        _state.CheckViewportIndex(index);
        if (!(viewport.Width > 0 && viewport.Height > 0))
            throw _state.Misuse($"the viewport is {viewport.Width} × {viewport.Height} pixels; both must be greater than 0");
        if (viewport.MinDepth is not (>= 0 and <= 1) || viewport.MaxDepth is not (>= 0 and <= 1))
            throw _state.Misuse($"the viewport's depths {viewport.MinDepth} and {viewport.MaxDepth} must lie in 0..1");
        SetViewportCore(viewport);
    }

    /// <summary>Sets the scissor rectangle to the whole framebuffer.</summary>
    public void SetFullScissorRects() => SetFullScissorRect(0);

    /// <summary>Sets the scissor rectangle to the whole framebuffer. There is one rectangle: 0.</summary>
    public void SetFullScissorRect(uint index)
    {
        Framebuffer framebuffer = _state.CheckFramebuffer();
        SetScissorRect(index, 0, 0, framebuffer.Width, framebuffer.Height);
    }

    /// <summary>
    /// Sets the scissor rectangle in pixels, origin top left. There is one: 0. It cuts when the pipeline's
    /// <see cref="RasterizerStateDescription.ScissorTestEnabled"/> says so.
    /// </summary>
    public void SetScissorRect(uint index, uint x, uint y, uint width, uint height)
    {
        _state.CheckRecording();
        _state.CheckViewportIndex(index);
        if ((ulong)x + width > int.MaxValue || (ulong)y + height > int.MaxValue)
            throw _state.Misuse($"the scissor rectangle ({x}, {y}, {width}, {height}) reaches beyond {int.MaxValue}");
        SetScissorRectCore(x, y, width, height);
    }

    /// <summary>Draws one instance, from vertex 0 on.</summary>
    public void Draw(uint vertexCount) => Draw(vertexCount, 1, 0, 0);

    /// <summary>Draws.</summary>
    public void Draw(uint vertexCount, uint instanceCount, uint vertexStart, uint instanceStart)
    {
        _state.CheckDraw();
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
        _state.CheckDraw();
        _state.CheckIndices(indexStart, indexCount);
        DrawIndexedCore(indexCount, instanceCount, indexStart, vertexOffset, instanceStart);
    }

    /// <summary>Draws with <see cref="IndirectDrawArguments"/> from a buffer, <paramref name="drawCount"/> times.</summary>
    public void DrawIndirect(DeviceBuffer indirectBuffer, uint offset, uint drawCount, uint stride)
    {
        _state.CheckDraw();
        _state.CheckIndirect(indirectBuffer, offset, drawCount, stride, (uint)Unsafe.SizeOf<IndirectDrawArguments>());
        DrawIndirectCore(indirectBuffer, offset, drawCount, stride);
    }

    /// <summary>Draws with <see cref="IndirectDrawIndexedArguments"/> from a buffer, <paramref name="drawCount"/> times.</summary>
    public void DrawIndexedIndirect(DeviceBuffer indirectBuffer, uint offset, uint drawCount, uint stride)
    {
        _state.CheckDraw();
        _state.CheckIndexBuffer();
        _state.CheckIndirect(indirectBuffer, offset, drawCount, stride, (uint)Unsafe.SizeOf<IndirectDrawIndexedArguments>());
        DrawIndexedIndirectCore(indirectBuffer, offset, drawCount, stride);
    }

    /// <summary>Runs the compute pipeline on a grid of work groups.</summary>
    public void Dispatch(uint groupCountX, uint groupCountY, uint groupCountZ)
    {
        _state.CheckDispatch();
        DispatchCore(groupCountX, groupCountY, groupCountZ);
    }

    /// <summary>Runs the compute pipeline with <see cref="IndirectDispatchArguments"/> from a buffer.</summary>
    public void DispatchIndirect(DeviceBuffer indirectBuffer, uint offset)
    {
        _state.CheckDispatch();
        uint size = (uint)Unsafe.SizeOf<IndirectDispatchArguments>();
        _state.CheckIndirect(indirectBuffer, offset, 1, size, size);
        DispatchIndirectCore(indirectBuffer, offset);
    }

    /// <summary>Averages the samples of mip level 0, layer 0 of a multisampled texture into a texture of one sample.</summary>
    public void ResolveTexture(Texture source, Texture destination)
    {
        _state.CheckRecording();
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
        _state.CheckRecording();
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
        _state.CheckRecording();
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
        _state.CheckRecording();
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
        _state.CheckRecording();
        BufferChecks.Copy(source, sourceOffset, destination, destinationOffset, sizeInBytes);
        if (sizeInBytes != 0)
            CopyBufferCore(source, sourceOffset, destination, destinationOffset, sizeInBytes);
    }

    /// <summary>Copies every mip level and layer; both textures must be of the same size and format.</summary>
    public void CopyTexture(Texture source, Texture destination)
    {
        _state.CheckRecording();
        TextureChecks.SameShape(source, destination);
        for (uint level = 0; level < source.MipLevels; level++)
            CopyLevel(source, destination, level, 0, source.LayerCount);
    }

    /// <summary>Copies one mip level of one layer; both textures must be of the same size and format.</summary>
    public void CopyTexture(Texture source, Texture destination, uint mipLevel, uint arrayLayer)
    {
        _state.CheckRecording();
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
        _state.CheckRecording();
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
        _state.CheckRecording();
        TextureChecks.GenerateMipmaps(texture);
        if (texture.MipLevels > 1)
            GenerateMipmapsCore(texture);
    }

    /// <summary>Opens a named group, for frame debuggers and validation reports.</summary>
    public void PushDebugGroup(string name)
    {
        _state.CheckRecording();
        ArgumentNullException.ThrowIfNull(name);
        PushDebugGroupCore(name);
    }

    /// <summary>Closes the innermost group.</summary>
    public void PopDebugGroup()
    {
        _state.CheckRecording();
        PopDebugGroupCore();
    }

    /// <summary>Marks a place, for frame debuggers and validation reports.</summary>
    public void InsertDebugMarker(string name)
    {
        _state.CheckRecording();
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
        bool isCompute, uint slot, ResourceSet set, ReadOnlySpan<uint> dynamicOffsets);

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

    private void SetResourceSet(bool isCompute, uint slot, ResourceSet set, ReadOnlySpan<uint> dynamicOffsets)
    {
        _state.CheckResourceSet(isCompute, slot, set, dynamicOffsets.Length);
        SetResourceSetCore(isCompute, slot, set, dynamicOffsets);
    }
}

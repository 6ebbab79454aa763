using System.Numerics;

namespace SynthRender.Gpu.Vulkan;

/// <summary>Records into a command buffer; who keeps, orders and binds what is in the classes beside it.</summary>
internal sealed unsafe class VkCommandList : CommandList, IVkObject
{
    private readonly VkGraphicsDevice _device;
    private readonly V.Vk _api;
    private readonly VkCommandBufferPool _pool;
    private readonly VkBarriers _barriers;
    private readonly VkRendering _rendering;
    private readonly VkBindings _graphics;
    private readonly VkBindings _compute;
    private readonly V.Buffer[] _vertexBuffers = new V.Buffer[VertexBufferSlots];
    private readonly ulong[] _vertexOffsets = new ulong[VertexBufferSlots];
    private VkRecording? _recording;
    private V.CommandBuffer _commands;
    private bool _wasEnded;
    private V.Buffer _indexBuffer;
    private ulong _indexOffset;
    private IndexFormat _indexFormat;
    private int _openGroups;
    private string _name = string.Empty;

    internal VkCommandList(VkGraphicsDevice device)
    {
        _device = device;
        _api = device.Api;
        _pool = new VkCommandBufferPool(device);
        _barriers = new VkBarriers(_api, device.OrdersBuffers);
        _rendering = new VkRendering(_api, _barriers, !device.IsClipSpaceYInverted);
        int slots = (int)Math.Min(device.Limits.MaxBoundDescriptorSets, 32);
        _graphics = new VkBindings(_api, V.PipelineBindPoint.Graphics, slots);
        _compute = new VkBindings(_api, V.PipelineBindPoint.Compute, slots);
        Lifetime = new VkLifetime(device.Live, this);
    }

    public override string Name
    {
        get => _name;
        set => _name = value ?? string.Empty;
    }

    public override bool IsDisposed => Lifetime.IsDisposed;

    internal VkLifetime Lifetime { get; }

    /// <summary>Bytes that wait for the submission of what was recorded so far.</summary>
    internal ulong PendingBytes => _recording?.PendingBytes ?? 0;

    public override void Dispose() => Lifetime.DisposeByUser();

    public void Destroy()
    {
        _recording?.Release();
        _recording = null;
        _pool.Lifetime.DisposeByUser();
    }

    /// <summary>Hands over what was recorded, once, to be submitted.</summary>
    internal VkRecording TakeRecording()
    {
        if (_recording is null || !_wasEnded)
            throw new VeldridException($"Command list '{_name}': it can be submitted once after each Begin and End.");
        VkRecording recording = _recording;
        _recording = null;
        if (_name.Length != 0)
            _device.Debug.SetName(_device.Handle, V.ObjectType.CommandBuffer, (ulong)recording.Commands.Handle, _name);
        return recording;
    }

    /// <summary>Brings a texture that was just made into its home layout.</summary>
    internal void Introduce(VkTexture texture)
    {
        _recording!.Keep(texture.Lifetime);
        _recording.PendingBytes += texture.SizeInBytes;
        _barriers.Introduce(texture);
    }

    /// <summary>Writes a box of texels from the CPU's memory.</summary>
    internal void UpdateTexture(VkTexture texture, ReadOnlySpan<byte> bytes, in TextureRegion region)
    {
        _rendering.Leave();
        int size = (int)FormatLayout.RegionSize(region.Width, region.Height, region.Depth, texture.Format);
        V.Buffer source = _recording!.Upload(bytes[..size], out ulong offset);
        _recording.Keep(texture.Lifetime);
        _barriers.Require(texture, region.MipLevel, 1, region.BaseLayer, 1, VkAccess.CopyDestination);
        _barriers.Flush(_commands);
        V.BufferImageCopy copy = VkCopies.BufferImage(texture, region, offset, 0, 0);
        _api.CmdCopyBufferToImage(
            _commands, source, texture.Image, V.ImageLayout.TransferDstOptimal, 1, &copy);
    }

    private protected override void BeginCore()
    {
        _recording?.Release();
        _recording = _pool.Take(_name);
        _commands = _recording.Commands;
        _wasEnded = false;
        _barriers.Start();
        _rendering.Start(_commands);
        _graphics.Reset();
        _compute.Reset();
        _openGroups = 0;
        _indexBuffer = default;
        Array.Clear(_vertexBuffers);
    }

    private protected override void EndCore()
    {
        _rendering.Leave();
        _barriers.Finish(_commands);
        for (; _openGroups > 0; _openGroups--)
            _device.Debug.End(_commands);
        VkCheck.Success(_api.EndCommandBuffer(_commands), "vkEndCommandBuffer", "the command list", _name);
        _wasEnded = true;
    }

    private protected override void SetPipelineCore(Pipeline pipeline)
    {
        var mine = (VkPipeline)pipeline;
        _recording!.Keep(mine.Lifetime);
        if (mine.IsComputePipeline)
        {
            _compute.SetPipeline(mine);
            return;
        }

        _rendering.SetScissored(mine.IsScissored);
        _graphics.SetPipeline(mine);
    }

    private protected override void SetVertexBufferCore(uint index, DeviceBuffer buffer, uint offset)
    {
        var mine = (VkBuffer)buffer;
        if (_vertexBuffers[index].Handle == mine.Handle.Handle && _vertexOffsets[index] == offset)
            return;
        _recording!.Keep(mine.Lifetime);
        V.Buffer handle = mine.Handle;
        ulong start = offset;
        _vertexBuffers[index] = handle;
        _vertexOffsets[index] = start;
        _api.CmdBindVertexBuffers(_commands, index, 1, &handle, &start);
    }

    private protected override void SetIndexBufferCore(DeviceBuffer buffer, IndexFormat format, uint offset)
    {
        var mine = (VkBuffer)buffer;
        if (_indexBuffer.Handle == mine.Handle.Handle && _indexOffset == offset && _indexFormat == format)
            return;
        _recording!.Keep(mine.Lifetime);
        _indexBuffer = mine.Handle;
        _indexOffset = offset;
        _indexFormat = format;
        _api.CmdBindIndexBuffer(
            _commands, mine.Handle, offset, format == IndexFormat.UInt16 ? V.IndexType.Uint16 : V.IndexType.Uint32);
    }

    private protected override void SetResourceSetCore(
        bool isCompute, uint slot, ResourceSet set, ReadOnlySpan<uint> dynamicOffsets)
    {
        var mine = (VkResourceSet)set;
        _recording!.Keep(mine.Lifetime);
        (isCompute ? _compute : _graphics).SetResourceSet((int)slot, mine, dynamicOffsets);
    }

    private protected override void SetFramebufferCore(Framebuffer framebuffer)
    {
        var mine = (VkFramebuffer)framebuffer;
        _recording!.Keep(mine.Lifetime);
        _rendering.SetFramebuffer(mine);
    }

    private protected override void ClearColorTargetCore(uint index, RgbaFloat color) =>
        _rendering.ClearColor(index, color);

    private protected override void ClearDepthStencilCore(float depth, byte stencil) =>
        _rendering.ClearDepthStencil(depth, stencil);

    private protected override void SetViewportCore(in Viewport viewport) => _rendering.SetViewport(viewport);

    private protected override void SetScissorRectCore(uint x, uint y, uint width, uint height) =>
        _rendering.SetScissor(x, y, width, height);

    private protected override void DrawCore(uint vertexCount, uint instanceCount, uint vertexStart, uint instanceStart)
    {
        PrepareDraw();
        _api.CmdDraw(_commands, vertexCount, instanceCount, vertexStart, instanceStart);
    }

    private protected override void DrawIndexedCore(
        uint indexCount, uint instanceCount, uint indexStart, int vertexOffset, uint instanceStart)
    {
        PrepareDraw();
        _api.CmdDrawIndexed(_commands, indexCount, instanceCount, indexStart, vertexOffset, instanceStart);
    }

    private protected override void DrawIndirectCore(DeviceBuffer arguments, uint offset, uint drawCount, uint stride)
    {
        PrepareDraw();
        var mine = (VkBuffer)arguments;
        _recording!.Keep(mine.Lifetime);
        if (drawCount <= 1 || _device.HasMultiDrawIndirect)
        {
            _api.CmdDrawIndirect(_commands, mine.Handle, offset, drawCount, stride);
            return;
        }

        for (uint i = 0; i < drawCount; i++)
            _api.CmdDrawIndirect(_commands, mine.Handle, offset + ((ulong)i * stride), 1, stride);
    }

    private protected override void DrawIndexedIndirectCore(
        DeviceBuffer arguments, uint offset, uint drawCount, uint stride)
    {
        PrepareDraw();
        var mine = (VkBuffer)arguments;
        _recording!.Keep(mine.Lifetime);
        if (drawCount <= 1 || _device.HasMultiDrawIndirect)
        {
            _api.CmdDrawIndexedIndirect(_commands, mine.Handle, offset, drawCount, stride);
            return;
        }

        for (uint i = 0; i < drawCount; i++)
            _api.CmdDrawIndexedIndirect(_commands, mine.Handle, offset + ((ulong)i * stride), 1, stride);
    }

    private protected override void DispatchCore(uint groupCountX, uint groupCountY, uint groupCountZ)
    {
        PrepareDispatch();
        _api.CmdDispatch(_commands, groupCountX, groupCountY, groupCountZ);
        _barriers.AfterShaders(_compute.Writes);
    }

    private protected override void DispatchIndirectCore(DeviceBuffer arguments, uint offset)
    {
        PrepareDispatch();
        var mine = (VkBuffer)arguments;
        _recording!.Keep(mine.Lifetime);
        _api.CmdDispatchIndirect(_commands, mine.Handle, offset);
        _barriers.AfterShaders(_compute.Writes);
    }

    private protected override void ResolveTextureCore(Texture source, Texture destination)
    {
        _rendering.Leave();
        var from = (VkTexture)source;
        var to = (VkTexture)destination;
        _recording!.Keep(from.Lifetime);
        _recording.Keep(to.Lifetime);
        _barriers.Require(from, 0, 1, 0, 1, VkAccess.CopySource);
        _barriers.Require(to, 0, 1, 0, 1, VkAccess.CopyDestination);
        _barriers.Flush(_commands);
        var layers = new V.ImageSubresourceLayers(V.ImageAspectFlags.ColorBit, 0, 0, 1);
        var region = new V.ImageResolve
        {
            SrcSubresource = layers,
            DstSubresource = layers,
            Extent = new V.Extent3D(source.Width, source.Height, 1),
        };
        _api.CmdResolveImage(
            _commands,
            from.Image,
            V.ImageLayout.TransferSrcOptimal,
            to.Image,
            V.ImageLayout.TransferDstOptimal,
            1,
            &region);
    }

    private protected override void UpdateBufferCore(DeviceBuffer buffer, uint offset, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return;
        _rendering.Leave();
        var mine = (VkBuffer)buffer;
        _recording!.Keep(mine.Lifetime);
        _barriers.BeforeCopy(null, mine);
        _barriers.Flush(_commands);
        V.Buffer source = _recording.Upload(bytes, out ulong sourceOffset);
        var copy = new V.BufferCopy(sourceOffset, offset, (ulong)bytes.Length);
        _api.CmdCopyBuffer(_commands, source, mine.Handle, 1, &copy);
        _barriers.AfterCopy(_commands);
    }

    private protected override void CopyBufferCore(
        DeviceBuffer source, uint sourceOffset, DeviceBuffer destination, uint destinationOffset, uint sizeInBytes)
    {
        _rendering.Leave();
        var from = (VkBuffer)source;
        var to = (VkBuffer)destination;
        _recording!.Keep(from.Lifetime);
        _recording.Keep(to.Lifetime);
        _barriers.BeforeCopy(from, to);
        _barriers.Flush(_commands);
        var copy = new V.BufferCopy(sourceOffset, destinationOffset, sizeInBytes);
        _api.CmdCopyBuffer(_commands, from.Handle, to.Handle, 1, &copy);
        _barriers.AfterCopy(_commands);
    }

    private protected override void CopyTextureCore(
        Texture source, in TextureRegion from, Texture destination, in TextureRegion to)
    {
        _rendering.Leave();
        var input = (VkTexture)source;
        var output = (VkTexture)destination;
        _recording!.Keep(input.Lifetime);
        _recording.Keep(output.Lifetime);
        if (!input.IsStaging)
            _barriers.Require(input, from.MipLevel, 1, from.BaseLayer, from.LayerCount, VkAccess.CopySource);
        if (!output.IsStaging)
            _barriers.Require(output, to.MipLevel, 1, to.BaseLayer, to.LayerCount, VkAccess.CopyDestination);
        _barriers.BeforeStagingCopy(input.IsStaging ? input : null, output.IsStaging ? output : null);
        _barriers.Flush(_commands);
        VkCopies.Copy(_api, _commands, input, from, output, to);
    }

    private protected override void GenerateMipmapsCore(Texture texture)
    {
        _rendering.Leave();
        var mine = (VkTexture)texture;
        _recording!.Keep(mine.Lifetime);
        uint layers = mine.LayerCount;
        for (uint level = 1; level < mine.MipLevels; level++)
        {
            _barriers.Require(mine, level - 1, 1, 0, layers, VkAccess.CopySource);
            _barriers.Require(mine, level, 1, 0, layers, VkAccess.CopyDestination);
            _barriers.Flush(_commands);
            V.ImageBlit blit = VkCopies.HalfSize(mine, level);
            _api.CmdBlitImage(
                _commands,
                mine.Image,
                V.ImageLayout.TransferSrcOptimal,
                mine.Image,
                V.ImageLayout.TransferDstOptimal,
                1,
                &blit,
                V.Filter.Linear);
        }
    }

    private protected override void PushDebugGroupCore(string name)
    {
        _device.Debug.Begin(_commands, name);
        _openGroups++;
    }

    private protected override void PopDebugGroupCore()
    {
        if (_openGroups == 0)
            throw new VeldridException($"Command list '{_name}': PopDebugGroup without PushDebugGroup.");
        _device.Debug.End(_commands);
        _openGroups--;
    }

    private protected override void InsertDebugMarkerCore(string name) => _device.Debug.Insert(_commands, name);

    private void PrepareDraw()
    {
        if (_rendering.IsActive && _graphics.IsDirty && !AreTexturesReady())
            _rendering.End();
        if (!_rendering.IsActive)
        {
            RequireTextures(_graphics);
            _barriers.BeforeShaders();
            _rendering.Begin();
        }

        if (_graphics.IsDirty)
            _graphics.Bind(_commands);
        _rendering.BindViewportAndScissor();
        VkPipeline pipeline = _graphics.Pipeline!;
        for (int i = 0; i < pipeline.VertexBufferCount; i++)
        {
            if (_vertexBuffers[i].Handle == 0)
                throw new VeldridException($"Command list '{_name}': the pipeline '{pipeline.Name}' reads vertex buffer {i}, and none is set.");
        }

        _barriers.AfterShaders(_graphics.Writes);
    }

    private void PrepareDispatch()
    {
        _rendering.Leave();
        RequireTextures(_compute);
        _barriers.BeforeShaders();
        _barriers.Flush(_commands);
        if (_compute.IsDirty)
            _compute.Bind(_commands);
    }

    private bool AreTexturesReady()
    {
        ReadOnlySpan<VkResourceSet?> sets = _graphics.Sets;
        for (uint dirty = _graphics.DirtySlots; dirty != 0; dirty &= dirty - 1)
        {
            int slot = BitOperations.TrailingZeroCount(dirty);
            if (slot >= sets.Length || sets[slot] is not { } set)
                continue;
            foreach (ref readonly VkTextureUse use in set.TextureUses.AsSpan())
            {
                if (!_barriers.IsReadyForShaders(use))
                    return false;
            }
        }

        return true;
    }

    private void RequireTextures(VkBindings bindings)
    {
        foreach (VkResourceSet? set in bindings.Sets)
        {
            if (set is null)
                continue;
            foreach (ref readonly VkTextureUse use in set.TextureUses.AsSpan())
            {
                _barriers.Require(
                    use.Texture,
                    use.BaseMipLevel,
                    use.MipLevels,
                    use.BaseLayer,
                    use.Layers,
                    use.IsStorage ? VkAccess.Storage : VkAccess.Sampled);
            }
        }
    }
}

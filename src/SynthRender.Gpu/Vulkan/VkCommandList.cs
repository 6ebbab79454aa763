namespace SynthRender.Gpu.Vulkan;

/// <summary>
/// Records into a command buffer. Rendering begins with the first draw after a framebuffer was set, so that clears
/// become load operations; whatever cannot happen inside it ends it, and the next draw goes on with the contents kept.
/// </summary>
internal sealed unsafe class VkCommandList : CommandList, IVkObject
{
    private const int MostColorTargets = 8;

    private readonly VkGraphicsDevice _device;
    private readonly V.Vk _api;
    private readonly VkCommandBufferPool _pool;
    private readonly VkBarriers _barriers;
    private readonly VkBindings _graphics;
    private readonly VkBindings _compute;
    private readonly V.ClearColorValue[] _clearColors = new V.ClearColorValue[MostColorTargets];
    private readonly V.Buffer[] _vertexBuffers = new V.Buffer[VertexBufferSlots];
    private readonly ulong[] _vertexOffsets = new ulong[VertexBufferSlots];
    private VkRecording? _recording;
    private V.CommandBuffer _commands;
    private VkFramebuffer? _framebuffer;
    private V.ClearDepthStencilValue _clearDepth;
    private uint _clearsDue;
    private bool _isRendering;
    private bool _wasEnded;
    private V.Buffer _indexBuffer;
    private ulong _indexOffset;
    private IndexFormat _indexFormat;
    private Viewport _viewport;
    private V.Rect2D _scissor;
    private bool _isViewportDirty;
    private bool _isScissorDirty;
    private bool _wasScissored;
    private int _openGroups;
    private string _name = string.Empty;

    internal VkCommandList(VkGraphicsDevice device)
    {
        _device = device;
        _api = device.Api;
        _pool = new VkCommandBufferPool(device);
        _barriers = new VkBarriers(_api);
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
        EndRendering();
        int size = (int)FormatLayout.RegionSize(region.Width, region.Height, region.Depth, ((Texture)texture).Format);
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
        _graphics.Reset();
        _compute.Reset();
        _framebuffer = null;
        _clearsDue = 0;
        _isRendering = false;
        _openGroups = 0;
        _indexBuffer = default;
        Array.Clear(_vertexBuffers);
        _isViewportDirty = true;
        _isScissorDirty = true;
    }

    private protected override void EndCore()
    {
        ClearNow();
        EndRendering();
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

        if (mine.IsScissored != _wasScissored)
        {
            _wasScissored = mine.IsScissored;
            _isScissorDirty = true;
        }

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
        bool compute, uint slot, ResourceSet set, ReadOnlySpan<uint> dynamicOffsets)
    {
        var mine = (VkResourceSet)set;
        _recording!.Keep(mine.Lifetime);
        (compute ? _compute : _graphics).SetResourceSet((int)slot, mine, dynamicOffsets);
    }

    private protected override void SetFramebufferCore(Framebuffer framebuffer)
    {
        ClearNow();
        EndRendering();
        _framebuffer = (VkFramebuffer)framebuffer;
        _recording!.Keep(_framebuffer.Lifetime);
    }

    private protected override void ClearColorTargetCore(uint index, RgbaFloat color)
    {
        V.ClearColorValue value = ClearValue(_framebuffer!.Colors[index].Texture, color);
        if (!_isRendering)
        {
            _clearColors[index] = value;
            _clearsDue |= 1u << (int)index;
            return;
        }

        ClearInside(V.ImageAspectFlags.ColorBit, index, new V.ClearValue { Color = value });
    }

    private protected override void ClearDepthStencilCore(float depth, byte stencil)
    {
        var value = new V.ClearDepthStencilValue(depth, stencil);
        if (!_isRendering)
        {
            _clearDepth = value;
            _clearsDue |= DepthClear;
            return;
        }

        ClearInside(_framebuffer!.Depth!.Value.Texture.Aspects, 0, new V.ClearValue { DepthStencil = value });
    }

    private protected override void SetViewportCore(in Viewport viewport)
    {
        if (_viewport.Equals(viewport))
            return;
        _viewport = viewport;
        _isViewportDirty = true;
    }

    private protected override void SetScissorRectCore(uint x, uint y, uint width, uint height)
    {
        _scissor = new V.Rect2D(new V.Offset2D((int)x, (int)y), new V.Extent2D(width, height));
        _isScissorDirty = true;
    }

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
        LeaveRendering();
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
        LeaveRendering();
        var mine = (VkBuffer)buffer;
        _recording!.Keep(mine.Lifetime);
        _barriers.BeforeCopy(null, mine);
        _barriers.Flush(_commands);
        V.Buffer source = _recording.Upload(bytes, out ulong sourceOffset);
        var copy = new V.BufferCopy(sourceOffset, offset, (ulong)bytes.Length);
        _api.CmdCopyBuffer(_commands, source, mine.Handle, 1, &copy);
    }

    private protected override void CopyBufferCore(
        DeviceBuffer source, uint sourceOffset, DeviceBuffer destination, uint destinationOffset, uint sizeInBytes)
    {
        LeaveRendering();
        var from = (VkBuffer)source;
        var to = (VkBuffer)destination;
        _recording!.Keep(from.Lifetime);
        _recording.Keep(to.Lifetime);
        _barriers.BeforeCopy(from, to);
        _barriers.Flush(_commands);
        var copy = new V.BufferCopy(sourceOffset, destinationOffset, sizeInBytes);
        _api.CmdCopyBuffer(_commands, from.Handle, to.Handle, 1, &copy);
    }

    private protected override void CopyTextureCore(
        Texture source, in TextureRegion from, Texture destination, in TextureRegion to)
    {
        LeaveRendering();
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
        LeaveRendering();
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

    private const uint DepthClear = 1u << MostColorTargets;

    private static V.ClearColorValue ClearValue(VkTexture texture, RgbaFloat color)
    {
        PixelFormat format = ((Texture)texture).Format;
        var value = default(V.ClearColorValue);
        if (!FormatLayout.IsInteger(format))
        {
            value.Float32_0 = color.R;
            value.Float32_1 = color.G;
            value.Float32_2 = color.B;
            value.Float32_3 = color.A;
        }
        else if (FormatLayout.IsUnsignedInteger(format))
        {
            value.Uint32_0 = (uint)color.R;
            value.Uint32_1 = (uint)color.G;
            value.Uint32_2 = (uint)color.B;
            value.Uint32_3 = (uint)color.A;
        }
        else
        {
            value.Int32_0 = (int)color.R;
            value.Int32_1 = (int)color.G;
            value.Int32_2 = (int)color.B;
            value.Int32_3 = (int)color.A;
        }

        return value;
    }

    private void PrepareDraw()
    {
        if (_isRendering && _graphics.IsDirty && !AreTexturesReady())
            EndRendering();
        if (!_isRendering)
        {
            RequireTextures(_graphics);
            _barriers.BeforeShaders();
            BeginRendering();
        }

        if (_graphics.IsDirty)
            _graphics.Bind(_commands);
        if (_isViewportDirty)
            BindViewport();
        if (_isScissorDirty)
            BindScissor();
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
        LeaveRendering();
        RequireTextures(_compute);
        _barriers.BeforeShaders();
        _barriers.Flush(_commands);
        if (_compute.IsDirty)
            _compute.Bind(_commands);
    }

    private bool AreTexturesReady()
    {
        foreach (VkResourceSet? set in _graphics.Sets)
        {
            if (set is null)
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

    private void BeginRendering()
    {
        VkFramebuffer framebuffer = _framebuffer!;
        VkTarget[] colors = framebuffer.Colors;
        V.RenderingAttachmentInfo* attachments = stackalloc V.RenderingAttachmentInfo[MostColorTargets + 1];
        for (int i = 0; i < colors.Length; i++)
        {
            RequireTarget(colors[i], VkAccess.Color);
            attachments[i] = Attachment(colors[i], VkAccess.Color.Layout, (_clearsDue & (1u << i)) != 0);
            attachments[i].ClearValue.Color = _clearColors[i];
        }

        var info = new V.RenderingInfo
        {
            SType = V.StructureType.RenderingInfo,
            RenderArea = new V.Rect2D(default, new V.Extent2D(framebuffer.Width, framebuffer.Height)),
            LayerCount = 1,
            ColorAttachmentCount = (uint)colors.Length,
            PColorAttachments = attachments,
        };
        if (framebuffer.Depth is { } depth)
        {
            RequireTarget(depth, VkAccess.Depth);
            V.RenderingAttachmentInfo* attachment = attachments + MostColorTargets;
            *attachment = Attachment(depth, VkAccess.Depth.Layout, (_clearsDue & DepthClear) != 0);
            attachment->ClearValue.DepthStencil = _clearDepth;
            info.PDepthAttachment = attachment;
            if ((depth.Texture.Aspects & V.ImageAspectFlags.StencilBit) != 0)
                info.PStencilAttachment = attachment;
        }

        _barriers.Flush(_commands);
        _api.CmdBeginRendering(_commands, &info);
        _clearsDue = 0;
        _isRendering = true;
    }

    private void RequireTarget(in VkTarget target, in VkAccess access)
    {
        uint layer = target.Texture.Type == TextureType.Texture3D ? 0 : target.Layer;
        _barriers.Require(target.Texture, target.MipLevel, 1, layer, 1, access);
    }

    private static V.RenderingAttachmentInfo Attachment(in VkTarget target, V.ImageLayout layout, bool isCleared) => new()
    {
        SType = V.StructureType.RenderingAttachmentInfo,
        ImageView = target.View,
        ImageLayout = layout,
        LoadOp = isCleared ? V.AttachmentLoadOp.Clear : V.AttachmentLoadOp.Load,
        StoreOp = V.AttachmentStoreOp.Store,
    };

    private void EndRendering()
    {
        if (!_isRendering)
            return;
        _api.CmdEndRendering(_commands);
        _isRendering = false;
    }

    /// <summary>Clears that no draw followed still have to happen.</summary>
    private void ClearNow()
    {
        if (_clearsDue != 0 && !_isRendering)
            BeginRendering();
    }

    /// <summary>Before what cannot happen inside rendering: clears come first, as they were given first.</summary>
    private void LeaveRendering()
    {
        ClearNow();
        EndRendering();
    }

    private void ClearInside(V.ImageAspectFlags aspects, uint index, in V.ClearValue value)
    {
        var attachment = new V.ClearAttachment(aspects, index, value);
        var rect = new V.ClearRect(
            new V.Rect2D(default, new V.Extent2D(_framebuffer!.Width, _framebuffer.Height)), 0, 1);
        _api.CmdClearAttachments(_commands, 1, &attachment, 1, &rect);
    }

    private void BindViewport()
    {
        var viewport = new V.Viewport(
            _viewport.X, _viewport.Y, _viewport.Width, _viewport.Height, _viewport.MinDepth, _viewport.MaxDepth);
        if (!_device.IsClipSpaceYInverted)
        {
            viewport.Y = _viewport.Y + _viewport.Height;
            viewport.Height = -_viewport.Height;
        }

        _api.CmdSetViewport(_commands, 0, 1, &viewport);
        _isViewportDirty = false;
    }

    private void BindScissor()
    {
        V.Rect2D scissor = _wasScissored
            ? _scissor
            : new V.Rect2D(default, new V.Extent2D(_framebuffer!.Width, _framebuffer.Height));
        _api.CmdSetScissor(_commands, 0, 1, &scissor);
        _isScissorDirty = false;
    }
}

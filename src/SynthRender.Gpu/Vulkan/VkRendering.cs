namespace SynthRender.Gpu.Vulkan;

/// <summary>
/// The framebuffer of a command list with its clears, viewport and scissor. Rendering begins with the first draw after
/// a framebuffer was set, so that clears become load operations; what cannot happen inside it ends it, and the next
/// draw goes on with the contents kept.
/// </summary>
internal sealed unsafe class VkRendering
{
    private const int MostColorTargets = 8;
    private const uint DepthClear = 1u << MostColorTargets;

    private readonly V.Vk _api;
    private readonly VkBarriers _barriers;
    private readonly bool _isStandardY;
    private readonly V.ClearColorValue[] _clearColors = new V.ClearColorValue[MostColorTargets];
    private V.CommandBuffer _commands;
    private VkFramebuffer? _framebuffer;
    private V.ClearDepthStencilValue _clearDepth;
    private uint _clearsDue;
    private Viewport _viewport;
    private V.Rect2D _scissor;
    private bool _isScissored;
    private bool _isViewportDirty;
    private bool _isScissorDirty;

    internal VkRendering(V.Vk api, VkBarriers barriers, bool isStandardY)
    {
        _api = api;
        _barriers = barriers;
        _isStandardY = isStandardY;
    }

    /// <summary>Whether draws can be recorded now.</summary>
    internal bool IsActive { get; private set; }

    internal void Start(V.CommandBuffer commands)
    {
        _commands = commands;
        _framebuffer = null;
        _clearsDue = 0;
        IsActive = false;
        _isViewportDirty = true;
        _isScissorDirty = true;
    }

    internal void SetFramebuffer(VkFramebuffer framebuffer)
    {
        Leave();
        _framebuffer = framebuffer;
    }

    internal void ClearColor(uint index, RgbaFloat color)
    {
        V.ClearColorValue value = ClearValue(_framebuffer!.Colors[index].Texture.Format, color);
        if (IsActive)
        {
            ClearInside(V.ImageAspectFlags.ColorBit, index, new V.ClearValue { Color = value });
            return;
        }

        _clearColors[index] = value;
        _clearsDue |= 1u << (int)index;
    }

    internal void ClearDepthStencil(float depth, byte stencil)
    {
        var value = new V.ClearDepthStencilValue(depth, stencil);
        if (IsActive)
        {
            ClearInside(_framebuffer!.Depth!.Value.Texture.Aspects, 0, new V.ClearValue { DepthStencil = value });
            return;
        }

        _clearDepth = value;
        _clearsDue |= DepthClear;
    }

    internal void SetViewport(in Viewport viewport)
    {
        if (_viewport.Equals(viewport))
            return;
        _viewport = viewport;
        _isViewportDirty = true;
    }

    internal void SetScissor(uint x, uint y, uint width, uint height)
    {
        _scissor = new V.Rect2D(new V.Offset2D((int)x, (int)y), new V.Extent2D(width, height));
        _isScissorDirty = true;
    }

    /// <summary>Whether the pipeline wants its draws cut by the scissor rectangle.</summary>
    internal void SetScissored(bool isScissored)
    {
        if (_isScissored == isScissored)
            return;
        _isScissored = isScissored;
        _isScissorDirty = true;
    }

    /// <summary>Begins rendering; targets and whatever else was required get their barriers first.</summary>
    internal void Begin()
    {
        VkFramebuffer framebuffer = _framebuffer!;
        VkTarget[] colors = framebuffer.Colors;
        V.RenderingAttachmentInfo* attachments = stackalloc V.RenderingAttachmentInfo[MostColorTargets + 1];
        for (int i = 0; i < colors.Length; i++)
        {
            Require(colors[i], VkAccess.Color);
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
            Require(depth, VkAccess.Depth);
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
        IsActive = true;
    }

    internal void End()
    {
        if (!IsActive)
            return;
        _api.CmdEndRendering(_commands);
        IsActive = false;
    }

    /// <summary>Before what cannot happen inside rendering: clears that no draw followed come first, as they were given.</summary>
    internal void Leave()
    {
        if (_clearsDue != 0 && !IsActive)
            Begin();
        End();
    }

    /// <summary>Records viewport and scissor where they changed.</summary>
    internal void BindViewportAndScissor()
    {
        if (_isViewportDirty)
            BindViewport();
        if (_isScissorDirty)
            BindScissor();
    }

    private static V.RenderingAttachmentInfo Attachment(in VkTarget target, V.ImageLayout layout, bool isCleared) => new()
    {
        SType = V.StructureType.RenderingAttachmentInfo,
        ImageView = target.View,
        ImageLayout = layout,
        LoadOp = isCleared ? V.AttachmentLoadOp.Clear : V.AttachmentLoadOp.Load,
        StoreOp = V.AttachmentStoreOp.Store,
    };

    private static V.ClearColorValue ClearValue(PixelFormat format, RgbaFloat color)
    {
        if (!FormatLayout.IsInteger(format))
        {
            return new V.ClearColorValue
            {
                Float32_0 = color.R,
                Float32_1 = color.G,
                Float32_2 = color.B,
                Float32_3 = color.A,
            };
        }

        if (FormatLayout.IsUnsignedInteger(format))
        {
            return new V.ClearColorValue
            {
                Uint32_0 = (uint)color.R,
                Uint32_1 = (uint)color.G,
                Uint32_2 = (uint)color.B,
                Uint32_3 = (uint)color.A,
            };
        }

        return new V.ClearColorValue
        {
            Int32_0 = (int)color.R,
            Int32_1 = (int)color.G,
            Int32_2 = (int)color.B,
            Int32_3 = (int)color.A,
        };
    }

    private void Require(in VkTarget target, in VkAccess access)
    {
        uint layer = target.Texture.Type == TextureType.Texture3D ? 0 : target.Layer;
        _barriers.Require(target.Texture, target.MipLevel, 1, layer, 1, access);
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
        if (_isStandardY)
        {
            // A negative height turns the image over (Vulkan 1.1, VK_KHR_maintenance1), as the real Veldrid does.
            viewport.Y = _viewport.Y + _viewport.Height;
            viewport.Height = -_viewport.Height;
        }

        _api.CmdSetViewport(_commands, 0, 1, &viewport);
        _isViewportDirty = false;
    }

    private void BindScissor()
    {
        V.Rect2D scissor = _isScissored
            ? _scissor
            : new V.Rect2D(default, new V.Extent2D(_framebuffer!.Width, _framebuffer.Height));
        _api.CmdSetScissor(_commands, 0, 1, &scissor);
        _isScissorDirty = false;
    }
}

using System.Runtime.CompilerServices;
using SynthRender.Frames;
using SynthRender.Rendering.Deformation;
using SynthRender.Rendering.Devices;
using SynthRender.Rendering.Drawing;
using SynthRender.Rendering.Environments;
using SynthRender.Rendering.Lighting;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Frames;

/// <summary>What one frame in flight has for itself: commands, a fence, constants, and the memory that it is read back through.</summary>
internal sealed class FrameSlot : IDisposable
{
    private readonly GraphicsDevice _device;
    private readonly WriteOrder _order;
    private readonly PassLayouts _layouts;
    private Texture? _boundShadowMaps;
    private Texture? _boundEnvironmentImage;

    internal FrameSlot(GraphicsDevice device, WriteOrder order, PassLayouts layouts, int index)
    {
        _device = device;
        _order = order;
        _layouts = layouts;
        Index = index;
        var factory = device.ResourceFactory;
        Commands = factory.CreateCommandList();
        Fence = factory.CreateFence(false);
        Records = new RecordBuffer(device, layouts);
        Deformations = new DeformQueue(device, layouts.Deform);
        Constants = factory.CreateBuffer(new BufferDescription((uint)Unsafe.SizeOf<FrameConstants>(), BufferUsage.UniformBuffer | BufferUsage.Dynamic));
        Constants.Name = "frame constants";
    }

    /// <summary>Its place among the slots.</summary>
    internal int Index { get; }

    internal CommandList Commands { get; }
    internal Fence Fence { get; }
    internal RecordBuffer Records { get; }
    internal DeformQueue Deformations { get; }
    internal DeviceBuffer Constants { get; }

    /// <summary>Frame constants and shadow maps as the shaders see them.</summary>
    internal ResourceSet? FrameSet { get; private set; }

    internal Texture? ColorStaging { get; private set; }
    internal Texture? IdStaging { get; private set; }
    internal Texture? DepthStaging { get; private set; }

    /// <summary>The frame that is being drawn; null when the slot is free.</summary>
    internal FrameSnapshot? Snapshot { get; set; }

    /// <summary>The number of the frame that is being drawn.</summary>
    internal long Number { get; set; }

    /// <summary>Makes the staging textures fit the frame. The slot must be free.</summary>
    internal void Fit(Targets targets)
    {
        if (ColorStaging is { } old && old.Width == targets.Width && old.Height == targets.Height) return;
        DisposeStaging();
        ColorStaging = Staging(targets.Color);
        IdStaging = Staging(targets.InstanceIds);
        DepthStaging = Staging(targets.Depth);
    }

    /// <summary>Frame constants and the environment's image, for the passes that make its map and the background.</summary>
    internal ResourceSet? EnvironmentSet { get; private set; }

    /// <summary>Binds the shadow maps, which may have been made again.</summary>
    internal void Bind(
        Texture shadowMaps, Sampler shadowSampler, Sampler shadowDepthSampler, Texture specularAlbedo, Sampler clamped, Texture transformedCosines,
        EnvironmentMap environment)
    {
        if (_boundShadowMaps == shadowMaps) return;
        FrameSet?.Dispose();
        FrameSet = _device.ResourceFactory.CreateResourceSet(new ResourceSetDescription(
            _layouts.Frame, Constants, shadowMaps, shadowSampler, specularAlbedo, clamped, transformedCosines, shadowDepthSampler,
            environment.Irradiance, environment.Tiles, environment.Sampler));
        _boundShadowMaps = shadowMaps;
    }

    /// <summary>Binds what the environment is made from.</summary>
    internal void BindEnvironment(Texture image, Sampler sampler)
    {
        if (_boundEnvironmentImage == image) return;
        EnvironmentSet?.Dispose();
        EnvironmentSet = _device.ResourceFactory.CreateResourceSet(new ResourceSetDescription(_layouts.Environment, Constants, image, sampler));
        _boundEnvironmentImage = image;
    }

    /// <summary>See <see cref="WriteOrder.Settle(CommandList)"/>.</summary>
    internal void Settle() => _order.Settle(Commands);

    /// <summary>Lets go of an environment's image that is about to be given back.</summary>
    internal void ReleaseEnvironment(Texture image)
    {
        if (_boundEnvironmentImage != image) return;
        EnvironmentSet?.Dispose();
        (EnvironmentSet, _boundEnvironmentImage) = (null, null);
    }

    public void Dispose()
    {
        DisposeStaging();
        EnvironmentSet?.Dispose();
        FrameSet?.Dispose();
        Records.Dispose();
        Deformations.Dispose();
        Constants.Dispose();
        Fence.Dispose();
        Commands.Dispose();
    }

    private void DisposeStaging()
    {
        ColorStaging?.Dispose();
        IdStaging?.Dispose();
        DepthStaging?.Dispose();
    }

    private Texture Staging(Texture target)
    {
        var texture = _device.ResourceFactory.CreateTexture(
            TextureDescription.Texture2D(target.Width, target.Height, 1, 1, target.Format, TextureUsage.Staging));
        texture.Name = target.Name + " read-back";
        return texture;
    }
}

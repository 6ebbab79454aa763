using System.Runtime.CompilerServices;
using SynthRender.Environments;
using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Passes;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Environments;

/// <summary>
/// The map of the environment that is being drawn: captured into an octahedral source with mips, blurred into tiles by roughness, and summed
/// to irradiance. It is made again only when it would come out different.
/// </summary>
internal sealed class EnvironmentMap : IDisposable
{
    private const PixelFormat Format = PixelFormat.R16_G16_B16_A16_Float;
    private const uint IrradianceBytes = 9 * 16;
    private readonly GraphicsDevice _device;
    private readonly ShaderLibrary _shaders;
    private readonly PassLayouts _layouts;
    private readonly Dictionary<EnvironmentKind, Pipeline> _captures = [];
    private readonly List<IDisposable> _resources = [];
    private readonly Texture _source;
    private readonly Framebuffer _sourceFramebuffer;
    private readonly Framebuffer _tilesFramebuffer;
    private readonly (Pipeline Pipeline, ResourceSet Set)[] _tiles = new (Pipeline, ResourceSet)[1 + EnvironmentTiles.BlurredCount];
    private readonly Pipeline _irradiancePipeline;
    private readonly ResourceSet _irradianceSet;
    private readonly DeviceBuffer _irradianceSums;
    private EnvironmentKind _kind;
    private EnvironmentImage? _image;
    private EnvironmentParameters _parameters;

    internal EnvironmentMap(GraphicsDevice device, ShaderLibrary shaders, PassLayouts layouts)
    {
        (_device, _shaders, _layouts) = (device, shaders, layouts);
        var factory = device.ResourceFactory;
        const uint size = EnvironmentTiles.SharpSize;
        var levels = (uint)System.Numerics.BitOperations.Log2(size) + 1;
        _source = Own(factory.CreateTexture(TextureDescription.Texture2D(
            size, size, levels, 1, Format, TextureUsage.RenderTarget | TextureUsage.Sampled | TextureUsage.GenerateMipmaps)));
        _source.Name = "environment source";
        Tiles = Own(factory.CreateTexture(TextureDescription.Texture2D(
            EnvironmentTiles.Width, EnvironmentTiles.Height, 1, 1, Format, TextureUsage.RenderTarget | TextureUsage.Sampled)));
        Tiles.Name = "environment map";
        _sourceFramebuffer = Own(factory.CreateFramebuffer(new FramebufferDescription(null, _source)));
        _tilesFramebuffer = Own(factory.CreateFramebuffer(new FramebufferDescription(null, Tiles)));
        Sampler = Own(factory.CreateSampler(new SamplerDescription(
            SamplerAddressMode.Clamp, SamplerAddressMode.Clamp, SamplerAddressMode.Clamp, SamplerFilter.MinLinear_MagLinear_MipLinear,
            null, 0, 0, uint.MaxValue, 0, SamplerBorderColor.TransparentBlack)));
        for (var i = 0; i < _tiles.Length; i++) _tiles[i] = CreateTile(i);

        _irradianceSums = Own(factory.CreateBuffer(new BufferDescription(16 * 16, BufferUsage.StructuredBufferReadWrite, 16)));
        _irradianceSums.Name = "environment irradiance sums";
        Irradiance = Own(factory.CreateBuffer(new BufferDescription(IrradianceBytes, BufferUsage.UniformBuffer)));
        Irradiance.Name = "environment irradiance";
        device.UpdateBuffer(Irradiance, 0, (ReadOnlySpan<byte>)new byte[IrradianceBytes]);
        var layout = Own(factory.CreateResourceLayout(new ResourceLayoutDescription(
        [
            new("environmentSource", ResourceKind.TextureReadOnly, ShaderStages.Compute),
            new("environmentSourceSampler", ResourceKind.Sampler, ShaderStages.Compute),
            new("Irradiance", ResourceKind.StructuredBufferReadWrite, ShaderStages.Compute),
        ])));
        _irradianceSet = Own(factory.CreateResourceSet(new ResourceSetDescription(layout, _source, Sampler, _irradianceSums)));
        _irradiancePipeline = Own(factory.CreateComputePipeline(
            new ComputePipelineDescription(shaders.Get("environment_irradiance.comp"), [layout], 16, 1, 1)));
        _irradiancePipeline.Name = "environment irradiance";
    }

    /// <summary>Tiles of rising roughness (Shaders/environment_map.glsl).</summary>
    internal Texture Tiles { get; }

    /// <summary>Irradiance over π as nine harmonics (Shaders/environment.glsl).</summary>
    internal DeviceBuffer Irradiance { get; }

    internal Sampler Sampler { get; }

    /// <summary>Makes the frame's map, unless it is there.</summary>
    internal void Record(FrameSlot slot, EnvironmentKind kind, EnvironmentImage? image, in EnvironmentParameters parameters)
    {
        if (kind == _kind && ReferenceEquals(image, _image) && EnvironmentParameters.Same(parameters, _parameters)) return;
        var commands = slot.Commands;
        commands.SetFramebuffer(_sourceFramebuffer);
        commands.SetPipeline(Capture(kind));
        commands.SetGraphicsResourceSet(0, slot.EnvironmentSet!);
        commands.Draw(3);
        commands.GenerateMipmaps(_source);

        commands.SetFramebuffer(_tilesFramebuffer);
        for (var i = 0; i < _tiles.Length; i++)
        {
            var (left, size) = EnvironmentTiles.Place(i);
            commands.SetPipeline(_tiles[i].Pipeline);
            commands.SetViewport(0, new Viewport(left, 0, size + 2, size + 2, 0, 1));
            commands.SetGraphicsResourceSet(0, _tiles[i].Set);
            commands.Draw(3);
        }

        slot.Settle();
        commands.SetPipeline(_irradiancePipeline);
        commands.SetComputeResourceSet(0, _irradianceSet);
        commands.Dispatch(1, 1, 1);
        slot.Settle();
        commands.CopyBuffer(_irradianceSums, 0, Irradiance, 0, IrradianceBytes);
        slot.Settle();
        (_kind, _image, _parameters) = (kind, image, parameters);
    }

    public void Dispose()
    {
        foreach (var capture in _captures.Values) capture.Dispose();
        for (var i = _resources.Count - 1; i >= 0; i--) _resources[i].Dispose();
    }

    private Pipeline Capture(EnvironmentKind kind)
    {
        if (_captures.TryGetValue(kind, out var pipeline)) return pipeline;
        pipeline = FullScreen.Pipeline(
            _device, _shaders, $"capture_{kind.ToString().ToLowerInvariant()}.frag", _sourceFramebuffer.OutputDescription, [_layouts.Environment]);
        _captures.Add(kind, pipeline);
        return pipeline;
    }

    private (Pipeline Pipeline, ResourceSet Set) CreateTile(int tile)
    {
        var constants = Own(_device.ResourceFactory.CreateBuffer(
            new BufferDescription((uint)Unsafe.SizeOf<TileConstants>(), BufferUsage.UniformBuffer)));
        constants.Name = $"environment tile {tile}";
        _device.UpdateBuffer(constants, 0, TileConstants.For(tile));
        var pipeline = Own(FullScreen.Pipeline(
            _device, _shaders, "environment_tile.frag", _tilesFramebuffer.OutputDescription, [_layouts.Environment],
            new SpecializationConstant(0, TileConstants.PointCount(tile))));
        return (pipeline, Own(_device.ResourceFactory.CreateResourceSet(
            new ResourceSetDescription(_layouts.Environment, constants, _source, Sampler))));
    }

    private T Own<T>(T resource) where T : IDisposable
    {
        _resources.Add(resource);
        return resource;
    }
}

using System.Runtime.CompilerServices;
using SynthRender.Materials;
using SynthRender.Rendering.Devices;
using SynthRender.Rendering.Passes;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Textures;

/// <summary>
/// Makes procedural textures on the device and keeps a number of them. What a texture looks like depends on its parameters alone, so
/// which ones are kept changes the time that a frame takes, never its pixels. When a frame asks for one that is not there, the images
/// unused for longest are drawn over: in steady state nothing is allocated.
/// </summary>
internal sealed class ProceduralPool : IDisposable
{
    private const PixelFormat HeightFormat = PixelFormat.R32_Float;
    private readonly GraphicsDevice _device;
    private readonly WriteOrder _order;
    private readonly ShaderLibrary _shaders;
    private readonly uint _size;
    private readonly int _capacity;
    private readonly Dictionary<ProceduralTexture, ProceduralImages> _made = [];
    private readonly List<ProceduralImages> _images = [];
    private readonly Dictionary<(string Family, int Variant), Pipeline> _pipelines = [];
    private readonly CommandList _commands;
    private readonly DeviceBuffer _constants;
    private readonly Texture _height;
    private readonly ResourceLayout _patternLayout;
    private readonly ResourceLayout _normalLayout;
    private readonly ResourceSet _patternSet;
    private readonly ResourceSet _normalSet;
    private readonly Pipeline _normals;

    internal ProceduralPool(GraphicsDevice device, WriteOrder order, ShaderLibrary shaders, int size, int capacity)
    {
        (_device, _order, _shaders, _size, _capacity) = (device, order, shaders, (uint)size, capacity);
        var factory = device.ResourceFactory;
        _commands = factory.CreateCommandList();
        _constants = factory.CreateBuffer(new BufferDescription((uint)Unsafe.SizeOf<ProceduralConstants>(), BufferUsage.UniformBuffer));
        _constants.Name = "procedural texture";
        _height = factory.CreateTexture(TextureDescription.Texture2D(
            _size, _size, 1, 1, HeightFormat, TextureUsage.RenderTarget | TextureUsage.Sampled));
        _height.Name = "procedural height";
        var constants = new ResourceLayoutElementDescription("Texture", ResourceKind.UniformBuffer, ShaderStages.Fragment);
        _patternLayout = factory.CreateResourceLayout(new ResourceLayoutDescription(constants));
        _normalLayout = factory.CreateResourceLayout(new ResourceLayoutDescription(
            constants,
            new("heightTexture", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
            new("pointSampler", ResourceKind.Sampler, ShaderStages.Fragment)));
        _patternSet = factory.CreateResourceSet(new ResourceSetDescription(_patternLayout, _constants));
        _normalSet = factory.CreateResourceSet(new ResourceSetDescription(_normalLayout, _constants, _height, device.PointSampler));
        _normals = FullScreen.Pipeline(device, shaders, "texture_normals.frag", Outputs(PixelFormat.R8_G8_B8_A8_UNorm), [_normalLayout]);
    }

    internal long Bytes { get; private set; }

    /// <summary>Textures that were made so far.</summary>
    internal long Made { get; private set; }

    /// <summary>The height field of the texture that was made last; 0 to 1.</summary>
    internal Texture Height => _height;

    /// <summary>One of a texture's images, made now if it is not there.</summary>
    internal DeviceTexture Get(ProceduralTexture texture, TextureChannel channel, long frame)
    {
        if (!_made.TryGetValue(texture, out var images))
        {
            images = Free(frame);
            Make(texture, images);
            _made.Add(texture, images);
        }

        images.LastUsed = frame;
        return images[channel];
    }

    public void Dispose()
    {
        foreach (var images in _images) images.Dispose();
        foreach (var pipeline in _pipelines.Values) pipeline.Dispose();
        _normals.Dispose();
        _patternSet.Dispose();
        _normalSet.Dispose();
        _patternLayout.Dispose();
        _normalLayout.Dispose();
        _height.Dispose();
        _constants.Dispose();
        _commands.Dispose();
    }

    private static OutputDescription Outputs(params PixelFormat[] formats) =>
        new(null, [.. formats.Select(format => new OutputAttachmentDescription(format))], TextureSampleCount.Count1);

    /// <summary>Images to draw over. Those of frames that are still in flight may be taken: the queue runs in order.</summary>
    private ProceduralImages Free(long frame)
    {
        ProceduralImages? oldest = null;
        foreach (var images in _images)
            if (images.LastUsed < frame && (oldest is null || images.LastUsed < oldest.LastUsed)) oldest = images;
        if (oldest is not null && _images.Count >= _capacity)
        {
            if (oldest.Contents is { } old) _made.Remove(old);
            return oldest;
        }

        var made = new ProceduralImages(_device.ResourceFactory, _size, _height);
        _images.Add(made);
        Bytes += made.Bytes;
        return made;
    }

    private void Make(ProceduralTexture texture, ProceduralImages images)
    {
        images.Contents = texture;
        Made++;
        _commands.Begin();
        _commands.UpdateBuffer(_constants, 0, new ProceduralConstants(texture, _size));
        _order.Settle(_commands);
        images.Draw(_commands, PatternOf(texture), _normals, _patternSet, _normalSet);
        _commands.End();
        _device.SubmitCommands(_commands);
    }

    private Pipeline PatternOf(ProceduralTexture texture)
    {
        // What a number chooses between is compiled in; a number that is only counted with is not.
        var kind = texture is NoiseTexture or FabricTexture ? texture.Variant : 0;
        if (_pipelines.TryGetValue((texture.Family, kind), out var pipeline)) return pipeline;
        pipeline = FullScreen.Pipeline(
            _device, _shaders, $"texture_{texture.Family}.frag",
            Outputs(PixelFormat.R8_G8_B8_A8_UNorm_SRgb, PixelFormat.R8_G8_B8_A8_UNorm, HeightFormat), [_patternLayout],
            new SpecializationConstant(0, kind));
        _pipelines.Add((texture.Family, kind), pipeline);
        return pipeline;
    }
}

namespace SynthRender.Gpu;

/// <summary>
/// Checks descriptions of buffers, textures, samplers, shaders, layouts and sets, in the callers' terms. Whatever Veldrid refuses is
/// refused, also where Vulkan would take it, so that the package can take this layer's place.
/// </summary>
internal static class DescriptionChecks
{
    private const BufferUsage Structured = BufferUsage.StructuredBufferReadOnly | BufferUsage.StructuredBufferReadWrite;
    private const BufferUsage Fixed = BufferUsage.VertexBuffer | BufferUsage.IndexBuffer | BufferUsage.IndirectBuffer;
    private const uint SpirvMagic = 0x07230203; // SPIR-V specification, section 2.3

    internal static void Buffer(in BufferDescription description)
    {
        BufferUsage usage = description.Usage;
        if (description.SizeInBytes == 0)
            throw Wrong("Buffer", "SizeInBytes is 0");
        if (usage == 0)
            throw Wrong("Buffer", "Usage is empty");
        if ((usage & BufferUsage.Staging) != 0 && usage != BufferUsage.Staging)
            throw Wrong("Buffer", $"Usage is {usage}; Staging stands alone");
        if ((usage & Structured) != 0 && description.StructureByteStride == 0)
            throw Wrong("Buffer", "StructureByteStride is 0; a structured buffer needs the size of its elements");
        if ((usage & Structured) == 0 && description.StructureByteStride != 0)
            throw Wrong("Buffer", $"StructureByteStride is {description.StructureByteStride}, but Usage is {usage}");
        if ((usage & BufferUsage.StructuredBufferReadWrite) != 0 && usage != BufferUsage.StructuredBufferReadWrite)
            throw Wrong("Buffer", $"Usage is {usage}; StructuredBufferReadWrite stands alone: copy to a buffer of the other usage");
        if ((usage & BufferUsage.StructuredBufferReadOnly) != 0 && (usage & Fixed) != 0)
            throw Wrong("Buffer", $"Usage is {usage}; StructuredBufferReadOnly goes with neither {Fixed}: make two buffers");
        if ((usage & BufferUsage.UniformBuffer) != 0 && description.SizeInBytes % 16 != 0)
            throw Wrong("Buffer", $"SizeInBytes is {description.SizeInBytes}; of a uniform buffer it is a multiple of 16");
    }

    internal static void Texture(in TextureDescription description)
    {
        TextureUsage usage = description.Usage;
        if (description.Width == 0 || description.Height == 0 || description.Depth == 0)
            throw Wrong("Texture", $"it is {description.Width} × {description.Height} × {description.Depth}");
        if (description.ArrayLayers == 0)
            throw Wrong("Texture", "ArrayLayers is 0");
        if (usage == 0)
            throw Wrong("Texture", "Usage is empty");
        uint largest = Math.Max(description.Width, Math.Max(description.Height, description.Depth));
        uint mostLevels = (uint)System.Numerics.BitOperations.Log2(largest) + 1;
        if (description.MipLevels == 0 || description.MipLevels > mostLevels)
            throw Wrong("Texture", $"MipLevels is {description.MipLevels}; its size allows 1 to {mostLevels}");
        if (description.Type == TextureType.Texture1D && description.Height != 1)
            throw Wrong("Texture", $"Height of a 1D texture is {description.Height}");
        if (description.Type != TextureType.Texture3D && description.Depth != 1)
            throw Wrong("Texture", $"Depth is {description.Depth}, but it is no 3D texture");
        if (description.Type == TextureType.Texture3D && description.ArrayLayers != 1)
            throw Wrong("Texture", "a 3D texture cannot have array layers");
        if ((usage & TextureUsage.DepthStencil) != 0 && !FormatLayout.CanBeDepth(description.Format))
            throw Wrong("Texture", $"{description.Format} cannot be a depth target; R32_Float, R16_UNorm, D32_Float_S8_UInt and D24_UNorm_S8_UInt can");
        if ((usage & TextureUsage.DepthStencil) == 0 && FormatLayout.IsStencil(description.Format))
            throw Wrong("Texture", $"{description.Format} is a depth format, but Usage is {usage}");
        if ((usage & TextureUsage.DepthStencil) != 0 && (usage & (TextureUsage.RenderTarget | TextureUsage.Storage)) != 0)
            throw Wrong("Texture", $"Usage is {usage}; DepthStencil goes with neither RenderTarget nor Storage");
        Combinations(description);
    }

    internal static void TextureView(in TextureViewDescription description)
    {
        Texture target = description.Target ?? throw Wrong("Texture view", "Target is null");
        ObjectDisposedException.ThrowIf(target.IsDisposed, target);
        if ((target.Usage & (TextureUsage.Sampled | TextureUsage.Storage)) == 0)
            throw Wrong("Texture view", $"the texture '{target.Name}' was made for {target.Usage}; shaders cannot see it");
        if (description.MipLevels == 0 || (ulong)description.BaseMipLevel + description.MipLevels > target.MipLevels)
        {
            throw Wrong(
                "Texture view",
                $"the texture '{target.Name}' has {target.MipLevels} mip levels; {description.MipLevels} from {description.BaseMipLevel} on were asked for");
        }

        if (description.ArrayLayers == 0
            || (ulong)description.BaseArrayLayer + description.ArrayLayers > target.ArrayLayers)
        {
            throw Wrong(
                "Texture view",
                $"the texture '{target.Name}' has {target.ArrayLayers} array layers; {description.ArrayLayers} from {description.BaseArrayLayer} on were asked for");
        }

        PixelFormat format = description.Format ?? target.Format;
        if (format != target.Format
            && ((target.Usage & TextureUsage.DepthStencil) != 0 || !FormatLayout.CanBeSeenAs(target.Format, format)))
        {
            throw Wrong(
                "Texture view",
                $"the texture '{target.Name}' is {target.Format}; it cannot be seen as {format}, only as a format of the same channels in the same order and bits");
        }
    }

    internal static void Sampler(in SamplerDescription description, GraphicsDeviceFeatures features)
    {
        if (description.Filter == SamplerFilter.Anisotropic)
        {
            if (!features.SamplerAnisotropy)
                throw Wrong("Sampler", "the device has no anisotropic filter");
            if (description.MaximumAnisotropy == 0)
                throw Wrong("Sampler", "MaximumAnisotropy is 0; the anisotropic filter needs at least 1");
        }

        if (description.MinimumLod > description.MaximumLod)
            throw Wrong("Sampler", $"MinimumLod {description.MinimumLod} is above MaximumLod {description.MaximumLod}");
    }

    internal static void Shader(in ShaderDescription description, GraphicsDeviceFeatures features)
    {
        if (!System.Numerics.BitOperations.IsPow2((uint)description.Stage) || description.Stage == ShaderStages.None)
            throw Wrong("Shader", $"Stage is {description.Stage}; a shader has one stage");
        if (description.Stage == ShaderStages.Geometry && !features.GeometryShader)
            throw Wrong("Shader", "the device has no geometry shaders");
        if (description.Stage is ShaderStages.TessellationControl or ShaderStages.TessellationEvaluation
            && !features.TessellationShaders)
        {
            throw Wrong("Shader", "the device has no tessellation shaders");
        }

        if (string.IsNullOrEmpty(description.EntryPoint))
            throw Wrong("Shader", "EntryPoint is empty; it is most often 'main'");
        byte[] bytes = description.ShaderBytes ?? throw Wrong("Shader", "ShaderBytes is null");
        if (bytes.Length < 20 || bytes.Length % 4 != 0 || BitConverter.ToUInt32(bytes) != SpirvMagic)
        {
            throw Wrong(
                "Shader",
                $"ShaderBytes, {bytes.Length} bytes, is not SPIR-V; compile GLSL with 'glslangValidator -V' first");
        }
    }

    internal static void ResourceLayout(in ResourceLayoutDescription description)
    {
        ResourceLayoutElementDescription[] elements = description.Elements
            ?? throw Wrong("Resource layout", "Elements is null; give an empty array for none");
        for (int i = 0; i < elements.Length; i++)
        {
            bool isBuffer = elements[i].Kind is ResourceKind.UniformBuffer or ResourceKind.StructuredBufferReadOnly
                or ResourceKind.StructuredBufferReadWrite;
            if ((elements[i].Options & ResourceLayoutElementOptions.DynamicBinding) != 0 && !isBuffer)
                throw Wrong("Resource layout", $"element {i} '{elements[i].Name}' is {elements[i].Kind}; only buffers have dynamic offsets");
            if (elements[i].Stages == ShaderStages.None)
                throw Wrong("Resource layout", $"element {i} '{elements[i].Name}' is seen by no stage");
        }
    }

    internal static void ResourceSet(in ResourceSetDescription description)
    {
        ResourceLayout layout = description.Layout ?? throw Wrong("Resource set", "Layout is null");
        ObjectDisposedException.ThrowIf(layout.IsDisposed, layout);
        BindableResource[] resources = description.BoundResources ?? throw Wrong("Resource set", "BoundResources is null");
        if (resources.Length != layout.Elements.Length)
            throw Wrong("Resource set", $"the layout has {layout.Elements.Length} elements, but {resources.Length} resources were given");
        for (int i = 0; i < resources.Length; i++)
            BoundResource(layout.Elements[i], resources[i], i);
    }

    private static void BoundResource(in ResourceLayoutElementDescription element, BindableResource? resource, int index)
    {
        string place = $"element {index} '{element.Name}' is {element.Kind}";
        switch (element.Kind)
        {
            case ResourceKind.UniformBuffer:
                Bound(resource, BufferUsage.UniformBuffer, place);
                break;
            case ResourceKind.StructuredBufferReadOnly:
                Bound(resource, Structured, place);
                break;
            case ResourceKind.StructuredBufferReadWrite:
                Bound(resource, BufferUsage.StructuredBufferReadWrite, place);
                break;
            case ResourceKind.TextureReadOnly:
                Bound(resource, TextureUsage.Sampled, place);
                break;
            case ResourceKind.TextureReadWrite:
                Bound(resource, TextureUsage.Storage, place);
                break;
            case ResourceKind.Sampler:
                if (resource is not Sampler sampler)
                    throw Wrong("Resource set", $"{place}, but {Describe(resource)} was given");
                ObjectDisposedException.ThrowIf(sampler.IsDisposed, sampler);
                break;
            default:
                throw Wrong("Resource set", $"{place}, which is no kind");
        }
    }

    private static void Bound(BindableResource? resource, BufferUsage usage, string place)
    {
        DeviceBuffer buffer = resource switch
        {
            DeviceBuffer whole => whole,
            DeviceBufferRange range => range.Buffer,
            _ => throw Wrong("Resource set", $"{place}, but {Describe(resource)} was given"),
        };
        ObjectDisposedException.ThrowIf(buffer.IsDisposed, buffer);
        if ((buffer.Usage & usage) == 0)
            throw Wrong("Resource set", $"{place}, but the buffer '{buffer.Name}' was made for {buffer.Usage}");
        if (resource is DeviceBufferRange part
            && (part.SizeInBytes == 0 || (ulong)part.Offset + part.SizeInBytes > buffer.SizeInBytes))
        {
            throw Wrong(
                "Resource set",
                $"{place}; {part.SizeInBytes} bytes at {part.Offset} of the buffer '{buffer.Name}' are empty or reach beyond its {buffer.SizeInBytes} bytes");
        }
    }

    private static void Bound(BindableResource? resource, TextureUsage usage, string place)
    {
        Texture texture = resource switch
        {
            Texture whole => whole,
            TextureView view => view.Target,
            _ => throw Wrong("Resource set", $"{place}, but {Describe(resource)} was given"),
        };
        ObjectDisposedException.ThrowIf(texture.IsDisposed, texture);
        if ((texture.Usage & usage) == 0)
            throw Wrong("Resource set", $"{place}, but the texture '{texture.Name}' was made for {texture.Usage}");
    }

    private static void Combinations(in TextureDescription description)
    {
        TextureUsage usage = description.Usage;
        bool isMultisampled = description.SampleCount != TextureSampleCount.Count1;
        if ((usage & TextureUsage.Staging) != 0 && (usage != TextureUsage.Staging || isMultisampled))
            throw Wrong("Texture", $"Usage is {usage}, {description.SampleCount}; Staging stands alone, with one sample");
        if ((usage & TextureUsage.GenerateMipmaps) != 0
            && ((usage & TextureUsage.DepthStencil) != 0 || FormatLayout.IsInteger(description.Format)
                || FormatLayout.IsCompressed(description.Format)))
        {
            throw Wrong("Texture", $"mip levels of {description.Format}, {usage}, cannot be generated");
        }

        if (isMultisampled
            && (description.Type != TextureType.Texture2D || description.MipLevels != 1
                || (usage & (TextureUsage.Cubemap | TextureUsage.Storage)) != 0))
        {
            throw Wrong("Texture", $"{description.SampleCount} goes with 2D textures of one mip level that are neither cubes nor storage");
        }

        if ((usage & TextureUsage.Cubemap) != 0
            && (description.Type != TextureType.Texture2D || description.Width != description.Height))
        {
            throw Wrong("Texture", $"a cube map is square and 2D; it is {description.Type}, {description.Width} × {description.Height}");
        }
    }

    private static string Describe(BindableResource? resource) => resource switch
    {
        null => "null",
        DeviceResource named => $"{named.GetType().BaseType?.Name} '{named.Name}'",
        _ => resource.GetType().Name,
    };

    private static VeldridException Wrong(string what, string how) => new($"{what} description: {how}.");
}

namespace SynthRender.Gpu.Vulkan;

/// <summary>An image view for shaders.</summary>
internal sealed unsafe class VkTextureView : TextureView, IVkObject
{
    private readonly VkGraphicsDevice _device;
    private readonly bool _ownsReference;
    private string _name = string.Empty;

    /// <summary>
    /// A view keeps its texture alive, but for the one that the texture itself owns: that would keep it alive for ever.
    /// </summary>
    internal VkTextureView(VkGraphicsDevice device, in TextureViewDescription description, bool keepsTexture)
        : base(description)
    {
        _device = device;
        Texture = (VkTexture)description.Target;
        bool isCube = (Texture.Usage & TextureUsage.Cubemap) != 0;
        BaseLayer = isCube ? BaseArrayLayer * 6 : BaseArrayLayer;
        Layers = isCube ? ArrayLayers * 6 : ArrayLayers;
        var info = new V.ImageViewCreateInfo
        {
            SType = V.StructureType.ImageViewCreateInfo,
            Image = Texture.Image,
            ViewType = Kind(isCube),
            Format = VkFormats.Texture(Format, Texture.IsDepth),
            SubresourceRange = new V.ImageSubresourceRange(
                Texture.IsDepth ? V.ImageAspectFlags.DepthBit : V.ImageAspectFlags.ColorBit,
                BaseMipLevel,
                MipLevels,
                BaseLayer,
                Layers),
        };
        V.ImageView view;
        VkCheck.Success(
            device.Api.CreateImageView(device.Handle, &info, null, &view),
            "vkCreateImageView",
            $"the texture '{Texture.Name}'");
        Handle = view;
        _ownsReference = keepsTexture;
        if (keepsTexture)
            Texture.Lifetime.AddReference();
        Lifetime = new VkLifetime(device.Live, this);
    }

    public override string Name
    {
        get => _name;
        set
        {
            _name = value ?? string.Empty;
            _device.Debug.SetName(_device.Handle, V.ObjectType.ImageView, Handle.Handle, _name);
        }
    }

    public override bool IsDisposed => Lifetime.IsDisposed;

    internal VkLifetime Lifetime { get; }

    internal V.ImageView Handle { get; }

    internal VkTexture Texture { get; }

    /// <summary>The first layer, cubes counted as six.</summary>
    internal uint BaseLayer { get; }

    /// <summary>The number of layers, cubes counted as six.</summary>
    internal uint Layers { get; }

    public override void Dispose() => Lifetime.DisposeByUser();

    public void Destroy()
    {
        _device.Api.DestroyImageView(_device.Handle, Handle, null);
        if (_ownsReference)
            Texture.Lifetime.Release();
    }

    private V.ImageViewType Kind(bool isCube)
    {
        if (isCube)
            return ArrayLayers == 1 ? V.ImageViewType.TypeCube : V.ImageViewType.TypeCubeArray;
        return Texture.Type switch
        {
            TextureType.Texture1D => ArrayLayers == 1 ? V.ImageViewType.Type1D : V.ImageViewType.Type1DArray,
            TextureType.Texture2D => ArrayLayers == 1 ? V.ImageViewType.Type2D : V.ImageViewType.Type2DArray,
            _ => V.ImageViewType.Type3D,
        };
    }
}

namespace SynthRender.Gpu.Vulkan;

/// <summary>
/// What a command list did last with each subresource of a texture. As long as all were treated alike there is one
/// entry for all.
/// </summary>
internal sealed class VkTextureState
{
    private VkAccess[] _parts = [];

    internal VkTexture Texture { get; private set; } = null!;

    internal bool IsUniform { get; private set; }

    internal VkAccess Whole { get; private set; }

    internal void Start(VkTexture texture, in VkAccess access)
    {
        Texture = texture;
        SetWhole(access);
    }

    internal void SetWhole(in VkAccess access)
    {
        IsUniform = true;
        Whole = access;
    }

    internal VkAccess Part(uint mipLevel, uint layer) =>
        IsUniform ? Whole : _parts[(layer * Texture.MipLevels) + mipLevel];

    internal void SetPart(uint mipLevel, uint layer, in VkAccess access)
    {
        if (IsUniform)
        {
            int count = (int)(Texture.MipLevels * Texture.LayerCount);
            if (_parts.Length < count)
                _parts = new VkAccess[count];
            Array.Fill(_parts, Whole, 0, count);
            IsUniform = false;
        }

        _parts[(layer * Texture.MipLevels) + mipLevel] = access;
    }
}

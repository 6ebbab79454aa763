using System.Runtime.CompilerServices;

namespace SynthRender.Rendering.Textures;

/// <summary>The textures of a material in the order of its layout, with equality by value.</summary>
internal struct TextureSetKey : IEquatable<TextureSetKey>
{
    internal const int MaxTextures = 14;

    private Textures _textures;

    internal BoundTexture this[int slot]
    {
        readonly get => _textures[slot];
        set => _textures[slot] = value;
    }

    internal readonly bool Uses(DeviceTexture texture)
    {
        foreach (var bound in _textures)
            if (bound.Texture == texture) return true;
        return false;
    }

    public readonly bool Equals(TextureSetKey other)
    {
        for (var i = 0; i < MaxTextures; i++)
            if (_textures[i] != other._textures[i]) return false;
        return true;
    }

    public override readonly bool Equals(object? obj) => obj is TextureSetKey other && Equals(other);

    public override readonly int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var bound in _textures) hash.Add(bound);
        return hash.ToHashCode();
    }

    [InlineArray(MaxTextures)]
    private struct Textures
    {
        private BoundTexture _texture;
    }
}

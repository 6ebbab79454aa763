namespace SynthRender.Gpu;

/// <summary>Checks what callers ask of textures, in the callers' terms.</summary>
internal static class TextureChecks
{
    internal static void Region(Texture texture, in TextureRegion region, string role)
    {
        if (region.MipLevel >= texture.MipLevels)
            throw Wrong(texture, role, $"has {texture.MipLevels} mip levels; level {region.MipLevel} does not exist");
        if ((ulong)region.BaseLayer + region.LayerCount > texture.LayerCount || region.LayerCount == 0)
        {
            throw Wrong(
                texture, role, $"has {texture.LayerCount} layers; {region.LayerCount} from {region.BaseLayer} on were asked for");
        }

        uint width = FormatLayout.MipEdge(texture.Width, region.MipLevel);
        uint height = FormatLayout.MipEdge(texture.Height, region.MipLevel);
        uint depth = FormatLayout.MipEdge(texture.Depth, region.MipLevel);
        if (region.Width == 0 || region.Height == 0 || region.Depth == 0
            || (ulong)region.X + region.Width > width
            || (ulong)region.Y + region.Height > height
            || (ulong)region.Z + region.Depth > depth)
        {
            throw Wrong(
                texture,
                role,
                $"is {width} × {height} × {depth} at mip level {region.MipLevel}; the box of {region.Width} × {region.Height} × {region.Depth} at ({region.X}, {region.Y}, {region.Z}) is empty or reaches beyond it");
        }

        uint edge = FormatLayout.BlockEdge(texture.Format);
        if (edge > 1
            && (region.X % edge != 0 || region.Y % edge != 0
                || (region.Width % edge != 0 && region.X + region.Width != width)
                || (region.Height % edge != 0 && region.Y + region.Height != height)))
        {
            throw Wrong(texture, role, $"is {texture.Format}: boxes must start and end on blocks of {edge} × {edge}");
        }
    }

    internal static void Copyable(Texture source, Texture destination)
    {
        Alive(source);
        Alive(destination);
        if (source.Format != destination.Format)
            throw Wrong(source, "source", $"is {source.Format}, but the destination is {destination.Format}");
        if (source.SampleCount != destination.SampleCount)
        {
            throw Wrong(
                source,
                "source",
                $"has {source.SampleCount}, but the destination has {destination.SampleCount}: use ResolveTexture");
        }
    }

    internal static void SameShape(Texture source, Texture destination)
    {
        Copyable(source, destination);
        if (source.Width != destination.Width || source.Height != destination.Height
            || source.Depth != destination.Depth || source.MipLevels != destination.MipLevels
            || source.LayerCount != destination.LayerCount)
        {
            throw Wrong(
                source,
                "source",
                $"is {Shape(source)}, but the destination is {Shape(destination)}: copy a box instead");
        }
    }

    internal static void Resolve(Texture source, Texture destination)
    {
        Alive(source);
        Alive(destination);
        if (source.SampleCount == TextureSampleCount.Count1)
            throw Wrong(source, "source", "has one sample per texel: there is nothing to resolve");
        if (destination.SampleCount != TextureSampleCount.Count1)
            throw Wrong(destination, "destination", $"has {destination.SampleCount}; it must have one sample per texel");
        if (source.Format != destination.Format)
            throw Wrong(source, "source", $"is {source.Format}, but the destination is {destination.Format}");
        if (source.Width != destination.Width || source.Height != destination.Height)
            throw Wrong(source, "source", $"is {Shape(source)}, but the destination is {Shape(destination)}");
        if ((source.Usage & TextureUsage.DepthStencil) != 0)
            throw Wrong(source, "source", "is a depth target: only colour can be resolved");
        if ((destination.Usage & TextureUsage.Staging) != 0)
            throw Wrong(destination, "destination", "is a staging texture: resolve into another one and copy that");
    }

    internal static void GenerateMipmaps(Texture texture)
    {
        Alive(texture);
        if ((texture.Usage & TextureUsage.GenerateMipmaps) == 0)
            throw Wrong(texture, "texture", $"was made for {texture.Usage}, not for GenerateMipmaps");
    }

    internal static void Update(Texture texture, in TextureRegion region, ulong sizeInBytes)
    {
        Alive(texture);
        if (texture.SampleCount != TextureSampleCount.Count1)
            throw Wrong(texture, "texture", $"has {texture.SampleCount}: it cannot be written from the CPU");
        if ((texture.Usage & TextureUsage.DepthStencil) != 0)
            throw Wrong(texture, "texture", "is a depth target: it cannot be written from the CPU");
        Region(texture, region, "texture");
        ulong needed = FormatLayout.RegionSize(region.Width, region.Height, region.Depth, texture.Format);
        if (sizeInBytes < needed)
        {
            throw Wrong(
                texture,
                "texture",
                $"needs {needed} bytes for a box of {region.Width} × {region.Height} × {region.Depth} of {texture.Format}; {sizeInBytes} were given");
        }
    }

    private static void Alive(Texture texture)
    {
        ArgumentNullException.ThrowIfNull(texture);
        ObjectDisposedException.ThrowIf(texture.IsDisposed, texture);
    }

    private static string Shape(Texture texture) =>
        $"{texture.Width} × {texture.Height} × {texture.Depth}, {texture.MipLevels} mip levels, {texture.LayerCount} layers";

    private static VeldridException Wrong(Texture texture, string role, string what) =>
        new($"The {role} '{texture.Name}' {what}.");
}

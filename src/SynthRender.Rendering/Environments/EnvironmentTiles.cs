namespace SynthRender.Rendering.Environments;

/// <summary>The sizes in an environment's map (Shaders/environment_map.glsl).</summary>
internal static class EnvironmentTiles
{
    /// <summary>Texels a side of the sharp tile and of the source it is copied from. The sphere's texels are about 3/128 radians wide.</summary>
    internal const int SharpSize = 128;

    /// <summary>Texels a side of a blurred tile.</summary>
    internal const int BlurredSize = 64;

    /// <summary>Blurred tiles; number i has perceptual roughness i / <see cref="BlurredCount"/>.</summary>
    internal const int BlurredCount = 6;

    internal const int Width = SharpSize + 2 + BlurredCount * (BlurredSize + 2);
    internal const int Height = SharpSize + 2;

    /// <summary>Left edge of a tile's border, and the tile's size without it.</summary>
    internal static (int Left, int Size) Place(int tile) =>
        tile == 0 ? (0, SharpSize) : (SharpSize + 2 + (tile - 1) * (BlurredSize + 2), BlurredSize);
}

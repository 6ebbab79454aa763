using System.Numerics;

namespace SynthRender.Materials;

/// <summary>A texture as a material uses it: which image, which UV set, how it repeats and is moved (KHR_texture_transform).</summary>
/// <param name="Image">The pixels.</param>
public sealed record TextureSlot(TextureImage Image)
{
    /// <summary>Which of the mesh's UV sets, 0 or 1.</summary>
    public int TexCoord { get; init; }

    /// <summary>Beyond the edge in u.</summary>
    public TextureWrap WrapU { get; init; }

    /// <summary>Beyond the edge in v.</summary>
    public TextureWrap WrapV { get; init; }

    /// <summary>False takes the nearest pixel instead of blending.</summary>
    public bool Linear { get; init; } = true;

    /// <summary>False reads the full-size image at every distance. The alpha that cuts a surface out always is.</summary>
    public bool Mipmaps { get; init; } = true;

    /// <summary>Added to (u, v) after rotation and scale.</summary>
    public Vector2 Offset { get; init; }

    /// <summary>Counter-clockwise turn of the UV frame about its origin, radians.</summary>
    public float Rotation { get; init; }

    /// <summary>Factor on (u, v), applied first.</summary>
    public Vector2 Scale { get; init; } = Vector2.One;
}

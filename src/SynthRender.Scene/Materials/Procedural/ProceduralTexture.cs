using System.Numerics;

namespace SynthRender.Materials;

/// <summary>
/// A texture that the renderer makes on its device from a few numbers: base colour, normal, roughness, metalness and occlusion out of one
/// height field, so that they belong together. It repeats without a seam. Two with the same numbers are the same texture.
/// </summary>
/// <remarks>
/// Its colours are mixed from three, which each family names; patterns shade them by up to a half. Put it on a material with
/// <see cref="MaterialTexturing.Covered(Material, ProceduralTexture, float, float)"/>, or draw it at random with ProceduralTextureRandomizer.
/// </remarks>
public abstract record ProceduralTexture
{
    private readonly int _scale = 4;
    private readonly float _contrast = 1;
    private readonly float _relief;
    private readonly float _roughness = 0.6f;
    private readonly float _wear;
    private readonly float _metallic;

    private protected ProceduralTexture()
    {
    }

    /// <summary>Which of the family's endlessly many.</summary>
    public uint Seed { get; init; }

    /// <summary>Features across a tile, 1 to 64; what a feature is, the family says.</summary>
    public int Scale { get => _scale; init => _scale = value is >= 1 and <= 64 ? value : throw Outside(nameof(Scale), value, "1 to 64"); }

    /// <summary>First colour, linear RGB in [0, 1].</summary>
    public Vector3 Color { get; init; } = new(0.6f);

    /// <summary>Second colour, linear RGB in [0, 1].</summary>
    public Vector3 SecondColor { get; init; } = new(0.3f);

    /// <summary>Colour of the detail, linear RGB in [0, 1].</summary>
    public Vector3 DetailColor { get; init; } = new(0.1f);

    /// <summary>0 shows the mean of the first two colours only, 1 the pattern; up to 2.</summary>
    public float Contrast { get => _contrast; init => _contrast = Within(value, 0, 2, nameof(Contrast)); }

    /// <summary>Height from the lowest point to the highest, as a share of the tile's edge, in [0, 0.5]; 0 is flat.</summary>
    public float Relief { get => _relief; init => _relief = Within(value, 0, 0.5f, nameof(Relief)); }

    /// <summary>Perceptual roughness about which the pattern varies, in [0, 1].</summary>
    public float Roughness { get => _roughness; init => _roughness = Within(value, 0, 1, nameof(Roughness)); }

    /// <summary>Age, dirt or abundance in [0, 1]; of what, the family says.</summary>
    public float Wear { get => _wear; init => _wear = Within(value, 0, 1, nameof(Wear)); }

    /// <summary>Metalness in [0, 1] where the pattern shows the bare material.</summary>
    public float Metallic { get => _metallic; init => _metallic = Within(value, 0, 1, nameof(Metallic)); }

    /// <summary>The family's name, e.g. "wood".</summary>
    public abstract string Family { get; }

    /// <summary>A number of the family's own; 0 where it has none.</summary>
    public virtual int Variant => 0;

    private protected static int Within(int value, int low, int high, string name) =>
        value >= low && value <= high ? value : throw Outside(name, value, $"{low} to {high}");

    private static float Within(float value, float low, float high, string name) =>
        value >= low && value <= high ? value : throw Outside(name, value, $"{low} to {high}");

    private static ArgumentOutOfRangeException Outside(string name, object value, string range) => new(name, value, $"{name} is {range}.");
}

using System.Numerics;

namespace SynthRender.Materials;

/// <summary>
/// Something thin on a surface: dirt, a scratch, blood, a sticker. A box throws its image along the box's −Z onto what lies inside, and
/// changes colour, roughness, metalness, occlusion and normals there; ids, depth and coverage stay as they are.
/// </summary>
/// <remarks>
/// Immutable: change a copy by <c>decal with { … }</c>. It fades over the outer third of the box's depth and where the surface turns away
/// from the box's +Z: whole up to 63 degrees, gone from 81. Surfaces that are blended or let light through show no decals.
/// </remarks>
public sealed record Decal
{
    private readonly Vector2 _size = new(0.2f);
    private readonly float _depth = 0.1f;
    private readonly float _opacity = 1;
    private readonly Material _material = Material.Default;

    /// <summary>
    /// What is put on: base colour, whose alpha says where; roughness, metalness, normals, occlusion. The image's right is the box's +X,
    /// its top +Y. Its alpha mode does not count.
    /// </summary>
    /// <exception cref="ArgumentException">The material has what a decal does not show: layers, emission, a second UV set, no lighting.</exception>
    public required Material Material
    {
        get => _material;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (Fault(value) is { } fault)
                throw new ArgumentException($"The material '{value.Name}' {fault}, which a decal does not show; leave that out.", nameof(Material));
            _material = value;
        }
    }

    /// <summary>Extent of the image along the box's x and y in the node's metres, above 0.</summary>
    public Vector2 Size
    {
        get => _size;
        init => _size = value.X > 0 && value.Y > 0 && float.IsFinite(value.X + value.Y)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Size), value, "A decal's size is two finite numbers of metres above 0.");
    }

    /// <summary>Extent of the box along its z, half of it to either side of the node's origin, in the node's metres, above 0.</summary>
    public float Depth
    {
        get => _depth;
        init => _depth = value > 0 && float.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Depth), value, "A decal's depth is a finite number of metres above 0.");
    }

    /// <summary>Factor on the alpha, in [0, 1].</summary>
    public float Opacity
    {
        get => _opacity;
        init => _opacity = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Opacity), value, "An opacity lies from 0 to 1.");
    }

    /// <summary>A decal made on the device.</summary>
    /// <param name="texture">What to make.</param>
    public static Decal Of(DecalTexture texture)
    {
        ArgumentNullException.ThrowIfNull(texture);
        return new Decal { Material = new Material { Name = texture.Family }.Covered(texture) };
    }

    /// <summary>An image as a decal: its colours where its alpha is; size and proportion are set apart.</summary>
    /// <param name="image">sRGB, straight alpha.</param>
    /// <param name="roughness">Perceptual, in [0, 1].</param>
    public static Decal Of(TextureImage image, float roughness = 0.4f)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (roughness is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(roughness), roughness, "A roughness lies from 0 to 1.");
        var slot = new TextureSlot(image) { WrapU = TextureWrap.ClampToEdge, WrapV = TextureWrap.ClampToEdge };
        return new Decal { Material = new Material { Name = image.Name, BaseColorTexture = slot, RoughnessFactor = roughness } };
    }

    private static string? Fault(Material material)
    {
        if (material.Unlit) return "is unlit";
        if (material.EmissiveFactor != Vector3.Zero) return "has emission";
        if (material.ClearcoatFactor > 0) return "has a clear coat";
        if (material.SheenColorFactor != Vector3.Zero) return "has a sheen";
        if (material.TransmissionFactor > 0) return "lets light through";
        if (material.SpecularTexture is not null || material.SpecularColorTexture is not null || material.SpecularColorFactor != Vector3.One)
            return "has a coloured or textured reflectance";
        TextureSlot?[] slots = [material.BaseColorTexture, material.NormalTexture, material.MetallicRoughnessTexture, material.OcclusionTexture];
        return Array.Exists(slots, slot => slot is { TexCoord: not 0 }) ? "reads a second UV set" : null;
    }
}

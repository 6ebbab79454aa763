using System.Numerics;
using SynthRender.Materials;
using SynthRender.Parameters;
using SynthRender.Samplers;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>
/// Covers materials with textures made on the device: base colour, normals, roughness and metalness that belong together. Each material
/// gets one of a pool, and the pool is renewed a little with every frame, so that most textures are there already.
/// </summary>
/// <remarks>
/// Texture k of the pool is drawn from a stream keyed by k and by (frame + k·<see cref="RefreshEvery"/>/<see cref="Pool"/>) /
/// <see cref="RefreshEvery"/>, rounded down: any frame can be made alone, and looks the same. Materials that are cut out or blended are
/// left as they are, since their texture is their shape.
/// </remarks>
public sealed class ProceduralTextureRandomizer : MaterialSlotRandomizer
{
    private readonly Dictionary<int, ProceduralTexture> _drawn = [];
    private CategoricalParameter<string>? _families;
    private Iteration? _iteration;
    private MaterialSlot[]? _slots;

    /// <summary>Families to draw from, each equally likely; all when null. Names are those of <see cref="ProceduralTexture.Family"/>.</summary>
    public IReadOnlyList<string>? Families { get; init; }

    /// <summary>
    /// The slots that are covered, at least one; base colour, normals, metalness and roughness, and occlusion when null. The others keep
    /// what they have: cover normals and roughness alone to age a model in its own colours.
    /// </summary>
    public IReadOnlyList<MaterialSlot>? Slots { get; init; }

    /// <summary>First colour of every texture; null, the default, for colours that suit its family.</summary>
    public ColorParameter? Color { get; init; }

    /// <summary>Second colour of every texture, what its pattern shows against the first; null, the default, for one that suits its family.</summary>
    public ColorParameter? SecondColor { get; init; }

    /// <summary>Colour of details such as joints, veins and scratches; null, the default, for one that suits the family.</summary>
    public ColorParameter? DetailColor { get; init; }

    /// <summary>
    /// Factor on how far second and detail colour lie from the first, 0 to 10: 0 is one plain colour, 1 as drawn, more is harsher as far as
    /// colours from 0 to 1 go. Null, the default, is 1.
    /// </summary>
    public FloatParameter? Contrast { get; init; }

    /// <summary>Factor on the depth of the relief, 0 to 10; on top of what varies within the family. Null, the default, is 1.</summary>
    public FloatParameter? Relief { get; init; }

    /// <summary>Textures that a frame chooses from, 1 to 256.</summary>
    public int Pool { get; init; } = 16;

    /// <summary>Frames that a texture of the pool stays, 1 or more.</summary>
    public int RefreshEvery { get; init; } = 64;

    /// <summary>Edge of a tile in units of UV, above 0.</summary>
    public FloatParameter TileSize { get; init; } = 1;

    /// <summary>Turn of the texture, radians.</summary>
    public FloatParameter Rotation { get; init; } = 0;

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        TileSize.AboveZero($"{Name}.TileSize");
        Contrast?.Within(0, 10, $"{Name}.Contrast");
        Relief?.Within(0, 10, $"{Name}.Relief");
        if (Pool is < 1 or > 256 || RefreshEvery < 1)
            throw new ArgumentException($"{Name}.Pool is 1 to 256 and RefreshEvery 1 or more; they are {Pool} and {RefreshEvery}.");
        var families = Families ?? ProceduralDraws.Families;
        foreach (var family in families)
            if (!ProceduralDraws.Families.Contains(family))
                throw new ArgumentException($"{Name}: there is no texture family '{family}'; there are {string.Join(", ", ProceduralDraws.Families)}.");
        _families = new CategoricalParameter<string>(families);
        if (Slots is { Count: 0 }) throw new ArgumentException($"{Name}.Slots is empty; leave it null for all that belong together.");
        foreach (var slot in Slots ?? []) MaterialTexturing.ChannelOf(slot);
        _slots = Slots is null ? null : [.. Slots];
    }

    private protected override void Begin(Iteration iteration)
    {
        _drawn.Clear();
        _iteration = iteration;
    }

    /// <inheritdoc/>
    protected override Material Change(Material material, RandomStream stream)
    {
        if (material.AlphaMode != AlphaMode.Opaque) return material;
        var k = stream.Record("texture", stream.NextIndex(Pool));
        if (!_drawn.TryGetValue(k, out var texture)) _drawn.Add(k, texture = Draw(k));
        var (tileSize, rotation) = (TileSize.Sample(stream, "tileSize"), Rotation.Sample(stream, "rotation"));
        return _slots is null ? material.Covered(texture, tileSize, rotation) : material.Covered(texture, _slots, tileSize, rotation);
    }

    private static ProceduralTexture WithContrast(ProceduralTexture texture, float contrast)
    {
        return texture with { SecondColor = Farther(texture.SecondColor), DetailColor = Farther(texture.DetailColor) };

        Vector3 Farther(Vector3 color) => Vector3.Clamp(texture.Color + contrast * (color - texture.Color), Vector3.Zero, Vector3.One);
    }

    private ProceduralTexture Draw(int k)
    {
        var epoch = (int)((_iteration!.Frame + (long)k * RefreshEvery / Pool) / RefreshEvery);
        var stream = _iteration.SharedStream($"texture {k}", epoch);
        var texture = ProceduralDraws.Draw(_families!.Sample(stream, "family"), Color, SecondColor, DetailColor, stream);
        if (Contrast is not null) texture = WithContrast(texture, Contrast.Sample(stream, "contrast"));
        return Relief is null ? texture : texture with { Relief = texture.Relief * Relief.Sample(stream, "reliefFactor") };
    }
}

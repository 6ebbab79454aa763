using SynthRender.Assets;
using SynthRender.Materials;

namespace SynthRender.Frames;

/// <summary>By how many pixels what a mesh's materials show may be wrong; +∞ where they do not show it.</summary>
internal struct DetailTolerance
{
    private float _slip0 = float.PositiveInfinity;
    private float _slip1 = float.PositiveInfinity;
    private float _color = float.PositiveInfinity;
    private float _alpha = float.PositiveInfinity;
    private float _relief = float.PositiveInfinity;

    public DetailTolerance(FrameModel model, MeshAsset mesh)
    {
        foreach (var primitive in mesh.Primitives) Add(primitive, model.Materials[primitive.Material]);
    }

    /// <summary>Whether a level may be shown.</summary>
    /// <param name="level">The level.</param>
    /// <param name="scale">What its errors are in the frame.</param>
    /// <param name="pixels">Pixels a metre at a depth of 1 m.</param>
    /// <param name="depth">The mesh's nearest depth, metres.</param>
    public readonly bool Allows(LevelOfDetail level, DetailScale scale, float pixels, float depth)
    {
        var (errors, perMetre) = (level.Errors, scale.Stretch * pixels);
        var unexplained = MathF.Max(0, errors.ReliefMetres - DetailSelection.ReliefOfSurface * errors.SurfaceMetres);
        return scale.SurfaceMetres(level) * pixels <= DetailSelection.ErrorPixels * depth
            && Allows(errors.Slip0Metres, _slip0) && Allows(errors.Slip1Metres, _slip1) && Allows(errors.ColorMetres, _color)
            && Allows(errors.AlphaMetres, _alpha) && Allows(unexplained, _relief);

        bool Allows(float metres, float allowed) => metres == 0 || metres * perMetre <= allowed * depth;
    }

    private void Add(PrimitiveAsset primitive, Material material)
    {
        var isCut = material.AlphaMode != AlphaMode.Opaque;
        if (!material.Unlit) _relief = DetailSelection.ReliefPixels;
        if (!primitive.Colors.IsEmpty)
        {
            _color = DetailSelection.ErrorPixels;
            if (isCut) _alpha = DetailSelection.ErrorPixels;
        }

        Add(material.BaseColorTexture, isCut ? DetailSelection.ErrorPixels : DetailSelection.SlipPixels);
        Add(material.EmissiveTexture, DetailSelection.SlipPixels);
        if (material.Unlit) return;
        Add(material.NormalTexture, DetailSelection.SlipPixels);
        Add(material.MetallicRoughnessTexture, DetailSelection.SlipPixels);
        Add(material.OcclusionTexture, DetailSelection.SlipPixels);
        Add(material.SpecularTexture, DetailSelection.SlipPixels);
        Add(material.SpecularColorTexture, DetailSelection.SlipPixels);
        Add(material.ClearcoatTexture, DetailSelection.SlipPixels);
        Add(material.ClearcoatRoughnessTexture, DetailSelection.SlipPixels);
        Add(material.ClearcoatNormalTexture, DetailSelection.SlipPixels);
        Add(material.SheenColorTexture, DetailSelection.SlipPixels);
        Add(material.SheenRoughnessTexture, DetailSelection.SlipPixels);
        Add(material.TransmissionTexture, DetailSelection.SlipPixels);
        Add(material.ThicknessTexture, DetailSelection.SlipPixels);
    }

    private void Add(TextureSlot? slot, float allowed)
    {
        if (slot is null) return;
        if (slot.TexCoord == 0) _slip0 = MathF.Min(_slip0, allowed);
        else _slip1 = MathF.Min(_slip1, allowed);
    }
}

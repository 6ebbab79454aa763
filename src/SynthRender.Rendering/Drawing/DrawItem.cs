using System.Numerics;
using SynthRender.Assets;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Materials;
using SynthRender.Rendering.Geometry;

namespace SynthRender.Rendering.Drawing;

/// <summary>A primitive of a model in a frame, ready to be drawn by any pass.</summary>
internal struct DrawItem
{
    internal FrameModel Model;
    internal AssetGeometry Geometry;
    internal PrimitiveGeometry Primitive;
    internal Material Material;
    internal SurfaceLook Look;
    internal DoubleMatrix WorldFromObject;

    /// <summary>The box around its vertices in the object's frame.</summary>
    internal BoundingBox ObjectBounds;

    internal BoundingBox WorldBounds;

    /// <summary>Its textures; null when none of its shaders reads any.</summary>
    internal ResourceSet? Textures;

    /// <summary>The same with its layers' textures; null when it is not layered.</summary>
    internal ResourceSet? LayeredTextures;

    /// <summary>The level of detail in the camera's picture.</summary>
    internal int Level;

    /// <summary>How far that lies from full detail at most, metres in the world.</summary>
    internal float LevelError;

    /// <summary>The mesh's levels; null when only full detail is drawn.</summary>
    internal MeshDetail? Detail;

    /// <summary>The box around its whole mesh in the world where that is opaque and stands as it was modelled; else empty.</summary>
    internal BoundingBox RigidBounds;

    /// <summary>What the errors of the mesh's levels are in the frame.</summary>
    internal DetailScale DetailScale;

    internal bool InView;

    /// <summary>If it is blended, the rectangle around it in the image (<see cref="BlendedLayers.ImageBounds"/>).</summary>
    internal Vector4 ImageBounds;

    /// <summary>Planar depth of the middle of its box, metres.</summary>
    internal float ViewDepth;

    /// <summary>Offset of its <see cref="DrawRecord"/> for the camera.</summary>
    internal uint Record;

    /// <summary>Whether positions and frames lie in the frame's deformed vertices instead of the asset's.</summary>
    internal bool IsDeformed;

    internal uint PositionOffset;
    internal uint FrameOffset;

    /// <summary>Offset of its <see cref="LayerRecord"/>, if it is layered and in view.</summary>
    internal uint LayerRecord;

    internal readonly bool IsBlended => Material.AlphaMode == AlphaMode.Blend;

    /// <summary>
    /// Whether it keeps light from what is behind: not if its model says so, and not if most light passes (as a blended surface counts
    /// from an alpha of one half).
    /// </summary>
    internal readonly bool CastsShadow => Model.CastsShadow
        && !(IsBlended && Material.BaseColorFactor.W < 0.5f) && !(IsTransmissive && Material.TransmissionFactor >= 0.5f);

    /// <summary>Whether a level shows no backs to whoever is outside, and so nothing is lost when they are left out.</summary>
    internal readonly bool HidesBacks(LevelOfDetail level) => !RigidBounds.IsEmpty && Detail!.IsSolid(level);

    internal readonly bool IsLayered => (Look & SurfaceLook.Layered) != 0;

    internal readonly bool IsTransmissive => (Look & SurfaceLook.Transmission) != 0;
}

using SynthRender.Rendering.Drawing;

namespace SynthRender.Rendering.Decals;

/// <summary>A decal that may be seen, ready to be drawn.</summary>
/// <param name="Look">Which textures it has.</param>
/// <param name="Textures">Those.</param>
/// <param name="Record">Offset of its <see cref="DecalRecord"/>.</param>
internal readonly record struct DecalItem(SurfaceLook Look, ResourceSet Textures, uint Record);

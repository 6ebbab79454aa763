namespace SynthRender.Rendering.Lighting;

/// <summary>A caster in a shadow map.</summary>
/// <param name="View">Index of the shadow view.</param>
/// <param name="Item">Index of the draw item.</param>
/// <param name="Record">Offset of its draw record for this view.</param>
internal readonly record struct ShadowDraw(int View, int Item, uint Record);

namespace SynthRender.Rendering.Lighting;

/// <summary>A caster in a shadow map.</summary>
/// <param name="Tile">Index of the view's tile.</param>
/// <param name="Item">Index of the draw item.</param>
/// <param name="Record">Offset of its draw record for this view.</param>
/// <param name="Level">Its level of detail in this view.</param>
/// <param name="HidesBacks">Whether only the fronts of its triangles can be met by light.</param>
internal readonly record struct ShadowDraw(int Tile, int Item, uint Record, int Level, bool HidesBacks);

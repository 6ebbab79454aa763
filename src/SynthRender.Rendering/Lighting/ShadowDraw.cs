namespace SynthRender.Rendering.Lighting;

/// <summary>A caster in a shadow map.</summary>
/// <param name="Layer">Layer of the shadow maps.</param>
/// <param name="Item">Index of the draw item.</param>
/// <param name="Record">Offset of its draw record for this layer.</param>
/// <param name="Level">Its level of detail in this layer.</param>
internal readonly record struct ShadowDraw(int Layer, int Item, uint Record, int Level);

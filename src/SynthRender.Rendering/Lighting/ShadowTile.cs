namespace SynthRender.Rendering.Lighting;

/// <summary>Where a view lies in the shadow maps: a square of a layer. Lengths are parts of the layer's side.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Left">From the layer's left side; a whole number of texels.</param>
/// <param name="Top">From its top; likewise.</param>
/// <param name="Side">Its own side.</param>
internal readonly record struct ShadowTile(int Layer, float Left, float Top, float Side);

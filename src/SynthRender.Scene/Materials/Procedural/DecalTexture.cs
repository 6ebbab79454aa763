namespace SynthRender.Materials;

/// <summary>
/// A procedural texture that covers its tile in part: its base colour has an alpha, which is 0 along the edges. For decals
/// (<see cref="Decal.Of(DecalTexture)"/>); on a material of a model its alpha does not count.
/// </summary>
public abstract record DecalTexture : ProceduralTexture
{
    private protected DecalTexture()
    {
    }
}

using SynthRender.Assets;

namespace SynthRender.Frames;

/// <summary>What the errors of a mesh's levels are in a frame, where the mesh is scaled, skinned and morphed.</summary>
/// <param name="Stretch">Metres of the world for a metre on the mesh at most.</param>
/// <param name="Apart">
/// How much farther than in the poses in which errors were measured two joints carry apart what both of them move, metres of the world.
/// </param>
public readonly record struct DetailScale(float Stretch, float Apart)
{
    /// <summary>How far a level's surface lies from full detail at most, metres of the world.</summary>
    public float SurfaceMetres(LevelOfDetail level) => Stretch * level.Errors.SurfaceMetres + Apart * level.Errors.WeightShift;
}

using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Meshing;

namespace SynthRender.Modeling.Gltf;

/// <summary>What a morph adds to each vertex of a surface.</summary>
/// <param name="Positions">Metres.</param>
/// <param name="Normals">Differences of unit normals.</param>
internal sealed record MorphDeltas(Vector3[] Positions, Vector3[] Normals)
{
    /// <summary>Whether anything moves.</summary>
    public bool Any => Positions.Any(p => p != Vector3.Zero);

    public static MorphDeltas Of(BuiltSurface surface, ModelMorph morph)
    {
        var solid = surface.Solid;
        var rest = surface.Closed;
        var normals = rest.FaceWeightedNormals();
        var moved = new Vector3[rest.Positions.Length];
        var target = morph.Target.GetValueOrDefault(solid.Name);
        for (var v = 0; v < moved.Length; v++)
        {
            moved[v] = morph.Move(new MorphPoint(rest.Positions[v], normals[v], solid.Name));
            if (target is not null)
                moved[v] = target.Project(moved[v], solid.Cell * 20f, solid.Cell * 0.5f);
        }

        var after = (rest with { Positions = moved }).FaceWeightedNormals();
        return new MorphDeltas(
            [.. surface.Source.Select(v => moved[v] - rest.Positions[v])],
            [.. surface.Source.Select(v => moved[v] == rest.Positions[v] ? Vector3.Zero : after[v] - normals[v])]);
    }
}

using System.Numerics;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Building;

/// <summary>One closed surface of a model, described in the model's rest frame (metres, +Y up, front toward +Z).</summary>
public sealed record Solid
{
    /// <summary>Its name, unique in the model.</summary>
    public required string Name { get; init; }

    /// <summary>The material it is drawn with.</summary>
    public required string Material { get; init; }

    /// <summary>Its shape.</summary>
    public required Field Field { get; init; }

    /// <summary>A calmer shape for the mesh, within two cells of <see cref="Field"/>, which then shows in the normals; null for the same.</summary>
    public Field? MeshField { get; init; }

    /// <summary>Its colour and finish.</summary>
    public required Func<SurfacePoint, SurfaceLook> Look { get; init; }

    /// <summary>Fine height in metres that shows in the normals only.</summary>
    public Func<Vector3, float>? Relief { get; init; }

    /// <summary>Edge of a mesher's cell, metres: about half the smallest feature to keep.</summary>
    public required float Cell { get; init; }

    /// <summary>How many triangles it gets.</summary>
    public required int Triangles { get; init; }

    /// <summary>The node it is fixed to, or null when <see cref="Flesh"/> moves it.</summary>
    public string? Node { get; init; }

    /// <summary>The bones that move it, or null when it is fixed to <see cref="Node"/>.</summary>
    public Flesh? Flesh { get; init; }

    /// <summary>Texels per metre, relative to the other solids.</summary>
    public float Density { get; init; } = 1f;

    /// <summary>Whether large flat faces decide the normals (machined parts) or the field does (grown things).</summary>
    public bool Hard { get; init; }

    /// <summary>Size of the edges and grooves that a look sees as convexity, metres; twice the cell when 0.</summary>
    public float WearScale { get; init; }
}

namespace SynthRender.Assets;

/// <summary>
/// By how much a level of detail may differ from full detail in what is drawn, at most. Lengths are metres in the mesh's own frame; all
/// are 0 for full detail.
/// </summary>
public readonly record struct LevelErrors
{
    /// <summary>
    /// How far the level's surface lies from that of full detail, either way. Measured in the rest shape, with each morph target at 1, and
    /// with the joints turned.
    /// </summary>
    public float SurfaceMetres { get; init; }

    /// <summary>How far what the first UV set places slips along the surface.</summary>
    public float Slip0Metres { get; init; }

    /// <summary>How far what the second UV set places slips along the surface.</summary>
    public float Slip1Metres { get; init; }

    /// <summary>How far, on the surface, a wrong vertex colour (by more than one step in a hundred as displayed) is from a right one.</summary>
    public float ColorMetres { get; init; }

    /// <summary>How far, on the surface, a wrong vertex alpha (by more than a thousandth) is from a right one.</summary>
    public float AlphaMetres { get; init; }

    /// <summary>
    /// How high a relief would have to be to look like the wrong normals: the greatest product of an angle, in radians, and how far a normal
    /// that is wrong by more than it is from one that is not.
    /// </summary>
    public float ReliefMetres { get; init; }

    /// <summary>Which part of a vertex' weights, 0 to 1, goes to other joints: so far of their way a point lags behind when these move apart.</summary>
    public float WeightShift { get; init; }

    /// <summary>The larger of each.</summary>
    public static LevelErrors Max(in LevelErrors a, in LevelErrors b) => new()
    {
        SurfaceMetres = MathF.Max(a.SurfaceMetres, b.SurfaceMetres),
        Slip0Metres = MathF.Max(a.Slip0Metres, b.Slip0Metres),
        Slip1Metres = MathF.Max(a.Slip1Metres, b.Slip1Metres),
        ColorMetres = MathF.Max(a.ColorMetres, b.ColorMetres),
        AlphaMetres = MathF.Max(a.AlphaMetres, b.AlphaMetres),
        ReliefMetres = MathF.Max(a.ReliefMetres, b.ReliefMetres),
        WeightShift = MathF.Max(a.WeightShift, b.WeightShift),
    };
}

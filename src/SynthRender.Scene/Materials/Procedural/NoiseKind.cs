namespace SynthRender.Materials;

/// <summary>What a <see cref="NoiseTexture"/> is made of. The numbers are the shader's.</summary>
public enum NoiseKind
{
    /// <summary>Random values on a lattice, blended.</summary>
    Value,

    /// <summary>Perlin's gradient noise.</summary>
    Gradient,

    /// <summary>Simplex noise.</summary>
    Simplex,

    /// <summary>Five octaves of gradient noise (fBm).</summary>
    Fractal,

    /// <summary>Octaves folded into sharp crests.</summary>
    Ridged,

    /// <summary>Fractal noise whose coordinates are moved by fractal noise.</summary>
    Warped,

    /// <summary>Octaves folded into round swellings.</summary>
    Billows,
}

namespace SynthRender.Rendering.Environments;

/// <summary>What an environment is made by; each but <see cref="None"/> has its shaders, capture_*.frag and background_*.frag.</summary>
internal enum EnvironmentKind
{
    /// <summary>A gradient, which needs no map.</summary>
    None,
    Image,
    Sky,
    Studio,
    Theatre,
    Forest,
}

namespace SynthRender.Materials;

/// <summary>How the threads of a <see cref="FabricTexture"/> cross. The numbers are the shader's.</summary>
public enum FabricWeave
{
    /// <summary>Over one, under one.</summary>
    Plain,

    /// <summary>Over two, under two, one further in each row: denim.</summary>
    Twill,

    /// <summary>Two threads together: canvas.</summary>
    Basket,
}

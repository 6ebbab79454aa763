namespace SynthRender.Rendering;

/// <summary>What a renderer may use of its device.</summary>
public sealed record FrameRendererOptions
{
    private readonly int _framesInFlight = 2;
    private readonly int _blendedLayers = 8;
    private readonly int _shadowMapSize = 1024;
    private readonly int _proceduralTextureSize = 512;
    private readonly int _proceduralTextures = 32;
    private readonly long _geometryBudgetBytes = 1L << 30;
    private readonly long _textureBudgetBytes = 1L << 30;

    /// <summary>Frames that may be submitted and not yet collected, 1 to 8.</summary>
    public int FramesInFlight { get => _framesInFlight; init => _framesInFlight = Within(value, 1, 8, nameof(FramesInFlight)); }

    /// <summary>Side of a shadow map in texels, 64 to 8192.</summary>
    public int ShadowMapSize { get => _shadowMapSize; init => _shadowMapSize = Within(value, 64, 8192, nameof(ShadowMapSize)); }

    /// <summary>
    /// Surfaces with alpha BLEND, one behind the other in a pixel, that are put in exact order, 1 to 64, counted from the farthest; what
    /// is nearer than these is drawn in the order of its primitives' distance. Frames draw only as many layers as their primitives can have.
    /// </summary>
    public int BlendedLayers { get => _blendedLayers; init => _blendedLayers = Within(value, 1, 64, nameof(BlendedLayers)); }

    /// <summary>Side of a texture made on the device, texels: a power of two, 64 to 4096.</summary>
    public int ProceduralTextureSize
    {
        get => _proceduralTextureSize;
        init => _proceduralTextureSize = System.Numerics.BitOperations.IsPow2(value)
            ? Within(value, 64, 4096, nameof(ProceduralTextureSize))
            : throw new ArgumentOutOfRangeException(nameof(ProceduralTextureSize), value, "ProceduralTextureSize is a power of two.");
    }

    /// <summary>
    /// Textures made on the device that are kept, 1 to 1024; a frame that shows more has more. Each takes 16 bytes a texel.
    /// </summary>
    public int ProceduralTextures { get => _proceduralTextures; init => _proceduralTextures = Within(value, 1, 1024, nameof(ProceduralTextures)); }

    /// <summary>Bytes of meshes kept on the device; beyond it, those unused for longest are given back after a frame.</summary>
    public long GeometryBudgetBytes { get => _geometryBudgetBytes; init => _geometryBudgetBytes = NotNegative(value, nameof(GeometryBudgetBytes)); }

    /// <summary>Bytes of textures kept on the device; beyond it, those unused for longest are given back after a frame.</summary>
    public long TextureBudgetBytes { get => _textureBudgetBytes; init => _textureBudgetBytes = NotNegative(value, nameof(TextureBudgetBytes)); }

    /// <summary>
    /// Whether ids and depth near outlines are decided again exactly (<see cref="Coverage.CoverageRefiner"/>). Without it they are
    /// as the device's grid has them, up to 0.003 pixel beside the truth: some pixels in a frame. It costs about 2 ms of one core
    /// for 100,000 triangles.
    /// </summary>
    public bool ExactCoverage { get; init; } = true;

    /// <summary>Whether edges of surfaces are smoothed (<see cref="Smoothing.EdgeSmoothing"/>); ids and depth never are.</summary>
    public bool Smoothing { get; init; } = true;

    /// <summary>
    /// Whether meshes are drawn with fewer triangles where that moves nothing in the image by more than half a pixel
    /// (<see cref="SynthRender.Frames.DetailSelection"/>).
    /// </summary>
    public bool LevelsOfDetail { get; init; } = true;

    /// <summary>Whether the device layer orders writes before reads; false makes the renderer wait between them.</summary>
    internal bool OrdersWrites { get; init; } = Devices.RenderDevices.OrdersWrites;

    private static int Within(int value, int low, int high, string name) => value >= low && value <= high
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is {low} to {high}.");

    private static long NotNegative(long value, string name) => value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is a number of bytes, 0 or more.");
}

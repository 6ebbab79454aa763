using SynthRender.Frames;

namespace SynthRender.Datasets.Labelers;

/// <summary>Stores planar depth with every image (depth/000000.png or .npy).</summary>
public sealed class DepthLabeler : CameraLabeler
{
    /// <inheritdoc/>
    public override string Id => "depth";

    /// <summary>How depth is stored.</summary>
    public DepthFormat Format { get; init; } = DepthFormat.Png;

    /// <summary>What 1 stands for in a PNG, above 0; a millimetre by default, which reaches to 65.5 m.</summary>
    public float MetresPerUnit { get; init; } = 1e-3f;

    /// <inheritdoc/>
    public override FrameLabel Label(RenderedFrame frame) => new DepthLabel(Format, MetresPerUnit);
}

using System.Collections.Immutable;
using SynthRender.Datasets.Images;
using SynthRender.Datasets.Labelers;

namespace SynthRender.Datasets.Writers.Coco;

/// <summary>What <see cref="CocoWriter"/> may do in more than one way.</summary>
public sealed record CocoOptions
{
    /// <summary>How images are stored; lossless by default.</summary>
    public ImageFormat ImageFormat { get; init; } = ImageFormat.Png;

    /// <summary>1 to 100 for JPEG and WebP; null makes JPEG of quality 95 and lossless WebP.</summary>
    public int? ImageQuality { get; init; }

    /// <summary>How masks are stored.</summary>
    public CocoSegmentation Segmentation { get; init; } = CocoSegmentation.RunLengths;

    /// <summary>Objects with fewer visible pixels are left out of the annotations; 1 keeps all that show.</summary>
    public int MinimumVisiblePixels { get; init; } = 1;

    /// <summary>Fixes category ids. By default the categories of the description are numbered in ordinal order.</summary>
    public IdLabelConfig? CategoryIds { get; init; }

    /// <summary>
    /// True joins the keypoints of a category's objects by name when they differ: the category has all of them, and an object has flag 0 for
    /// those that it lacks. By default such objects are an error.
    /// </summary>
    public bool MergeKeypoints { get; init; }

    /// <summary>
    /// OKS sigmas by category, one per keypoint. Written into the category as "sigmas", which COCO does not have; without an entry
    /// people in COCO's order get COCO's own, others <see cref="CocoSigmas.Default"/> for every keypoint.
    /// </summary>
    public ImmutableDictionary<string, ImmutableArray<float>> Sigmas { get; init; } =
        ImmutableDictionary<string, ImmutableArray<float>>.Empty;

    /// <summary>Forces every image to disk before it appears, against power cuts. Killing the process loses nothing without it.</summary>
    public bool Durable { get; init; }
}

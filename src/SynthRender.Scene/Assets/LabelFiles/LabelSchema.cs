using SynthRender.Assets.Json;
using static SynthRender.Assets.Json.Shape;

namespace SynthRender.Assets.LabelFiles;

/// <summary>What the `synthrender` object must look like; docs/labels.md says what its members mean.</summary>
internal static class LabelSchema
{
    private static readonly Shape Name = NonEmptyText;

    private static readonly Shape Pair = List(Name, 2, 2);

    private static readonly Shape Keypoint = ClosedObject(
        ("name!", Name), ("node", Text), ("offset", Numbers(3)), ("mesh", Text), ("primitive", Integer()), ("vertex", Integer()),
        ("self_occlusion_m", Number(0)));

    private static readonly Shape Joint = ClosedObject(
        ("node!", Text), ("type!", OneOf("revolute", "prismatic", "ball")), ("axis", Numbers(3)),
        ("lower_deg", Anything), ("upper_deg", Anything), ("lower_m", Number()), ("upper_m", Number()));

    private static readonly Shape Override = ClosedObject(
        ("baseColorFactor", Numbers(4, 0, 1)), ("metallicFactor", Number(0, 1)), ("roughnessFactor", Number(0, 1)), ("emissiveFactor", Numbers(3, 0)));

    /// <summary>The object.</summary>
    public static Shape Labels { get; } = ClosedObject(
        ("category!", Name),
        ("supercategory", Text),
        ("size_m", Numbers(3, 1e-9)),
        ("keypoints", List(Keypoint)),
        ("skeleton", List(Pair)),
        ("symmetric_pairs", List(Pair)),
        ("symmetries", ClosedObject(
            ("continuous", List(ClosedObject(("axis!", Numbers(3)), ("offset", Numbers(3))))),
            ("discrete", List(Numbers(16))))),
        ("joints", List(Joint)),
        ("parts", List(ClosedObject(("name!", Name), ("nodes!", List(Text, 1))))),
        ("variants", List(ClosedObject(("name!", Name), ("materials!", Map(Override))))));
}

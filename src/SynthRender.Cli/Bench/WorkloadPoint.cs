using System.Text.Json.Serialization;

namespace SynthRender.Cli.Bench;

/// <summary>The lamp of a frame.</summary>
internal sealed record WorkloadPoint(
    [property: JsonPropertyName("position")] float[] Position,
    [property: JsonPropertyName("radius")] float Radius,
    [property: JsonPropertyName("power_w")] float Power,
    [property: JsonPropertyName("color")] float[] Color);

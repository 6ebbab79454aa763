using System.Text.Json.Serialization;

namespace SynthRender.Cli.Bench;

/// <summary>The camera of a frame.</summary>
internal sealed record WorkloadCamera(
    [property: JsonPropertyName("matrix")] float[][] Matrix,
    [property: JsonPropertyName("hfov_deg")] float HorizontalFovDegrees,
    [property: JsonPropertyName("near")] float Near,
    [property: JsonPropertyName("far")] float Far);

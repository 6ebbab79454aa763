using System.Text.Json.Serialization;

namespace SynthRender.Cli.Bench;

/// <summary>One frame of a workload.</summary>
internal sealed record WorkloadFrame(
    [property: JsonPropertyName("objects")] IReadOnlyList<WorkloadObject> Objects,
    [property: JsonPropertyName("ground_color")] float[] GroundColor,
    [property: JsonPropertyName("camera")] WorkloadCamera Camera,
    [property: JsonPropertyName("sun")] WorkloadSun Sun,
    [property: JsonPropertyName("point")] WorkloadPoint Point,
    [property: JsonPropertyName("ambient")] float[] Ambient);

using System.Text.Json.Serialization;

namespace SynthRender.Cli.Bench;

/// <summary>An object in a frame.</summary>
internal sealed record WorkloadObject(
    [property: JsonPropertyName("glb")] string Model,
    [property: JsonPropertyName("matrix")] float[][] Matrix,
    [property: JsonPropertyName("base_color")] float[] BaseColor,
    [property: JsonPropertyName("roughness")] float Roughness);

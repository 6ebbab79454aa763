using System.Text.Json.Serialization;

namespace SynthRender.Cli.Bench;

/// <summary>The square on which the objects stand.</summary>
internal sealed record WorkloadGround([property: JsonPropertyName("half_size")] float HalfSize);

using System.Text.Json.Serialization;

namespace SynthRender.Cli.Bench;

/// <summary>The sun of a frame.</summary>
internal sealed record WorkloadSun(
    [property: JsonPropertyName("to_sun")] float[] ToSun,
    [property: JsonPropertyName("irradiance_w_m2")] float Irradiance,
    [property: JsonPropertyName("angle_rad")] float AngularDiameter);

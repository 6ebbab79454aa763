using System.Numerics;

namespace SynthRender.Rendering.Environments;

/// <summary>Which way something stands that faces the viewer from a direction.</summary>
/// <param name="Towards">Unit vector towards its middle, in the environment's axes.</param>
/// <param name="Right">Unit vector to its right, as the viewer sees it.</param>
internal readonly record struct EnvironmentAxes(Vector3 Towards, Vector3 Right)
{
    /// <param name="azimuth">Radians; 0 is +Z, π/2 +X.</param>
    /// <param name="elevation">Radians above the horizon.</param>
    /// <param name="roll">Turn about the line to it, radians.</param>
    internal static EnvironmentAxes At(float azimuth, float elevation, float roll = 0)
    {
        var (sinAzimuth, cosAzimuth) = MathF.SinCos(azimuth);
        var (sinElevation, cosElevation) = MathF.SinCos(elevation);
        var towards = new Vector3(cosElevation * sinAzimuth, sinElevation, cosElevation * cosAzimuth);
        var right = new Vector3(-cosAzimuth, 0, sinAzimuth);
        var up = Vector3.Cross(right, towards);
        return new EnvironmentAxes(towards, MathF.Cos(roll) * right + MathF.Sin(roll) * up);
    }
}

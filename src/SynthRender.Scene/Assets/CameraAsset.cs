namespace SynthRender.Assets;

/// <summary>A camera in a file; perspective or orthographic, as glTF has it.</summary>
/// <param name="Name">The glTF name, or "cameras[i]".</param>
/// <param name="VerticalFov">Full vertical field of view in radians, or null for an orthographic camera.</param>
/// <param name="AspectRatio">Width over height, or null when the file leaves it to the image.</param>
/// <param name="HalfHeight">Half the height seen by an orthographic camera, metres; null for a perspective one.</param>
/// <param name="Near">Metres.</param>
/// <param name="Far">Metres, may be infinite.</param>
public sealed record CameraAsset(string Name, float? VerticalFov, float? AspectRatio, float? HalfHeight, float Near, float Far);

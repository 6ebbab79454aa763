namespace SynthRender;

/// <summary>Readable numbers for scene files. Inside the engine angles are radians and lengths are metres.</summary>
public static class Units
{
    /// <summary>An angle given in degrees, as radians.</summary>
    public static float Degrees(float degrees) => degrees * (MathF.PI / 180f);

    /// <summary>A length given in millimetres, as metres.</summary>
    public static float Millimetres(float millimetres) => millimetres * 1e-3f;

    /// <summary>A length given in centimetres, as metres.</summary>
    public static float Centimetres(float centimetres) => centimetres * 1e-2f;
}

using SynthRender.Environments;
using SynthRender.Frames;
using SynthRender.Lights;

namespace SynthRender.Rendering;

/// <summary>How much one frame may hold.</summary>
public static class FrameLimits
{
    /// <summary>Lights of a frame.</summary>
    public const int Lights = 128;

    /// <summary>
    /// Shadow views of all lights of a frame together: one for most lights, six for a light amid what casts shadows. Where texels would
    /// look large a light takes up to three more, and a wide panel or ring up to 32 in all, while fewer than half of the views are
    /// taken. How many a frame needs is known when it is drawn.
    /// </summary>
    public const int ShadowViews = 256;

    /// <summary>
    /// What a frame asks for that cannot be drawn, as far as that is known without a device; null when it is nothing.
    /// <see cref="FrameRenderer.Submit"/> refuses such a frame with the same words.
    /// </summary>
    public static string? Excess(FrameSnapshot snapshot)
    {
        if (snapshot.Lights.Length > Lights) return $"{snapshot.Lights.Length} lights are on; {Lights} is the most a frame can have. Leave some out.";
        foreach (var light in snapshot.Lights)
        {
            if (light.Light is not (DirectionalLight or PointLight or SpotLight or RectangleLight or RingLight))
                return $"There is a {light.Light.GetType().Name}; directional, point, spot, rectangle and ring lights can be drawn.";
        }

        return null;
    }
}

namespace SynthRender.Rendering.Lighting;

/// <summary>The shadow of a light in a frame's plan.</summary>
/// <param name="FirstView">Index of its first shadow view, or −1 when nothing can throw a shadow into the picture.</param>
/// <param name="Views">Number of views; −6 for the faces of a cube.</param>
/// <param name="Group">The code that reads it.</param>
internal readonly record struct LightShadow(int FirstView, int Views, LightGroups Group)
{
    internal static LightShadow None { get; } = new(-1, 0, LightGroups.Open);
}

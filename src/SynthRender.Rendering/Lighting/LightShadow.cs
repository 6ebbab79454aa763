namespace SynthRender.Rendering.Lighting;

/// <summary>The shadow of a light in a frame's plan.</summary>
/// <param name="FirstView">Index of its first shadow view, or −1 when nothing can throw a shadow into the picture.</param>
/// <param name="Views">
/// Number of a sun's views. Of other lights eight times the number of views that are fitted to what is seen, and 1 for the view that holds
/// all casters, or 6 for a cube's faces, and then less than 0. Of a split light four times the number of its parts, and a part's views.
/// </param>
/// <param name="Group">The code that reads it.</param>
internal readonly record struct LightShadow(int FirstView, int Views, LightGroups Group)
{
    internal static LightShadow None { get; } = new(-1, 0, LightGroups.Open);
}

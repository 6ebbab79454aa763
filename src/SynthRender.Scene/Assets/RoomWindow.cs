namespace SynthRender.Assets;

/// <summary>An opening in a room's wall, metres.</summary>
/// <param name="Width">Extent across, above 0.</param>
/// <param name="Height">Extent upwards, above 0.</param>
/// <param name="Sill">From the floor to its lower edge, above 0.</param>
/// <param name="X">Its middle, from the middle of the wall towards +X.</param>
/// <param name="Depth">Thickness of the wall, which its sides show, above 0.</param>
public sealed record RoomWindow(float Width, float Height, float Sill = 0.9f, float X = 0, float Depth = 0.25f)
{
    internal void CheckInside(float wallWidth, float wallHeight)
    {
        if (!(Width > 0 && Height > 0 && Depth > 0) || !float.IsFinite(Depth)
            || !(Sill > 0 && Sill + Height < wallHeight && MathF.Abs(X) + Width / 2 < wallWidth / 2))
            throw new ArgumentException($"{this} does not lie inside a wall of {wallWidth} m by {wallHeight} m.");
    }
}

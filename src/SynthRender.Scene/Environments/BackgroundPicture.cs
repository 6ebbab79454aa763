using System.Numerics;
using SynthRender.Materials;

namespace SynthRender.Environments;

/// <summary>
/// A picture behind everything, fixed to the image of the camera: it fills the image, keeps its proportions and is cut where it is too long.
/// It is seen where there is no surface, and through clear ones; it lights nothing and is not reflected.
/// </summary>
/// <param name="Image">sRGB; its alpha does not count.</param>
public sealed record BackgroundPicture(TextureImage Image)
{
    private readonly Vector2 _position = new(0.5f);
    private readonly float _zoom = 1;
    private readonly float _blur;
    private readonly float _gain = 1;

    /// <summary>Which part is seen of what is cut off: (0, 0) the top left of the picture, (1, 1) the bottom right, (½, ½) its middle.</summary>
    public Vector2 Position
    {
        get => _position;
        init => _position = value is { X: >= 0 and <= 1, Y: >= 0 and <= 1 }
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Position), value, "A position in what is cut off lies from 0 to 1 each way.");
    }

    /// <summary>How much larger than needed to fill the image it is drawn, 1 or more.</summary>
    public float Zoom
    {
        get => _zoom;
        init => _zoom = value >= 1 && float.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Zoom), value, "A zoom is 1 or more.");
    }

    /// <summary>True swaps left and right.</summary>
    public bool Flipped { get; init; }

    /// <summary>Standard deviation of a blur, about a quarter either way, as a share of the image's height, 0 to 0.1.</summary>
    public float Blur
    {
        get => _blur;
        init => _blur = value is >= 0 and <= 0.1f ? value : throw new ArgumentOutOfRangeException(nameof(Blur), value, "A blur lies from 0 to 0.1.");
    }

    /// <summary>The radiance of its white, 0 or more: at an exposure of 1, without a tone curve, 1 shows the picture as it is.</summary>
    public float Gain
    {
        get => _gain;
        init => _gain = value >= 0 && float.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Gain), value, "A gain is 0 or more.");
    }

    /// <summary>The part of the picture that fills an image, in shares of the picture from its top left.</summary>
    /// <param name="width">Of the image, pixels.</param>
    /// <param name="height">Of the image, pixels.</param>
    /// <returns>The top left corner and the extent; a flipped picture starts at its right and has a negative width.</returns>
    public (Vector2 Corner, Vector2 Extent) PartFor(int width, int height)
    {
        var proportion = (float)width * Image.Height / ((float)height * Image.Width);
        var extent = (proportion < 1 ? new Vector2(proportion, 1) : new Vector2(1, 1 / proportion)) / Zoom;
        var corner = (Vector2.One - extent) * Position;
        return Flipped ? (corner with { X = corner.X + extent.X }, extent with { X = -extent.X }) : (corner, extent);
    }
}

namespace SynthRender.Datasets.Overlay;

/// <summary>What a contact sheet shows.</summary>
public sealed record ContactSheetOptions
{
    /// <summary>At most so many images, spread evenly over the dataset; 1 or more.</summary>
    public int MaxImages { get; init; } = 24;

    /// <summary>Width of an image on the sheet in pixels, 64 to 4096.</summary>
    public int TileWidth { get; init; } = 480;

    /// <summary>Images side by side; 0 chooses so that the sheet is about 16:10.</summary>
    public int Columns { get; init; }
}

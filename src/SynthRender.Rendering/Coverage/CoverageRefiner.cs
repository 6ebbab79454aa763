using SynthRender.Frames;

namespace SynthRender.Rendering.Coverage;

/// <summary>
/// Makes the ids of a rasterised frame exact. Devices round vertices to a grid of 1/256 pixel before they decide which pixels a
/// triangle covers, so an outline may lie up to 0.003 pixel beside its true place, and a handful of pixels in a frame get the
/// wrong id. This looks for the pixels whose centres lie that near an outline, or where two instances' surfaces touch, and decides
/// them again in double precision from the snapshot. Colour is left alone: it is anti-aliased across the outline anyway.
/// </summary>
/// <remarks>
/// The rims of a cut-out's holes (a texture's alpha decides where it is) are not outlines, so they keep what the device drew: exact for a
/// point that lies within 1/256 pixel of the centre and an alpha within 0.02. Lines and points keep what was drawn too. Not safe for use
/// by several threads at once: each drawing thread has its own.
/// </remarks>
public sealed class CoverageRefiner
{
    // Vertices are rounded by at most half of 1/256 px in x and y each, 0.0028 px in all; the rest is for float rounding, in the
    // device's vertex transform and in the search here.
    internal const float ReachPixels = 0.01f;

    private readonly ScreenGeometry _geometry;
    private readonly PixelMarks _marks = new();

    /// <summary>Makes a refiner.</summary>
    /// <param name="levelsOfDetail">Whether the frames' meshes were drawn as <see cref="DetailSelection"/> says, or in full detail.</param>
    public CoverageRefiner(bool levelsOfDetail = true) => _geometry = new ScreenGeometry(levelsOfDetail);

    /// <summary>Corrects ids and the depth that goes with them, in place.</summary>
    /// <param name="snapshot">What was drawn.</param>
    /// <param name="instanceIds">Row-major from the top left, 0 for background.</param>
    /// <param name="depth">Planar depth in metres, +∞ where there is no surface.</param>
    /// <returns>How many pixels got another id.</returns>
    /// <exception cref="ArgumentException">A buffer does not have the camera's number of pixels.</exception>
    public int Refine(FrameSnapshot snapshot, Span<uint> instanceIds, Span<float> depth)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var (width, height) = (snapshot.Camera.Lens.Width, snapshot.Camera.Lens.Height);
        if (instanceIds.Length != width * height || depth.Length != width * height)
        {
            throw new ArgumentException(
                $"The camera's image has {width}×{height} pixels; got {instanceIds.Length} ids and {depth.Length} depths.", nameof(instanceIds));
        }

        var pinhole = new Pinhole(snapshot.Camera);
        _geometry.Build(snapshot, pinhole);
        return Refine(_geometry, pinhole, instanceIds, depth);
    }

    /// <summary>The same, from geometry that has been placed for the frame.</summary>
    internal int Refine(ScreenGeometry geometry, in Pinhole pinhole, Span<uint> instanceIds, Span<float> depth)
    {
        var (width, height) = (pinhole.Width, pinhole.Height);
        _marks.Clear(width, height);
        var outlines = new OutlineMarker(_marks, pinhole, depth, ReachPixels);
        new Outlines(geometry, pinhole).Show(creases: false, ref outlines);
        TouchMarker.MarkTouches(_marks, instanceIds, depth, width, height);
        new CandidateFinder(_marks, pinhole, ReachPixels).Find(geometry);
        var judge = new PixelJudge(_marks, geometry.Primitives, pinhole, instanceIds, depth);
        var corrected = 0;
        for (var slot = 0; slot < _marks.Count; slot++)
            if (judge.Judge(slot)) corrected++;
        return corrected;
    }
}

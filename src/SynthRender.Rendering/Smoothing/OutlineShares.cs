using System.Numerics;
using SynthRender.Rendering.Coverage;

namespace SynthRender.Rendering.Smoothing;

/// <summary>
/// How much of each pixel lies beyond an outline that runs through it, to which side: exact areas under straight lines, from the meshes'
/// edges (Persson, Geometric Post-process Anti-Aliasing, 2011, with areas in place of distances). Only outlines that are seen count:
/// the surface they bound must show on one side, and nothing nearer on the other.
/// </summary>
internal sealed class OutlineShares
{
    private readonly List<int> _pixels = [];
    private Vector4[] _shares = [];

    /// <summary>The pixels that have shares.</summary>
    internal List<int> Pixels => _pixels;

    /// <summary>What a pixel takes from its neighbours: left (x), right (y), above (z), below (w).</summary>
    internal Vector4 Of(int pixel) => _shares[pixel];

    internal void Find(ScreenGeometry geometry, in Pinhole pinhole, ReadOnlySpan<uint> ids, ReadOnlySpan<float> depth)
    {
        if (_shares.Length < ids.Length) _shares = new Vector4[ids.Length];
        foreach (var pixel in _pixels) _shares[pixel] = default;
        _pixels.Clear();
        var walker = new OutlineWalker(this, pinhole.Width, pinhole.Height, ids, depth);
        new Outlines(geometry, pinhole).Show(creases: true, ref walker);
    }

    /// <summary>Keeps the larger of two shares from the same side: neighbouring pieces of an outline meet in pixels.</summary>
    internal void Add(int pixel, int side, float share)
    {
        ref var shares = ref _shares[pixel];
        if (shares == default) _pixels.Add(pixel);
        shares[side] = MathF.Max(shares[side], share);
    }
}

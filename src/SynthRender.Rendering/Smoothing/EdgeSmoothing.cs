using System.Numerics;
using System.Runtime.InteropServices;
using SynthRender.Rendering.Coverage;

namespace SynthRender.Rendering.Smoothing;

/// <summary>
/// Anti-aliasing after the fact, in linear light; ids and depth stay. Along the outlines and sharp folds of meshes a pixel takes from
/// its neighbour the share of its area that lies beyond them (<see cref="OutlineWalker"/>). Where ids meet without an outline, at
/// cut-outs, points and lines and where models pass through each other, the staircase of ids tells (<see cref="Staircases"/>), and a
/// pixel keeps at least half of itself: what ids show, the picture shows. It runs on the CPU after read-back: only edge pixels cost
/// anything there, while a shader on the CPU driver would run for every pixel, and 4× multisampling doubles the frame.
/// </summary>
internal sealed class EdgeSmoothing
{
    // A straight edge leaves half of the pixel or more to the surface that its centre shows.
    private const float MostOfStairs = 0.5f;

    private readonly PixelShares _outlines = new();
    private readonly PixelShares _stairs = new();
    private readonly EdgeMap _edges = new();

    /// <summary>Smooths <paramref name="picture"/>, a copy of <paramref name="source"/>; both RGBA, 8 bits, sRGB.</summary>
    /// <param name="source">The picture as drawn.</param>
    /// <param name="sourcePitch">Bytes from a row of the source to the next.</param>
    /// <param name="picture">Rows without padding.</param>
    /// <param name="ids">The instance ids.</param>
    /// <param name="depth">Planar depth, metres.</param>
    /// <param name="geometry">The frame's meshes in the image.</param>
    /// <param name="pinhole">The camera.</param>
    internal void Smooth(
        ReadOnlySpan<byte> source,
        int sourcePitch,
        Span<byte> picture,
        ReadOnlySpan<uint> ids,
        ReadOnlySpan<float> depth,
        ScreenGeometry geometry,
        in Pinhole pinhole)
    {
        var (width, height) = (pinhole.Width, pinhole.Height);
        var image = new Image(MemoryMarshal.Cast<byte, uint>(source), sourcePitch / 4, MemoryMarshal.Cast<byte, uint>(picture), width);
        _outlines.Clear(width * height);
        var walker = new OutlineWalker(_outlines, width, height, ids[..(width * height)], depth);
        new Outlines(geometry, pinhole).Show(creases: true, ref walker);
        foreach (var pixel in _outlines.Pixels) image.Mix(pixel, Along(_outlines.Of(pixel)));

        _stairs.Clear(width * height);
        _edges.Find(ids, width, height);
        new Staircases(_edges, _stairs).Find();
        foreach (var pixel in _stairs.Pixels)
        {
            // Where an outline has told, it knows better.
            if (_outlines.Of(pixel) != default) continue;
            var shares = WithoutOutlines(_stairs.Of(pixel), pixel, width);
            if (shares != default) image.Mix(pixel, AtMost(shares, MostOfStairs));
        }
    }

    /// <summary>An outline near the diagonal is followed along both axes in turn; one of them tells.</summary>
    private static Vector4 Along(Vector4 shares) =>
        AtMost(shares * (shares.X + shares.Y >= shares.Z + shares.W ? new Vector4(1, 1, 0, 0) : new Vector4(0, 0, 1, 1)), 1);

    private static Vector4 AtMost(Vector4 shares, float most)
    {
        var sum = shares.X + shares.Y + shares.Z + shares.W;
        return sum > most ? shares * (most / sum) : shares;
    }

    /// <summary>What a pixel takes from neighbours about which no outline has told.</summary>
    private Vector4 WithoutOutlines(Vector4 shares, int pixel, int width)
    {
        if (shares.X > 0 && _outlines.Of(pixel - 1) != default) shares.X = 0;
        if (shares.Y > 0 && _outlines.Of(pixel + 1) != default) shares.Y = 0;
        if (shares.Z > 0 && _outlines.Of(pixel - width) != default) shares.Z = 0;
        if (shares.W > 0 && _outlines.Of(pixel + width) != default) shares.W = 0;
        return shares;
    }

    /// <summary>The picture as drawn, and the one that is being smoothed.</summary>
    private readonly ref struct Image(ReadOnlySpan<uint> source, int sourcePitch, Span<uint> picture, int width)
    {
        private readonly ReadOnlySpan<uint> _source = source;
        private readonly Span<uint> _picture = picture;

        /// <summary>Lets a pixel take shares of its four neighbours, 1 in all at most: never a colour beyond theirs and its own.</summary>
        internal void Mix(int pixel, Vector4 shares)
        {
            var (y, x) = Math.DivRem(pixel, width);
            var at = y * sourcePitch + x;
            var own = _source[at];
            var light = Light(own) * MathF.Max(1 - (shares.X + shares.Y + shares.Z + shares.W), 0);
            if (shares.X > 0) light += shares.X * Light(_source[at - 1]);
            if (shares.Y > 0) light += shares.Y * Light(_source[at + 1]);
            if (shares.Z > 0) light += shares.Z * Light(_source[at - sourcePitch]);
            if (shares.W > 0) light += shares.W * Light(_source[at + sourcePitch]);
            _picture[pixel] = SrgbTables.Encode(light.X) | (uint)SrgbTables.Encode(light.Y) << 8 | (uint)SrgbTables.Encode(light.Z) << 16 | (own & 0xff000000);
        }

        private static Vector3 Light(uint rgba) =>
            new(SrgbTables.Decode(rgba & 0xff), SrgbTables.Decode(rgba >> 8 & 0xff), SrgbTables.Decode(rgba >> 16 & 0xff));
    }
}

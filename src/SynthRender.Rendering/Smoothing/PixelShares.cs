using System.Numerics;

namespace SynthRender.Rendering.Smoothing;

/// <summary>What pixels take from their neighbours, as shares of a pixel: left (x), right (y), above (z), below (w). Most take nothing.</summary>
internal sealed class PixelShares
{
    private readonly List<int> _pixels = [];
    private Vector4[] _shares = [];

    /// <summary>The pixels that take something.</summary>
    internal List<int> Pixels => _pixels;

    internal Vector4 Of(int pixel) => _shares[pixel];

    /// <summary>Forgets all, for a picture of so many pixels.</summary>
    internal void Clear(int pixels)
    {
        if (_shares.Length < pixels) _shares = new Vector4[pixels];
        foreach (var pixel in _pixels) _shares[pixel] = default;
        _pixels.Clear();
    }

    /// <summary>Keeps the larger of two shares from the same side.</summary>
    /// <param name="pixel">Which takes.</param>
    /// <param name="side">0 left, 1 right, 2 above, 3 below.</param>
    /// <param name="share">0 to 1.</param>
    internal void Add(int pixel, int side, float share)
    {
        ref var shares = ref _shares[pixel];
        if (shares == default) _pixels.Add(pixel);
        shares[side] = MathF.Max(shares[side], share);
    }
}

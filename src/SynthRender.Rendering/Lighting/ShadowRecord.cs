using System.Numerics;
using System.Runtime.InteropServices;

namespace SynthRender.Rendering.Lighting;

/// <summary>A shadow view as the shaders read it (Shaders/frame.glsl).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ShadowRecord
{
    /// <summary>From camera-relative positions to texture coordinates, from the tile's corner, and depth.</summary>
    internal Matrix4x4 MapFromRelative;

    /// <summary>Metres a texel (at distance 1 for perspective views); the tile's left side; layer, or −1; widest filter, texture coordinates.</summary>
    internal Vector4 Texel;

    /// <summary>
    /// Depth's range: metres for parallel views, 1/near − 1/far for perspective ones; the tile's side; metres between levels of detail;
    /// the tile's top.
    /// </summary>
    internal Vector4 Depth;

    /// <summary>Where the light is, or its part that the view belongs to, relative to the camera.</summary>
    internal Vector4 Source;
}

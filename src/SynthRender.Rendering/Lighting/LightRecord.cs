using System.Numerics;
using System.Runtime.InteropServices;

namespace SynthRender.Rendering.Lighting;

/// <summary>A light as the shaders read it (Shaders/frame.glsl).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LightRecord
{
    /// <summary>Relative to the camera; w: 1/range, 0 for no end.</summary>
    internal Vector4 Position;

    /// <summary>Towards a directional light, along a spot light's axis; w: 0 directional, 1 point, 2 spot.</summary>
    internal Vector4 Direction;

    /// <summary>Irradiance or radiant intensity; w: the first shadow view, or −1.</summary>
    internal Vector4 Color;

    /// <summary>Scale and offset of a spot light's cosine; z: number of shadow views.</summary>
    internal Vector4 Cone;
}

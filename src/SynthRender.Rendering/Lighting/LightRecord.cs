using System.Numerics;
using System.Runtime.InteropServices;

namespace SynthRender.Rendering.Lighting;

/// <summary>A light as the shaders read it (Shaders/frame.glsl).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LightRecord
{
    /// <summary>Relative to the camera; w: 1/range, 0 for no end; of an area light the extent of its parts along its X, as a part of its own.</summary>
    internal Vector4 Position;

    /// <summary>Towards a directional light, along the axis of the others; w: 0 directional, 1 point, 2 spot, 3 rectangle or ring.</summary>
    internal Vector4 Direction;

    /// <summary>Irradiance, radiant intensity or radiance; w: the first shadow view, or −1.</summary>
    internal Vector4 Color;

    /// <summary>
    /// Scale and offset of a spot light's cosine; z: the shadow's views (<see cref="LightShadow.Views"/>); w: radius of a lamp, tangent of a sun's
    /// angular radius, inner by outer radius of a ring, −1 for a rectangle.
    /// </summary>
    internal Vector4 Cone;

    /// <summary>Of a rectangle or ring: half its extent along its X; w: 1 when both sides shine.</summary>
    internal Vector4 Right;

    /// <summary>Half its extent along its Y; w: the extent of its parts along that, as a part of its own.</summary>
    internal Vector4 Up;
}

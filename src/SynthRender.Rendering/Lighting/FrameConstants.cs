using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SynthRender.Rendering.Environments;

namespace SynthRender.Rendering.Lighting;

/// <summary>What all pixels of a frame share (Shaders/frame.glsl, std140).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct FrameConstants
{
    internal const int MaxLights = FrameLimits.Lights;

    /// <summary>Shadow views of all lights together.</summary>
    internal const int MaxShadowViews = FrameLimits.ShadowViews;

    internal Vector4 Ray;
    internal Vector4 RayPerX;
    internal Vector4 RayPerY;
    internal Vector4 AmbientMean;
    internal Vector4 AmbientSlope;
    internal Vector4 Background;
    internal Vector4 Occlusion;
    internal LightGroupEnds GroupEnds;
    internal LightRecords Lights;
    internal ShadowViews Shadows;
    internal Vector4 Environment;
    internal EnvironmentParameters EnvironmentParameters;

    /// <summary>One past the last light of each <see cref="LightGroups"/> bit, in their order.</summary>
    [InlineArray(16)]
    internal struct LightGroupEnds
    {
        private int _end;
    }

    [InlineArray(MaxLights)]
    internal struct LightRecords
    {
        private LightRecord _light;
    }

    [InlineArray(MaxShadowViews)]
    internal struct ShadowViews
    {
        private ShadowRecord _view;
    }
}

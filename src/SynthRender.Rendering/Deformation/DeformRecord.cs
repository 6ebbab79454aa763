using System.Runtime.InteropServices;

namespace SynthRender.Rendering.Deformation;

/// <summary>One primitive to morph and skin (Shaders/deform.comp, std140). Offsets are in 4-byte words.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DeformRecord
{
    internal uint VertexCount;
    internal uint Influences;
    internal uint TargetCount;

    /// <summary>First of the joints' matrices, three parameters each.</summary>
    internal uint FirstMatrix;
    internal uint SourcePositions;
    internal uint SourceFrames;
    internal uint SourceJoints;
    internal uint SourceWeights;
    internal uint ResultPositions;
    internal uint ResultFrames;

    /// <summary>First of the active morph targets, one parameter each.</summary>
    internal uint FirstTarget;
    internal uint Unused;
}

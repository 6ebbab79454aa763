using System.Numerics;
using SynthRender.Materials;

namespace SynthRender.Frames;

/// <summary>A decal in a frozen frame.</summary>
/// <param name="Decal">What it looks like.</param>
/// <param name="WorldFromDecal">Maps the metres in which its size is given to the world; can be inverted.</param>
/// <param name="Model">Index in <see cref="FrameSnapshot.Models"/> of the one model that it lies on, or −1 for every surface in its box.</param>
public sealed record FrameDecal(Decal Decal, Matrix4x4 WorldFromDecal, int Model);

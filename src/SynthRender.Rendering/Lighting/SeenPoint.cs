using System.Numerics;

namespace SynthRender.Rendering.Lighting;

/// <summary>A place where a surface is seen.</summary>
/// <param name="Position">In the world.</param>
/// <param name="Pixel">What a pixel shows there, metres across.</param>
/// <param name="Patch">How far around it the surface may be seen, too, metres.</param>
internal readonly record struct SeenPoint(Vector3 Position, float Pixel, float Patch);

using System.Numerics;

namespace SynthRender.Rendering.Coverage;

/// <summary>Is shown the outlines of a frame's surfaces, piece by piece.</summary>
internal interface IOutlineVisitor
{
    /// <summary>A straight piece, cut to the image and a border around it.</summary>
    /// <param name="from">Image x, image y, depth.</param>
    /// <param name="to">Image x, image y, depth.</param>
    /// <param name="inside">A place on the surface's side of the piece.</param>
    /// <param name="primitive">Whose surface ends or folds there.</param>
    void Visit(Vector4 from, Vector4 to, Vector2 inside, DrawnPrimitive primitive);
}

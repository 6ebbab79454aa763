using System.Numerics;
using SynthRender.Graph;

namespace SynthRender.Rendering.Drawing;

/// <summary>What a clip-space matrix lets through, to leave out what cannot be seen.</summary>
internal static class ViewVolume
{
    /// <summary>
    /// False when all corners of a box lie outside one clip plane. With <paramref name="anyDepth"/> only the four sides count (a
    /// shadow caster before the near plane still casts).
    /// </summary>
    internal static bool MayShow(BoundingBox box, in Matrix4x4 clipFromBox, bool anyDepth = false)
    {
        if (box.IsEmpty) return false;
        int left = 0, right = 0, bottom = 0, top = 0, near = 0, far = 0;
        for (var i = 0; i < 8; i++)
        {
            var corner = new Vector3((i & 1) == 0 ? box.Min.X : box.Max.X, (i & 2) == 0 ? box.Min.Y : box.Max.Y, (i & 4) == 0 ? box.Min.Z : box.Max.Z);
            var clip = Vector4.Transform(corner, clipFromBox);
            // Room for rounding, so that nothing whose edge touches the border is lost.
            var slack = 1e-5f * (MathF.Abs(clip.X) + MathF.Abs(clip.Y) + MathF.Abs(clip.Z) + MathF.Abs(clip.W));
            if (clip.X < -clip.W - slack) left++;
            if (clip.X > clip.W + slack) right++;
            if (clip.Y < -clip.W - slack) bottom++;
            if (clip.Y > clip.W + slack) top++;
            if (clip.Z < -slack) far++;
            if (clip.Z > clip.W + slack) near++;
        }

        return left < 8 && right < 8 && bottom < 8 && top < 8 && (anyDepth || (near < 8 && far < 8));
    }
}

using System.Numerics;
using SynthRender.Rendering.Drawing;

namespace SynthRender.Rendering.Lighting;

/// <summary>One layer of the shadow maps: what a light sees, with +Y up and depth 0 near, 1 far.</summary>
/// <param name="ClipFromWorld">From the world to the light's clip space.</param>
/// <param name="TexelSize">Metres a texel; at distance 1 for a perspective view.</param>
/// <param name="IsPerspective">False for a directional light.</param>
internal readonly record struct ShadowView(DoubleMatrix ClipFromWorld, float TexelSize, bool IsPerspective)
{
    /// <summary>From camera-relative positions to texture coordinates and depth.</summary>
    internal Matrix4x4 MapFromRelative(Vector3 camera) =>
        (DoubleMatrix.Translation(camera.X, camera.Y, camera.Z) * ClipFromWorld
            * new DoubleMatrix(Matrix4x4.CreateScale(0.5f, -0.5f, 1) * Matrix4x4.CreateTranslation(0.5f, 0.5f, 0))).ToSingle();
}

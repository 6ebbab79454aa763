using System.Numerics;
using SynthRender.Rendering.Drawing;

namespace SynthRender.Rendering.Lighting;

/// <summary>What a light sees, with +Y up and depth 0 near, 1 far.</summary>
/// <param name="ClipFromWorld">From the world to the light's clip space.</param>
/// <param name="TexelSize">Metres a texel; at distance 1 for a perspective view.</param>
/// <param name="IsPerspective">False for a directional light.</param>
/// <param name="DepthRange">Metres from near to far; for a perspective view 1/near − 1/far.</param>
/// <param name="WidestFilter">The farthest that a penumbra reaches, as a part of the map's side.</param>
/// <param name="Part">The part of a layer's side that the view is drawn into: wide penumbras need no fine texels. 0 for none.</param>
internal readonly record struct ShadowView(
    DoubleMatrix ClipFromWorld, float TexelSize, bool IsPerspective, float DepthRange, float WidestFilter, float Part)
{
    /// <summary>A part of a light before which nothing casts.</summary>
    internal static ShadowView Open(Vector3 light) => new(new DoubleMatrix(Matrix4x4.Identity), 1, true, 1, 0, 0) { Light = light };

    /// <summary>Its place in the shadow maps; none, in layer −1, for a view in which nothing casts.</summary>
    internal ShadowTile Tile { get; init; } = new(-1, 0, 0, 0);

    /// <summary>Where the light is; meaningless for a sun.</summary>
    internal Vector3 Light { get; init; }

    /// <summary>The depth in front of which nothing is drawn; 0 for a sun.</summary>
    internal float Near { get; init; }

    /// <summary>The farthest that anything in a perspective view may be from the light for a metre of depth.</summary>
    internal float Spread { get; init; }

    /// <summary>Whether it is fitted to what is seen: casters are drawn in no coarser level than they are seen in.</summary>
    internal bool IsFitted { get; init; }

    /// <summary>Whether it is the view of a part of a split light.</summary>
    internal bool IsOfPart { get; init; }

    /// <summary>How far the levels of detail of casters and receivers may lie apart, metres.</summary>
    internal float Slack { get; init; }

    /// <summary>The view as the shaders read it.</summary>
    internal ShadowRecord Record(Vector3 camera) => new()
    {
        MapFromRelative = (DoubleMatrix.Translation(camera.X, camera.Y, camera.Z) * ClipFromWorld
            * new DoubleMatrix(Matrix4x4.CreateScale(0.5f * Part, -0.5f * Part, 1) * Matrix4x4.CreateTranslation(0.5f * Part, 0.5f * Part, 0))).ToSingle(),
        Texel = new Vector4(TexelSize, Tile.Left, Tile.Layer, WidestFilter * Part),
        Depth = new Vector4(DepthRange, Part, Slack, Tile.Top),
        Source = new Vector4(Light - camera, 0),
    };
}

using System.Numerics;
using SynthRender.Assets;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Oracle;

/// <summary>What the triangles of one primitive of one model share: where they come from, and how alpha cuts them.</summary>
internal sealed class OracleSurface(int model, int node, int primitive, PrimitiveAsset asset, Material material)
{
    private readonly AlphaTexture? _texture =
        material.BaseColorTexture is { } slot && material.AlphaMode != AlphaMode.Opaque ? new AlphaTexture(slot) : null;

    public int Model { get; } = model;

    public int Node { get; } = node;

    public int Primitive { get; } = primitive;

    public bool IsOpaque => material.AlphaMode == AlphaMode.Opaque;

    private double Cutoff => material.AlphaMode == AlphaMode.Mask ? material.AlphaCutoff : 0.5;

    /// <summary>Decides whether the surface is there, at weights of a triangle's corners and at those of two neighbouring rays.</summary>
    public AlphaDecision Decide(OracleTriangle triangle, Vector3d at, Vector3d right, Vector3d below)
    {
        if (IsOpaque) return AlphaDecision.Solid;
        var factor = material.BaseColorFactor.W * VertexAlpha(triangle.Vertices, at);
        if (_texture is null)
        {
            // Only a vertex alpha that passes the cutoff within float rounding is a matter of taste.
            const double rounding = 1e-5;
            return Classify(factor - rounding, factor + rounding);
        }

        var uvs = _texture.TexCoord == 0 ? asset.TexCoords0.Span : asset.TexCoords1.Span;
        var (low, high) = _texture.Range(
            Interpolate(uvs, triangle.Vertices, at), Interpolate(uvs, triangle.Vertices, right), Interpolate(uvs, triangle.Vertices, below));
        return Classify(factor * low, factor * high);
    }

    private AlphaDecision Classify(double low, double high) =>
        low >= Cutoff ? AlphaDecision.Solid : high < Cutoff ? AlphaDecision.Hole : AlphaDecision.Unsure;

    private double VertexAlpha((int A, int B, int C) v, Vector3d weights)
    {
        if (asset.Colors.IsEmpty) return 1;
        var colors = asset.Colors.Span;
        return colors[v.A].W * weights.X + colors[v.B].W * weights.Y + colors[v.C].W * weights.Z;
    }

    private static (double U, double V) Interpolate(ReadOnlySpan<Vector2> uvs, (int A, int B, int C) v, Vector3d w)
    {
        if (uvs.IsEmpty) return (0, 0);
        return (uvs[v.A].X * w.X + uvs[v.B].X * w.Y + uvs[v.C].X * w.Z, uvs[v.A].Y * w.X + uvs[v.B].Y * w.Y + uvs[v.C].Y * w.Z);
    }
}

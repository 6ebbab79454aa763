using System.Numerics;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Unwrapping;

namespace SynthRender.Modeling.Textures;

/// <summary>Bakes colour, normals, roughness, metalness and occlusion from the fields into one atlas.</summary>
public sealed class TextureBaker
{
    private const float Gutter = 2f;

    private readonly IReadOnlyList<BakeSurface> _surfaces;
    private readonly Field _scene;
    private readonly int _size;
    private readonly int[] _owner;
    private readonly float[] _away;
    private readonly BakedTextures _maps;

    private TextureBaker(IReadOnlyList<BakeSurface> surfaces, Field scene, int size)
    {
        (_surfaces, _scene, _size) = (surfaces, scene, size);
        _owner = new int[size * size];
        _away = new float[size * size];
        Array.Fill(_owner, -1);
        _maps = new BakedTextures(size, new Vector3[size * size], new Vector3[size * size], new Vector3[size * size]);
    }

    /// <summary>Bakes an atlas.</summary>
    /// <param name="surfaces">What lies in it; no two overlap.</param>
    /// <param name="scene">What casts occlusion: all solids together.</param>
    /// <param name="size">Width and height of the atlas in texels.</param>
    public static BakedTextures Bake(IReadOnlyList<BakeSurface> surfaces, Field scene, int size)
    {
        var baker = new TextureBaker(surfaces, scene, size);
        var triangles = new List<(int Surface, int Triangle)>();
        for (var s = 0; s < surfaces.Count; s++)
            for (var t = 0; t < surfaces[s].Indices.Length / 3; t++)
                triangles.Add((s, t));
        for (var i = 0; i < triangles.Count; i++)
            baker.Claim(i, surfaces[triangles[i].Surface], triangles[i].Triangle);
        var texels = baker.TexelsByOwner(triangles.Count, out var start);
        // Every texel belongs to one triangle, so the order of the triangles does not show.
        Parallel.For(0, triangles.Count, i =>
            baker.Fill(surfaces[triangles[i].Surface], triangles[i].Triangle, texels.AsSpan(start[i]..start[i + 1])));
        var covered = baker._owner.Select(o => o >= 0).ToArray();
        EmptyTexels.Fill(baker._maps.Color, covered, size);
        EmptyTexels.Fill(baker._maps.Normal, covered, size);
        EmptyTexels.Fill(baker._maps.Surface, covered, size);
        return baker._maps;
    }

    private void Claim(int owner, BakeSurface surface, int triangle)
    {
        var (a, b, c) = Corners(surface, triangle);
        var low = Vector2.Min(a, Vector2.Min(b, c)) - new Vector2(Gutter);
        var high = Vector2.Max(a, Vector2.Max(b, c)) + new Vector2(Gutter);
        for (var y = Math.Max(0, (int)low.Y); y <= Math.Min(_size - 1, (int)high.Y); y++)
        {
            for (var x = Math.Max(0, (int)low.X); x <= Math.Min(_size - 1, (int)high.X); x++)
            {
                var away = FlatTriangle.Distance(a, b, c, new Vector2(x + 0.5f, y + 0.5f));
                var at = y * _size + x;
                if (!(away <= Gutter) || (_owner[at] >= 0 && _away[at] <= away))
                    continue;
                (_owner[at], _away[at]) = (owner, away);
            }
        }
    }

    private int[] TexelsByOwner(int owners, out int[] start)
    {
        start = new int[owners + 1];
        foreach (var owner in _owner)
            if (owner >= 0)
                start[owner + 1]++;
        for (var i = 0; i < owners; i++)
            start[i + 1] += start[i];
        var fill = start[..^1];
        var texels = new int[start[owners]];
        for (var at = 0; at < _owner.Length; at++)
            if (_owner[at] >= 0)
                texels[fill[_owner[at]]++] = at;
        return texels;
    }

    private static (Vector2 A, Vector2 B, Vector2 C) Corners(BakeSurface surface, int triangle) =>
        (surface.Texels[surface.Indices[3 * triangle]], surface.Texels[surface.Indices[3 * triangle + 1]],
            surface.Texels[surface.Indices[3 * triangle + 2]]);

    private void Fill(BakeSurface s, int triangle, ReadOnlySpan<int> texels)
    {
        if (texels.IsEmpty)
            return;
        int ia = s.Indices[3 * triangle], ib = s.Indices[3 * triangle + 1], ic = s.Indices[3 * triangle + 2];
        var (a, b, c) = Corners(s, triangle);
        var centre = (s.Positions[ia] + s.Positions[ib] + s.Positions[ic]) / 3f;
        var radius = MathF.Max(Vector3.Distance(centre, s.Positions[ia]),
            MathF.Max(Vector3.Distance(centre, s.Positions[ib]), Vector3.Distance(centre, s.Positions[ic]))) + s.Reach;
        var near = s.Field.Within(centre, radius + 2f * s.WearScale);
        var around = _scene.Within(centre, radius + 2f * s.OcclusionReach);
        var texel = TexelSize(s, ia, ib, ic, a, b, c);

        foreach (var at in texels)
        {
            var place = new Vector2(at % _size + 0.5f, at / _size + 0.5f);
            if (_away[at] > 0f)
                place = FlatTriangle.Nearest(a, b, c, place);
            var w = FlatTriangle.Barycentric(a, b, c, place);
            // A triangle that is flat in the atlas has no inside; its middle stands for it.
            if (!float.IsFinite(w.X + w.Y))
                w = new Vector2(1f / 3f);
            var wa = 1f - w.X - w.Y;
            var normal = Vector3.Normalize(s.Normals[ia] * wa + s.Normals[ib] * w.X + s.Normals[ic] * w.Y);
            var tangent = s.Tangents[ia] * wa + s.Tangents[ib] * w.X + s.Tangents[ic] * w.Y;
            tangent = Vector3.Normalize(tangent - normal * Vector3.Dot(tangent, normal));
            var point = near.Project(s.Positions[ia] * wa + s.Positions[ib] * w.X + s.Positions[ic] * w.Y, s.Reach, texel * 0.5f);
            var fine = near.Gradient(point, texel * 0.5f);
            if (Vector3.Dot(fine, normal) < 0.1f)
                fine = normal;
            var occlusion = Occlusion(around, point, fine, s.OcclusionReach);
            var look = s.Look(new SurfacePoint(point, fine, occlusion, Convexity(near, point, fine, s.WearScale)));
            if (s.Relief is { } relief)
            {
                var slope = Slope(relief, point, texel * 0.6f);
                fine = Vector3.Normalize(fine - (slope - fine * Vector3.Dot(slope, fine)));
            }

            _maps.Color[at] = look.Color;
            _maps.Surface[at] = new Vector3(occlusion, look.Roughness, look.Metallic);
            var local = new Vector3(Vector3.Dot(fine, tangent), Vector3.Dot(fine, Vector3.Cross(normal, tangent)), Vector3.Dot(fine, normal));
            _maps.Normal[at] = Vector3.Normalize(local with { Z = MathF.Max(local.Z, 0.15f) });
        }
    }

    private static float TexelSize(BakeSurface s, int ia, int ib, int ic, Vector2 a, Vector2 b, Vector2 c)
    {
        var area = Vector3.Cross(s.Positions[ib] - s.Positions[ia], s.Positions[ic] - s.Positions[ia]).Length();
        var flat = MathF.Abs((b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X));
        return Math.Clamp(MathF.Sqrt(area / MathF.Max(flat, 1e-6f)), s.WearScale * 0.02f, s.WearScale);
    }

    // How much nearer other surface is than a free plane would be, at growing heights (after I. Quilez, 2008).
    private static float Occlusion(Field around, Vector3 p, Vector3 normal, float reach)
    {
        var closed = 0f;
        var weight = 0.5f;
        for (var i = 1; i <= 5; i++)
        {
            var height = reach * i * i / 25f;
            closed += weight * Math.Clamp((height - around.Distance(p + normal * height)) / height, 0f, 1f);
            weight *= 0.62f;
        }

        return Math.Clamp(1f - closed, 0.05f, 1f);
    }

    private static float Convexity(Field near, Vector3 p, Vector3 normal, float scale)
    {
        var u = Vector3.Normalize(Vector3.Cross(MathF.Abs(normal.Y) < 0.8f ? Vector3.UnitY : Vector3.UnitX, normal)) * scale;
        var v = Vector3.Cross(normal, u);
        return (near.Distance(p + u) + near.Distance(p - u) + near.Distance(p + v) + near.Distance(p - v)) / (4f * scale);
    }

    private static Vector3 Slope(Func<Vector3, float> height, Vector3 p, float step)
    {
        Vector3 a = new(1, -1, -1), b = new(-1, -1, 1), c = new(-1, 1, -1), d = new(1, 1, 1);
        return (a * height(p + a * step) + b * height(p + b * step) + c * height(p + c * step) + d * height(p + d * step)) / (4f * step);
    }
}

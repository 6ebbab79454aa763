using System.Numerics;

namespace SynthRender.Modeling.Models.Artefacts;

/// <summary>Band patterns: whether paint lies at a place; u counts repeats along the band, v runs from 0 to 1 across it.</summary>
internal static class Ornament
{
    /// <summary>A running key meander, one hook per unit of u.</summary>
    public static bool Meander(float u, float v)
    {
        // Six by five squares; a hook of one-square strokes.
        ReadOnlySpan<string> rows = ["111111", "100001", "101101", "101001", "101111"];
        var x = (int)MathF.Floor((u - MathF.Floor(u)) * 6f);
        var y = Math.Clamp((int)MathF.Floor((1f - v) * 5f), 0, 4);
        return rows[y][Math.Min(x, 5)] == '1';
    }

    /// <summary>Rays: tall triangles on v = 0, one per unit of u.</summary>
    public static bool Rays(float u, float v) => MathF.Abs(u - MathF.Floor(u) - 0.5f) < 0.34f * (1f - v);

    /// <summary>Tongues: rounded strokes hanging from v = 1, one per unit of u.</summary>
    public static bool Tongues(float u, float v)
    {
        var x = (u - MathF.Floor(u) - 0.5f) / 0.36f;
        return x * x < 1f && (v > 0.30f || x * x + (0.30f - v) * (0.30f - v) / 0.065f < 1f);
    }

    /// <summary>A chain of palmettes and lotus buds, one of each per unit of u.</summary>
    public static bool Palmettes(float u, float v)
    {
        var x = u - MathF.Floor(u);
        if (v is < 0.10f and > 0.03f)
            return true;
        if (x < 0.55f)
        {
            var p = new Vector2((x - 0.275f) * 1.5f, v - 0.20f);
            var r = p.Length();
            var angle = MathF.Atan2(p.X, p.Y);
            if (r < 0.11f)
                return true;
            var petal = MathF.Abs(angle) < 1.75f && MathF.Cos(angle * 5f) > -0.35f;
            return petal && r is > 0.16f and < 0.70f && r < 0.55f + 0.15f * MathF.Cos(angle);
        }

        var q = new Vector2((x - 0.775f) * 1.5f, v);
        var width = 0.13f * MathF.Sin(MathF.PI * Math.Clamp((v - 0.05f) / 0.8f, 0f, 1f));
        return MathF.Abs(q.X) < width && MathF.Abs(MathF.Abs(q.X) - 0.05f) > 0.014f;
    }
}

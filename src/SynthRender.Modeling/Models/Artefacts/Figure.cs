using System.Numerics;
using SynthRender.Modeling.Fields;

namespace SynthRender.Modeling.Models.Artefacts;

/// <summary>Silhouettes for painted friezes: signed distances in the plane, in units of the figure's height, feet on y = 0.</summary>
internal static class Figure
{
    /// <summary>A trotting horse that looks toward +X, about 1.25 wide.</summary>
    public static float Horse(Vector2 p)
    {
        var d = Smooth.Min(Bar(p, new(-0.26f, 0.60f), new(0.18f, 0.62f), 0.125f, 0.120f), Bar(p, new(0.20f, 0.64f), new(0.40f, 0.90f), 0.115f, 0.062f), 0.06f);
        d = Smooth.Min(d, Bar(p, new(0.40f, 0.91f), new(0.58f, 0.78f), 0.062f, 0.036f), 0.02f);
        d = MathF.Min(d, Bar(p, new(0.385f, 0.93f), new(0.37f, 1.00f), 0.024f, 0.006f));
        d = Smooth.Min(d, Leg(p, new(0.20f, 0.56f), new(0.36f, 0.38f), new(0.30f, 0.16f), new(0.37f, 0.13f)), 0.03f);
        d = Smooth.Min(d, Leg(p, new(0.15f, 0.54f), new(0.17f, 0.28f), new(0.15f, 0.03f), new(0.21f, 0.01f)), 0.03f);
        d = Smooth.Min(d, Leg(p, new(-0.30f, 0.58f), new(-0.30f, 0.33f), new(-0.40f, 0.03f), new(-0.34f, 0.01f)), 0.04f);
        d = Smooth.Min(d, Leg(p, new(-0.28f, 0.56f), new(-0.17f, 0.32f), new(-0.26f, 0.05f), new(-0.20f, 0.03f)), 0.04f);
        d = MathF.Min(d, MathF.Min(Bar(p, new(-0.36f, 0.66f), new(-0.50f, 0.62f), 0.035f, 0.045f), Bar(p, new(-0.50f, 0.62f), new(-0.56f, 0.26f), 0.045f, 0.012f)));
        return d;
    }

    /// <summary>A striding warrior with a round shield, a crested helmet and a spear, about 0.9 wide.</summary>
    public static float Warrior(Vector2 p)
    {
        var d = Bar(p, new(0.00f, 0.44f), new(0.02f, 0.72f), 0.075f, 0.090f);
        d = Smooth.Min(d, Leg(p, new(0.02f, 0.44f), new(0.17f, 0.26f), new(0.15f, 0.03f), new(0.24f, 0.015f)), 0.03f);
        d = Smooth.Min(d, Leg(p, new(-0.02f, 0.44f), new(-0.10f, 0.22f), new(-0.25f, 0.05f), new(-0.17f, 0.015f)), 0.03f);
        d = MathF.Min(d, Vector2.Distance(p, new(0.04f, 0.87f)) - 0.062f);
        d = MathF.Min(d, Bar(p, new(0.08f, 0.86f), new(0.105f, 0.80f), 0.022f, 0.010f));
        d = MathF.Min(d, MathF.Max(MathF.Abs(Vector2.Distance(p, new(0.03f, 0.86f)) - 0.115f) - 0.022f, p.X - 0.08f - 0.5f * MathF.Max(0f, p.Y - 0.9f)));
        d = MathF.Min(d, Bar(p, new(-0.02f, 0.70f), new(-0.17f, 0.63f), 0.035f, 0.028f));
        d = MathF.Min(d, Bar(p, new(-0.17f, 0.63f), new(-0.12f, 0.76f), 0.028f, 0.024f));
        return MathF.Min(d, Bar(p, new(-0.42f, 0.70f), new(0.46f, 0.84f), 0.010f, 0.010f));
    }

    /// <summary>The warrior's shield: distance to its rim circle's disc.</summary>
    public static float Shield(Vector2 p) => Vector2.Distance(p, new Vector2(0.10f, 0.60f)) - 0.165f;

    private static float Leg(Vector2 p, Vector2 hip, Vector2 knee, Vector2 heel, Vector2 toe) =>
        MathF.Min(Bar(p, hip, knee, 0.070f, 0.036f), MathF.Min(Bar(p, knee, heel, 0.036f, 0.018f), Bar(p, heel, toe, 0.018f, 0.012f)));

    private static float Bar(Vector2 p, Vector2 a, Vector2 b, float ra, float rb)
    {
        var ab = b - a;
        var t = Math.Clamp(Vector2.Dot(p - a, ab) / ab.LengthSquared(), 0f, 1f);
        return Vector2.Distance(p, a + ab * t) - (ra + (rb - ra) * t);
    }
}

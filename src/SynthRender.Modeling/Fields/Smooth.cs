namespace SynthRender.Modeling.Fields;

/// <summary>Smooth minimum and maximum and easing curves.</summary>
public static class Smooth
{
    /// <summary>Polynomial smooth minimum: equal to the minimum where the values differ by at least <paramref name="k"/>.</summary>
    public static float Min(float a, float b, float k)
    {
        var h = k - MathF.Abs(a - b);
        return h <= 0f ? MathF.Min(a, b) : MathF.Min(a, b) - h * h / (4f * k);
    }

    /// <summary>Polynomial smooth maximum.</summary>
    public static float Max(float a, float b, float k) => -Min(-a, -b, k);

    /// <summary>0 below <paramref name="from"/>, 1 above <paramref name="to"/>, a cubic between; works downwards too.</summary>
    public static float Step(float from, float to, float x)
    {
        var t = Math.Clamp((x - from) / (to - from), 0f, 1f);
        return t * t * (3f - 2f * t);
    }

    /// <summary>1 at <paramref name="centre"/>, 0 beyond <paramref name="width"/> on either side.</summary>
    public static float Bump(float centre, float width, float x) => 1f - Step(0f, width, MathF.Abs(x - centre));
}

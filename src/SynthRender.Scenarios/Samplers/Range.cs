namespace SynthRender.Samplers;

/// <summary>Checks of the numbers that describe a distribution.</summary>
internal static class Range
{
    public static double Finite(double value, string name) => double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "A distribution is described by finite numbers.");

    public static (double Minimum, double Maximum) Ordered(double minimum, double maximum)
    {
        Finite(minimum, nameof(minimum));
        Finite(maximum, nameof(maximum));
        return minimum <= maximum
            ? (minimum, maximum)
            : throw new ArgumentException($"The range starts at {minimum} and ends at {maximum}; the minimum comes first.", nameof(minimum));
    }
}

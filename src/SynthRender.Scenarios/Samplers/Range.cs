namespace SynthRender.Samplers;

/// <summary>Checks of the numbers that describe a distribution.</summary>
internal static class Range
{
    public static double Finite(double value, string name) => double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "A distribution is described by finite numbers.");

    /// <summary>A number as a scene file writes it.</summary>
    public static string Text(double value) => value.ToString("G4", System.Globalization.CultureInfo.InvariantCulture);

    public static (double Minimum, double Maximum) Ordered(double minimum, double maximum)
    {
        Finite(minimum, nameof(minimum));
        Finite(maximum, nameof(maximum));
        return minimum <= maximum
            ? (minimum, maximum)
            : throw new ArgumentException($"The range starts at {minimum} and ends at {maximum}; the minimum comes first.", nameof(minimum));
    }
}

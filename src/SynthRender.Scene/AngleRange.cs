using System.Runtime.CompilerServices;

namespace SynthRender;

/// <summary>Refuses angles outside their range, and says how degrees are written: an angle in degrees is the likeliest cause.</summary>
internal static class AngleRange
{
    /// <summary>The angle, when it lies in a closed range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not, or is not a number.</exception>
    internal static float Check(float value, float minimum, float maximum, [CallerMemberName] string name = "") =>
        value >= minimum && value <= maximum
            ? value
            : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant(
                $"{name} is an angle in radians from {minimum:0.####} to {maximum:0.####}; degrees are written Degrees({value:0.###})."));
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace SynthRender.Environments;

/// <summary>Refuses values outside their range, by the name of the property that was set.</summary>
internal static class EnvironmentRange
{
    internal static float Check(float value, float minimum, float maximum, [CallerMemberName] string name = "") =>
        value >= minimum && value <= maximum
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} lies from {minimum} to {maximum}.");

    internal static int Check(int value, int minimum, int maximum, [CallerMemberName] string name = "") =>
        value >= minimum && value <= maximum
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} lies from {minimum} to {maximum}.");

    internal static Vector3 Check(Vector3 value, float minimum, float maximum, [CallerMemberName] string name = "") =>
        new(Check(value.X, minimum, maximum, name), Check(value.Y, minimum, maximum, name), Check(value.Z, minimum, maximum, name));

    /// <summary>Refuses a list that is missing or longer than there is room for.</summary>
    internal static System.Collections.Immutable.ImmutableArray<T> CheckCount<T>(
        System.Collections.Immutable.ImmutableArray<T> value, int most, [CallerMemberName] string name = "") =>
        value.IsDefault
            ? throw new ArgumentException($"{name} is missing; an empty list is [].", name)
            : value.Length <= most
                ? value
                : throw new ArgumentOutOfRangeException(name, value.Length, $"{name} has {value.Length} entries; {most} is the most. Leave some out.");
}

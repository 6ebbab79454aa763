using SynthRender.Samplers;

namespace SynthRender.Parameters;

/// <summary>Short names for scene files, which use this class statically: <c>Count = Uniform(1, 5)</c>.</summary>
public static class Distributions
{
    /// <summary>Always the same number.</summary>
    public static FloatParameter Constant(double value) => new(new ConstantSampler(value));

    /// <summary>Every number from minimum to maximum, equally likely; where a whole number is asked for, both ends included.</summary>
    public static FloatParameter Uniform(double minimum, double maximum) => new(new UniformSampler(minimum, maximum));

    /// <summary>Normal, cut off at four standard deviations.</summary>
    public static FloatParameter Normal(double mean, double standardDeviation) =>
        Normal(mean, standardDeviation, mean - 4 * Math.Abs(standardDeviation), mean + 4 * Math.Abs(standardDeviation));

    /// <summary>Normal, cut off at minimum and maximum.</summary>
    public static FloatParameter Normal(double mean, double standardDeviation, double minimum, double maximum) =>
        new(new NormalSampler(mean, standardDeviation, minimum, maximum));

    /// <summary>The logarithm is uniform.</summary>
    public static FloatParameter LogUniform(double minimum, double maximum) => new(new LogUniformSampler(minimum, maximum));

    /// <summary>A density drawn as straight lines between points.</summary>
    public static FloatParameter Curve(params (double X, double Density)[] points) => new(new CurveSampler(points));

    /// <summary>One of several things, each equally likely.</summary>
    public static CategoricalParameter<T> Choose<T>(params T[] options) => new(options);

    /// <summary>One of several things, by weight.</summary>
    public static CategoricalParameter<T> Choose<T>(params (T Option, double Weight)[] options) => new(options);

    /// <summary>True with a probability.</summary>
    public static BooleanParameter Chance(double probability) => new(probability);

    /// <summary>Two numbers that vary independently.</summary>
    public static Vector2Parameter XY(FloatParameter x, FloatParameter y) => new(x, y);

    /// <summary>Three numbers that vary independently.</summary>
    public static Vector3Parameter XYZ(FloatParameter x, FloatParameter y, FloatParameter z) => new(x, y, z);

    /// <summary>The colour of a glowing body by its temperature, 1667 K to 25000 K.</summary>
    public static ColorParameter Kelvin(FloatParameter kelvin) => ColorParameter.FromKelvin(kelvin);

    /// <summary>A colour by hue (in turns), saturation and value.</summary>
    public static ColorParameter Hsv(FloatParameter hue, FloatParameter saturation, FloatParameter value) => new(hue, saturation, value);
}

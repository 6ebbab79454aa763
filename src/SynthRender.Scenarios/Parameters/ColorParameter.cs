using System.Numerics;
using SynthRender.Samplers;

namespace SynthRender.Parameters;

/// <summary>A colour that varies in hue, saturation and value, given back as linear RGB.</summary>
/// <param name="hue">Turns around the colour circle: 0 red, 1/3 green, 2/3 blue, 1 red again; any number.</param>
/// <param name="saturation">0 grey, 1 pure; within [0, 1].</param>
/// <param name="value">0 black, 1 brightest; within [0, 1]; sRGB, as in a colour picker.</param>
public sealed class ColorParameter(FloatParameter hue, FloatParameter saturation, FloatParameter value)
{
    private readonly FloatParameter _saturation = saturation.Within(0, 1, nameof(saturation));
    private readonly FloatParameter _value = value.Within(0, 1, nameof(value));

    /// <summary>Draws a colour, writes down hue, saturation and value, and returns linear RGB.</summary>
    public Vector3 Sample(RandomStream stream, string name) => ColorSpace.LinearFromHsv(
        hue.Sample(stream, name + ".hue"), _saturation.Sample(stream, name + ".saturation"), _value.Sample(stream, name + ".value"));
}

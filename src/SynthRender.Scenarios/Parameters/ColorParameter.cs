using System.Numerics;
using SynthRender.Samplers;

namespace SynthRender.Parameters;

/// <summary>A colour that varies, given back as linear RGB with sRGB's primaries.</summary>
public sealed class ColorParameter
{
    private readonly Func<RandomStream, string, Vector3> _sample;
    private readonly string _text;

    /// <summary>A colour by hue, saturation and value.</summary>
    /// <param name="hue">Turns around the colour circle: 0 red, 1/3 green, 2/3 blue, 1 red again; any number.</param>
    /// <param name="saturation">0 grey, 1 pure; within [0, 1].</param>
    /// <param name="value">0 black, 1 brightest; within [0, 1]; sRGB, as in a colour picker.</param>
    /// <exception cref="ArgumentOutOfRangeException">Saturation or value can lie outside [0, 1].</exception>
    public ColorParameter(FloatParameter hue, FloatParameter saturation, FloatParameter value)
    {
        saturation.Within(0, 1, nameof(saturation));
        value.Within(0, 1, nameof(value));
        _sample = (stream, name) => ColorSpace.LinearFromHsv(
            hue.Sample(stream, name + ".hue"), saturation.Sample(stream, name + ".saturation"), value.Sample(stream, name + ".value"));
        _text = $"Hsv({hue}, {saturation}, {value})";
    }

    private ColorParameter(string text, Func<RandomStream, string, Vector3> sample) => (_text, _sample) = (text, sample);

    /// <summary>The colour of a black body, scaled to a largest component of 1.</summary>
    /// <param name="kelvin">Colour temperature, 1667 K to 25000 K.</param>
    /// <exception cref="ArgumentOutOfRangeException">The temperature can lie outside that range.</exception>
    public static ColorParameter FromKelvin(FloatParameter kelvin)
    {
        kelvin.Within(ColorSpace.LeastKelvin, ColorSpace.MostKelvin, nameof(kelvin));
        return new ColorParameter($"Kelvin({kelvin})", (stream, name) => ColorSpace.LinearFromKelvin(kelvin.Sample(stream, name + ".kelvin")));
    }

    /// <summary>One of several colours.</summary>
    /// <param name="choice">Linear RGB.</param>
    public static ColorParameter OneOf(CategoricalParameter<Vector3> choice) => new($"OneOf({choice})", (stream, name) => choice.Sample(stream, name));

    /// <summary>A colour that does not vary, linear RGB.</summary>
    public static implicit operator ColorParameter(Vector3 linear) => new(
        $"new({Samplers.Range.Text(linear.X)}, {Samplers.Range.Text(linear.Y)}, {Samplers.Range.Text(linear.Z)})", (stream, name) => stream.Record(name, linear));

    /// <summary>Draws a colour, writes down what was drawn, and returns linear RGB.</summary>
    public Vector3 Sample(RandomStream stream, string name) => _sample(stream, name);

    /// <summary>As a scene file writes it.</summary>
    public override string ToString() => _text;
}

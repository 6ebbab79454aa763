using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using SynthRender.Frames;

namespace SynthRender.Datasets.Writers;

/// <summary>The values that were drawn for a frame, as one line of JSON.</summary>
internal static class SampledValueJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>{"frame":0,"values":[{"randomizer":…,"target":…,"name":…,"value":…},…]}, UTF-8, without an end of line.</summary>
    internal static byte[] Line(FrameSnapshot frame)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("frame"u8, frame.FrameIndex);
            json.WriteStartArray("values"u8);
            foreach (var sample in frame.SampledValues)
            {
                json.WriteStartObject();
                json.WriteString("randomizer"u8, sample.Randomizer);
                json.WriteString("target"u8, sample.Target);
                json.WriteString("name"u8, sample.Name);
                json.WritePropertyName("value"u8);
                WriteValue(json, sample.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case bool flag: json.WriteBooleanValue(flag); break;
            case float number when float.IsFinite(number): json.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case uint number: json.WriteNumberValue(number); break;
            case ulong number: json.WriteNumberValue(number); break;
            case Vector2 v: WriteNumbers(json, v.X, v.Y); break;
            case Vector3 v: WriteNumbers(json, v.X, v.Y, v.Z); break;
            case Vector4 v: WriteNumbers(json, v.X, v.Y, v.Z, v.W); break;
            case Quaternion q: WriteNumbers(json, q.X, q.Y, q.Z, q.W); break;
            case IFormattable other: json.WriteStringValue(other.ToString(null, CultureInfo.InvariantCulture)); break;
            default: json.WriteStringValue(value.ToString()); break;
        }
    }

    private static void WriteNumbers(Utf8JsonWriter json, params ReadOnlySpan<float> numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers) WriteValue(json, number);
        json.WriteEndArray();
    }
}

using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using SynthRender.Datasets.Labelers;
using SynthRender.Frames;

namespace SynthRender.Datasets.Images;

/// <summary>Encodes depth.</summary>
internal static class DepthImages
{
    internal static string Extension(DepthFormat format) => format == DepthFormat.Npy ? ".npy" : ".png";

    internal static EncodedImage Encode(RenderedFrame frame, DepthLabel label) =>
        label.Format == DepthFormat.Npy ? EncodeNpy(frame) : EncodeUnits(frame, label.MetresPerUnit);

    private static EncodedImage EncodeUnits(RenderedFrame frame, float metresPerUnit)
    {
        var depth = frame.Depth;
        var units = ArrayPool<ushort>.Shared.Rent(depth.Length);
        for (var i = 0; i < depth.Length; i++)
        {
            var value = depth[i] == float.PositiveInfinity ? 0 : MathF.Round(depth[i] / metresPerUnit);
            if (!(value is >= 0 and <= ushort.MaxValue)) throw TooDeep(frame, i, metresPerUnit);
            units[i] = (ushort)value;
        }

        var image = PngEncoder.EncodeGray16(units.AsSpan(0, depth.Length), frame.Width, frame.Height, PngFilter.Up);
        ArrayPool<ushort>.Shared.Return(units);
        return image;
    }

    /// <summary>NumPy's format 1.0: magic, version, header length, a Python literal padded to 64 bytes, the values.</summary>
    private static EncodedImage EncodeNpy(RenderedFrame frame)
    {
        var literal = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({frame.Height}, {frame.Width}), }}";
        var header = literal.PadRight((10 + literal.Length + 1 + 63) / 64 * 64 - 11) + "\n";
        var stream = new RentedStream(10 + header.Length + 4 * frame.Depth.Length);
        stream.Write([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, (byte)header.Length, (byte)(header.Length >> 8)]);
        stream.Write(Encoding.ASCII.GetBytes(header));
        stream.Write(MemoryMarshal.AsBytes(frame.Depth));
        return new EncodedImage(stream);
    }

    private static InvalidDataException TooDeep(RenderedFrame frame, int pixel, float metresPerUnit) => new(
        $"Frame {frame.Snapshot.FrameIndex} is {frame.Depth[pixel]} m deep at pixel ({pixel % frame.Width}, {pixel / frame.Width}); 16 bits of "
        + $"{metresPerUnit} m hold 0 to {ushort.MaxValue * metresPerUnit} m. Choose a larger {nameof(DepthLabeler.MetresPerUnit)}, or {nameof(DepthFormat.Npy)}.");
}

using System.Buffers;
using SynthRender.Datasets.Labelers;
using SynthRender.Frames;

namespace SynthRender.Datasets.Images;

/// <summary>Encodes ids as images.</summary>
internal static class LabelImages
{
    /// <summary>16-bit grey while the ids fit, else RGB with id = R + 256·G + 65536·B.</summary>
    internal static EncodedImage EncodeIds(RenderedFrame frame)
    {
        var ids = frame.InstanceIds;
        if (frame.Snapshot.Instances.Length <= ushort.MaxValue)
        {
            var gray = ArrayPool<ushort>.Shared.Rent(ids.Length);
            for (var i = 0; i < ids.Length; i++) gray[i] = (ushort)ids[i];
            var image = PngEncoder.EncodeGray16(gray.AsSpan(0, ids.Length), frame.Width, frame.Height);
            ArrayPool<ushort>.Shared.Return(gray);
            return image;
        }

        var rgb = ArrayPool<byte>.Shared.Rent(3 * ids.Length);
        for (var i = 0; i < ids.Length; i++)
        {
            rgb[3 * i] = (byte)ids[i];
            rgb[3 * i + 1] = (byte)(ids[i] >> 8);
            rgb[3 * i + 2] = (byte)(ids[i] >> 16);
        }

        var wide = PngEncoder.EncodeRgb8(rgb.AsSpan(0, 3 * ids.Length), frame.Width, frame.Height);
        ArrayPool<byte>.Shared.Return(rgb);
        return wide;
    }

    /// <summary>8-bit grey up to 255 classes, else 16-bit.</summary>
    internal static EncodedImage EncodeClasses(RenderedFrame frame, SemanticSegmentationLabel label)
    {
        var ids = frame.InstanceIds;
        var classOf = label.ClassOfInstance.AsSpan();
        if (label.Classes.Length <= byte.MaxValue)
        {
            var narrow = ArrayPool<byte>.Shared.Rent(ids.Length);
            for (var i = 0; i < ids.Length; i++) narrow[i] = (byte)classOf[(int)ids[i]];
            var image = PngEncoder.EncodeGray8(narrow.AsSpan(0, ids.Length), frame.Width, frame.Height);
            ArrayPool<byte>.Shared.Return(narrow);
            return image;
        }

        var wide = ArrayPool<ushort>.Shared.Rent(ids.Length);
        for (var i = 0; i < ids.Length; i++) wide[i] = (ushort)classOf[(int)ids[i]];
        var wideImage = PngEncoder.EncodeGray16(wide.AsSpan(0, ids.Length), frame.Width, frame.Height);
        ArrayPool<ushort>.Shared.Return(wide);
        return wideImage;
    }

    /// <summary>The ids of an image that <see cref="EncodeIds"/> made.</summary>
    internal static uint[] DecodeIds(PngImage file)
    {
        if (file.Color == PngColor.Gray) return [.. file.Samples.Select(sample => (uint)sample)];
        var ids = new uint[file.Width * file.Height];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = file.Samples[3 * i] + 256u * file.Samples[3 * i + 1] + 65536u * file.Samples[3 * i + 2];
        return ids;
    }
}

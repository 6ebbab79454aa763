using System.Buffers.Binary;
using System.IO.Compression;

namespace SynthRender.Assets.Textures;

/// <summary>
/// Decodes a PNG from its top row to its last, in the memory of two rows (PNG specification, third edition, sections 7, 9 and 11);
/// SkiaSharp decodes PNGs as a whole only.
/// </summary>
internal sealed class PngRows : IDisposable
{
    private const int SignatureBytes = 8;
    private const int ChunkBytes = 12;

    private readonly int _depth;
    private readonly int _colorType;
    private readonly byte[] _palette;
    private readonly byte[] _transparency;
    private readonly Stream _deflated;
    private byte[] _row;
    private byte[] _before;

    private PngRows(int width, int depth, int colorType, byte[] palette, byte[] transparency, Stream deflated)
    {
        (Width, _depth, _colorType, _palette, _transparency, _deflated) = (width, depth, colorType, palette, transparency, deflated);
        var bytes = (int)(((long)width * depth * Channels + 7) / 8);
        (_row, _before) = (new byte[bytes], new byte[bytes]);
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    private int Channels => _colorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <summary>Opens a PNG; null when it is none, is interlaced, or is not put together as one should be.</summary>
    /// <param name="file">The whole file.</param>
    public static PngRows? Open(byte[] file)
    {
        var (width, depth, colorType) = (0, 0, -1);
        byte[] palette = [], transparency = [];
        var data = new List<(int Start, int Length)>();
        for (var at = SignatureBytes; at + ChunkBytes <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            // A file that is cut off within its pixels is found out when they end.
            var there = (int)Math.Min(length, (uint)(file.Length - at - 8));
            var body = file.AsSpan(at + 8, there);
            var kind = file.AsSpan(at + 4, 4);
            if (kind.SequenceEqual("IHDR"u8))
            {
                if (there < 13 || body[12] != 0) return null;
                (width, depth, colorType) = (BinaryPrimitives.ReadInt32BigEndian(body), body[8], body[9]);
            }
            else if (kind.SequenceEqual("PLTE"u8)) palette = body.ToArray();
            else if (kind.SequenceEqual("tRNS"u8)) transparency = body.ToArray();
            else if (kind.SequenceEqual("IDAT"u8)) data.Add((at + 8, there));
            else if (kind.SequenceEqual("IEND"u8)) break;
            if (there < length) break;
            at += ChunkBytes + there;
        }

        var known = colorType is 0 or 2 or 3 or 4 or 6 && depth is 1 or 2 or 4 or 8 or 16 && width > 0 && data.Count > 0;
        return known ? new PngRows(width, depth, colorType, palette, transparency, new ZLibStream(new Pieces(file, data), CompressionMode.Decompress)) : null;
    }

    /// <summary>Decodes the next row as RGBA with straight alpha; false when the file ends before it or is broken.</summary>
    /// <param name="rgba">4 bytes a pixel.</param>
    public bool Read(Span<byte> rgba)
    {
        (_row, _before) = (_before, _row);
        try
        {
            var filter = _deflated.ReadByte();
            if (filter is < 0 or > 4 || _deflated.ReadAtLeast(_row, _row.Length, throwOnEndOfStream: false) < _row.Length) return false;
            Unfilter(filter);
        }
        catch (InvalidDataException)
        {
            return false;
        }

        for (var x = 0; x < Width; x++) Write(x, rgba.Slice(4 * x, 4));
        return true;
    }

    public void Dispose() => _deflated.Dispose();

    private void Unfilter(int filter)
    {
        var step = Math.Max(1, _depth * Channels / 8);
        for (var i = 0; i < _row.Length; i++)
        {
            int left = i < step ? 0 : _row[i - step], up = _before[i], corner = i < step ? 0 : _before[i - step];
            _row[i] += (byte)(filter switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => 0,
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (a, b, c) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - 2 * corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private void Write(int x, Span<byte> pixel)
    {
        if (_colorType == 3)
        {
            var index = Sample(x);
            pixel.Clear();
            if (3 * index + 3 <= _palette.Length) _palette.AsSpan(3 * index, 3).CopyTo(pixel);
            pixel[3] = index < _transparency.Length ? _transparency[index] : (byte)255;
            return;
        }

        var first = x * Channels;
        var hasColor = (_colorType & 2) != 0;
        for (var c = 0; c < 3; c++) pixel[c] = Byte(Sample(hasColor ? first + c : first));
        pixel[3] = (_colorType & 4) != 0 ? Byte(Sample(first + Channels - 1)) : IsTransparent(first, hasColor ? 3 : 1) ? (byte)0 : (byte)255;
    }

    // tRNS of a picture without alpha names the one colour that is transparent.
    private bool IsTransparent(int first, int channels)
    {
        if (_transparency.Length < 2 * channels) return false;
        for (var c = 0; c < channels; c++)
            if (BinaryPrimitives.ReadUInt16BigEndian(_transparency.AsSpan(2 * c)) != Sample(first + c)) return false;
        return true;
    }

    private int Sample(int index) => _depth switch
    {
        8 => _row[index],
        16 => BinaryPrimitives.ReadUInt16BigEndian(_row.AsSpan(2 * index)),
        _ => (_row[index * _depth / 8] >> (8 - _depth - index * _depth % 8)) & ((1 << _depth) - 1),
    };

    private byte Byte(int sample) => (byte)(_depth == 8 ? sample : _depth == 16 ? sample >> 8 : sample * 255 / ((1 << _depth) - 1));

    // The bodies of the IDAT chunks, one after the other.
    private sealed class Pieces(byte[] file, List<(int Start, int Length)> pieces) : Stream
    {
        private int _piece;
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            while (_piece < pieces.Count && _at == pieces[_piece].Length) (_piece, _at) = (_piece + 1, 0);
            if (_piece == pieces.Count) return 0;
            var count = Math.Min(buffer.Length, pieces[_piece].Length - _at);
            file.AsSpan(pieces[_piece].Start + _at, count).CopyTo(buffer);
            _at += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

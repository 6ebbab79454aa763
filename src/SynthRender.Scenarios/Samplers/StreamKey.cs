using System.Security.Cryptography;
using System.Text;

namespace SynthRender.Samplers;

/// <summary>Stable 64-bit hashes of names, the same on every machine and in every version.</summary>
internal static class StreamKey
{
    /// <summary>The first 8 bytes of SHA-256 over the UTF-8 names, each closed by a zero byte.</summary>
    public static ulong Of(string first, string second)
    {
        var length = Encoding.UTF8.GetByteCount(first) + Encoding.UTF8.GetByteCount(second) + 2;
        Span<byte> text = length <= 512 ? stackalloc byte[length] : new byte[length];
        var used = Encoding.UTF8.GetBytes(first, text);
        text[used++] = 0;
        used += Encoding.UTF8.GetBytes(second, text[used..]);
        text[used] = 0;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        return BitConverter.ToUInt64(hash);
    }
}

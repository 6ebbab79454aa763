using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SynthRender.Samplers;

/// <summary>Stable 128-bit hashes of names, the same on every machine and in every version.</summary>
/// <param name="Low">Bytes 0 to 7 of the hash, little-endian.</param>
/// <param name="High">Bytes 8 to 15 of the hash, little-endian.</param>
internal readonly record struct StreamKey(ulong Low, ulong High)
{
    /// <summary>
    /// The first 16 bytes of SHA-256 over: the UTF-8 length of the first name (4 bytes, little-endian), the first name, the second name.
    /// The length keeps ("a", "bc") and ("ab", "c") apart.
    /// </summary>
    public static StreamKey Of(string first, string second)
    {
        var firstLength = Encoding.UTF8.GetByteCount(first);
        var length = 4 + firstLength + Encoding.UTF8.GetByteCount(second);
        var text = length <= 512 ? stackalloc byte[length] : new byte[length];
        BinaryPrimitives.WriteInt32LittleEndian(text, firstLength);
        Encoding.UTF8.GetBytes(first, text[4..]);
        Encoding.UTF8.GetBytes(second, text[(4 + firstLength)..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        return new StreamKey(BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash[8..]));
    }
}

using SharpGLTF.Schema2;
using SharpGLTF.Validation;

namespace SynthRender.Assets.Gltf;

/// <summary>A checked file and SharpGLTF's view of it.</summary>
internal sealed class GltfDocument
{
    private GltfDocument(GltfSource source, ModelRoot root, ReadOnlyMemory<byte>[] buffers) => (Source, Root, Buffers) = (source, root, buffers);

    /// <summary>The file.</summary>
    public GltfSource Source { get; }

    /// <summary>The object model.</summary>
    public ModelRoot Root { get; }

    /// <summary>The bytes of every buffer.</summary>
    public ReadOnlyMemory<byte>[] Buffers { get; }

    /// <summary>Checks a file's structure, then lets SharpGLTF read it.</summary>
    /// <exception cref="AssetException">The file is broken.</exception>
    public static GltfDocument Read(GltfSource source)
    {
        GltfExtensions.Check(source);
        NodeTreeCheck.Check(source);
        var buffers = BufferCheck.ReadAndCheck(source);
        var files = Neighbours(source, buffers);
        try
        {
            return new GltfDocument(source, Parse(source, files, ValidationMode.Strict), buffers);
        }
        catch (Exception e) when (e is not AssetException)
        {
            // What is dangerous has been checked above, and what is read below is checked when it is read. A file that fails only
            // SharpGLTF's stricter rules (a wrong min/max, a normal that is not quite a unit) is used, with a warning.
            source.Warn("validation", OneLine(e.Message));
        }

        try
        {
            return new GltfDocument(source, Parse(source, files, ValidationMode.Skip), buffers);
        }
        catch (Exception e) when (e is not AssetException)
        {
            throw source.Fault("", $"cannot be read as glTF: {OneLine(e.Message)}", e);
        }
    }

    /// <summary>A library's message on one line.</summary>
    public static string OneLine(string message) => string.Join(' ', message.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static ModelRoot Parse(GltfSource source, Dictionary<string, ArraySegment<byte>> files, ValidationMode mode)
    {
        var context = ReadContext.CreateFromDictionary(files, checkExtensions: false);
        context.Validation = mode;
        using var stream = new MemoryStream(source.Bytes, writable: false);
        return source.IsBinary ? context.ReadBinarySchema2(stream) : context.ReadTextSchema2(stream);
    }

    // Images are decoded from the file itself, by TextureReader, and only those that a material shows; SharpGLTF need not see them.
    private static Dictionary<string, ArraySegment<byte>> Neighbours(GltfSource source, ReadOnlyMemory<byte>[] buffers)
    {
        var files = new Dictionary<string, ArraySegment<byte>>(StringComparer.Ordinal);
        var index = 0;
        foreach (var buffer in BufferCheck.Elements(source.Json, "buffers"))
        {
            if (buffer.TryGetProperty("uri", out var uri) && !uri.GetString()!.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            {
                files[uri.GetString()!] = buffers[index].ToArray();
                files[Uri.UnescapeDataString(uri.GetString()!)] = files[uri.GetString()!];
            }

            index++;
        }

        foreach (var image in BufferCheck.Elements(source.Json, "images"))
            if (image.TryGetProperty("uri", out var uri) && !uri.GetString()!.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            {
                files[uri.GetString()!] = OnePixel;
                files[Uri.UnescapeDataString(uri.GetString()!)] = OnePixel;
            }

        return files;
    }

    private static readonly byte[] OnePixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}

using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using SynthRender.Assets.Json;

namespace SynthRender.Assets.Gltf;

/// <summary>A model file as it lies on disk: its JSON, its binary chunk, where its neighbours are, and what was odd about it.</summary>
internal sealed class GltfSource
{
    private const uint Magic = 0x46546C67;
    private const uint JsonChunk = 0x4E4F534A;
    private const uint BinaryChunk = 0x004E4942;

    private readonly List<string> _warnings = [];
    private readonly List<string> _omissions = [];
    private readonly Dictionary<string, JsonElement[]> _collections = new(StringComparer.Ordinal);

    private GltfSource(string file, byte[] bytes) =>
        (File, Bytes, Folder, Budget) = (file, bytes, new AssetFolder(file), new ReadBudget(this));

    /// <summary>The file's path as the caller gave it.</summary>
    public string File { get; }

    /// <summary>The whole file.</summary>
    public byte[] Bytes { get; }

    /// <summary>True for the binary container (.glb), whatever the file is called.</summary>
    public bool IsBinary { get; private set; }

    /// <summary>True when it was never on disk, so that no sidecar belongs to it.</summary>
    public bool IsInMemory { get; private init; }

    /// <summary>The document; its shape has been checked.</summary>
    public JsonElement Json { get; private set; }

    /// <summary>The binary chunk of a .glb, or null.</summary>
    public ReadOnlyMemory<byte>? Binary { get; private set; }

    /// <summary>Reads the files that the document refers to.</summary>
    public AssetFolder Folder { get; }

    /// <summary>What was odd so far, in the order in which it was found.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Those of <see cref="Warnings"/> that say that something of the file is not in the model.</summary>
    public IReadOnlyList<string> Omissions => _omissions;

    /// <summary>What reading the file may take.</summary>
    public ReadBudget Budget { get; }

    /// <summary>Opens a file, splits the container and checks the JSON's shape.</summary>
    /// <exception cref="AssetException">The file cannot be read or is not glTF 2.0.</exception>
    public static GltfSource Open(string file)
    {
        byte[] bytes;
        try
        {
            bytes = System.IO.File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new AssetException(file, "", "there is no such file.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new AssetException(file, "", $"cannot be read: {e.Message}", e);
        }

        return Split(new GltfSource(file, bytes));
    }

    /// <summary>A .glb that is not on disk yet: nothing lies beside it.</summary>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="bytes">The whole file.</param>
    /// <exception cref="AssetException">It is not glTF 2.0.</exception>
    public static GltfSource InMemory(string name, byte[] bytes) => Split(new GltfSource(name, bytes) { IsInMemory = true });

    /// <summary>One of the document's collections, such as "nodes"; empty when it is missing.</summary>
    public JsonElement[] Elements(string collection)
    {
        // Kept, since JsonElement counts through the whole array for every index.
        if (_collections.TryGetValue(collection, out var elements)) return elements;
        return _collections[collection] = Json.TryGetProperty(collection, out var list) ? [.. list.EnumerateArray()] : [];
    }

    /// <summary>An element of one of the document's collections.</summary>
    public JsonElement Element(string collection, int index) => Elements(collection)[index];

    /// <summary>Notes something odd that does not stop the file from being used, and takes nothing away from it.</summary>
    public void Warn(string element, string message) => _warnings.Add($"{element}: {message}");

    /// <summary>Notes that something of the file is left out of the model.</summary>
    public void LeaveOut(string element, string message)
    {
        Warn(element, message);
        _omissions.Add(_warnings[^1]);
    }

    /// <summary>An error in this file.</summary>
    public AssetException Fault(string element, string problem, Exception? inner = null) => new(File, element, problem, inner);

    private static GltfSource Split(GltfSource source)
    {
        var json = source.SplitContainer();
        source.Parse(json);
        return source;
    }

    private ReadOnlyMemory<byte> SplitContainer()
    {
        if (Bytes.Length >= 4 && Read(0) == Magic) IsBinary = true;
        if (!IsBinary)
        {
            if (ForeignFormat.Of(File, Bytes) is { } other)
                throw Fault("", $"is {other}, not glTF. Models are read from .glb and .gltf files only; convert it to one of these.");
            if (Path.GetExtension(File).Equals(".glb", StringComparison.OrdinalIgnoreCase) && !LooksLikeJson(Bytes))
                throw Fault("", $"found {DescribeStart()}, expected the 4 bytes \"glTF\" that begin a .glb file.");
            return Bytes;
        }

        if (Bytes.Length < 20) throw Fault("", $"the file ends after {Bytes.Length} bytes, within the header of a .glb.");
        if (Read(4) != 2) throw Fault("", $"found container version {Read(4)}, expected 2 (glTF 2.0). Convert the model to glTF 2.0.");
        if (Read(8) > Bytes.Length)
            throw Fault("", $"the file is cut off: its header says {Read(8)} bytes, there are {Bytes.Length}.");
        if (Read(8) < Bytes.Length) Warn("header", $"says {Read(8)} bytes, the file has {Bytes.Length}; the rest is ignored.");
        return SplitChunks(Read(8));
    }

    private ReadOnlyMemory<byte> SplitChunks(long end)
    {
        ReadOnlyMemory<byte>? json = null;
        for (long at = 12; at + 8 <= end;)
        {
            var (length, kind, body) = (Read((int)at), Read((int)at + 4), at + 8);
            if (body + length > end) throw Fault("", $"the chunk at byte {at} says {length} bytes, but only {end - body} are left.");
            var content = Bytes.AsMemory((int)body, (int)length);
            if (json is null)
            {
                if (kind != JsonChunk) throw Fault("", $"found a chunk of kind 0x{kind:X8} first, expected the JSON chunk.");
                json = content;
            }
            else if (kind == BinaryChunk && Binary is null)
            {
                Binary = content;
            }

            var next = body + length;
            if (length % 4 != 0)
            {
                Warn("chunks", $"the chunk at byte {at} has {length} bytes, expected a multiple of 4.");
                // Some writers count the padding after a chunk in its length, some forget both; where the next chunk begins tells.
                if (!BeginsBinaryChunk(next, end)) next += 4 - length % 4;
            }

            at = next;
        }

        return json ?? throw Fault("", "found no JSON chunk.");
    }

    private bool BeginsBinaryChunk(long at, long end) =>
        at + 8 <= end && Read((int)at + 4) == BinaryChunk && at + 8 + Read((int)at) <= end;

    private void Parse(ReadOnlyMemory<byte> text)
    {
        if (text.Span.StartsWith(Encoding.UTF8.Preamble)) text = text[Encoding.UTF8.Preamble.Length..];
        if (!Utf8.IsValid(text.Span)) throw Fault("", "the JSON is not UTF-8, which glTF requires. Save it as UTF-8.");
        try
        {
            Json = JsonDocument.Parse(text).RootElement;
        }
        catch (JsonException e)
        {
            throw Fault("",
                $"the JSON is broken at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: {FirstSentence(e.Message)}", e);
        }

        // Before all else: what a file of another version holds may look different.
        if (Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("asset", out var asset)) AssetVersion.Check(this, asset);
        GltfSchema.Document.Check(Json, JsonPath.Root, new ShapeContext(File, Json));
    }

    private static bool LooksLikeJson(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        return bytes.TrimStart(" \t\r\n"u8) is [(byte)'{', ..];
    }

    private uint Read(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(Bytes.AsSpan(offset));

    private string DescribeStart() => Bytes.Length == 0
        ? "an empty file" : $"the bytes {Convert.ToHexString(Bytes.AsSpan(0, Math.Min(4, Bytes.Length)))}";

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}

using System.Text.Json;

namespace SynthRender.Assets.Gltf;

/// <summary>
/// Reads the buffers and checks that every view lies within its buffer and every accessor within its view, so that sizes are known
/// to be real before memory is taken for them.
/// </summary>
internal static class BufferCheck
{
    // An accessor without a view is all zeros and costs the file nothing, so its size is bounded apart.
    private const long MaxZeroElements = 1 << 22;

    /// <summary>The bytes of every buffer, after views and accessors have been found to fit.</summary>
    /// <exception cref="AssetException">A buffer is missing or too short, a view or accessor does not fit.</exception>
    public static ReadOnlyMemory<byte>[] ReadAndCheck(GltfSource source)
    {
        var buffers = source.Elements("buffers").Select((b, i) => ReadBuffer(source, b, i)).ToArray();
        var views = source.Elements("bufferViews").Select((v, i) => CheckView(source, v, i, buffers)).ToArray();
        var index = 0;
        foreach (var accessor in source.Elements("accessors")) CheckAccessor(source, accessor, index++, views);
        return buffers;
    }

    private static ReadOnlyMemory<byte> ReadBuffer(GltfSource source, JsonElement buffer, int index)
    {
        var element = $"buffers[{index}]";
        ReadOnlyMemory<byte> bytes;
        if (buffer.TryGetProperty("uri", out var uri)) bytes = source.Folder.Read(uri.GetString()!, $"{element}.uri");
        else if (index == 0 && source.Binary is { } chunk) bytes = chunk;
        else throw source.Fault(element, source.IsBinary
            ? "has no uri, and only buffers[0] may use the binary chunk."
            : "has no uri; only a .glb file holds a buffer of its own.");
        var length = GltfJson.Whole(buffer, "byteLength");
        if (length > bytes.Length)
            throw source.Fault($"{element}.byteLength", $"says {length} bytes, but the buffer has {bytes.Length}. Is the file cut off?");
        return bytes[..(int)length];
    }

    private static (long Length, long Stride) CheckView(GltfSource source, JsonElement view, int index, ReadOnlyMemory<byte>[] buffers)
    {
        var buffer = GltfJson.Whole(view, "buffer");
        var (offset, length) = (GltfJson.Whole(view, "byteOffset"), GltfJson.Whole(view, "byteLength"));
        if (offset + length > buffers[buffer].Length)
            throw source.Fault($"bufferViews[{index}]",
                $"spans bytes {offset} to {offset + length} of buffers[{buffer}], which has {buffers[buffer].Length}.");
        return (length, GltfJson.Whole(view, "byteStride"));
    }

    private static void CheckAccessor(GltfSource source, JsonElement accessor, int index, (long Length, long Stride)[] views)
    {
        var element = $"accessors[{index}]";
        var count = GltfJson.Whole(accessor, "count");
        var component = (int)GltfJson.Whole(accessor, "componentType");
        var size = ElementSize(accessor.GetProperty("type").GetString()!, ComponentSize(component));
        if (accessor.TryGetProperty("bufferView", out _))
            CheckSpan(source, element, accessor, views, count, size, ComponentSize(component));
        else if (count > MaxZeroElements)
            throw source.Fault($"{element}.count", $"found {count} elements without a bufferView, at most {MaxZeroElements} are accepted.");
        if (!accessor.TryGetProperty("sparse", out var sparse)) return;
        var changed = GltfJson.Whole(sparse, "count");
        if (changed > count) throw source.Fault($"{element}.sparse.count",
            $"found {changed}, expected at most the accessor's count, {count}.");
        var indices = sparse.GetProperty("indices");
        var indexSize = ComponentSize((int)GltfJson.Whole(indices, "componentType"));
        CheckSpan(source, $"{element}.sparse.indices", indices, views, changed, indexSize, indexSize, strided: false);
        CheckSpan(source, $"{element}.sparse.values", sparse.GetProperty("values"), views, changed, size, ComponentSize(component), strided: false);
    }

    private static void CheckSpan(
        GltfSource source, string element, JsonElement owner, (long Length, long Stride)[] views, long count, int size, int alignment, bool strided = true)
    {
        var view = GltfJson.Whole(owner, "bufferView");
        var offset = GltfJson.Whole(owner, "byteOffset");
        var stride = strided && views[view].Stride > 0 ? views[view].Stride : size;
        if (stride < size) throw source.Fault(element, $"has elements of {size} bytes, but bufferViews[{view}].byteStride is {stride}.");
        var end = offset + stride * (count - 1) + size;
        if (end > views[view].Length)
            throw source.Fault(element,
                $"{count} elements of {size} bytes end at byte {end} of bufferViews[{view}], which has {views[view].Length}.");
        if (offset % alignment != 0) source.Warn(element, $"byteOffset {offset} is not a multiple of the component size {alignment}.");
    }

    private static int ComponentSize(int componentType) => componentType switch { 5120 or 5121 => 1, 5122 or 5123 => 2, _ => 4 };

    // Matrix columns start at multiples of 4 bytes (glTF 2.0, section 3.6.2.4).
    private static int ElementSize(string type, int component) => type switch
    {
        "SCALAR" => component,
        "VEC2" => 2 * component,
        "VEC3" => 3 * component,
        "VEC4" => 4 * component,
        "MAT2" => 2 * Aligned(2 * component),
        "MAT3" => 3 * Aligned(3 * component),
        _ => 4 * Aligned(4 * component),
    };

    private static int Aligned(int bytes) => (bytes + 3) / 4 * 4;
}

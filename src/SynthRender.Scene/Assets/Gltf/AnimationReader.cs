using System.Text.Json;
using SynthRender.Assets.Json;

namespace SynthRender.Assets.Gltf;

/// <summary>Reads animation clips.</summary>
/// <param name="document">The file.</param>
/// <param name="tree">The model's nodes.</param>
/// <param name="targets">Morph targets of each asset node.</param>
internal sealed class AnimationReader(GltfDocument document, NodeTree tree, int[] targets)
{
    private readonly AccessorReader _accessors = new(document.Source);
    private readonly ShapeContext _context = new(document.Source.File, document.Source.Json);

    /// <summary>Reads a clip; null when it is broken, which is noted. A channel that is broken is left out of it.</summary>
    public AnimationAsset? Read(int index)
    {
        var json = document.Source.Element("animations", index);
        var element = $"animations[{index}]";
        return Accessory.Read(document.Source, "animation", () =>
        {
            GltfSchema.Animation.Check(json, JsonPath.Root.Member("animations").Item(index), _context);
            return Read(json, element);
        });
    }

    private AnimationAsset Read(JsonElement json, string element)
    {
        var samplers = json.GetProperty("samplers").EnumerateArray().ToArray();
        var keys = new Dictionary<(int Sampler, AnimationPath Path, int Width), (float[] Times, float[] Values, AnimationInterpolation)?>();
        var channels = new List<AnimationChannel>();
        var position = 0;
        foreach (var channel in json.GetProperty("channels").EnumerateArray())
            channels.AddRange(Channels(channel, samplers, keys, element, $"{element}.channels[{position++}]"));
        return new AnimationAsset(GltfJson.Name(json, element), channels.Count == 0 ? 0 : channels.Max(c => c.Times.Span[^1]), [.. channels]);
    }

    // One channel; several where instances are shaped together, none where there is nothing to move.
    private IEnumerable<AnimationChannel> Channels(
        JsonElement json, JsonElement[] samplers, Dictionary<(int, AnimationPath, int), (float[] Times, float[] Values, AnimationInterpolation Interpolation)?> keys,
        string animation, string element)
    {
        var source = document.Source;
        var sampler = GltfJson.Whole(json, "sampler");
        if (sampler >= samplers.Length)
        {
            source.LeaveOut($"{element}.sampler", $"found {sampler}, expected an index into {animation}.samplers, 0 to {samplers.Length - 1}; the channel is left out.");
            return [];
        }

        var target = json.GetProperty("target");
        var property = target.GetProperty("path").GetString()!;
        if (property == "pointer")
        {
            source.LeaveOut(element, "animates a property by KHR_animation_pointer, which is not supported; the channel is left out.");
            return [];
        }

        // glTF: a channel without a node is ignored; so is one for a node that the scene does not show.
        if (!target.TryGetProperty("node", out var gltfNode) || tree.IndexOf((int)gltfNode.GetDouble()) is not (>= 0 and var node)) return [];
        var path = property switch
        {
            "translation" => AnimationPath.Translation,
            "rotation" => AnimationPath.Rotation,
            "scale" => AnimationPath.Scale,
            _ => AnimationPath.Weights,
        };
        IReadOnlyList<int> nodes = path == AnimationPath.Weights ? tree.CarriersOf((int)gltfNode.GetDouble()) : [node];
        var width = path switch { AnimationPath.Rotation => 4, AnimationPath.Weights => targets[nodes[0]], _ => 3 };
        if (width == 0)
        {
            source.LeaveOut(element, "animates the weights of a node without morph targets; the channel is left out.");
            return [];
        }

        if (!keys.TryGetValue(((int)sampler, path, width), out var read))
            keys[((int)sampler, path, width)] = read = ReadKeys(samplers[sampler], $"{animation}.samplers[{sampler}]", path, width);
        return read is { } found ? nodes.Select(n => new AnimationChannel(n, path, found.Interpolation, found.Times, found.Values)) : [];
    }

    private (float[] Times, float[] Values, AnimationInterpolation Interpolation)? ReadKeys(JsonElement sampler, string element, AnimationPath path, int width)
    {
        try
        {
            var interpolation = sampler.TryGetProperty("interpolation", out var mode) ? mode.GetString() switch
            {
                "STEP" => AnimationInterpolation.Step,
                "CUBICSPLINE" => AnimationInterpolation.CubicSpline,
                _ => AnimationInterpolation.Linear,
            }
            : AnimationInterpolation.Linear;
            var times = Times(sampler, $"{element}.input");
            var output = document.Root.LogicalAccessors[(int)GltfJson.Whole(sampler, "output")];
            var values = path switch
            {
                AnimationPath.Rotation => Flatten(_accessors.Vector4s(output, $"{element}.output")),
                AnimationPath.Weights => _accessors.Scalars(output, $"{element}.output"),
                _ => Flatten(_accessors.Vector3s(output, $"{element}.output")),
            };
            var expected = (long)times.Length * width * (interpolation == AnimationInterpolation.CubicSpline ? 3 : 1);
            if (values.Length != expected)
                throw document.Source.Fault($"{element}.output", $"holds {values.Length} numbers, expected {expected} for {times.Length} keys.");
            if (path == AnimationPath.Rotation) Normalize(values, interpolation, $"{element}.output");
            return (times, values, interpolation);
        }
        catch (AssetException e)
        {
            document.Source.LeaveOut(e.Element, $"{e.Problem.TrimEnd('.')}; the channels that use it are left out.");
            return null;
        }
    }

    private float[] Times(JsonElement sampler, string element)
    {
        var times = _accessors.Scalars(document.Root.LogicalAccessors[(int)GltfJson.Whole(sampler, "input")], element);
        for (var i = 1; i < times.Length; i++)
            if (times[i] <= times[i - 1])
                throw document.Source.Fault(element, $"key {i} is at {times[i]} s, not after the {times[i - 1]} s of the key before.");
        if (times[^1] < 0) throw document.Source.Fault(element, $"the last key is at {times[^1]} s; a clip is played from 0 s.");
        if (times[0] < 0)
            document.Source.Warn(element, $"the first key is at {times[0]} s, expected 0 s or later; a clip is played from 0 s, so what lies before is shown only where it is asked for.");
        return times;
    }

    private void Normalize(float[] values, AnimationInterpolation interpolation, string element)
    {
        var (start, step) = interpolation == AnimationInterpolation.CubicSpline ? (4, 12) : (0, 4);
        for (var i = start; i < values.Length; i += step)
        {
            var length = MathF.Sqrt(values[i] * values[i] + values[i + 1] * values[i + 1] + values[i + 2] * values[i + 2] + values[i + 3] * values[i + 3]);
            if (!(length > 1e-6f) || !float.IsFinite(length))
                throw document.Source.Fault(element, $"the rotation of key {i / step} has length {length}, expected a unit quaternion.");
            for (var k = i; k < i + 4; k++) values[k] /= length;
        }
    }

    private static float[] Flatten<T>(T[] values) where T : unmanaged =>
        System.Runtime.InteropServices.MemoryMarshal.Cast<T, float>(values).ToArray();
}

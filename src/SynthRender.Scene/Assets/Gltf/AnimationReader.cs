using System.Text.Json;

namespace SynthRender.Assets.Gltf;

/// <summary>Reads animation clips.</summary>
/// <param name="document">The file.</param>
/// <param name="tree">The model's nodes.</param>
/// <param name="targets">Morph targets of each asset node.</param>
internal sealed class AnimationReader(GltfDocument document, NodeTree tree, int[] targets)
{
    private readonly AccessorReader _accessors = new(document.Source);

    /// <summary>Reads a clip.</summary>
    /// <exception cref="AssetException">Keys are not in order, or their values do not fit the property.</exception>
    public AnimationAsset Read(int index)
    {
        var json = document.Source.Element("animations", index);
        var element = $"animations[{index}]";
        var samplers = json.GetProperty("samplers").EnumerateArray().ToArray();
        var channels = new List<AnimationChannel>();
        var position = 0;
        foreach (var channel in json.GetProperty("channels").EnumerateArray())
            if (ReadChannel(channel, samplers, element, $"{element}.channels[{position++}]") is { } read) channels.Add(read);
        var name = json.TryGetProperty("name", out var given) && given.GetString() is { Length: > 0 } text ? text : element;
        return new AnimationAsset(name, channels.Count == 0 ? 0 : channels.Max(c => c.Times.Span[^1]), [.. channels]);
    }

    private AnimationChannel? ReadChannel(JsonElement json, JsonElement[] samplers, string animation, string element)
    {
        var sampler = GltfJson.Whole(json, "sampler");
        if (sampler >= samplers.Length)
            throw document.Source.Fault($"{element}.sampler",
                $"found {sampler}, expected an index into {animation}.samplers, 0 to {samplers.Length - 1}.");
        var target = json.GetProperty("target");
        var property = target.GetProperty("path").GetString()!;
        if (property == "pointer")
        {
            document.Source.Warn(element, "animates a property by KHR_animation_pointer, which is not supported; the channel is left out.");
            return null;
        }

        // glTF: a channel without a node is ignored; so is one for a node that the scene does not show.
        if (!target.TryGetProperty("node", out var gltfNode) || tree.IndexOf((int)gltfNode.GetDouble()) is not (>= 0 and var node)) return null;
        var path = property switch
        {
            "translation" => AnimationPath.Translation,
            "rotation" => AnimationPath.Rotation,
            "scale" => AnimationPath.Scale,
            _ => AnimationPath.Weights,
        };
        if (path == AnimationPath.Weights && targets[node] == 0)
        {
            document.Source.Warn(element, "animates the weights of a node without morph targets; the channel is left out.");
            return null;
        }

        return ReadKeys(samplers[sampler], $"{animation}.samplers[{sampler}]", node, path);
    }

    private AnimationChannel ReadKeys(JsonElement sampler, string element, int node, AnimationPath path)
    {
        var interpolation = sampler.TryGetProperty("interpolation", out var mode) ? mode.GetString() switch
        {
            "STEP" => AnimationInterpolation.Step,
            "CUBICSPLINE" => AnimationInterpolation.CubicSpline,
            _ => AnimationInterpolation.Linear,
        }
        : AnimationInterpolation.Linear;
        var times = _accessors.Scalars(document.Root.LogicalAccessors[(int)GltfJson.Whole(sampler, "input")], $"{element}.input");
        for (var i = 0; i < times.Length; i++)
            if (times[i] < 0 || i > 0 && times[i] <= times[i - 1])
                throw document.Source.Fault($"{element}.input", $"key {i} is at {times[i]} s; times start at 0 or later and increase.");
        var output = document.Root.LogicalAccessors[(int)GltfJson.Whole(sampler, "output")];
        var (values, width) = path switch
        {
            AnimationPath.Rotation => (Flatten(_accessors.Vector4s(output, $"{element}.output")), 4),
            AnimationPath.Weights => (_accessors.Scalars(output, $"{element}.output"), targets[node]),
            _ => (Flatten(_accessors.Vector3s(output, $"{element}.output")), 3),
        };
        var expected = (long)times.Length * width * (interpolation == AnimationInterpolation.CubicSpline ? 3 : 1);
        if (values.Length != expected)
            throw document.Source.Fault($"{element}.output",
                $"holds {values.Length} numbers, expected {expected} for {times.Length} keys.");
        if (path == AnimationPath.Rotation) Normalize(values, interpolation, $"{element}.output");
        return new AnimationChannel(node, path, interpolation, times, values);
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

using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using System.Text.Json.Nodes;
using SynthRender.Assets;
using SynthRender.Frames;

namespace SynthRender.Export;

/// <summary>
/// Writes a frame as one .glb, to be opened in other programs: models as they are posed, materials with their textures, the camera, and
/// the lights that glTF has. What it cannot say is under "synthrender_frame" in the scene's extras.
/// </summary>
public static class FrameExport
{
    private const uint Magic = 0x46546C67; // "glTF"
    private const uint JsonChunk = 0x4E4F534A;
    private const uint BinaryChunk = 0x004E4942;

    /// <summary>Writes a frame.</summary>
    /// <param name="snapshot">The frame.</param>
    /// <param name="output">Where the .glb goes.</param>
    /// <returns>What had to be left out, a sentence each.</returns>
    public static IReadOnlyList<string> Write(FrameSnapshot snapshot, Stream output)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(output);
        var buffer = new GlbBuffer();
        var materials = new GlbMaterials(buffer);
        var meshes = new GlbMeshes(buffer, materials);
        var lights = new GlbLights();
        var nodes = new JsonArray();
        AddModels(snapshot, meshes, nodes);
        AddLights(snapshot, lights, nodes);
        var camera = snapshot.Camera;
        nodes.Add(new JsonObject { ["name"] = camera.Name, ["camera"] = 0, ["matrix"] = Matrix(camera.WorldFromView) });

        var root = new JsonObject
        {
            ["asset"] = new JsonObject { ["version"] = "2.0", ["generator"] = "SynthRender" },
            ["scene"] = 0,
            ["scenes"] = new JsonArray(new JsonObject
            {
                ["name"] = $"frame {snapshot.FrameIndex}",
                ["nodes"] = new JsonArray([.. Enumerable.Range(0, nodes.Count).Select(i => JsonValue.Create(i))]),
                ["extras"] = new JsonObject { ["synthrender_frame"] = FrameDescription.Of(snapshot) },
            }),
            ["cameras"] = new JsonArray(new JsonObject
            {
                ["name"] = camera.Name,
                ["type"] = "perspective",
                ["perspective"] = new JsonObject
                {
                    ["aspectRatio"] = (float)camera.Lens.Width / camera.Lens.Height,
                    ["yfov"] = camera.Lens.VerticalFov,
                    ["znear"] = camera.Lens.Near,
                    ["zfar"] = camera.Lens.Far,
                },
            }),
            ["nodes"] = nodes,
        };
        Put(root, "meshes", meshes.Meshes);
        Put(root, "materials", materials.Materials);
        Put(root, "textures", materials.Textures);
        Put(root, "images", materials.Images);
        Put(root, "samplers", materials.Samplers);
        Put(root, "accessors", buffer.Accessors);
        Put(root, "bufferViews", buffer.Views);
        var extensions = materials.Extensions;
        if (lights.Lights.Count > 0)
        {
            root["extensions"] = new JsonObject { ["KHR_lights_punctual"] = new JsonObject { ["lights"] = lights.Lights } };
            extensions.Add("KHR_lights_punctual");
        }

        if (extensions.Count > 0) root["extensionsUsed"] = new JsonArray([.. extensions.Select(name => JsonValue.Create(name))]);
        if (buffer.Bytes.Length > 0) root["buffers"] = new JsonArray(new JsonObject { ["byteLength"] = buffer.Bytes.Length });
        WriteChunks(output, Encoding.UTF8.GetBytes(root.ToJsonString()), buffer.Bytes);
        return snapshot.Decals.IsEmpty
            ? [.. lights.Warnings, .. materials.Warnings]
            : [.. lights.Warnings, .. materials.Warnings, $"glTF has no decals; {snapshot.Decals.Length} are left out, and described under extras."];
    }

    private static void AddModels(FrameSnapshot snapshot, GlbMeshes meshes, JsonArray nodes)
    {
        foreach (var model in snapshot.Models)
        {
            var posed = PosedGeometry.InWorld(model);
            for (var node = 0; node < model.Asset.Nodes.Length; node++)
            {
                if (model.Asset.Nodes[node].Mesh < 0) continue;
                nodes.Add(new JsonObject
                {
                    ["name"] = $"{model.Asset.Name}/{model.Asset.Nodes[node].Name}",
                    ["mesh"] = meshes.Add(model, posed, node),
                    ["extras"] = new JsonObject { ["instanceId"] = model.InstanceId },
                });
            }
        }
    }

    private static void AddLights(FrameSnapshot snapshot, GlbLights lights, JsonArray nodes)
    {
        foreach (var light in snapshot.Lights)
        {
            if (lights.Add(light) is not { } index) continue;
            var turn = Graph.Transform.LookingAt(Vector3.Zero, light.Direction) with { Translation = light.Position };
            nodes.Add(new JsonObject
            {
                ["name"] = $"light {index}",
                ["matrix"] = Matrix(turn.ToMatrix()),
                ["extensions"] = new JsonObject { ["KHR_lights_punctual"] = new JsonObject { ["light"] = index } },
            });
        }
    }

    // glTF's matrices are column-major for column vectors, which are the same numbers in the same order.
    private static JsonArray Matrix(Matrix4x4 m) =>
    [
        m.M11, m.M12, m.M13, 0, m.M21, m.M22, m.M23, 0, m.M31, m.M32, m.M33, 0, m.M41, m.M42, m.M43, 1,
    ];

    private static void Put(JsonObject root, string name, JsonArray items)
    {
        if (items.Count > 0) root[name] = items;
    }

    private static void WriteChunks(Stream output, byte[] json, ReadOnlySpan<byte> binary)
    {
        var (jsonLength, binaryLength) = ((json.Length + 3) & ~3, (binary.Length + 3) & ~3);
        var total = 12 + 8 + jsonLength + (binaryLength > 0 ? 8 + binaryLength : 0);
        WriteWords(output, Magic, 2, (uint)total, (uint)jsonLength, JsonChunk);
        output.Write(json);
        for (var i = json.Length; i < jsonLength; i++) output.WriteByte((byte)' ');
        if (binaryLength == 0) return;
        WriteWords(output, (uint)binaryLength, BinaryChunk);
        output.Write(binary);
        for (var i = binary.Length; i < binaryLength; i++) output.WriteByte(0);
    }

    private static void WriteWords(Stream output, params ReadOnlySpan<uint> words)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var word in words)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, word);
            output.Write(bytes);
        }
    }
}

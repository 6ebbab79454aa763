using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SynthRender.Assets.Json;
using SynthRender.Assets.LabelFiles;
using SynthRender.Graph;

namespace SynthRender.Assets.Gltf;

/// <summary>Puts a model together from a checked document.</summary>
internal sealed class ModelReader
{
    private readonly GltfDocument _document;
    private readonly NodeTree _tree;
    private readonly MaterialSlots _materials;
    private readonly MeshReader _meshes;
    private readonly Dictionary<int, int> _skins = [];
    private readonly List<SkinAsset> _skinAssets = [];

    private ModelReader(GltfDocument document)
    {
        _document = document;
        _tree = NodeTree.Of(document);
        var materials = new MaterialReader(document);
        _materials = new MaterialSlots([.. document.Root.LogicalMaterials.Select(m => materials.Read(m.LogicalIndex))]);
        _meshes = new MeshReader(document, _materials);
    }

    /// <summary>Reads everything.</summary>
    /// <exception cref="AssetException">Something in the file is broken.</exception>
    public static ModelAsset Read(GltfDocument document) => new ModelReader(document).Read();

    private ModelAsset Read()
    {
        var source = _document.Source;
        DrawnSizeCheck.Check(source, _tree);
        var lights = Lights(source);
        var cameras = new AccessoryList<CameraAsset>(
            source, "camera", source.Elements("cameras"), JsonPath.Root.Member("cameras"), GltfSchema.Camera, (json, element) => CameraReader.Read(source, json, element));
        ImmutableArray<NodeAsset> nodes = [.. Enumerable.Range(0, _tree.Nodes.Count).Select(i => ReadNode(i, lights, cameras))];
        if (!nodes.Any(n => n.Mesh >= 0)) source.LeaveOut("scene", "the model has nothing to draw.");
        var targets = nodes.Select(n => n.MorphWeights.Length).ToArray();
        var animations = new AnimationReader(_document, _tree, targets);
        ImmutableArray<AnimationAsset> clips = [.. Enumerable.Range(0, source.Elements("animations").Length).Select(animations.Read).OfType<AnimationAsset>()];
        var slots = _materials.ToArray();
        var variants = VariantReader.Read(source, _materials);
        var found = LabelSource.Find(source, _tree);
        var labels = found is null ? null : new LabelReader(found, new LabelTargets(source, _tree, _meshes, found.Context)).Read();
        if (found is not null) variants = LabelVariants.Append(variants, found, slots);
        var model = new ModelAsset(Path.GetFileNameWithoutExtension(source.File), nodes, [.. _meshes.Meshes], slots, [.. _skinAssets]);
        return new ModelAsset(model.Name, model.Nodes, model.Meshes, model.Materials, model.Skins)
        {
            SourcePath = source.File,
            ContentHash = Hash(source, found?.Hash),
            Animations = clips,
            Lights = lights.Items,
            Cameras = cameras.Items,
            Variants = variants,
            Labels = labels,
            Bounds = RestBounds(model),
            Warnings = [.. source.Warnings],
            Omissions = [.. source.Omissions],
        };
    }

    private static AccessoryList<Lights.Light> Lights(GltfSource source)
    {
        const string Extension = "KHR_lights_punctual";
        var elements = source.Json.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty(Extension, out var punctual)
            ? punctual.GetProperty("lights").EnumerateArray().ToArray()
            : [];
        return new AccessoryList<Lights.Light>(
            source, "light", elements, JsonPath.Root.Member("extensions").Member(Extension).Member("lights"), GltfSchema.Light,
            (json, element) => LightReader.Read(source, json, element));
    }

    private NodeAsset ReadNode(int node, AccessoryList<Lights.Light> lights, AccessoryList<CameraAsset> cameras)
    {
        var (index, parent, hidden, instance) = _tree.Nodes[node];
        var json = _document.Source.Element("nodes", index);
        var element = $"nodes[{index}]";
        var (mesh, skin, light, camera) = (-1, -1, -1, -1);
        ImmutableArray<float> weights = [];
        if (!hidden && json.TryGetProperty("mesh", out _) && (instance >= 0 || !_tree.IsInstanced(index)))
        {
            mesh = _meshes.Read((int)GltfJson.Whole(json, "mesh")).Mesh;
            if (mesh >= 0)
            {
                weights = Weights(json, mesh, element);
                skin = ReadSkin(json, mesh, element);
            }
        }

        if (!hidden && instance < 0)
        {
            camera = cameras.Find(json, "camera", element);
            if (json.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("KHR_lights_punctual", out var punctual)
                && punctual.ValueKind == JsonValueKind.Object)
                light = lights.Find(punctual, "light", $"{element}.extensions.KHR_lights_punctual");
        }

        return new NodeAsset(_tree.Name(node), parent, _tree.Rest(node), mesh, skin, weights, light, camera) { IsInstance = instance >= 0 };
    }

    private ImmutableArray<float> Weights(JsonElement node, int mesh, string element)
    {
        var count = _meshes.Meshes[mesh].MorphTargetNames.Length;
        var source = _document.Source.Element("meshes", (int)GltfJson.Whole(node, "mesh"));
        var where = node.TryGetProperty("weights", out var weights) ? $"{element}.weights"
            : source.TryGetProperty("weights", out weights) ? $"meshes[{GltfJson.Whole(node, "mesh")}].weights" : null;
        if (where is null) return [.. new float[count]];
        if (weights.GetArrayLength() != count)
            throw _document.Source.Fault(where, $"holds {weights.GetArrayLength()} weights, but the mesh has {count} morph targets.");
        return [.. weights.EnumerateArray().Select(w => (float)w.GetDouble())];
    }

    private int ReadSkin(JsonElement node, int mesh, string element)
    {
        if (!node.TryGetProperty("skin", out _)) return -1;
        var index = (int)GltfJson.Whole(node, "skin");
        if (!_skins.TryGetValue(index, out var skin))
        {
            skin = _skinAssets.Count;
            _skinAssets.Add(SkinReader.Read(_document, index, _tree)!);
            _skins.Add(index, skin);
        }

        var primitives = _meshes.Meshes[mesh].Primitives;
        if (primitives.All(p => p.InfluencesPerVertex == 0))
        {
            _document.Source.Warn($"{element}.skin", "the mesh has no joints and weights; the node moves it as a whole.");
            return -1;
        }

        foreach (var primitive in primitives)
            foreach (var joint in primitive.Joints.Span)
                if (joint >= _skinAssets[skin].Joints.Length)
                    throw _document.Source.Fault($"{element}.skin",
                        $"the mesh names joint {joint}, but skins[{index}] has {_skinAssets[skin].Joints.Length} joints.");
        return skin;
    }

    private BoundingBox RestBounds(ModelAsset model)
    {
        var bounds = PosedGeometry.AtRest(model).Bounds();
        if (!bounds.IsEmpty && !(AccessorReader.IsFinite(bounds.Min) && AccessorReader.IsFinite(bounds.Max)))
            throw _document.Source.Fault("scene",
                $"the model's bounds are {bounds.Min} to {bounds.Max}; its transforms leave the range of a float.");
        return bounds;
    }

    private static string Hash(GltfSource source, byte[]? sidecar)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(SHA256.HashData(source.Bytes));
        foreach (var (path, content) in source.Folder.Hashes)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path + "\0"));
            hash.AppendData(content);
        }

        if (sidecar is not null)
        {
            hash.AppendData("labels\0"u8);
            hash.AppendData(sidecar);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

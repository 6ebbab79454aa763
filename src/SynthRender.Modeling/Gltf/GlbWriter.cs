using System.Numerics;
using System.Text.Json.Nodes;
using SharpGLTF.Memory;
using SharpGLTF.Schema2;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Gltf;

/// <summary>Writes a built model as one .glb: node tree, meshes, skin, morph targets, materials, animations, labels and levels of detail.</summary>
internal sealed class GlbWriter
{
    private readonly ModelDescription _model;
    private readonly IReadOnlyList<BuiltSurface> _surfaces;
    private readonly AtlasImages? _images;
    private readonly DrawnMeshes? _drawn;
    private readonly ModelRoot _root = ModelRoot.CreateModel();
    private readonly Dictionary<string, Node> _nodes = [];
    private readonly Dictionary<string, Material> _materials = [];
    private readonly Dictionary<string, (string Mesh, int Primitive, int FirstVertex)> _where = [];

    private GlbWriter(ModelDescription model, IReadOnlyList<BuiltSurface> surfaces, AtlasImages? images, DrawnMeshes? drawn) =>
        (_model, _surfaces, _images, _drawn) = (model, surfaces, images, drawn);

    public static byte[] Write(ModelDescription model, IReadOnlyList<BuiltSurface> surfaces, BakedTextures? baked)
    {
        var images = baked is null ? null : AtlasImages.Of(baked, model.TextureQuality);
        // Levels of detail are made from what a reader makes of the file, so it is written without them first.
        var plain = new GlbWriter(model, surfaces, images, null).Write();
        return new GlbWriter(model, surfaces, images, DrawnMeshes.Of(model.Category, plain)).Write();
    }

    private byte[] Write()
    {
        AddMaterials();
        AddNodes();
        AddMeshes();
        foreach (var sheet in _model.Sheets)
            AddSheet(sheet);
        foreach (var clip in _model.Clips)
            AddClip(clip);
        if (_drawn is not null)
            foreach (var mesh in _root.LogicalMeshes)
                LevelExtras.Add(mesh, _drawn.Levels(mesh.Name));
        if (_model.Labeled)
            _root.DefaultScene.Extras = new JsonObject { ["synthrender"] = LabelExtras.Write(_model, _surfaces, _where) };
        _root.MergeBuffers();
        using var stream = new MemoryStream();
        _root.WriteGLB(stream, new WriteSettings { Validation = SharpGLTF.Validation.ValidationMode.Strict });
        return stream.ToArray();
    }

    private void AddMaterials()
    {
        foreach (var m in _model.Materials.Where(m => _images is null || _model.Sheets.Exists(s => s.Material == m.Name)))
        {
            var material = _materials[m.Name] = _root.CreateMaterial(m.Name);
            material.InitializePBRMetallicRoughness();
            var baseColor = material.FindChannel("BaseColor")!.Value;
            baseColor.Color = new Vector4(m.Color, 1f);
            material.FindChannel("MetallicRoughness")!.Value.SetFactor("MetallicFactor", m.Metallic);
            material.FindChannel("MetallicRoughness")!.Value.SetFactor("RoughnessFactor", m.Roughness);
        }

        if (_images is null)
            return;
        var color = Texture("BaseColor", _images.Color);
        var normal = Texture("Normal", _images.Normal);
        var surface = Texture("OcclusionRoughnessMetallic", _images.Surface);
        foreach (var m in _model.Materials.Where(m => !_materials.ContainsKey(m.Name)))
        {
            var material = _materials[m.Name] = _root.CreateMaterial(m.Name);
            material.InitializePBRMetallicRoughness();
            var baseColor = material.FindChannel("BaseColor")!.Value;
            baseColor.SetTexture(0, color);
            baseColor.Color = new Vector4(m.Color, 1f);
            material.FindChannel("Normal")!.Value.SetTexture(0, normal);
            material.FindChannel("MetallicRoughness")!.Value.SetTexture(0, surface);
            material.FindChannel("MetallicRoughness")!.Value.SetFactor("MetallicFactor", m.Metallic);
            material.FindChannel("MetallicRoughness")!.Value.SetFactor("RoughnessFactor", m.Roughness);
            material.FindChannel("Occlusion")!.Value.SetTexture(0, surface);
        }
    }

    private Texture Texture(string name, byte[] jpeg)
    {
        var image = _root.CreateImage(name);
        image.Content = new MemoryImage(jpeg);
        return _root.UseTexture(image, _root.UseTextureSampler(TextureWrapMode.CLAMP_TO_EDGE, TextureWrapMode.CLAMP_TO_EDGE,
            TextureMipMapFilter.LINEAR_MIPMAP_LINEAR, TextureInterpolationFilter.LINEAR));
    }

    private void AddNodes()
    {
        var scene = _root.UseScene(_model.Category);
        var top = _nodes[""] = scene.CreateNode(_model.Category);
        foreach (var n in _model.Nodes)
        {
            var parent = n.Parent is null ? Vector3.Zero : _model.PositionOf(n.Parent);
            var node = _nodes[n.Name] = (n.Parent is null ? top : _nodes[n.Parent]).CreateNode(n.Name);
            node.LocalTransform = new SharpGLTF.Transforms.AffineTransform(null, null, n.Position - parent);
        }
    }

    private void AddMeshes()
    {
        foreach (var group in _surfaces.GroupBy(s => s.Solid.Node ?? ""))
        {
            var skinned = group.Key.Length == 0;
            var surfaces = group.ToArray();
            var mesh = _root.CreateMesh(skinned ? "Body" : group.Key);
            var bones = surfaces.SelectMany(s => s.Solid.Flesh?.Nodes ?? []).Distinct().ToArray();
            var origin = skinned ? Vector3.Zero : _model.PositionOf(group.Key);
            var moved = _model.Morphs.Select(m => surfaces.Select(s => MorphDeltas.Of(s, m)).ToArray()).ToArray();
            var morphs = moved.Any(m => m.Any(d => d.Any));
            foreach (var material in surfaces.GroupBy(s => s.Solid.Material))
            {
                var parts = material.ToArray();
                var first = 0;
                foreach (var part in parts)
                {
                    _where[part.Solid.Name] = (mesh.Name, mesh.Primitives.Count, first);
                    first += part.Positions.Length;
                }

                var (indices, copies) = Triangles(mesh, parts, first);
                var primitive = mesh.CreatePrimitive();
                primitive.Material = _materials[material.Key];
                AddVertices(primitive, parts, origin, bones, copies);
                primitive.IndexAccessor = Accessors.Indices(_root, indices, first + copies.Length);
                primitive.DrawPrimitiveType = PrimitiveType.TRIANGLES;
                if (morphs)
                    for (var m = 0; m < moved.Length; m++)
                        AddMorph(primitive, m, [.. parts.Select(p => moved[m][Array.IndexOf(surfaces, p)])], copies);
            }

            if (morphs)
            {
                mesh.SetMorphWeights([.. _model.Morphs.Select(_ => 0f)]);
                mesh.Extras = new JsonObject { ["targetNames"] = new JsonArray([.. _model.Morphs.Select(m => (JsonNode)m.Name)]) };
            }

            Attach(mesh, group.Key, bones);
        }
    }

    private void AddSheet(Sheet sheet)
    {
        var mesh = _root.CreateMesh(sheet.Name);
        var primitive = mesh.CreatePrimitive();
        primitive.Material = _materials[sheet.Material];
        primitive.SetVertexAccessor("POSITION", Accessors.Vectors(_root, [.. sheet.Positions]));
        primitive.SetVertexAccessor("NORMAL", Accessors.Vectors(_root, [.. sheet.Normals]));
        primitive.SetVertexAccessor("COLOR_0", Accessors.Colors(_root, sheet.Colors));
        primitive.IndexAccessor = Accessors.Indices(_root, sheet.Indices, sheet.Positions.Count);
        primitive.DrawPrimitiveType = PrimitiveType.TRIANGLES;
        _nodes[""].CreateNode(sheet.Name).Mesh = mesh;
    }

    private void Attach(Mesh mesh, string nodeName, string[] bones)
    {
        if (nodeName.Length > 0)
        {
            _nodes[nodeName].Mesh = mesh;
            return;
        }

        var node = _nodes[""].CreateNode("Body");
        node.Mesh = mesh;
        node.Skin = _root.CreateSkin("Body");
        node.Skin.BindJoints([.. bones.Select(b => (_nodes[b], Matrix4x4.CreateTranslation(-_model.PositionOf(b))))]);
    }

    /// <summary>The corners of a primitive that is about to be added, and its vertices that stand twice, at the end.</summary>
    private (IReadOnlyList<int> Indices, int[] Copies) Triangles(Mesh mesh, BuiltSurface[] parts, int vertices)
    {
        var indices = new List<int>();
        var first = 0;
        foreach (var part in parts)
        {
            indices.AddRange(part.Indices.Select(i => i + first));
            first += part.Positions.Length;
        }

        return _drawn is null ? (indices, []) : _drawn.Split(mesh.Name, mesh.Primitives.Count, indices, vertices);
    }

    private void AddVertices(MeshPrimitive primitive, BuiltSurface[] parts, Vector3 origin, string[] bones, int[] copies)
    {
        var size = (float)_model.TextureSize;
        primitive.SetVertexAccessor("POSITION", Accessors.Vectors(_root, [.. WithCopies(parts.SelectMany(p => p.Positions).Select(v => v - origin), copies)]));
        primitive.SetVertexAccessor("NORMAL", Accessors.Vectors(_root, [.. WithCopies(parts.SelectMany(p => p.Normals), copies)]));
        primitive.SetVertexAccessor("TEXCOORD_0", Accessors.UnitPairs(_root, [.. WithCopies(parts.SelectMany(p => p.Texels).Select(t => t / size), copies)]));
        if (bones.Length > 0)
        {
            var influences = new List<(int Node, float Weight)[]>();
            foreach (var part in parts)
            {
                var map = part.Solid.Flesh!.Nodes.Select(n => Array.IndexOf(bones, n)).ToArray();
                influences.AddRange(part.Weights.Select(w => w.Select(x => (map[x.Node], x.Weight)).ToArray()));
            }

            influences = WithCopies(influences, copies);
            primitive.SetVertexAccessor("JOINTS_0", Accessors.Joints(_root, influences));
            primitive.SetVertexAccessor("WEIGHTS_0", Accessors.Weights(_root, influences));
        }
    }

    private void AddMorph(MeshPrimitive primitive, int index, MorphDeltas[] parts, int[] copies) => primitive.SetMorphTargetAccessors(index,
        new Dictionary<string, Accessor>
        {
            ["POSITION"] = Accessors.Deltas(_root, [.. WithCopies(parts.SelectMany(p => p.Positions), copies)]),
            ["NORMAL"] = Accessors.Deltas(_root, [.. WithCopies(parts.SelectMany(p => p.Normals), copies)]),
        });

    private static List<T> WithCopies<T>(IEnumerable<T> values, int[] copies)
    {
        var all = values.ToList();
        all.AddRange([.. copies.Select(c => all[c])]);
        return all;
    }

    private void AddClip(ModelClip clip)
    {
        var animation = _root.CreateAnimation(clip.Name);
        foreach (var (node, turn) in clip.Turns)
            animation.CreateRotationChannel(_nodes[node], Keys(clip, turn));
        foreach (var (node, shift) in clip.Shifts)
        {
            var rest = _nodes[node].LocalTransform.Translation;
            animation.CreateTranslationChannel(_nodes[node], Keys(clip, t => rest + shift(t)));
        }
    }

    private static SortedDictionary<float, T> Keys<T>(ModelClip clip, Func<float, T> value)
    {
        var keys = new SortedDictionary<float, T>();
        for (var k = 0; k < clip.Keys; k++)
        {
            var phase = k / (clip.Keys - 1f);
            keys[phase * clip.Seconds] = value(phase);
        }

        return keys;
    }
}

using System.Globalization;
using System.Numerics;
using SynthRender.Labels;
using SynthRender.Lights;
using SynthRender.Materials;

namespace SynthRender.Assets;

/// <summary>Says what is in a model, line by line, for `synthrender models inspect`.</summary>
public static class ModelDescription
{
    /// <summary>Describes a model: totals, node tree, meshes, materials, skins, animations, lights, cameras, labels, warnings. Indented by two spaces a level.</summary>
    public static IReadOnlyList<string> Of(ModelAsset model)
    {
        var lines = new List<string>
        {
            $"{model.Name}: {Count(model.TriangleCount, "triangle")}, {Count(Vertices(model), "vertex", "vertices")}, {Size(model)}",
        };
        if (model.SourcePath is not null) lines.Add($"  file      {model.SourcePath}");
        if (model.ContentHash.Length > 0) lines.Add($"  sha256    {model.ContentHash}");
        Nodes(model, lines);
        Section(lines, "meshes", model.Meshes.Select(m => (m.Name, m.Primitives.Select(p => Primitive(model, p)).Concat(Levels(m)))));
        Section(lines, "materials", model.Materials.Select((m, i) => ($"{i} {m.Name}", Material(m))));
        Section(lines, "variants", model.Variants.Select(v => (v.Name, Changes(model, v))));
        Section(lines, "morph targets", model.Meshes.SelectMany(m => m.MorphTargetNames).Distinct().Select(name => (name, Enumerable.Empty<string>())));
        Section(lines, "skins", model.Skins.Select(s => ($"{s.Name}: {Count(s.Joints.Length, "joint")}", Enumerable.Empty<string>())));
        Section(lines, "animations", model.Animations.Select(a => ($"{a.Name}: {Number(a.Duration)} s, {Count(a.Channels.Length, "channel")}", Enumerable.Empty<string>())));
        Section(lines, "lights (they light a scene only when it adds them)", model.Lights.Select(l => (Light(l), Enumerable.Empty<string>())));
        Section(lines, "cameras", model.Cameras.Select(c => (Camera(c), Enumerable.Empty<string>())));
        if (model.Labels is { } labels) Labels(model, labels, lines);
        else lines.Add("labels: none");
        Section(lines, "warnings", model.Warnings.Select(w => (w, Enumerable.Empty<string>())));
        return lines;
    }

    private static void Nodes(ModelAsset model, List<string> lines)
    {
        lines.Add($"nodes: {model.Nodes.Length}");
        var depth = new int[model.Nodes.Length];
        var children = model.Nodes.Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < depth.Length; i++)
            if (model.Nodes[i].Parent >= 0) children[model.Nodes[i].Parent].Add(i);
        var pending = new Stack<int>(Enumerable.Range(0, depth.Length).Where(i => model.Nodes[i].Parent < 0).Reverse());
        while (pending.TryPop(out var i))
        {
            var node = model.Nodes[i];
            if (node.IsInstance) continue;
            if (node.Parent >= 0) depth[i] = depth[node.Parent] + 1;
            var line = $"{new string(' ', 2 + 2 * depth[i])}{node.Name}";
            if (node.Mesh >= 0) line += $"  mesh {model.Meshes[node.Mesh].Name}, {Count(model.Meshes[node.Mesh].Primitives.Sum(p => (long)p.TriangleCount), "triangle")}";
            var instances = children[i].Where(c => model.Nodes[c].IsInstance).ToList();
            if (instances.Count > 0 && model.Nodes[instances[0]].Mesh is >= 0 and var shown)
                line += $"  {Count(instances.Count, "instance")} of mesh {model.Meshes[shown].Name}, {Count(model.Meshes[shown].Primitives.Sum(p => (long)p.TriangleCount), "triangle")} each";
            if (node.Skin >= 0) line += $", skin {model.Skins[node.Skin].Name}";
            if (node.Light >= 0) line += $"  {Light(model.Lights[node.Light])}";
            if (node.Camera >= 0) line += $"  camera {model.Cameras[node.Camera].Name}";
            lines.Add(line);
            for (var c = children[i].Count - 1; c >= 0; c--) pending.Push(children[i][c]);
        }
    }

    private static string Primitive(ModelAsset model, PrimitiveAsset primitive)
    {
        var joined = primitive.Topology switch
        {
            PrimitiveTopologyKind.Lines => Count(primitive.Indices.Length / 2, "line"),
            PrimitiveTopologyKind.Points => Count(primitive.Indices.Length, "point"),
            _ => Count(primitive.TriangleCount, "triangle"),
        };
        var extras = new List<string>();
        if (primitive.TexCoords0.Length > 0) extras.Add(primitive.TexCoords1.Length > 0 ? "2 UV sets" : "UV");
        if (primitive.Colors.Length > 0) extras.Add("vertex colours");
        if (primitive.InfluencesPerVertex > 0) extras.Add($"skinned ({primitive.InfluencesPerVertex} joints a vertex)");
        if (primitive.MorphTargets.Length > 0) extras.Add(Count(primitive.MorphTargets.Length, "morph target"));
        return $"{joined}, {Count(primitive.VertexCount, "vertex", "vertices")}, material {model.Materials[primitive.Material].Name}{string.Concat(extras.Select(e => $", {e}"))}";
    }

    private static IEnumerable<string> Levels(MeshAsset mesh)
    {
        if (mesh.StoredLevels is not { } levels) yield break;
        if (levels.IsEmpty) yield return "no coarser level of detail";
        for (var i = 0; i < levels.Length; i++)
        {
            var errors = levels[i].Errors;
            yield return $"level of detail {i + 1}: {Count(levels[i].IndexCount / 3, "triangle")}, error {Millimetres(errors.SurfaceMetres)}, "
                + $"texture slip {Millimetres(MathF.Max(errors.Slip0Metres, errors.Slip1Metres))}, relief {Millimetres(errors.ReliefMetres)}"
                + (errors.ColorMetres > 0 || errors.AlphaMetres > 0 ? $", colours {Millimetres(errors.ColorMetres)}, alpha {Millimetres(errors.AlphaMetres)}" : "");
        }

        static string Millimetres(float metres) => $"{Number(1000 * metres)} mm";
    }

    private static IEnumerable<string> Material(Material material)
    {
        yield return $"base colour {Numbers(material.BaseColorFactor)}, metallic {Number(material.MetallicFactor)}, roughness {Number(material.RoughnessFactor)}"
            + (material.EmissiveFactor == Vector3.Zero ? "" : $", emissive {Numbers(material.EmissiveFactor)}")
            + material.AlphaMode switch { AlphaMode.Mask => $", alpha cut at {Number(material.AlphaCutoff)}", AlphaMode.Blend => ", alpha blended", _ => "" }
            + (material.DoubleSided ? ", double-sided" : "") + (material.Unlit ? ", unlit" : "");
        foreach (var (kind, slot) in ((string, TextureSlot?)[])
            [
                ("base colour", material.BaseColorTexture), ("metallic-roughness", material.MetallicRoughnessTexture), ("normal", material.NormalTexture),
                ("occlusion", material.OcclusionTexture), ("emissive", material.EmissiveTexture),
            ])
            if (slot is not null) yield return $"{kind} texture {slot.Image.Name}, {slot.Image.Width}×{slot.Image.Height}{(slot.TexCoord == 0 ? "" : ", UV set 1")}";
    }

    private static IEnumerable<string> Changes(ModelAsset model, MaterialVariant variant)
    {
        for (var i = 0; i < model.Materials.Length; i++)
            if (variant.Materials[i] != model.Materials[i])
                yield return $"{model.Materials[i].Name}: {Material(variant.Materials[i]).First()}";
    }

    private static string Light(Light light) => light switch
    {
        DirectionalLight sun => $"directional light, {Number(sun.Irradiance)} W/m²",
        PointLight point => $"point light, {Number(point.Intensity)} W/sr",
        SpotLight spot => $"spot light, {Number(spot.Intensity)} W/sr, cone {Number(spot.OuterConeAngle * (180 / MathF.PI))}°",
        _ => light.GetType().Name,
    };

    private static string Camera(CameraAsset camera) => camera.VerticalFov is { } fov
        ? $"{camera.Name}: perspective, {Number(fov * (180 / MathF.PI))}° high"
        : $"{camera.Name}: orthographic, {Number(2 * camera.HalfHeight.GetValueOrDefault())} m high";

    private static void Labels(ModelAsset model, ModelLabels labels, List<string> lines)
    {
        lines.Add($"labels: {labels.Category}{(labels.Supercategory.Length == 0 ? "" : $" ({labels.Supercategory})")}"
            + (labels.SizeMetres is { } size ? $", {Extent(size)} m" : ""));
        foreach (var keypoint in labels.Keypoints)
            lines.Add($"  keypoint {keypoint.Name} on {model.Nodes[keypoint.Node].Name}"
                + (keypoint.Vertex is { } vertex ? $", primitive {vertex.Primitive}, vertex {vertex.Vertex}" : keypoint.Offset == Vector3.Zero ? "" : $" at {Numbers(keypoint.Offset)}")
                + $", self-occlusion {Number(keypoint.SelfOcclusionDistance)} m");
        if (labels.Template is { } template)
        {
            if (template.Edges.Length > 0) lines.Add($"  skeleton {string.Join(", ", template.Edges.Select(e => $"{template.Names[e.From]}–{template.Names[e.To]}"))}");
            if (template.SymmetricPairs.Length > 0)
                lines.Add($"  mirrored {string.Join(", ", template.SymmetricPairs.Select(p => $"{template.Names[p.Left]}↔{template.Names[p.Right]}"))}");
        }

        foreach (var joint in labels.Joints) lines.Add($"  joint {model.Nodes[joint.Node].Name}: {Joint(joint)}");
        foreach (var part in labels.Parts) lines.Add($"  part {part.Name}: {string.Join(", ", part.Nodes.Select(n => model.Nodes[n].Name))}");
        foreach (var symmetry in labels.Symmetries) lines.Add($"  symmetry: {Symmetry(symmetry)}");
    }

    private static string Symmetry(ModelSymmetry symmetry)
    {
        if (symmetry.ModelFromModel is not { } motion)
            return $"any turn about {Numbers(symmetry.Axis)} through {Numbers(symmetry.Offset)}";
        var turn = Quaternion.CreateFromRotationMatrix(motion);
        if (turn.W < 0) turn = -turn;
        var axis = new Vector3(turn.X, turn.Y, turn.Z);
        var angle = 2 * MathF.Atan2(axis.Length(), turn.W);
        var moved = motion.Translation == Vector3.Zero ? "" : $", moved by {Numbers(motion.Translation)} m";
        return (angle == 0 ? "no turn" : $"{Number(angle * (180 / MathF.PI))}° about {Numbers(Vector3.Normalize(axis))}") + moved;
    }

    private static string Joint(JointLimit joint)
    {
        const float Degrees = 180 / MathF.PI;
        return joint.Kind switch
        {
            JointKind.Revolute => $"turns about {Numbers(joint.Axis)}, {Number(joint.Lower.X * Degrees)}° to {Number(joint.Upper.X * Degrees)}°",
            JointKind.Prismatic => $"slides along {Numbers(joint.Axis)}, {Number(joint.Lower.X)} m to {Number(joint.Upper.X)} m",
            _ => $"turns freely, {Numbers(joint.Lower * Degrees)} to {Numbers(joint.Upper * Degrees)} degrees",
        };
    }

    private static void Section(List<string> lines, string title, IEnumerable<(string Line, IEnumerable<string> Below)> entries)
    {
        var first = true;
        foreach (var (line, below) in entries)
        {
            if (first) lines.Add($"{title}:");
            first = false;
            lines.Add($"  {line}");
            lines.AddRange(below.Select(b => $"    {b}"));
        }
    }

    private static string Size(ModelAsset model) => model.Bounds.IsEmpty ? "nothing to draw" : $"{Extent(model.Bounds.Size)} m";

    // Primitives may share vertices; each counts once.
    private static long Vertices(ModelAsset model) =>
        model.Meshes.SelectMany(m => m.Primitives).DistinctBy(p => p.Positions).Sum(p => (long)p.VertexCount);

    private static string Count(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");

    private static string Number(float value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Extent(Vector3 v) => $"{Number(v.X)} × {Number(v.Y)} × {Number(v.Z)}";

    private static string Numbers(Vector3 v) => $"{Number(v.X)} {Number(v.Y)} {Number(v.Z)}";

    private static string Numbers(Vector4 v) => $"{Number(v.X)} {Number(v.Y)} {Number(v.Z)} {Number(v.W)}";
}

using System.Numerics;
using SynthRender.Assets;
using SynthRender.Assets.LevelsOfDetail;
using SynthRender.Cameras;
using SynthRender.Graph;
using SynthRender.Materials;

namespace SynthRender.Frames;

/// <summary>
/// Which level of detail of a mesh a camera is shown: the coarsest that cannot be told from full detail. A pure function of the frame,
/// for those who draw and those who check alike.
/// </summary>
public static class DetailSelection
{
    /// <summary>By how many pixels a level may lie beside full detail in the image, at the mesh's nearest point.</summary>
    public const float ErrorPixels = 0.5f;

    /// <summary>By how many pixels a texture may slip over the surface. Where its alpha cuts the surface out, <see cref="ErrorPixels"/>.</summary>
    public const float SlipPixels = 2;

    /// <summary>The level of a node's mesh in the camera's picture, 0 for full detail.</summary>
    /// <param name="model">The model.</param>
    /// <param name="node">Index of an asset node with a mesh.</param>
    /// <param name="camera">Who looks.</param>
    public static int Level(FrameModel model, int node, CameraView camera)
    {
        var detail = model.Asset.DetailOf(model.Asset.Nodes[node].Mesh);
        if (detail.Levels.Length == 1) return 0;
        var stretch = WorldPerMesh(model, node);
        var nearest = NearestDepth(model, node, detail, camera.ViewFromWorld);
        // Seen at an angle a step towards the camera moves the image too, by as much more as the ray is longer than its depth.
        var (x, y) = (0.5f * camera.Lens.Width / camera.FocalLengthPixels, 0.5f * camera.Lens.Height / camera.FocalLengthPixels);
        var pixels = camera.FocalLengthPixels * MathF.Sqrt(1 + x * x + y * y);
        var slip = AllowedSlip(model, model.Asset.Nodes[node].Mesh);
        for (var level = detail.Levels.Length - 1; level > 0; level--)
        {
            var (error, slipped) = (stretch * detail.Levels[level].ErrorMetres, stretch * detail.Levels[level].SlipMetres);
            var depth = nearest - error;
            if (depth > camera.Lens.Near && error * pixels <= ErrorPixels * depth && slipped * pixels <= slip * depth) return level;
        }

        return 0;
    }

    /// <summary>
    /// Metres of the world for a metre of a node's mesh at most: of what is an error in the mesh's own frame, so many are seen. Joints
    /// and morph weights beyond those with which errors were measured count too.
    /// </summary>
    public static float WorldPerMesh(FrameModel model, int node)
    {
        var asset = model.Asset.Nodes[node];
        var largest = Stretch.Largest(model.WorldFromNodes[node]);
        if (asset.Skin >= 0)
        {
            largest = 0;
            foreach (ref readonly var joint in model.WorldFromBind[asset.Skin].AsSpan()) largest = MathF.Max(largest, Stretch.Largest(joint));
        }

        var weights = 0f;
        foreach (var weight in model.MorphWeights[node]) weights += MathF.Abs(weight);
        return largest * MathF.Max(1, weights);
    }

    private static float NearestDepth(FrameModel model, int node, MeshDetail detail, in Matrix4x4 viewFromWorld)
    {
        var reach = 0f;
        var weights = model.MorphWeights[node];
        for (var t = 0; t < Math.Min(weights.Length, detail.TargetReach.Length); t++) reach += MathF.Abs(weights[t]) * detail.TargetReach[t];
        var skin = model.Asset.Nodes[node].Skin;
        if (skin < 0) return Depth(detail.Bounds, reach, model.WorldFromNodes[node] * viewFromWorld);
        var nearest = Depth(detail.UnskinnedBounds, reach, model.WorldFromNodes[node] * viewFromWorld);
        var joints = model.WorldFromBind[skin].AsSpan();
        for (var j = 0; j < detail.JointBounds.Length; j++) nearest = MathF.Min(nearest, Depth(detail.JointBounds[j], reach, joints[j] * viewFromWorld));
        return nearest;
    }

    /// <summary>The least depth of a box, larger by a reach all round.</summary>
    private static float Depth(BoundingBox box, float reach, in Matrix4x4 viewFromBox)
    {
        if (box.IsEmpty) return float.PositiveInfinity;
        var (center, half) = (box.Center, box.Size * 0.5f + new Vector3(reach));
        var middle = center.X * viewFromBox.M13 + center.Y * viewFromBox.M23 + center.Z * viewFromBox.M33 + viewFromBox.M43;
        return -middle - (half.X * MathF.Abs(viewFromBox.M13) + half.Y * MathF.Abs(viewFromBox.M23) + half.Z * MathF.Abs(viewFromBox.M33));
    }

    private static float AllowedSlip(FrameModel model, int mesh)
    {
        var allowed = float.PositiveInfinity;
        foreach (var primitive in model.Asset.Meshes[mesh].Primitives)
        {
            var material = model.Materials[primitive.Material];
            var cutOut = material.AlphaMode != AlphaMode.Opaque && (material.BaseColorTexture is not null || !primitive.Colors.IsEmpty);
            if (cutOut) return ErrorPixels;
            var textured = material.BaseColorTexture ?? material.NormalTexture ?? material.MetallicRoughnessTexture
                ?? material.OcclusionTexture ?? material.EmissiveTexture;
            if (textured is not null || !primitive.Colors.IsEmpty) allowed = SlipPixels;
        }

        return allowed;
    }
}

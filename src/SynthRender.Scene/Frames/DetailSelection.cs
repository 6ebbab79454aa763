using System.Numerics;
using SynthRender.Assets;
using SynthRender.Assets.LevelsOfDetail;
using SynthRender.Cameras;
using SynthRender.Graph;

namespace SynthRender.Frames;

/// <summary>
/// Which level of detail of a mesh a camera is shown: the coarsest that cannot be told from full detail. A pure function of the frame,
/// for those who draw and those who check alike.
/// </summary>
public static class DetailSelection
{
    /// <summary>
    /// By how many pixels a level may lie beside full detail in the image, at the mesh's nearest point, and a wrong vertex colour or alpha
    /// beside a right one.
    /// </summary>
    public const float ErrorPixels = 0.5f;

    /// <summary>By how many pixels a texture may slip over the surface. Where its alpha cuts the surface out, <see cref="ErrorPixels"/>.</summary>
    public const float SlipPixels = 2;

    /// <summary>By how many pixels a relief may rise that looks like wrong normals, beyond what the surface's own error explains.</summary>
    public const float ReliefPixels = 0.25f;

    /// <summary>How high a relief looks like the normals of a smooth body whose surface errs by 1 (measured: 0 to 1.6, sharper edges more).</summary>
    public const float ReliefOfSurface = 1.5f;

    /// <summary>The level of a node's mesh in the camera's picture, 0 for full detail.</summary>
    /// <param name="model">The model.</param>
    /// <param name="node">Index of an asset node with a mesh.</param>
    /// <param name="camera">Who looks.</param>
    public static int Level(FrameModel model, int node, CameraView camera)
    {
        var detail = model.Asset.DetailOf(model.Asset.Nodes[node].Mesh);
        if (detail.Levels.Length == 1) return 0;
        var scale = Scale(model, node);
        var nearest = NearestDepth(model, node, detail, camera.ViewFromWorld);
        // Seen at an angle a step towards the camera moves the image too, by as much more as the ray is longer than its depth.
        var (x, y) = (0.5f * camera.Lens.Width / camera.FocalLengthPixels, 0.5f * camera.Lens.Height / camera.FocalLengthPixels);
        var pixels = camera.FocalLengthPixels * MathF.Sqrt(1 + x * x + y * y);
        var tolerance = new DetailTolerance(model, model.Asset.Meshes[model.Asset.Nodes[node].Mesh]);
        for (var level = detail.Levels.Length - 1; level > 0; level--)
        {
            var depth = nearest - scale.SurfaceMetres(detail.Levels[level]);
            if (depth > camera.Lens.Near && tolerance.Allows(detail.Levels[level], scale, pixels, depth)) return level;
        }

        return 0;
    }

    /// <summary>
    /// What the errors of the levels of a node's mesh are in the frame: joints and morph weights beyond those with which they were measured
    /// count too.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="node">Index of an asset node with a mesh.</param>
    public static DetailScale Scale(FrameModel model, int node)
    {
        var asset = model.Asset.Nodes[node];
        // A shape is as much of the rest as the weights of the targets leave, and of each target what its weight says.
        var (sum, size) = (0f, 0f);
        foreach (var weight in model.MorphWeights[node]) (sum, size) = (sum + weight, size + MathF.Abs(weight));
        var morphed = MathF.Abs(1 - sum) + size;
        if (asset.Skin < 0) return new DetailScale(morphed * Stretch.Largest(model.WorldFromNodes[node]), 0);
        var detail = model.Asset.DetailOf(asset.Mesh);
        var joints = model.WorldFromBind[asset.Skin].AsSpan();
        var largest = detail.UnskinnedBounds.IsEmpty ? 0 : Stretch.Largest(model.WorldFromNodes[node]);
        for (var j = 0; j < detail.JointBounds.Length; j++)
            if (!detail.JointBounds[j].IsEmpty) largest = MathF.Max(largest, Stretch.Largest(joints[j]));
        var apart = 0f;
        foreach (ref readonly var pair in detail.JointPairs.AsSpan())
            apart = MathF.Max(apart, pair.Apart(joints[pair.A], joints[pair.B]) - largest * pair.Tested);
        return new DetailScale(morphed * largest, apart);
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
}

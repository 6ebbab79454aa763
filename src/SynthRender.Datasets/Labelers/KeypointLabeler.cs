using System.Collections.Immutable;
using SynthRender.Datasets.Masks;
using SynthRender.Frames;
using SynthRender.Labels;

namespace SynthRender.Datasets.Labelers;

/// <summary>Finds where the keypoints of every thing in the image fall, and which of them are seen.</summary>
/// <remarks>
/// A keypoint is visible when, at one of the 3×3 pixels around it, its own object shows and the depth there is not nearer than the
/// keypoint by more than its self-occlusion distance d: depth ≥ z − d. An object is everything under its topmost labelled node, so a
/// labelled part never hides the keypoints of the whole. What lies before the near plane is not drawn, so it is hidden.
/// </remarks>
public sealed class KeypointLabeler : CameraLabeler
{
    /// <inheritdoc/>
    public override string Id => "keypoints";

    /// <inheritdoc/>
    public override FrameLabel Label(RenderedFrame frame)
    {
        var masks = InstanceMasks.Of(frame);
        var instances = frame.Snapshot.Instances;
        var found = ImmutableArray.CreateBuilder<InstanceKeypoints>();
        uint[]? objectOfId = null;
        foreach (var instance in instances)
        {
            if (instance.Template is not { } template || instance.Labeling.Kind != LabelKind.Thing || masks[instance.Id].Area == 0) continue;
            if (instance.Keypoints.Length != template.Names.Length)
                throw new InvalidDataException(
                    $"'{instance.Name}' has {instance.Keypoints.Length} keypoints, its template names {template.Names.Length}.");

            objectOfId ??= ObjectOfId(instances);
            var keypoints = ImmutableArray.CreateBuilder<ImageKeypoint>(instance.Keypoints.Length);
            for (var i = 0; i < instance.Keypoints.Length; i++)
                keypoints.Add(Locate(frame, objectOfId, instance, i));
            found.Add(new InstanceKeypoints(instance.Id, instance.Name, instance.Labeling, template, keypoints.MoveToImmutable()));
        }

        return new KeypointLabel(found.DrainToImmutable());
    }

    private static ImageKeypoint Locate(RenderedFrame frame, uint[] objectOfId, FrameInstance instance, int index)
    {
        var keypoint = instance.Keypoints[index];
        var at = frame.Snapshot.Camera.Project(keypoint.World);
        if (float.IsNaN(at.Z))
            throw new InvalidDataException(
                $"Keypoint '{instance.Template!.Names[index]}' of '{instance.Name}' is at {keypoint.World}.");
        var inside = at.Z > 0 && at.X >= 0 && at.X < frame.Width && at.Y >= 0 && at.Y < frame.Height;
        if (!inside) return new ImageKeypoint(0, 0, KeypointVisibility.Outside);
        var seen = at.Z >= frame.Snapshot.Camera.Lens.Near
            && Shows(frame, objectOfId, objectOfId[instance.Id], (int)at.X, (int)at.Y, at.Z - keypoint.SelfOcclusionDistance);
        return new ImageKeypoint(at.X, at.Y, seen ? KeypointVisibility.Visible : KeypointVisibility.Hidden);
    }

    private static bool Shows(RenderedFrame frame, uint[] objectOfId, uint own, int column, int row, float nearestDepth)
    {
        var ids = frame.InstanceIds;
        var depth = frame.Depth;
        for (var y = Math.Max(row - 1, 0); y <= Math.Min(row + 1, frame.Height - 1); y++)
        {
            for (var x = Math.Max(column - 1, 0); x <= Math.Min(column + 1, frame.Width - 1); x++)
            {
                var pixel = y * frame.Width + x;
                if (objectOfId[ids[pixel]] == own && depth[pixel] >= nearestDepth) return true;
            }
        }

        return false;
    }

    /// <summary>For each id that of the topmost labelled node above it (paths join names with '/').</summary>
    private static uint[] ObjectOfId(ImmutableArray<FrameInstance> instances)
    {
        var idOfPath = new Dictionary<string, uint>(instances.Length, StringComparer.Ordinal);
        foreach (var instance in instances) idOfPath.TryAdd(instance.Name, instance.Id);
        var byPath = idOfPath.GetAlternateLookup<ReadOnlySpan<char>>();

        var objectOfId = new uint[instances.Length + 1];
        foreach (var instance in instances)
        {
            objectOfId[instance.Id] = instance.Id;
            var path = instance.Name.AsSpan();
            for (var cut = path.LastIndexOf('/'); cut > 0; cut = path.LastIndexOf('/'))
            {
                path = path[..cut];
                if (byPath.TryGetValue(path, out var above)) objectOfId[instance.Id] = above;
            }
        }

        return objectOfId;
    }
}

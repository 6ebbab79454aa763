using System.Collections.Immutable;
using SynthRender.Datasets.Masks;
using SynthRender.Frames;
using SynthRender.Labels;

namespace SynthRender.Datasets.Labelers;

/// <summary>Finds where the keypoints of every thing in the image fall, and which of them are seen.</summary>
/// <remarks>
/// A keypoint is visible when the straight line from the eye to it meets nothing before it, save its own object by at most the
/// keypoint's self-occlusion distance, and its own object shows there or within a pixel (<see cref="SightLine"/>). An object is
/// everything under its topmost labelled node, so a labelled part never hides the keypoints of the whole. What lies before the near
/// plane is not drawn, so it is hidden. Points and lines of a mesh hide nothing.
/// </remarks>
public sealed class KeypointLabeler : CameraLabeler
{
    /// <inheritdoc/>
    public override string Id => "keypoints";

    /// <inheritdoc/>
    public override bool NeedsSights => true;

    /// <inheritdoc/>
    public override FrameLabel Label(RenderedFrame frame)
    {
        var masks = InstanceMasks.Of(frame);
        var instances = frame.Snapshot.Instances;
        var found = ImmutableArray.CreateBuilder<InstanceKeypoints>();
        uint[]? objectOfId = null;
        var first = 0;
        foreach (var instance in instances)
        {
            var sight = first;
            first += instance.Keypoints.Length;
            if (instance.Template is not { } template || instance.Labeling.Kind != LabelKind.Thing || masks[instance.Id].Area == 0) continue;
            if (instance.Keypoints.Length != template.Names.Length)
                throw new InvalidDataException(
                    $"'{instance.Name}' has {instance.Keypoints.Length} keypoints, its template names {template.Names.Length}.");

            objectOfId ??= ObjectOfId(instances);
            var keypoints = ImmutableArray.CreateBuilder<ImageKeypoint>(instance.Keypoints.Length);
            for (var i = 0; i < instance.Keypoints.Length; i++)
                keypoints.Add(Locate(frame, objectOfId, instance, i, sight + i));
            found.Add(new InstanceKeypoints(instance.Id, instance.Name, instance.Labeling, template, keypoints.MoveToImmutable()));
        }

        return new KeypointLabel(found.DrainToImmutable());
    }

    private static ImageKeypoint Locate(RenderedFrame frame, uint[] objectOfId, FrameInstance instance, int index, int sight)
    {
        var keypoint = instance.Keypoints[index];
        var at = frame.Snapshot.Camera.Project(keypoint.World);
        if (float.IsNaN(at.Z))
            throw new InvalidDataException(
                $"Keypoint '{instance.Template!.Names[index]}' of '{instance.Name}' is at {keypoint.World}.");
        var inside = at.Z > 0 && at.X >= 0 && at.X < frame.Width && at.Y >= 0 && at.Y < frame.Height;
        if (!inside) return new ImageKeypoint(0, 0, KeypointVisibility.Outside);
        var line = new SightLine(objectOfId, objectOfId[instance.Id], at.Z, keypoint.SelfOcclusionDistance);
        var seen = at.Z >= frame.Snapshot.Camera.Lens.Near && IsSeen(frame, line, at.X, at.Y, sight);
        return new ImageKeypoint(at.X, at.Y, seen ? KeypointVisibility.Visible : KeypointVisibility.Hidden);
    }

    private static bool IsSeen(RenderedFrame frame, SightLine line, float x, float y, int sight)
    {
        // Where no triangle of the object is near, it may still show by points and lines, which only the image knows.
        if (frame.Sights is { } sights && line.PassesOwn(sights[sight])) return line.IsFree(sights[sight]);
        Span<SightHit> around = stackalloc SightHit[9];
        return line.IsFree(around[..PixelSights.Around(frame, x, y, around)]);
    }

    /// <summary>For each id that of the topmost labelled object above it.</summary>
    private static uint[] ObjectOfId(ImmutableArray<FrameInstance> instances)
    {
        var objectOfId = new uint[instances.Length + 1];
        foreach (var instance in instances)
        {
            if (instance.ParentId >= instance.Id)
                throw new InvalidDataException($"'{instance.Name}' has id {instance.Id} and is a part of {instance.ParentId}; a whole comes before its parts.");
            objectOfId[instance.Id] = instance.ParentId == 0 ? instance.Id : objectOfId[instance.ParentId];
        }

        return objectOfId;
    }
}

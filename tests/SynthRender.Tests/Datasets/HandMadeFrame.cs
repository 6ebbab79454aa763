using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Cameras;
using SynthRender.Frames;
using SynthRender.Labels;
using SynthRender.Lights;

namespace SynthRender.Tests.Datasets;

/// <summary>A frame without a renderer: instances with their pixels, painted in order, and keypoints in the camera's own frame.</summary>
internal sealed class HandMadeFrame
{
    private readonly List<FrameInstance> _instances = [];
    private readonly uint[] _ids;
    private readonly float[] _depth;
    private readonly byte[] _color;

    /// <summary>A camera at the origin; its focal length is half the image's height, so that view (x, y, −1) falls h/2 from the middle per metre.</summary>
    internal HandMadeFrame(int width, int height, int index = 0, string camera = "camera")
    {
        (Width, Height, Index) = (width, height, index);
        Camera = new CameraView(camera, new Lens(width, height, MathF.PI / 2), Matrix4x4.Identity);
        _ids = new uint[width * height];
        _depth = [.. Enumerable.Repeat(float.PositiveInfinity, width * height)];
        _color = [.. Enumerable.Repeat((byte)255, 4 * width * height)];
    }

    internal int Width { get; }

    internal int Height { get; }

    internal int Index { get; }

    internal CameraView Camera { get; }

    internal List<SampledValue> SampledValues { get; } = [];

    internal ImmutableArray<CameraLabeler> Labelers { get; init; } = [];

    /// <summary>Adds an object that covers what <paramref name="inside"/> says (pixel indices), at a depth in metres.</summary>
    internal HandMadeFrame Add(
        string category, Func<int, int, bool> inside, float depth = 2, LabelKind kind = LabelKind.Thing, string? name = null,
        KeypointTemplate? template = null, uint parent = 0, params FrameKeypoint[] keypoints)
    {
        var id = (uint)_instances.Count + 1;
        _instances.Add(new FrameInstance
        {
            Id = id,
            ParentId = parent,
            Name = name ?? $"scene/{category}{id}",
            Labeling = new Labeling(category, "test", kind),
            Template = template,
            Keypoints = [.. keypoints],
        });
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                if (!inside(x, y)) continue;
                var pixel = y * Width + x;
                (_ids[pixel], _depth[pixel]) = (id, depth);
                (_color[4 * pixel], _color[4 * pixel + 1], _color[4 * pixel + 2]) = ((byte)(37 * id), (byte)(x * 3), (byte)(y * 2));
            }
        }

        return this;
    }

    /// <summary>Gives every pixel of an object the depth that it has at the pixel's centre, metres.</summary>
    internal HandMadeFrame Slant(uint id, Func<float, float, float> depth)
    {
        for (var pixel = 0; pixel < _ids.Length; pixel++)
            if (_ids[pixel] == id) _depth[pixel] = depth(pixel % Width + 0.5f, pixel / Width + 0.5f);
        return this;
    }

    /// <summary>The point that falls on edge coordinates (x, y) at a planar depth.</summary>
    internal Vector3 At(float x, float y, float depth) => new(
        (x - Width * 0.5f) * depth / Camera.FocalLengthPixels, (Height * 0.5f - y) * depth / Camera.FocalLengthPixels, -depth);

    internal RenderedFrame Render(KeypointSights? sights = null) => new(
        new FrameSnapshot
        {
            FrameIndex = Index,
            Camera = Camera,
            Labelers = Labelers,
            Models = [],
            Lights = [],
            Surroundings = Surroundings.Default,
            Instances = [.. _instances],
            SampledValues = [.. SampledValues],
        },
        _color, _ids, _depth) { Sights = sights };

    internal static KeypointTemplate Template(params string[] names) =>
        new([.. names], [.. Enumerable.Range(1, names.Length - 1).Select(i => (i - 1, i))], []);
}

using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.DeviceTests.Cli;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Materials;
using SynthRender.Rendering;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>What vertices show besides their places: pictures with levels of detail against those in full detail.</summary>
public sealed class DetailAttributeTests(ValidatedDevice device) : IDisposable
{
    private static readonly Lens Lens = new(128, 128, 0.7f) { Near = 0.01f, Far = 2000 };

    private readonly FrameRenderer _chosen = new(device.Device);
    private readonly FrameRenderer _full = new(device.Device, new FrameRendererOptions { LevelsOfDetail = false });

    public void Dispose()
    {
        _chosen.Dispose();
        _full.Dispose();
    }

    [Theory]
    [InlineData("lod_vertex_colours/vc_grid.glb", 1.5f)]
    [InlineData("lod_vertex_colours/vc_grid.glb", 6)]
    [InlineData("lod_vertex_colours/vc_grid.glb", 25)]
    [InlineData("lod_vertex_alpha_mask/va_mask.glb", 2)]
    [InlineData("lod_vertex_alpha_mask/va_mask.glb", 9)]
    [InlineData("lod_vertex_alpha_mask/va_blend.glb", 2)]
    [InlineData("lod_baked_normals/fn.glb", 2)]
    [InlineData("lod_baked_normals/fn.glb", 4)]
    public void Sheets_look_as_in_full_detail(string file, float distance) =>
        Compare(GltfLoader.Load(CommandLine.Fault(file.Split('/'))), null, distance, Vector3.Zero);

    /// <summary>A ring whose colours, alpha, second UVs or normals vary, near and far.</summary>
    [Theory]
    [InlineData("colours", 4)]
    [InlineData("colours", 20)]
    [InlineData("alpha", 4)]
    [InlineData("uv1", 4)]
    [InlineData("uv1", 20)]
    [InlineData("normals", 4)]
    [InlineData("normals", 20)]
    public void Rings_look_as_in_full_detail(string kind, float distance)
    {
        var ring = Shapes.Torus(1, 0.35f, 72, 36).Meshes[0].Primitives[0];
        var positions = ring.Positions.ToArray();
        Vector4 Color(Vector3 p, int v) => kind == "alpha"
            ? new Vector4(1, 1, 1, v % 5 < 2 ? 0 : 1)
            : new Vector4(0.5f + 0.5f * MathF.Sin(9 * p.X), v % 3 == 0 ? 1 : 0.2f, 0.5f + 0.5f * MathF.Sin(11 * p.Z), 1);
        var primitive = new PrimitiveAsset
        {
            Material = 0, Positions = positions, Indices = ring.Indices, Bounds = ring.Bounds, TexCoords0 = ring.TexCoords0, Tangents = ring.Tangents,
            Normals = kind == "normals"
                ? ring.Normals.ToArray().Select((n, v) => Vector3.Normalize(n + 0.7f * new Vector3(MathF.Sin(13 * positions[v].X), MathF.Cos(17 * positions[v].Y), 0))).ToArray()
                : ring.Normals,
            Colors = kind is "colours" or "alpha" ? positions.Select(Color).ToArray() : default,
            TexCoords1 = kind == "uv1" ? positions.Select(p => new Vector2(0.2f * p.X + 0.15f * MathF.Sin(5 * p.Z), 0.2f * p.Z)).ToArray() : default,
        };
        var rgba = new byte[4 * 16 * 16];
        for (var i = 0; i < 256; i++) (rgba[4 * i], rgba[4 * i + 1], rgba[4 * i + 2], rgba[4 * i + 3]) = ((byte)(i % 16 / 4 * 80), (byte)(i / 64 * 80), 90, 255);
        var material = Material.Default with
        {
            MetallicFactor = 0, AlphaMode = kind == "alpha" ? AlphaMode.Mask : AlphaMode.Opaque, DoubleSided = kind == "alpha",
            BaseColorTexture = kind == "uv1" ? new TextureSlot(new TextureImage("squares", 16, 16, rgba)) { TexCoord = 1 } : null,
        };
        Compare(Oracle.Shapes.Model("ring", primitive, material), null, distance, new Vector3(0, 1, 0.6f));
    }

    /// <summary>A tube, straight at rest, whose upper joint has left: what a level takes from the weights between shows only then.</summary>
    [Theory]
    [InlineData(1.2f, 0)]
    [InlineData(0, 1.5f)]
    public void Skins_whose_joints_part_keep_their_outline(float x, float y)
    {
        var tube = Oracle.Shapes.SkinnedTube(24, 60);
        var weights = tube.Weights.ToArray();
        for (var v = 0; v < tube.VertexCount; v++)
        {
            var upper = MathF.Pow(weights[4 * v + 1], 3);
            (weights[4 * v], weights[4 * v + 1]) = (1 - upper, upper);
        }

        var skinned = Oracle.Shapes.Primitive([.. tube.Positions.Span], [.. tube.Indices.Span], [], 0, [.. tube.Joints.Span], weights);
        var asset = Oracle.Shapes.SkinnedModel(skinned, Material.Default with { MetallicFactor = 0, DoubleSided = true });
        var pose = asset.RestPose.SetItem(2, asset.RestPose[2] with { Translation = asset.RestPose[2].Translation + new Vector3(x, y, 0) });
        Compare(asset, pose, 9, Vector3.Zero);
    }

    private void Compare(ModelAsset asset, ImmutableArray<Transform>? pose, float distance, Vector3 from)
    {
        var eye = Vector3.Normalize(from == Vector3.Zero ? Vector3.UnitZ : from) * distance;
        var camera = new PerceptionCamera("camera", Lens.Width, Lens.Height, Lens.VerticalFov).LookAt(eye, Vector3.Zero);
        var snapshot = new Oracle.Stage(Lens, camera.Local.ToMatrix()).Add(asset, Matrix4x4.Identity, pose ?? default).Freeze();
        using var full = _full.Render(snapshot);
        using var chosen = _chosen.Render(snapshot);
        var (shown, otherId, otherColor) = (0, 0, 0);
        for (var i = 0; i < full.InstanceIds.Length; i++)
        {
            if (full.InstanceIds[i] != 0) shown++;
            var outline = IsOutline(full, i) || IsOutline(chosen, i);
            if (full.InstanceIds[i] != chosen.InstanceIds[i] && !outline) otherId++;
            // A step in a hundred of colour, and what half a pixel does to an edge of colours that lie far apart.
            if (!outline && Enumerable.Range(0, 3).Any(c => Math.Abs(full.Color[4 * i + c] - chosen.Color[4 * i + c]) > 24)) otherColor++;
        }

        Assert.True(shown > 20, $"{shown} pixels show the model");
        Assert.Equal(0, otherId);
        Assert.True(otherColor <= 0.01 * shown, $"{otherColor} of {shown} pixels have another colour");
    }

    private static bool IsOutline(RenderedFrame frame, int pixel)
    {
        var (x, y) = (pixel % frame.Width, pixel / frame.Width);
        for (var ny = Math.Max(0, y - 1); ny <= Math.Min(frame.Height - 1, y + 1); ny++)
            for (var nx = Math.Max(0, x - 1); nx <= Math.Min(frame.Width - 1, x + 1); nx++)
                if (frame.InstanceIds[ny * frame.Width + nx] != frame.InstanceIds[pixel]) return true;
        return false;
    }
}

using System.Numerics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Graph;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>Where surfaces fall in the image: ids and depth.</summary>
public sealed class GeometryTests(ValidatedDevice device) : RenderingTest(device)
{
    [Fact]
    public void Quad_CoversExactlyThePixelsWhoseCentresItCovers()
    {
        // 1 m wide and high at 2 m: 120 px of focal length put its edges at 32 ± 30 and 24 ± 15 px.
        Lens = new Lens(64, 48, 2 * MathF.Atan(24 / 120f));
        Add(Quad(Diffuse(1)), new Transform(default, Quaternion.Identity, new Vector3(0.5f, 0.25f, 1)));
        using var frame = Render();
        for (var y = 0; y < 48; y++)
        {
            for (var x = 0; x < 64; x++)
            {
                var inside = Math.Abs(x + 0.5 - 32) < 30 && Math.Abs(y + 0.5 - 24) < 15;
                Assert.Equal(inside ? 1u : 0u, frame.InstanceIds[y * 64 + x]);
                if (inside) Near(2, frame.Depth[y * 64 + x], 2e-6, "depth");
                else Assert.Equal(float.PositiveInfinity, frame.Depth[y * 64 + x]);
            }
        }
    }

    [Fact]
    public void Depth_IsPlanarOverATiltedPlane()
    {
        Add(Quad(Diffuse(1)), new Transform(default, Quaternion.CreateFromAxisAngle(Vector3.UnitY, 0.9f), new Vector3(3)));
        var snapshot = Snapshot();
        using var frame = Renderer.Render(snapshot);
        var normal = Vector3.Transform(Vector3.UnitZ, Quaternion.CreateFromAxisAngle(Vector3.UnitY, 0.9f));
        var f = snapshot.Camera.FocalLengthPixels;
        var covered = 0;
        for (var i = 0; i < frame.Depth.Length; i++)
        {
            if (frame.InstanceIds[i] == 0) continue;
            covered++;
            var ray = new Vector3((i % 64 + 0.5f - 32) / f, -(i / 64 + 0.5f - 24) / f, -1);
            var expected = -2 * normal.Z / Vector3.Dot(normal, ray);
            // Corners are snapped to 1/256 px; this plane's depth changes by up to 3% a pixel.
            Near(expected, frame.Depth[i], 3e-4 * expected, $"pixel {i % 64}, {i / 64}");
        }

        Assert.True(covered > 1000);
    }

    [Theory]
    [InlineData(0.3f, -0.2f, 0.4f)]
    [InlineData(-0.6f, 0.35f, -1f)]
    [InlineData(0.05f, 0.5f, 0.9f)]
    public void WorldPoint_ProjectsWhereTheCameraSays(float x, float y, float z)
    {
        // The corner of a quad is found to 1e-3 px by moving it under a pixel's centre: just before, the pixel is empty; just after, it is covered.
        Eye = new Vector3(1, 0.7f, 2.5f);
        var world = new Vector3(x, y, z);
        var camera = Snapshot().Camera;
        var at = camera.Project(world);
        var (px, py) = ((int)MathF.Floor(at.X), (int)MathF.Floor(at.Y));
        var right = Vector3.Normalize(new Vector3(camera.WorldFromView.M11, camera.WorldFromView.M12, camera.WorldFromView.M13));
        var up = Vector3.Normalize(new Vector3(camera.WorldFromView.M21, camera.WorldFromView.M22, camera.WorldFromView.M23));
        var toCentre = (right * (px + 0.5f - at.X) - up * (py + 0.5f - at.Y)) * (at.Z / camera.FocalLengthPixels);

        // 1/256 px of snapping each way, and 1e-3 px.
        foreach (var (offset, expected) in new[] { (-0.005f, 1u), (0.005f, 0u) })
        {
            NewScene();
            var shift = (right - up) * (offset * at.Z / camera.FocalLengthPixels);
            var corner = world + toCentre + shift;
            // Lower right quadrant from the corner: x to the right, y down.
            var rotation = Quaternion.CreateFromRotationMatrix(CameraAxes(camera));
            var centre = corner + (right - up) * 0.2f;
            Add(Quad(Diffuse(1) with { DoubleSided = true }), new Transform(centre, rotation, new Vector3(0.2f)));
            using var frame = Render();
            Assert.Equal(expected, frame.InstanceIds[py * 64 + px]);
        }
    }

    [Fact]
    public void BackFaces_AreCulledUnlessDoubleSided()
    {
        var turned = new Transform(default, Quaternion.CreateFromAxisAngle(Vector3.UnitY, MathF.PI), Vector3.One);
        Add(Quad(Diffuse(1)), turned);
        using var culled = Render();
        Assert.All(culled.InstanceIds.ToArray(), id => Assert.Equal(0u, id));

        NewScene();
        Add(Quad(Diffuse(0.5f) with { DoubleSided = true }), turned);
        AddSun(-Vector3.UnitZ, 3);
        using var shown = Render();
        Assert.Equal(1u, shown.InstanceIds[24 * 64 + 32]);
        // The normal turns to the viewer, so the back is lit like a front.
        Near(Srgb(0.5 * 3 / Math.PI), Middle(shown).X, 1.5, "back face");
    }

    [Fact]
    public void MirroredTransform_KeepsFrontFacesFront()
    {
        Add(Quad(Diffuse(0.5f)), new Transform(default, Quaternion.Identity, new Vector3(-1, 1, 1)));
        AddSun(-Vector3.UnitZ, 3);
        using var frame = Render();
        Assert.Equal(1u, frame.InstanceIds[24 * 64 + 32]);
        Near(Srgb(0.5 * 3 / Math.PI), Middle(frame).X, 1.5, "front face");

        NewScene();
        Add(Quad(Diffuse(0.5f)), new Transform(default, Quaternion.CreateFromAxisAngle(Vector3.UnitY, MathF.PI), new Vector3(-1, 1, 1)));
        using var back = Render();
        Assert.Equal(0u, back.InstanceIds[24 * 64 + 32]);
    }

    [Fact]
    public void NearAndFarDistance_ClipExactly()
    {
        // A floor that runs through both distances.
        Lens = Lens with { Near = 1.5f, Far = 3f };
        Add(Quad(Diffuse(1) with { DoubleSided = true }), new Transform(new Vector3(0, -0.3f, 0), Quaternion.CreateFromAxisAngle(Vector3.UnitX, -MathF.PI / 2), new Vector3(5)));
        var snapshot = Snapshot();
        using var frame = Renderer.Render(snapshot);
        for (var y = 25; y < 48; y++)
        {
            // The row of the image sees the floor, 0.3 m below the eye, at this depth.
            var depth = 0.3 * snapshot.Camera.FocalLengthPixels / (y + 0.5 - 24);
            Assert.Equal(depth is > 1.5 and < 3 ? 1u : 0u, frame.InstanceIds[y * 64 + 32]);
            Assert.Equal(depth is > 1.5 and < 3, float.IsFinite(frame.Depth[y * 64 + 32]));
        }
    }

    [Fact]
    public void NearestSurface_Wins()
    {
        Add(Quad(Diffuse(1)), Transform.At(new Vector3(0, 0, -0.1f)));
        Add(Quad(Diffuse(1)), new Transform(default, Quaternion.Identity, new Vector3(0.2f)));
        using var frame = Render();
        Assert.Equal(2u, frame.InstanceIds[24 * 64 + 32]);
        Assert.Equal(1u, frame.InstanceIds[24 * 64 + 10]);
    }

    [Fact]
    public void UnlabelledModel_HidesOthersWithIdZero()
    {
        Add(Quad(Diffuse(1)), Transform.At(new Vector3(0, 0, -0.5f)));
        Add(Quad(Diffuse(1)), new Transform(default, Quaternion.Identity, new Vector3(0.2f)), label: null);
        using var frame = Render();
        Assert.Equal(0u, frame.InstanceIds[24 * 64 + 32]);
        Near(2, frame.Depth[24 * 64 + 32], 1e-5, "depth of the background model");
    }

    [Fact]
    public void LinesAndPoints_AreDrawnOnePixelWide()
    {
        var line = Oracle.Shapes.Primitive([new(-0.5f, 0.01f, 0), new(0.5f, 0.01f, 0)], [], []);
        Add(Oracle.Shapes.Model("line", Topology(line, PrimitiveTopologyKind.Lines, [0, 1]), Material.Default));
        var point = Oracle.Shapes.Primitive([new(0.01f, 0.3f, 0)], [], []);
        Add(Oracle.Shapes.Model("point", Topology(point, PrimitiveTopologyKind.Points, [0]), Material.Default));
        var snapshot = Snapshot();
        using var frame = Renderer.Render(snapshot);
        var at = snapshot.Camera.Project(new Vector3(0.01f, 0.3f, 0));
        Assert.Equal(2u, frame.InstanceIds[(int)at.Y * 64 + (int)at.X]);
        Assert.Equal(1, frame.InstanceIds.ToArray().Count(id => id == 2));
        var length = snapshot.Camera.FocalLengthPixels / 2;
        Assert.InRange(frame.InstanceIds.ToArray().Count(id => id == 1), length - 1, length + 1);
    }

    [Fact]
    public void ManyVertices_Use32BitIndices()
    {
        Add(Oracle.Shapes.Model("sphere", Oracle.Shapes.Sphere(400, 200), Diffuse(1)), new Transform(default, Quaternion.Identity, new Vector3(0.5f)));
        var snapshot = Snapshot();
        using var frame = Renderer.Render(snapshot);
        var area = frame.InstanceIds.ToArray().Count(id => id == 1);
        // A sphere of radius r at distance d fills a circle of radius f·r/√(d²−r²); the outline's pixels round either way.
        var radius = snapshot.Camera.FocalLengthPixels * 0.5 / Math.Sqrt(4 - 0.25);
        Near(Math.PI * radius * radius, area, 2 * radius, "pixels of the disc");
    }

    private static Matrix4x4 CameraAxes(CameraView camera) => camera.WorldFromView with { M41 = 0, M42 = 0, M43 = 0 };

    private static PrimitiveAsset Topology(PrimitiveAsset points, PrimitiveTopologyKind topology, uint[] indices) => new()
    {
        Topology = topology,
        Material = 0,
        Positions = points.Positions,
        Normals = default,
        Indices = indices,
        Bounds = points.Bounds,
    };
}

using System.Numerics;
using SynthRender.Assets;
using SynthRender.Export;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Lights;
using SynthRender.Materials;
using SynthRender.Tests.Assets;

namespace SynthRender.Tests.Export;

/// <summary>A frame as a .glb, read back by the loader, which validates it.</summary>
public sealed class FrameExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synthrender-export-").FullName;
    private readonly Scene _scene = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Models_lie_where_the_frame_has_them()
    {
        _scene.AddModel(Shapes.Box(new Vector3(1, 2, 3)), new Transform(new Vector3(5, 1, 0), Quaternion.CreateFromYawPitchRoll(0.3f, 0, 0), new Vector3(2)));
        var snapshot = Snapshot();
        var expected = PosedGeometry.InWorld(snapshot.Models[0]).Bounds();
        var model = Export(snapshot);
        Assert.Equal(expected.Min, model.Bounds.Min);
        Assert.Equal(expected.Max, model.Bounds.Max);
        Assert.Equal(12, model.TriangleCount);
    }

    [Theory]
    [InlineData(1f)]
    [InlineData(-1f)]
    public void Faces_look_the_same_way_under_a_mirroring_scale(float side)
    {
        _scene.AddModel(Shapes.Sphere(0.5f), new Transform(Vector3.Zero, Quaternion.Identity, new Vector3(side, 1, 1)));
        AssertFacesLookOut(Export(Snapshot()).Meshes[0].Primitives[0]);
    }

    /// <summary>What carries a skinned mesh plays no part: its joints alone say whether it is mirrored, each for the triangles that it moves.</summary>
    [Theory]
    [InlineData(1f, 1f)]
    [InlineData(-1f, 1f)]
    [InlineData(1f, -1f)]
    public void Faces_of_a_skin_look_the_same_way_under_a_mirroring_scale(float root, float joint)
    {
        var sphere = Shapes.Sphere(0.5f).Meshes[0].Primitives[0];
        ushort[] joints = [.. sphere.Positions.ToArray().SelectMany(_ => new ushort[4])];
        float[] weights = [.. sphere.Positions.ToArray().SelectMany(_ => new float[] { 1, 0, 0, 0 })];
        var skinned = new PrimitiveAsset
        {
            Material = 0, Positions = sphere.Positions, Normals = sphere.Normals, Indices = sphere.Indices, Bounds = sphere.Bounds,
            Joints = joints, Weights = weights, InfluencesPerVertex = 4,
        };
        var asset = new ModelAsset(
            "skinned",
            [
                new NodeAsset("mesh", -1, Transform.Identity with { Scale = new Vector3(-1, 1, 1) }, 0, 0, [], -1, -1),
                new NodeAsset("joint", -1, Transform.Identity with { Scale = new Vector3(1, joint, 1) }, -1, -1, [], -1, -1),
            ],
            [new MeshAsset("mesh", [skinned], [])],
            [Material.Default],
            [new SkinAsset("skin", [1], [Matrix4x4.Identity])]);
        _scene.AddModel(asset, Transform.Identity with { Scale = new Vector3(root, 1, 1) });
        AssertFacesLookOut(Export(Snapshot()).Meshes[0].Primitives[0]);
    }

    [Fact]
    public void Materials_come_back_as_they_were()
    {
        var image = new TextureImage("stripes", 2, 1, new byte[] { 255, 0, 0, 255, 10, 20, 30, 128 });
        var slot = new TextureSlot(image)
        {
            WrapU = TextureWrap.MirroredRepeat, Mipmaps = false, Offset = new Vector2(0.1f, 0.2f), Rotation = 0.5f, Scale = new Vector2(2, 3),
        };
        var material = Material.Default with
        {
            Name = "paint",
            BaseColorFactor = new Vector4(0.2f, 0.4f, 0.6f, 0.5f),
            BaseColorTexture = slot,
            MetallicFactor = 0.25f,
            RoughnessFactor = 0.75f,
            NormalTexture = slot with { Linear = false },
            NormalScale = 0.5f,
            EmissiveFactor = new Vector3(3, 0, 1.5f),
            AlphaMode = AlphaMode.Mask,
            AlphaCutoff = 0.25f,
            DoubleSided = true,
            IndexOfRefraction = 1.33f,
            SpecularFactor = 0.5f,
            ClearcoatFactor = 0.75f,
            ClearcoatRoughnessFactor = 0.125f,
            SheenColorFactor = new Vector3(0.5f, 0.25f, 0),
            SheenRoughnessFactor = 0.5f,
            TransmissionFactor = 0.5f,
            ThicknessFactor = 0.25f,
            AttenuationDistance = 2,
        };
        var node = _scene.AddModel(Shapes.Box(Vector3.One));
        node.Materials = [material];
        var read = Export(Snapshot()).Materials[0];
        Assert.Equal(image.Rgba.ToArray(), read.BaseColorTexture!.Image.Rgba.ToArray());
        Assert.Equal(Plain(material), Plain(read));
        Assert.Equal(slot with { Image = image }, read.BaseColorTexture with { Image = image });
        Assert.False(read.NormalTexture!.Linear);

        static Material Plain(Material m) => m with { BaseColorTexture = null, NormalTexture = null };
    }

    [Fact]
    public void Lights_and_camera_are_there_in_the_units_that_they_are_read_in()
    {
        _scene.AddLight(new DirectionalLight { Irradiance = 3, Color = new Vector3(1, 0.5f, 0.25f) });
        _scene.AddLight(new PointLight { Intensity = 7, Range = 9 }, Transform.At(new Vector3(1, 2, 3)));
        _scene.AddLight(new SpotLight { Intensity = 2, InnerConeAngle = 0.2f, OuterConeAngle = 0.6f });
        _scene.AddModel(Shapes.Box(Vector3.One));
        var model = Export(Snapshot());
        var (sun, lamp, spot) = ((DirectionalLight)model.Lights[0], (PointLight)model.Lights[1], (SpotLight)model.Lights[2]);
        Assert.Equal(3, sun.Irradiance, 1e-5f);
        Assert.Equal(new Vector3(1, 0.5f, 0.25f), sun.Color);
        Assert.Equal(7, lamp.Intensity, 1e-5f);
        Assert.Equal(9, lamp.Range);
        Assert.Equal(2, spot.Intensity, 1e-5f);
        Assert.Equal((0.2f, 0.6f), (spot.InnerConeAngle, spot.OuterConeAngle));
        Assert.Equal(new Vector3(1, 2, 3), model.Nodes.Single(n => n.Light == 1).Rest.Translation);
        Assert.Equal(0.8f, model.Cameras[0].VerticalFov!.Value, 1e-6f);
        var eye = model.Nodes.Single(n => n.Camera == 0).Rest;
        Assert.Equal(0, Vector3.Distance(new Vector3(1, 2, 4), eye.Translation), 1e-5f);
        Assert.Equal(0, Vector3.Distance(Vector3.Normalize(-new Vector3(1, 2, 4)), Vector3.Transform(-Vector3.UnitZ, eye.Rotation)), 1e-5f);
    }

    [Fact]
    public void Decals_are_left_out_and_said_to_be()
    {
        _scene.AddDecal(new Decal { Material = new Material { Name = "mud" } });
        using var file = File.Create(Path.Combine(_folder, "decals.glb"));
        Assert.Contains("1 are left out", Assert.Single(FrameExport.Write(Snapshot(), file)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_light_that_gltf_does_not_know_is_named()
    {
        _scene.AddLight(new RectangleLight());
        _scene.AddModel(Shapes.Box(Vector3.One));
        using var file = new MemoryStream();
        Assert.Contains("RectangleLight", Assert.Single(FrameExport.Write(Snapshot(), file)), StringComparison.Ordinal);
    }

    private static void AssertFacesLookOut(PrimitiveAsset sphere)
    {
        var positions = sphere.Positions.Span;
        var normals = sphere.Normals.Span;
        var indices = sphere.Indices.Span;
        for (var i = 0; i < indices.Length; i += 3)
        {
            var (a, b, c) = (positions[(int)indices[i]], positions[(int)indices[i + 1]], positions[(int)indices[i + 2]]);
            var face = Vector3.Cross(b - a, c - a);
            if (face.Length() > 1e-6f) Assert.True(Vector3.Dot(face, normals[(int)indices[i]]) > 0, $"triangle {i / 3}");
        }
    }

    private ModelAsset Export(FrameSnapshot snapshot)
    {
        var path = Path.Combine(_folder, "frame.glb");
        using (var file = File.Create(path)) Assert.Empty(FrameExport.Write(snapshot, file));
        var model = GltfLoader.Load(path);
        Assert.Empty(model.Warnings);
        return model;
    }

    private FrameSnapshot Snapshot()
    {
        var camera = _scene.AddCamera(64, 48, 0.8f);
        camera.LookAt(new Vector3(1, 2, 4), Vector3.Zero);
        return SnapshotBuilder.Capture(_scene, camera, 0, []);
    }
}

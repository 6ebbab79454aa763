using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Assets;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Materials;
using SynthRender.Rendering;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>
/// The backs of solids are left out where nobody can see them. The picture must be the one with all triangles, which a renderer without
/// levels of detail draws; the meshes are too small to have any.
/// </summary>
public sealed class HiddenBackTests : RenderingTest
{
    private static readonly Material Red = Diffuse(0.5f) with { BaseColorFactor = new Vector4(0.6f, 0.2f, 0.1f, 1), DoubleSided = true };

    private readonly FrameRenderer _all;

    public HiddenBackTests(ValidatedDevice device)
        : base(device)
    {
        _all = new FrameRenderer(device.Device, new FrameRendererOptions { LevelsOfDetail = false });
        Lens = new Cameras.Lens(200, 150, 0.9f) { Near = 0.05f };
        (Eye, Target) = (new Vector3(1.5f, 2, 4), Vector3.Zero);
    }

    [Theory]
    [InlineData("from outside")]
    [InlineData("mirrored")]
    [InlineData("from inside")]
    [InlineData("cut open by the near plane")]
    [InlineData("a lamp inside")]
    [InlineData("a lamp on the surface")]
    [InlineData("inside out")]
    [InlineData("open")]
    [InlineData("blended")]
    [InlineData("cut out")]
    [InlineData("one part blended")]
    public void ThePictureIsTheOneWithAllTriangles(string what)
    {
        Build(what);
        var snapshot = Snapshot();
        using var actual = Renderer.Render(snapshot);
        using var expected = _all.Render(snapshot);
        _all.Dispose();
        Assert.Contains(expected.InstanceIds.ToArray(), id => id != 0);
        Assert.Equal(expected.InstanceIds.ToArray(), actual.InstanceIds.ToArray());
        Assert.Equal(expected.Depth.ToArray(), actual.Depth.ToArray());
        // Where a light grazes a surface, a triangle without height may face either way: a shadow may differ there by a texel.
        var differ = Enumerable.Range(0, expected.InstanceIds.Length)
            .Count(i => !expected.Color.Slice(4 * i, 4).SequenceEqual(actual.Color.Slice(4 * i, 4)));
        Assert.True(differ <= 4, $"{differ} pixels differ");
    }

    private void Build(string what)
    {
        var ball = Dressed(Shapes.Sphere(0.7f, 14), Red);
        var ring = Dressed(Shapes.Torus(0.7f, 0.25f, 20, 10), Red with { BaseColorFactor = new Vector4(0.1f, 0.3f, 0.6f, 1) });
        var box = Dressed(Shapes.Box(Vector3.One), Red with { BaseColorFactor = new Vector4(0.2f, 0.5f, 0.2f, 1) });
        Add(Quad(Diffuse(0.5f)), new Transform(new Vector3(0, -1, 0), Quaternion.CreateFromAxisAngle(Vector3.UnitX, -MathF.PI / 2), new Vector3(4)));
        Scene.Surroundings = Surroundings.Uniform(new Vector3(0.1f));
        Scene.AddLight(new PointLight { Intensity = 15, Radius = 0.1f }, Transform.At(new Vector3(-1, 2.5f, 1.5f)));
        Scene.AddLight(new SpotLight { Intensity = 15, OuterConeAngle = 0.7f, InnerConeAngle = 0.6f }, Transform.LookingAt(new Vector3(3, 3, 2), Vector3.Zero));
        AddSun(new Vector3(-0.3f, -1, -0.4f), 1, castsShadow: true);
        var mirror = what == "mirrored" ? new Vector3(-1, 1, 1) : Vector3.One;
        var turn = Quaternion.CreateFromYawPitchRoll(0.5f, 0.9f, 0.2f);
        Add(what switch
        {
            "inside out" => WithTriangles(ball, (t, _) => [t[0], t[2], t[1]]),
            "open" => WithTriangles(ball, (t, i) => i % 7 == 0 ? [] : t),
            "blended" => Dressed(ball, Red with { AlphaMode = AlphaMode.Blend, BaseColorFactor = new Vector4(0.6f, 0.2f, 0.1f, 0.6f) }),
            "cut out" => Dressed(ball, Red with
            {
                AlphaMode = AlphaMode.Mask,
                BaseColorTexture = new TextureSlot(Texture(16, 16, (x, y) => new Color4(200, 200, 200, (byte)((x / 2 + y / 2) % 2 * 255)))),
            }),
            "one part blended" => HalfBlended(ball),
            _ => ball,
        }, new Transform(new Vector3(-1, 0, 0), turn, mirror));
        Add(ring, new Transform(new Vector3(0.9f, 0.1f, 0.3f), turn, mirror));
        Add(box, new Transform(new Vector3(0.2f, -0.4f, -1.2f), turn, mirror));
        if (what == "from inside") (Eye, Target) = (new Vector3(-1, 0.1f, 0), new Vector3(1, -0.2f, 0));
        if (what == "cut open by the near plane") (Eye, Target, Lens) = (new Vector3(-1, 0.3f, 1.2f), new Vector3(-0.6f, 0, 0), Lens with { Near = 0.6f });
        if (what == "a lamp inside") Scene.AddLight(new PointLight { Intensity = 10, Radius = 0.05f }, Transform.At(new Vector3(-1, 0.2f, 0)));
        if (what == "a lamp on the surface") Scene.AddLight(new PointLight { Intensity = 10, Radius = 0 }, Transform.At(new Vector3(-1, 0.705f, 0)));
    }

    private static ModelAsset Dressed(ModelAsset model, Material material) => new(model.Name, model.Nodes, model.Meshes, [material], model.Skins) { Bounds = model.Bounds };

    private static ModelAsset WithTriangles(ModelAsset model, Func<uint[], int, uint[]> change) =>
        With(model, [([.. model.Meshes[0].Primitives[0].Indices.ToArray().Chunk(3).SelectMany(change)], 0)], model.Materials);

    private static ModelAsset HalfBlended(ModelAsset model)
    {
        var indices = model.Meshes[0].Primitives[0].Indices.ToArray();
        var half = indices.Length / 6 * 3;
        return With(model, [(indices[..half], 0), (indices[half..], 1)], [Red, Red with { AlphaMode = AlphaMode.Blend, BaseColorFactor = new Vector4(0.6f, 0.6f, 0.1f, 0.5f) }]);
    }

    private static ModelAsset With(ModelAsset model, (uint[] Indices, int Material)[] parts, ImmutableArray<Material> materials)
    {
        var p = model.Meshes[0].Primitives[0];
        var mesh = model.Meshes[0] with
        {
            Primitives =
            [
                .. parts.Select(part => new PrimitiveAsset
                {
                    Material = part.Material, Positions = p.Positions, Normals = p.Normals, Tangents = p.Tangents, TexCoords0 = p.TexCoords0,
                    Indices = part.Indices, Bounds = p.Bounds,
                }),
            ],
        };
        return new ModelAsset(model.Name, model.Nodes, [mesh], materials, model.Skins) { Bounds = model.Bounds };
    }
}

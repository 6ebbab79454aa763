using System.Numerics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.DeviceTests.Cli;
using SynthRender.DeviceTests.Oracle;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>How much of a cut-out is there, from near and far: as much as of its texture.</summary>
public sealed class CutOutTests(ValidatedDevice device, ITestOutputHelper output) : RenderingTest(device)
{
    /// <summary>
    /// A pixel's centre meets a texel or a hole, so the share of n pixels is the texture's but for chance, where texels and pixels are out of
    /// step: three standard deviations of n independent samples at most.
    /// </summary>
    private static double Bound(double share, double samples) => 3 * Math.Sqrt(share * (1 - share) / samples);

    [Theory]
    [InlineData("leaf25.glb", 6)]
    [InlineData("leaf25.glb", 12)]
    [InlineData("leaf25.glb", 24)]
    [InlineData("leaf70.glb", 6)]
    [InlineData("leaf70.glb", 12)]
    [InlineData("leaf70.glb", 24)]
    [InlineData("leaf25n.glb", 6)]
    [InlineData("leaf25n.glb", 12)]
    [InlineData("leaf25n.glb", 24)]
    public void Leaves_cover_the_same_at_every_distance(string file, float distance)
    {
        var asset = GltfLoader.Load(CommandLine.Fault("cutout_mips", file));
        (Lens, Eye) = (new Lens(256, 256, 0.6981317f), new Vector3(0, 0, distance));
        Add(asset);
        var slot = asset.Materials[0].BaseColorTexture!;
        Check($"{file} at {distance} m", Share(slot, asset.Materials[0].AlphaCutoff));
    }

    [Theory]
    [InlineData(AlphaMode.Mask, 0.25f, 1f)]
    [InlineData(AlphaMode.Mask, 0.75f, 1f)]
    [InlineData(AlphaMode.Mask, 0.5f, 0.8f)] // the factor moves the cutoff
    [InlineData(AlphaMode.Blend, 0.5f, 1f)]
    [InlineData(AlphaMode.Blend, 0.5f, 0.7f)]
    public void Noise_is_cut_at_its_own_cutoff_at_every_slant(AlphaMode mode, float cutoff, float factor)
    {
        var dice = new Dice(5);
        var image = Texture(256, 256, (_, _) => new Color4(90, 160, 60, (byte)(256 * dice.Between(0, 1))));
        var slot = new TextureSlot(image) { Linear = false, Scale = new Vector2(2) };
        var material = Diffuse(0.8f) with
        {
            AlphaMode = mode, AlphaCutoff = cutoff, DoubleSided = true, BaseColorTexture = slot, BaseColorFactor = new Vector4(1, 1, 1, factor),
        };
        (Lens, Eye) = (new Lens(128, 128, 0.7f), new Vector3(0, 0, 4));
        foreach (var turn in (ReadOnlySpan<float>)[0.1f, 0.9f])
        {
            NewScene();
            Add(Quad(material), new Transform(Vector3.Zero, Quaternion.CreateFromYawPitchRoll(turn, 0.2f, 0.3f), Vector3.One));
            Check($"{mode} {cutoff} × {factor}, turned by {turn}", Share(slot, (mode == AlphaMode.Mask ? cutoff : 0.5f) / factor));
        }
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.7)]
    public void Shadows_of_leaves_are_as_dense_as_the_leaves(double cover)
    {
        // A card of 2 m with 512 texels: a texel of its shadow's map holds several of them.
        var dice = new Dice(9);
        var image = Texture(512, 512, (_, _) => new Color4(90, 160, 60, (byte)(dice.Between(0, 1) < cover ? 255 : 0)));
        var leaf = Diffuse(0.8f) with { AlphaMode = AlphaMode.Mask, DoubleSided = true, BaseColorTexture = new TextureSlot(image) };
        var card = Add(Quad(leaf), new Transform(new Vector3(0, 3, 0), Quaternion.CreateFromAxisAngle(Vector3.UnitX, MathF.PI / 2), Vector3.One));
        Add(SynthRender.Assets.Shapes.Plane(4, 4)).Materials = [Diffuse(0.5f)];
        // A point far away: what a penumbra makes of the map is another matter.
        Scene.AddLight(
            new DirectionalLight { Irradiance = 3, AngularDiameter = 0, CastsShadow = true },
            new Transform(Vector3.Zero, Facing(new Vector3(0, -1, 0)), Vector3.One));
        (Lens, Eye, Target) = (new Lens(128, 128, 0.7f), new Vector3(0, 2.5f, 0.01f), Vector3.Zero);
        var lit = Light();
        card.CastsShadow = false;
        var share = lit / Light();
        output.WriteLine($"cover {cover}: lit {share:0.000}");
        // A square of 1.4 m in texels of the map, which are some 2 cm wide and so hold many of the leaf's.
        var expected = 1 - Share(new TextureSlot(image), 0.5f);
        Near(expected, share, Bound(expected, 60 * 60), "lit");
    }

    /// <summary>The mean light of the middle of the picture.</summary>
    private double Light()
    {
        using var frame = Render();
        var sum = 0.0;
        for (var y = 16; y < 112; y++)
            for (var x = 16; x < 112; x++) sum += Linear(At(frame, x, y).X);
        return sum;
    }

    private void Check(string what, double share)
    {
        var snapshot = Snapshot();
        using var frame = Renderer.Render(snapshot);
        var shown = frame.InstanceIds.ToArray().Count(id => id != 0);
        // What the same card covers without holes.
        var solid = RayCaster.Cast(Whole(snapshot)).Ids().Count(id => id != 0);
        var ratio = shown / (solid * share);
        output.WriteLine($"{what}: {shown} of {solid} pixels, {share:0.000} of the texture; ratio {ratio:0.000}");
        Near(share, (double)shown / solid, Bound(share, solid), what);
    }

    private static Frames.FrameSnapshot Whole(Frames.FrameSnapshot snapshot) => new()
    {
        FrameIndex = 0, Camera = snapshot.Camera, Labelers = [], Lights = [], Surroundings = snapshot.Surroundings, Instances = snapshot.Instances,
        Models = [.. snapshot.Models.Select(m => new Frames.FrameModel
        {
            Asset = m.Asset, InstanceId = m.InstanceId, WorldFromModel = m.WorldFromModel, WorldFromNodes = m.WorldFromNodes, WorldFromBind = m.WorldFromBind,
            MorphWeights = m.MorphWeights, CastsShadow = m.CastsShadow, Materials = [.. m.Materials.Select(x => x with { AlphaMode = AlphaMode.Opaque })],
        })],
    };

    /// <summary>The share of a texture's area where alpha is at least a cutoff, by 4×4 samples of each texel as it is filtered.</summary>
    private static double Share(TextureSlot slot, float cutoff)
    {
        var texture = new AlphaTexture(slot with { Scale = Vector2.One, Offset = Vector2.Zero, Rotation = 0 });
        var (width, height) = (4 * slot.Image.Width, 4 * slot.Image.Height);
        var solid = 0;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                if (texture.At((x + 0.5) / width, (y + 0.5) / height) >= cutoff) solid++;
        }

        return (double)solid / width / height;
    }
}

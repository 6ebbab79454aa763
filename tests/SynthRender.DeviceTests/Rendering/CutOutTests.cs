using System.Numerics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.DeviceTests.Cli;
using SynthRender.DeviceTests.Oracle;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Materials;
using SynthRender.Rendering;
using SynthRender.Rendering.Textures;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>How much of a cut-out is there, from near and far: as much as of its texture.</summary>
public sealed class CutOutTests(ValidatedDevice device, ITestOutputHelper output) : RenderingTest(device)
{
    // Rims would be mixed with what is behind them.
    protected override FrameRendererOptions Options => new() { Smoothing = false };

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

    [Theory]
    [InlineData(AlphaMode.Mask, 255)]
    [InlineData(AlphaMode.Mask, 0)]
    [InlineData(AlphaMode.Blend, 255)]
    [InlineData(AlphaMode.Blend, 0)]
    public void What_is_not_there_colours_nothing(AlphaMode mode, byte nothing)
    {
        // A quarter of the texels is there, in one colour; the others are black or white. 4 and 13 texels a pixel.
        var (dice, own) = (new Dice(4), new Vector3(120, 200, 40));
        var image = Texture(192, 192, (_, _) => dice.Between(0, 1) < 0.25f ? new Color4(120, 200, 40) : new Color4(nothing, nothing, nothing, 0));
        var material = Material.Default with { Unlit = true, AlphaMode = mode, BaseColorTexture = new TextureSlot(image) };
        var behind = new Vector3(0.1f, 0.1f, 0.6f);
        foreach (var distance in (ReadOnlySpan<float>)[4, 12])
        {
            NewScene();
            Scene.Surroundings = Surroundings.Uniform(Black) with { Background = behind };
            Add(Quad(material));
            (Lens, Eye) = (new Lens(64, 64, 0.7f), new Vector3(0, 0, distance));
            using var frame = Render();
            var drawn = 0;
            for (var i = 0; i < 64 * 64; i++)
            {
                var shown = At(frame, i % 64, i / 64);
                if (mode == AlphaMode.Mask && frame.InstanceIds[i] == 0) continue;
                // Whatever the alpha: on the line between both lights.
                var alpha = mode == AlphaMode.Mask ? 1 : (Linear(shown.Z) - behind.Z) / (Linear(own.Z) - behind.Z);
                if (alpha < 0.02) continue;
                drawn++;
                for (var c = 0; c < 3; c++) Near(alpha * Linear(own[c]) + (1 - alpha) * behind[c], Linear(shown[c]), 0.012, $"channel {c} at {distance} m");
            }

            Assert.True(drawn > 40, $"{drawn} pixels at {distance} m");
        }
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

    [Fact]
    public void Mips_keep_alpha_and_weigh_colour_by_it_in_odd_sizes_too()
    {
        var dice = new Dice(6);
        var image = Texture(13, 6, (_, _) => new Color4((byte)(255 * dice.Between(0, 1)), 30, 200, dice.Between(0, 1) < 0.4f ? (byte)0 : (byte)(255 * dice.Between(0, 1))));
        var levels = CutOutMips.Build(image);
        Assert.Equal([(13, 6), (6, 3), (3, 1), (1, 1)], levels.Select(l => (l.Width, l.Height)));
        var (alpha, red) = (0.0, 0.0);
        for (var i = 0; i < 13 * 6; i++)
        {
            var texel = image.Rgba.Span.Slice(4 * i, 4);
            (alpha, red) = (alpha + texel[3], red + texel[3] * Linear(texel[0]));
            // The full size is as it is where it is there, and takes the next level's colour where not.
            var full = levels[0].Rgba.AsSpan(4 * i, 4);
            var next = levels[1].Rgba.AsSpan(4 * (Math.Min(i / 13 / 2, 2) * 6 + Math.Min(i % 13 / 2, 5)), 4);
            Assert.Equal(texel[3] == 0 ? [next[0], next[1], next[2], 0] : texel.ToArray(), full.ToArray());
        }

        // Every area is as large a part of the last level as of the first; rounding apart.
        Near(alpha / (13 * 6), levels[3].Rgba[3], 1, "alpha");
        Near(Srgb(red / alpha), levels[3].Rgba[0], 2, "red");
        Near(30, levels[3].Rgba[1], 1, "green");
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

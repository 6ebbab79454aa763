using System.Numerics;
using SynthRender.Assets;
using SynthRender.Environments;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Lights;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>Decals: where they show and where not, what they change, and that labels do not know about them.</summary>
public sealed class DecalTests(ValidatedDevice device) : RenderingTest(device)
{
    private static readonly Decal Red = new()
    {
        Material = new Material { BaseColorFactor = new Vector4(1, 0, 0, 1), RoughnessFactor = 1 }, Size = new Vector2(0.8f, 0.4f), Depth = 0.5f,
    };

    public static TheoryData<string> Looks => new(["plain", "textured", "layered", "unlit", "occluded"]);

    [Theory]
    [MemberData(nameof(Looks))]
    public void Colour_changes_inside_the_box_and_nowhere_else_and_labels_do_not(string look)
    {
        var node = Add(Quad(Surface(look)));
        Scene.Surroundings = Surroundings.Uniform(new Vector3(0.5f));
        if (look == "occluded") Scene.AmbientOcclusion = new AmbientOcclusion();
        using var bare = Render();
        node.Add(new DecalNode("decal", Red) { Local = Transform.At(new Vector3(0.2f, 0.1f, 0)) });
        using var marked = Render();
        Assert.Equal(bare.InstanceIds, marked.InstanceIds);
        Assert.Equal(bare.Depth, marked.Depth);
        for (var y = 0; y < bare.Height; y++)
        {
            for (var x = 0; x < bare.Width; x++)
            {
                var at = OnPlane(bare, x, y) - new Vector2(0.2f, 0.1f);
                var inside = MathF.Abs(at.X) < 0.4f && MathF.Abs(at.Y) < 0.2f;
                var (before, after) = (At(bare, x, y), At(marked, x, y));
                Assert.True(inside == (before != after), $"{look}: pixel ({x}, {y}) at {at} was {before}, is {after}");
                if (inside) Assert.True(after.X > after.Y + 50 && after.Y == after.Z, $"{look}: pixel ({x}, {y}) is {after}, not red");
            }
        }
    }

    [Fact]
    public void A_decal_of_a_model_lies_on_it_alone_also_among_models_without_labels()
    {
        var (left, right) = (Transform.At(new Vector3(-0.5f, 0, 0)), Transform.At(new Vector3(0.5f, 0, 0)));
        var half = SynthRender.Assets.Shapes.Box(new Vector3(1, 2, 0.01f));
        var owner = Add(half, left, label: null);
        Add(half, right, label: null);
        Scene.Surroundings = Surroundings.Uniform(new Vector3(0.5f));
        using var bare = Render();
        owner.Add(new DecalNode("decal", Red) { Local = Transform.At(new Vector3(0.5f, 0, 0)) });
        using var owned = Render();
        owner.Children[0].Enabled = false;
        Scene.AddDecal(Red);
        using var free = Render();
        foreach (var (x, changed) in new[] { (28, true), (36, false) })
        {
            Assert.Equal(changed, At(bare, x, 24) != At(owned, x, 24));
            Assert.NotEqual(At(bare, x, 24), At(free, x, 24));
        }
    }

    [Fact]
    public void A_decal_moves_with_its_model_and_later_ones_lie_over_earlier_ones()
    {
        var node = Add(Quad(Diffuse(0.2f)), Transform.At(new Vector3(0.3f, 0, 0)));
        Scene.Surroundings = Surroundings.Uniform(new Vector3(0.5f));
        node.Add(new DecalNode("red", Red));
        node.Add(new DecalNode("green", Red with { Material = Red.Material with { BaseColorFactor = new Vector4(0, 1, 0, 1) }, Size = new Vector2(0.1f) }));
        using var frame = Render();
        // The camera looks from 2 m with a focal length of 48 / (2 tan 0.4) pixels, so 0.3 m are 8.5 pixels.
        Assert.True(At(frame, 32 + 8, 24) is { X: < 60, Y: > 100 }, $"{At(frame, 40, 24)}");
        Assert.True(At(frame, 32 + 16, 24) is { X: > 100, Y: < 60 }, $"{At(frame, 48, 24)}");
        Assert.Equal(At(frame, 2, 4).X, At(frame, 2, 4).Y);
    }

    [Fact]
    public void Faces_that_turn_away_and_surfaces_beyond_the_box_show_none()
    {
        Add(SynthRender.Assets.Shapes.Box(Vector3.One));
        Scene.Surroundings = Surroundings.Uniform(new Vector3(0.5f));
        using var bare = Render();
        var away = Scene.AddDecal(Red with { Depth = 2 }, new Transform(new Vector3(0, 0, 0.5f), Quaternion.CreateFromAxisAngle(Vector3.UnitY, MathF.PI), Vector3.One));
        using var turned = Render();
        Assert.Equal(bare.Color, turned.Color);
        away.Local = Transform.At(new Vector3(0, 0, 0.8f));
        away.Decal = Red with { Depth = 0.5f };
        using var before = Render();
        Assert.Equal(bare.Color, before.Color);
        away.Local = Transform.At(new Vector3(0, 0, 0.6f));
        using var touching = Render();
        Assert.NotEqual(Middle(bare), Middle(touching));
    }

    [Fact]
    public void Half_an_opacity_is_the_mean_of_the_two_albedos()
    {
        var node = Add(Quad(Diffuse(0.2f) with { Unlit = true }));
        node.Add(new DecalNode("decal", Red with { Opacity = 0.5f }));
        using var frame = Render();
        // Albedos have 11 bits, green and blue 10; colours are rounded once more.
        Near(Srgb(0.6), Middle(frame).X, 1);
        Near(Srgb(0.1), Middle(frame).Y, 1);
    }

    [Fact]
    public void Roughness_and_metalness_are_the_decals()
    {
        var chrome = Red with { Material = new Material { BaseColorFactor = Vector4.One, MetallicFactor = 1, RoughnessFactor = 0 } };
        var sharp = new Material { BaseColorFactor = Vector4.One, MetallicFactor = 1, RoughnessFactor = 0 };
        Scene.Surroundings = new GradientSurroundings(new Vector3(0.9f, 0.1f, 0.1f), new Vector3(0.1f, 0.1f, 0.9f));
        var node = Add(Quad(Diffuse(0.3f)), new Transform(Vector3.Zero, Quaternion.CreateFromAxisAngle(Vector3.UnitX, -0.4f), Vector3.One));
        node.Add(new DecalNode("decal", chrome));
        using var marked = Render();
        node.Children[0].Enabled = false;
        node.Materials = [sharp];
        using var whole = Render();
        // The same material by two ways; half floats and 8 bits of roughness lie between.
        Assert.True(Vector3.Distance(Middle(whole), Middle(marked)) < 2.5f, $"{Middle(whole)} and {Middle(marked)}");
    }

    [Fact]
    public void Every_family_leaves_the_edge_of_its_tile_free_and_is_the_same_every_time()
    {
        DecalTexture[] families =
            [new DirtDecal { Wear = 1 }, new ScratchDecal { Wear = 1 }, new BloodDecal { Wear = 1 }, new StickerDecal { Wear = 0 }, new StickerDecal { Round = true }];
        Eye = new Vector3(0, 0, 2.4f);
        foreach (var family in families)
        {
            NewScene();
            Scene.Surroundings = Surroundings.Uniform(new Vector3(0.5f));
            var node = Add(Quad(Diffuse(0.2f)));
            using var bare = Render();
            node.Add(new DecalNode("decal", Decal.Of(family) with { Size = new Vector2(1.4f) }));
            using var marked = Render();
            using var again = Render();
            Assert.Equal(marked.Color, again.Color);
            var changed = Enumerable.Range(0, marked.Width * marked.Height)
                .Select(i => (X: i % marked.Width, Y: i / marked.Width)).Where(p => At(bare, p.X, p.Y) != At(marked, p.X, p.Y)).ToList();
            Assert.True(changed.Count > 40, $"{family.Family} changes {changed.Count} pixels");
            Assert.All(changed, p => Assert.True(Vector2.Abs(OnPlane(bare, p.X, p.Y)) is { X: < 0.7f, Y: < 0.7f }, $"{family.Family} shows at {p}"));
        }
    }

    [Fact]
    public void A_decal_on_a_skinned_model_lies_on_the_posed_surface_and_on_no_other()
    {
        var fox = GltfLoader.Load(Path.Combine(Cli.CommandLine.Repository, "models3d", "wildlife", "red_fox.glb"));
        var node = Add(fox, label: "fox");
        Add(SynthRender.Assets.Shapes.Plane(10, 10), label: null);
        Scene.Surroundings = new SkyEnvironment();
        (Eye, Target) = (new Vector3(-1.2f, 0.6f, 0), new Vector3(0, 0.3f, 0));
        using var bare = Render();
        var turned = Quaternion.CreateFromAxisAngle(Vector3.UnitY, -MathF.PI / 2);
        node.Add(new DecalNode("decal", Red with { Size = new Vector2(2), Depth = 2 }) { Local = new Transform(new Vector3(0, 0.3f, 0), turned, Vector3.One) });
        using var marked = Render();
        Assert.Equal(bare.InstanceIds, marked.InstanceIds);
        var (onFox, elsewhere) = (0, 0);
        for (var i = 0; i < bare.Width * bare.Height; i++)
        {
            if (bare.Color.Slice(4 * i, 4).SequenceEqual(marked.Color.Slice(4 * i, 4))) continue;
            // Smoothing mixes the colours of pixels that touch the outline.
            if (Touches(bare, i, 1)) onFox++;
            else elsewhere++;
        }

        Assert.Equal(0, elsewhere);
        Assert.True(onFox > bare.InstanceIds.ToArray().Count(id => id == 1) / 2, $"{onFox} pixels");
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Red with { Size = new Vector2(0, 1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => Red with { Depth = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Red with { Opacity = 1.1f });
        Assert.Contains("clear coat", Assert.Throws<ArgumentException>(() => new Decal { Material = new Material { ClearcoatFactor = 1 } }).Message, StringComparison.Ordinal);
        Scene.AddDecal(Red, Transform.Identity with { Scale = Vector3.Zero }, "flat");
        Assert.Contains("scene/flat", Assert.Throws<InvalidOperationException>(Snapshot).Message, StringComparison.Ordinal);
    }

    private static Material Surface(string look) => look switch
    {
        "textured" => Diffuse(1) with { BaseColorTexture = Plain(128, 128, 128) },
        "layered" => Diffuse(0.3f) with { ClearcoatFactor = 1, ClearcoatRoughnessFactor = 0.5f },
        "unlit" => Diffuse(0.3f) with { Unlit = true },
        _ => Diffuse(0.3f),
    };

    /// <summary>Where the ray of a pixel's centre meets z = 0.</summary>
    private Vector2 OnPlane(RenderedFrame frame, int x, int y)
    {
        var perPixel = Eye.Z / frame.Snapshot.Camera.FocalLengthPixels;
        return new Vector2((x + 0.5f - frame.Width / 2f) * perPixel, (frame.Height / 2f - y - 0.5f) * perPixel);
    }

    private static bool Touches(RenderedFrame frame, int pixel, uint id)
    {
        var (x, y) = (pixel % frame.Width, pixel / frame.Width);
        for (var j = Math.Max(0, y - 1); j <= Math.Min(frame.Height - 1, y + 1); j++)
            for (var i = Math.Max(0, x - 1); i <= Math.Min(frame.Width - 1, x + 1); i++)
                if (frame.InstanceIds[j * frame.Width + i] == id) return true;
        return false;
    }
}

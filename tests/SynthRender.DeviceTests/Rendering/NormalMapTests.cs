using System.Numerics;
using SynthRender.Assets;
using SynthRender.DeviceTests.Cli;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>
/// Which way the normals of a map point, where the object is mirrored or the map lies turned or mirrored on it. What is expected follows
/// from the mapping alone: the tangent lies where the placed u grows, the bitangent at right angles to it where the placed v falls.
/// </summary>
public sealed class NormalMapTests(ValidatedDevice device) : RenderingTest(device)
{
    // From the map's (0.6, 0, 0.8): a lean that no mirror leaves as it is, once it is turned a little.
    private static readonly Vector3 Leaning = new(0.6f, 0, 0.8f);

    [Theory]
    [InlineData("ref_n.glb", 1)]
    [InlineData("mir_n.glb", 1)]
    [InlineData("ref_n.glb", -1)]
    public void A_map_is_not_turned_over_by_a_mirror_in_the_file_or_in_the_scene(string file, float side)
    {
        Add(GltfLoader.Load(CommandLine.Fault("mirrored_normal_map", file)), Transform.Identity with { Scale = new Vector3(side, 1, 1) });
        Scene.AddLight(new DirectionalLight { Irradiance = MathF.PI, CastsShadow = false }, Transform.LookingAt(Vector3.Normalize(new Vector3(0, 2, 2)), Vector3.Zero));
        using var frame = Render();
        Near(254, Middle(frame).X, 1);
    }

    [Theory]
    [InlineData("n_tt.glb", 0, -2)]
    [InlineData("n_ttT.glb", 0, -2)]
    [InlineData("n_ttm.glb", -2, 0)]
    [InlineData("n_uv1.glb", 0, -2)]
    public void A_map_turns_with_the_transform_that_its_file_gives_it(string file, float x, float y)
    {
        Add(GltfLoader.Load(CommandLine.Fault("normal_map_texture_transform", file)));
        Scene.AddLight(new DirectionalLight { Irradiance = MathF.PI, CastsShadow = false }, Transform.LookingAt(Vector3.Normalize(new Vector3(x, y, 2)), Vector3.Zero));
        using var frame = Render();
        Near(253, Middle(frame).X, 1);
    }

    /// <summary>A turn, scales and the object's own scale: where UVs are stretched, a turn is not the same angle on the surface.</summary>
    [Theory]
    [InlineData(0.5f, 1, 1, 1, 1)]
    [InlineData(0.5f, 1, 1, 3, 1)]
    [InlineData(2.4f, 4, 0.5f, 1, 2)]
    [InlineData(MathF.PI, 2, 2, 1, 1)]
    [InlineData(0, 1, -1, 1, 1)]
    [InlineData(0, -2, 3, -1, 1)]
    [InlineData(-0.7f, -1, 1, 1, 1)]
    [InlineData(0.5f, 1, 1, -2, 1)]
    [InlineData(0.9f, 3, -1, 1, -1.5f)]
    public void A_map_points_where_its_placed_axes_lie(float rotation, float scaleU, float scaleV, float x, float y)
    {
        var slot = Map(Leaning) with { Rotation = rotation, Scale = new Vector2(scaleU, scaleV), Offset = new Vector2(0.3f, 0.2f) };
        var at = new Transform(Vector3.Zero, Quaternion.CreateFromYawPitchRoll(0.4f, -0.3f, 0.2f), new Vector3(x, y, 1));
        Compare(Oracle.Shapes.Quad(), slot, at, TangentOf(slot, at));
    }

    [Fact]
    public void A_map_on_the_other_UV_set_points_where_that_lies()
    {
        var quad = Oracle.Shapes.Quad();
        var turned = Quaternion.CreateFromAxisAngle(Vector3.UnitZ, 0.8f);
        // The second set: the first, turned, and mirrored in u.
        Vector2[] other = [.. quad.Positions.ToArray().Select(p => Vector3.Transform(p, turned)).Select(p => new Vector2(-p.X, -p.Y))];
        var both = new PrimitiveAsset
        {
            Material = 0, Positions = quad.Positions, Normals = quad.Normals, Tangents = quad.Tangents, TexCoords0 = quad.TexCoords0, TexCoords1 = other,
            Indices = quad.Indices, Bounds = quad.Bounds,
        };
        // Positions grow along −u of the second set.
        var tangent = Vector3.Transform(-Vector3.UnitX, Quaternion.Inverse(turned));
        var bitangent = Vector3.Transform(Vector3.UnitY, Quaternion.Inverse(turned));
        Compare(both, Map(new Vector3(0.6f, 0.3f, 0.74f)) with { TexCoord = 1 }, Transform.Identity, (tangent, bitangent));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_skin_under_a_mirror_has_its_map_the_right_way_round(float side)
    {
        var quad = Oracle.Shapes.Quad();
        ushort[] joints = [.. Enumerable.Repeat<ushort[]>([0, 1, 0, 0], 4).SelectMany(j => j)];
        float[] weights = [.. Enumerable.Repeat<float[]>([0.5f, 0.5f, 0, 0], 4).SelectMany(w => w)];
        var skinned = Oracle.Shapes.Primitive([.. quad.Positions.Span], [.. quad.Indices.Span], [.. quad.TexCoords0.Span], 0, joints, weights);
        var slot = Map(new Vector3(0.3f, 0.5f, 0.81f)) with { Scale = new Vector2(1, -1) };
        var at = Transform.Identity with { Scale = new Vector3(side, 1, 1) };
        using var expected = Reference(TangentOf(slot, at), new Vector3(0.3f, 0.5f, 0.81f), at, Diffuse(0.8f));
        NewScene();
        Add(Oracle.Shapes.SkinnedModel(skinned, Diffuse(0.8f) with { NormalTexture = slot }), at);
        Light();
        using var frame = Render();
        Near(Middle(expected).X, Middle(frame).X, 2);
    }

    [Fact]
    public void The_map_of_a_clear_coat_turns_too()
    {
        var coated = Diffuse(0) with { ClearcoatFactor = 1, ClearcoatRoughnessFactor = 0.6f };
        Vector3 Drawn(TextureSlot slot)
        {
            NewScene();
            Add(Quad(coated with { ClearcoatNormalTexture = slot }));
            AddSun(new Vector3(0, 1, -1), 8);
            using var frame = Render();
            return Middle(frame);
        }

        // By a quarter turn what grew to the right grows downwards.
        var expected = Drawn(Map(new Vector3(0, -0.6f, 0.8f)));
        Assert.True(expected.X > Drawn(Map(new Vector3(0, 0.6f, 0.8f))).X + 20, "the two must differ for the test to say anything");
        Near(expected.X, Drawn(Map(Leaning) with { Rotation = MathF.PI / 2 }).X, 1);
    }

    [Fact]
    public void The_map_of_a_decal_turns_too()
    {
        var flat = new Decal { Material = Diffuse(0.8f), Size = new Vector2(1.6f, 0.8f), Depth = 0.5f };
        Vector3 Drawn(Vector3 normal, float rotation, Vector2 scale)
        {
            NewScene();
            Add(Quad(Diffuse(0.8f)));
            Scene.AddDecal(flat with { Material = flat.Material with { NormalTexture = Map(normal) with { Rotation = rotation, Scale = scale } } });
            AddSun(new Vector3(0.3f, 1, -1), 2);
            using var frame = Render();
            return Middle(frame);
        }

        Near(Drawn(new Vector3(0, -0.6f, 0.8f), 0, Vector2.One).X, Drawn(Leaning, MathF.PI / 2, Vector2.One).X, 1, "a quarter turn");
        Near(Drawn(new Vector3(0, -0.6f, 0.8f), 0, Vector2.One).X, Drawn(new Vector3(0, 0.6f, 0.8f), 0, new Vector2(1, -1)).X, 1, "mirrored");
        // Twice as wide as high: at 45° of the UVs the map's u grows along (2, −1)/√5 of the surface.
        var along = new Vector2(2, -1) / MathF.Sqrt(5) * 0.6f;
        Near(Drawn(new Vector3(along, 0.8f), 0, Vector2.One).X, Drawn(Leaning, MathF.PI / 4, Vector2.One).X, 1, "stretched");
    }

    private static TextureSlot Map(Vector3 normal) => Plain(Texel(normal.X), Texel(normal.Y), Texel(normal.Z));

    private static byte Texel(float value) => (byte)MathF.Round(128 + 127 * value);

    /// <summary>The tangent and bitangent of the square that a slot places, in the world.</summary>
    private static (Vector3 Tangent, Vector3 Bitangent) TangentOf(TextureSlot slot, Transform at)
    {
        // By differences: two steps along the surface, solved for that along which the placed u alone grows.
        Vector2 Placed(Vector3 p)
        {
            var uv = new Vector2(0.5f + p.X / 2, 0.5f - p.Y / 2) * slot.Scale;
            var (sin, cos) = MathF.SinCos(slot.Rotation);
            return new Vector2(cos * uv.X + sin * uv.Y, cos * uv.Y - sin * uv.X) + slot.Offset;
        }

        var (du, dv) = (Placed(Vector3.UnitX) - Placed(Vector3.Zero), Placed(Vector3.UnitY) - Placed(Vector3.Zero));
        var area = du.X * dv.Y - du.Y * dv.X;
        Vector3 World(Vector2 step) => Vector3.Transform(new Vector3(step.X, step.Y, 0) * new Vector3(at.Scale.X, at.Scale.Y, 0), at.Rotation);
        var tangent = Vector3.Normalize(World(new Vector2(dv.Y, -du.Y) / area));
        var rising = World(new Vector2(dv.X, -du.X) / area);
        return (tangent, Vector3.Normalize(rising - Vector3.Dot(rising, tangent) * tangent));
    }

    private void Compare(PrimitiveAsset quad, TextureSlot slot, Transform at, (Vector3 Tangent, Vector3 Bitangent) frame)
    {
        var rgba = slot.Image.Rgba.Span;
        var normal = new Vector3(rgba[0] - 128, rgba[1] - 128, rgba[2] - 128) / 127;
        using var expected = Reference(frame, normal, at, Diffuse(0.8f));
        NewScene();
        Add(Oracle.Shapes.Model("mapped", quad, Diffuse(0.8f) with { NormalTexture = slot }), at);
        Light();
        using var drawn = Render();
        Near(Middle(expected).X, Middle(drawn).X, 2, "red");
        Near(Middle(expected).Y, Middle(drawn).Y, 2, "green");
        Near(Middle(expected).Z, Middle(drawn).Z, 2, "blue");
    }

    /// <summary>The same square without a map, with the normal that the map should give.</summary>
    private SynthRender.Frames.RenderedFrame Reference((Vector3 Tangent, Vector3 Bitangent) frame, Vector3 normal, Transform at, Material material)
    {
        NewScene();
        var up = Vector3.Transform(Vector3.UnitZ, at.Rotation);
        var world = Vector3.Normalize(frame.Tangent * normal.X + frame.Bitangent * normal.Y + up * normal.Z);
        var quad = Oracle.Shapes.Quad();
        Vector3[] corners = [.. quad.Positions.ToArray().Select(p => Vector3.Transform(p, at.ToMatrix()))];
        var mirrored = at.ToMatrix().GetDeterminant() < 0;
        Add(Oracle.Shapes.Model("flat", new PrimitiveAsset
        {
            Material = 0, Positions = corners, Normals = Enumerable.Repeat(world, 4).ToArray(),
            Indices = mirrored ? new uint[] { 0, 2, 1, 0, 3, 2 } : quad.Indices,
            Bounds = corners.Aggregate(BoundingBox.Empty, (box, p) => box.Include(p)),
        }, material));
        Light();
        return Render();
    }

    /// <summary>Red, green and blue suns from three sides, so that a colour is a normal.</summary>
    private void Light()
    {
        foreach (var (along, color) in ((Vector3, Vector3)[])[(new(-1, 0, -1), Vector3.UnitX), (new(1, -1, -1), Vector3.UnitY), (new(0.5f, 1, -1), Vector3.UnitZ)])
        {
            Scene.AddLight(
                new DirectionalLight { Irradiance = 3, Color = color, CastsShadow = false }, new Transform(Vector3.Zero, Facing(along), Vector3.One));
        }
    }
}

using System.Numerics;
using System.Text.Json.Nodes;
using SynthRender.Assets;

namespace SynthRender.Tests.Assets;

/// <summary>Interpolation against values worked out by hand.</summary>
public sealed class AnimationPlayerTests
{
    [Theory]
    [InlineData(0f, 0f)]
    [InlineData(1f, 0f)]
    [InlineData(1.5f, 5f)]
    [InlineData(2f, 10f)]
    [InlineData(3f, 15f)]
    [InlineData(4f, 20f)]
    [InlineData(9f, 20f)]
    public void Linear_keys_are_joined_by_lines_and_held_beyond_the_ends(float seconds, float x)
    {
        var model = Moving("translation", "VEC3", "LINEAR", [1, 2, 4], [0, 0, 0, 10, 0, 0, 20, 0, 0]);
        Assert.Equal(new Vector3(x, 0, 0), AnimationPlayer.PoseAt(model, model.Animations[0], seconds).Nodes[0].Translation);
        Assert.Equal(4, model.Animations[0].Duration);
    }

    [Theory]
    [InlineData(1.999f, 1f)]
    [InlineData(2f, 3f)]
    [InlineData(3f, 3f)]
    public void Step_keys_hold(float seconds, float scale)
    {
        var model = Moving("scale", "VEC3", "STEP", [1, 2], [1, 1, 1, 3, 3, 3]);
        Assert.Equal(new Vector3(scale), AnimationPlayer.PoseAt(model, model.Animations[0], seconds).Nodes[0].Scale);
    }

    [Fact]
    public void Rotations_turn_evenly_along_the_shorter_way()
    {
        // A quarter turn about y, its second key negated: the same rotation, but the long way round for a naive mean.
        var half = MathF.Sqrt(0.5f);
        var model = Moving("rotation", "VEC4", "LINEAR", [0, 1], [0, 0, 0, 1, 0, -half, 0, -half]);
        var rotation = AnimationPlayer.PoseAt(model, model.Animations[0], 1 / 3f).Nodes[0].Rotation;
        var expected = Quaternion.CreateFromAxisAngle(Vector3.UnitY, MathF.PI / 6);
        Assert.Equal(1, MathF.Abs(Quaternion.Dot(expected, rotation)), 1e-6f);
    }

    [Fact]
    public void Cubic_keys_follow_a_hermite_spline()
    {
        // From 1 at 2 s to 3 at 4 s, leaving with 5 a second, arriving with −1: worked out with p(t) = Σ hermite.
        var model = Moving("translation", "VEC3", "CUBICSPLINE", [2, 4], [9, 9, 9, 1, 0, 0, 5, 0, 0, -1, 0, 0, 3, 0, 0, 9, 9, 9]);
        var clip = model.Animations[0];
        // t = ½: (1 + 3)/2 + 2 s · (5 − (−1))/8 = 3.5.
        Assert.Equal(3.5f, AnimationPlayer.PoseAt(model, clip, 3).Nodes[0].Translation.X, 1e-6f);
        // t = ¼: 0.84375·1 + 2·0.140625·5 + 0.15625·3 + 2·(−0.046875)·(−1) = 2.8125.
        Assert.Equal(2.8125f, AnimationPlayer.PoseAt(model, clip, 2.5f).Nodes[0].Translation.X, 1e-6f);
        Assert.Equal(1, AnimationPlayer.PoseAt(model, clip, 2).Nodes[0].Translation.X);
        Assert.Equal(3, AnimationPlayer.PoseAt(model, clip, 4).Nodes[0].Translation.X);
    }

    [Fact]
    public void Weights_are_animated()
    {
        var text = GltfText.Triangle();
        text.Primitive["targets"] = new JsonArray(
            new JsonObject { ["POSITION"] = text.Floats("VEC3", 0, 0, 1, 0, 0, 1, 0, 0, 1) }, new JsonObject { ["POSITION"] = text.Floats("VEC3", 1, 0, 0, 1, 0, 0, 1, 0, 0) });
        Animate(text, "weights", text.Floats("SCALAR", 0, 2), text.Floats("SCALAR", 0, 1, 1, 0), "LINEAR");
        var model = text.Load();
        Assert.Equal([0.25f, 0.75f], AnimationPlayer.PoseAt(model, model.Animations[0], 0.5f).MorphWeights[0]);
    }

    [Fact]
    public void What_the_clip_leaves_alone_is_at_rest()
    {
        var text = GltfText.Triangle();
        text.Nodes[0]!["translation"] = new JsonArray(5, 6, 7);
        Animate(text, "scale", text.Floats("SCALAR", 0), text.Floats("VEC3", 2, 2, 2), "LINEAR");
        var model = text.Load();
        var pose = AnimationPlayer.PoseAt(model, model.Animations[0], 1).Nodes[0];
        Assert.Equal((new Vector3(5, 6, 7), new Vector3(2)), (pose.Translation, pose.Scale));
    }

    [Theory]
    [InlineData(new float[] { 0, 0 }, "key 1")]
    [InlineData(new float[] { 1, 0.5f }, "key 1")]
    [InlineData(new float[] { -1, -0.5f }, "last key")]
    public void A_channel_whose_times_do_not_increase_is_left_out(float[] times, string word)
    {
        var text = GltfText.Triangle();
        Animate(text, "translation", text.Floats("SCALAR", times), text.Floats("VEC3", 0, 0, 0, 1, 1, 1), "LINEAR");
        var model = text.Load();
        Assert.Empty(Assert.Single(model.Animations).Channels);
        var omission = Assert.Single(model.Omissions);
        Assert.StartsWith("animations[0].samplers[0].input: ", omission, StringComparison.Ordinal);
        Assert.Contains(word, omission, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_must_be_as_many_as_the_keys_need()
    {
        var text = GltfText.Triangle();
        Animate(text, "translation", text.Floats("SCALAR", 0, 1), text.Floats("VEC3", 0, 0, 0), "LINEAR");
        Assert.Contains("holds 3 numbers, expected 6", Assert.Single(text.Load().Omissions), StringComparison.Ordinal);
    }

    [Fact]
    public void A_clip_of_another_model_is_refused()
    {
        var model = Moving("scale", "VEC3", "STEP", [1], [1, 1, 1]);
        Assert.Throws<ArgumentException>(() => AnimationPlayer.PoseAt(Shapes.Box(Vector3.One), model.Animations[0], 0));
    }

    private static ModelAsset Moving(string path, string type, string interpolation, float[] times, float[] values)
    {
        var text = GltfText.Triangle();
        Animate(text, path, text.Floats("SCALAR", times), text.Floats(type, values), interpolation);
        return text.Load();
    }

    private static void Animate(GltfText text, string path, int input, int output, string interpolation) =>
        text.Json["animations"] = new JsonArray(new JsonObject
        {
            ["samplers"] = new JsonArray(new JsonObject { ["input"] = input, ["output"] = output, ["interpolation"] = interpolation }),
            ["channels"] = new JsonArray(new JsonObject { ["sampler"] = 0, ["target"] = new JsonObject { ["node"] = 0, ["path"] = path } }),
        });
}

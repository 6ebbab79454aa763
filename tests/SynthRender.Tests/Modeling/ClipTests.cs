using System.Numerics;
using SynthRender.Assets;
using SynthRender.Labels;
using SynthRender.Modeling;

namespace SynthRender.Tests.Modeling;

/// <summary>The animals' clips: cycles that stay within the joints' limits and do what their names say.</summary>
public sealed class ClipTests
{
    public static TheoryData<string, string> Clips =>
    [
        .. ModelCollection.All.Where(m => m.Family == "wildlife").SelectMany(m =>
            GltfLoader.Load(CommittedModelTests.PathOf(m.Name)).Animations.Select(a => (m.Name, a.Name))),
    ];

    [Fact]
    public void Every_animal_walks_looks_around_and_eats()
    {
        foreach (var animal in Clips.GroupBy(row => row.Data.Item1))
        {
            var names = animal.Select(row => row.Data.Item2).ToArray();
            Assert.Contains("walk", names);
            Assert.Contains("look_around", names);
            Assert.Contains(names, n => n is "graze" or "sniff" or "browse");
        }
    }

    [Theory]
    [MemberData(nameof(Clips))]
    public void A_clip_ends_as_it_began(string name, string clip)
    {
        var model = GltfLoader.Load(CommittedModelTests.PathOf(name));
        var animation = model.Animations.Single(a => a.Name == clip);
        var (first, _) = AnimationPlayer.PoseAt(model, animation, 0);
        var (last, _) = AnimationPlayer.PoseAt(model, animation, animation.Duration);
        for (var n = 0; n < first.Length; n++)
        {
            // Stored as floats: a hundredth of a degree.
            Assert.Equal(1, MathF.Abs(Quaternion.Dot(first[n].Rotation, last[n].Rotation)), 1e-6f);
            Assert.True(Vector3.Distance(first[n].Translation, last[n].Translation) < 1e-4f);
        }
    }

    [Theory]
    [MemberData(nameof(Clips))]
    public void Joints_stay_within_their_limits(string name, string clip)
    {
        var model = GltfLoader.Load(CommittedModelTests.PathOf(name));
        var animation = model.Animations.Single(a => a.Name == clip);
        for (var t = 0; t <= 40; t++)
        {
            var (pose, _) = AnimationPlayer.PoseAt(model, animation, animation.Duration * t / 40);
            foreach (var joint in model.Labels!.Joints)
            {
                var turn = Angles(Quaternion.Conjugate(model.RestPose[joint.Node].Rotation) * pose[joint.Node].Rotation);
                var (lower, upper) = joint.Kind == JointKind.Ball ? (joint.Lower, joint.Upper) : (joint.Axis * joint.Lower.X, joint.Axis * joint.Upper.X);
                // Half a degree: interpolation of keys about two axes leaves them a little.
                var slack = new Vector3(0.5f * MathF.PI / 180);
                Assert.True(Within(turn, lower - slack, upper + slack),
                    $"{clip} at {t}/40: {model.Nodes[joint.Node].Name} turns {turn * (180 / MathF.PI)} degrees, outside {lower * (180 / MathF.PI)} to {upper * (180 / MathF.PI)}");
            }
        }
    }

    [Theory]
    [InlineData("red_deer", "graze")]
    [InlineData("zebra", "graze")]
    [InlineData("red_fox", "sniff")]
    public void The_mouth_comes_down_to_the_grass(string name, string clip)
    {
        var model = GltfLoader.Load(CommittedModelTests.PathOf(name));
        var nose = model.Labels!.Keypoints.Single(k => k.Name == "nose");
        var withers = PosedGeometry.AtRest(model).Vertex(model.Labels.Keypoints.Single(k => k.Name == "withers").Node, model.Labels.Keypoints.Single(k => k.Name == "withers").Vertex!.Value);
        var animation = model.Animations.Single(a => a.Name == clip);
        for (var t = 0; t < 8; t++)
        {
            var (pose, weights) = AnimationPlayer.PoseAt(model, animation, animation.Duration * t / 8);
            // Grass is ankle high: a quarter of the way up to the withers at most, and not below the ground.
            var height = PosedGeometry.InModel(model, pose, weights).Vertex(nose.Node, nose.Vertex!.Value).Y / withers.Y;
            Assert.InRange(height, 0, 0.25f);
        }
    }

    private static bool Within(Vector3 v, Vector3 lower, Vector3 upper) => Vector3.Max(Vector3.Min(v, upper), lower) == v;

    // Angles about x, then y, then z of a rotation that turns columns as X·Y·Z.
    private static Vector3 Angles(Quaternion q)
    {
        var x = Vector3.Transform(Vector3.UnitX, q);
        var y = Vector3.Transform(Vector3.UnitY, q);
        var z = Vector3.Transform(Vector3.UnitZ, q);
        return new Vector3(MathF.Atan2(-z.Y, z.Z), MathF.Asin(Math.Clamp(z.X, -1f, 1f)), MathF.Atan2(-y.X, x.X));
    }
}

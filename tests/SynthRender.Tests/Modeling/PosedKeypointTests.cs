using System.Numerics;
using SynthRender.Assets;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Randomizers;
using SynthRender.Scenarios;

namespace SynthRender.Tests.Modeling;

/// <summary>Keypoints of the collection lie on the surface, at rest and in random poses and shapes.</summary>
public sealed class PosedKeypointTests
{
    public static TheoryData<string> Names => CommittedModelTests.Labeled;

    [Theory]
    [MemberData(nameof(Names))]
    public void Keypoints_lie_within_a_hundredth_of_the_size_of_the_surface(string name)
    {
        var scenario = new OneModel(CommittedModelTests.PathOf(name));
        var run = ScenarioRun.Start(scenario, new ScenarioSettings { Assets = new AssetLibrary([AppContext.BaseDirectory]), Seed = 3 });
        for (var frame = 0; frame < 3; frame++)
        {
            var snapshot = run.Sample(frame).Single();
            var model = snapshot.Models.Single();
            var triangles = Triangles(model);
            var size = model.Asset.Labels!.SizeMetres!.Value;
            var tolerance = 0.01f * MathF.Max(size.X, MathF.Max(size.Y, size.Z));
            var keypoints = snapshot.Instances.Single(i => !i.Keypoints.IsEmpty).Keypoints;
            Assert.Equal(model.Asset.Labels.Keypoints.Length, keypoints.Length);
            for (var k = 0; k < keypoints.Length; k++)
            {
                var least = Least(triangles, keypoints[k].World, 0.01f * tolerance);
                Assert.True(least < tolerance, $"frame {frame}: {model.Asset.Labels.Keypoints[k].Name} is {least} m off the surface");
            }
        }
    }

    // Morph and skin once more, in plain code from glTF's rules, over all triangles of the model.
    private static List<Vector3> Triangles(FrameModel model)
    {
        var corners = new List<Vector3>();
        for (var n = 0; n < model.Asset.Nodes.Length; n++)
        {
            var node = model.Asset.Nodes[n];
            if (node.Mesh < 0) continue;
            foreach (var primitive in model.Asset.Meshes[node.Mesh].Primitives)
            {
                var placed = new Vector3[primitive.VertexCount];
                for (var v = 0; v < placed.Length; v++)
                {
                    var p = primitive.Positions.Span[v];
                    for (var t = 0; t < primitive.MorphTargets.Length; t++)
                        p += model.MorphWeights[n][t] * primitive.MorphTargets[t].Positions.Span[v];
                    if (node.Skin < 0)
                    {
                        placed[v] = Vector3.Transform(p, model.WorldFromNodes[n]);
                        continue;
                    }

                    var skin = model.Asset.Skins[node.Skin];
                    for (var i = 0; i < primitive.InfluencesPerVertex; i++)
                    {
                        var at = v * primitive.InfluencesPerVertex + i;
                        var joint = primitive.Joints.Span[at];
                        placed[v] += primitive.Weights.Span[at] * Vector3.Transform(Vector3.Transform(p, skin.JointFromBind[joint]), model.WorldFromNodes[skin.Joints[joint]]);
                    }
                }

                foreach (var index in primitive.Indices.Span) corners.Add(placed[index]);
            }
        }

        return corners;
    }

    private static float Least(List<Vector3> corners, Vector3 p, float enough)
    {
        var least = float.MaxValue;
        for (var i = 0; i < corners.Count && least >= enough; i += 3)
            least = MathF.Min(least, Vector3.Distance(p, Nearest(p, corners[i], corners[i + 1], corners[i + 2])));

        return least;
    }

    // C. Ericson, Real-Time Collision Detection, section 5.1.5.
    private static Vector3 Nearest(Vector3 p, Vector3 a, Vector3 b, Vector3 c)
    {
        Vector3 ab = b - a, ac = c - a, ap = p - a;
        float d1 = Vector3.Dot(ab, ap), d2 = Vector3.Dot(ac, ap);
        if (d1 <= 0 && d2 <= 0) return a;
        var bp = p - b;
        float d3 = Vector3.Dot(ab, bp), d4 = Vector3.Dot(ac, bp);
        if (d3 >= 0 && d4 <= d3) return b;
        var vc = d1 * d4 - d3 * d2;
        if (vc <= 0 && d1 >= 0 && d3 <= 0) return a + ab * (d1 / (d1 - d3));
        var cp = p - c;
        float d5 = Vector3.Dot(ab, cp), d6 = Vector3.Dot(ac, cp);
        if (d6 >= 0 && d5 <= d6) return c;
        var vb = d5 * d2 - d1 * d6;
        if (vb <= 0 && d2 >= 0 && d6 <= 0) return a + ac * (d2 / (d2 - d6));
        var va = d3 * d6 - d5 * d4;
        if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) return b + (c - b) * ((d4 - d3) / (d4 - d3 + d5 - d6));
        var sum = 1 / (va + vb + vc);
        return a + ab * (vb * sum) + ac * (vc * sum);
    }

    private sealed class OneModel(string path) : FixedLengthScenario
    {
        protected override void OnBuild(Scene scene)
        {
            scene.AddCamera(64, 64, 1).LookAt(new Vector3(0, 1, 9), Vector3.Zero);
            scene.AddModel(Model(path));
            Randomize(new JointPoseRandomizer());
            Randomize(new MorphRandomizer());
        }
    }
}

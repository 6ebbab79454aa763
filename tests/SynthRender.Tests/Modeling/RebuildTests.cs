using System.Numerics;
using System.Security.Cryptography;
using SharpGLTF.Schema2;
using SynthRender.Modeling;
using SynthRender.Modeling.Building;

namespace SynthRender.Tests.Modeling;

public sealed class RebuildTests
{
    // Small ones, so that the tests stay short; `synthrender models build` and git compare all of them.
    [Theory]
    [InlineData("forceps")]
    [InlineData("hex_nut")]
    [InlineData("fern")]
    public void The_committed_file_is_what_the_code_builds_every_time(string name)
    {
        var committed = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(CommittedModelTests.PathOf(name))));
        Assert.Equal(committed, Convert.ToHexString(SHA256.HashData(ModelCollection.Build(name))));
        Assert.Equal(committed, Convert.ToHexString(SHA256.HashData(ModelCollection.Build(name))));
    }

    [Theory]
    [InlineData("hex_nut")]
    [InlineData("grasper")]
    public void The_committed_file_is_what_the_code_builds(string name) =>
        Assert.Equal(File.ReadAllBytes(CommittedModelTests.PathOf(name)), ModelCollection.Build(name));

    [Theory]
    [InlineData("kidney")]
    [InlineData("quadcopter")]
    [InlineData("red_fox")]
    public void The_committed_geometry_is_what_the_code_builds(string name)
    {
        var surfaces = ModelAssembler.BuildSurfaces(ModelCollection.All.Single(m => m.Name == name).Describe());
        // Places, since the file has vertices twice where the mapping of the texture turns over.
        var built = surfaces.SelectMany(s => s.Positions.Distinct()).Select(Key).Order().ToArray();
        var root = ModelRoot.Load(CommittedModelTests.PathOf(name));
        var stored = root.LogicalNodes.Where(n => n.Mesh is not null)
            .SelectMany(n => n.Mesh.Primitives.SelectMany(p => p.GetVertexAccessor("POSITION").AsVector3Array()).Distinct().Select(v => Key(Vector3.Transform(v, n.WorldMatrix))))
            .Order().ToArray();
        Assert.Equal(built.Length, stored.Length);
        // Nodes carry offsets, so that positions come back with a rounding of a float: a micrometre is ten of them here.
        for (var i = 0; i < built.Length; i++)
            Assert.Equal(built[i].X, stored[i].X, 2e-6f);

        static (float X, float Y, float Z) Key(Vector3 v) => (v.X, v.Y, v.Z);
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_known_ones()
    {
        var error = Assert.Throws<ArgumentException>(() => ModelCollection.Build("unicorn"));
        Assert.Contains("red_deer", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contradictory_description_is_refused()
    {
        var model = new ModelDescription("broken", "test") { OcclusionReach = 0.1f };
        model.Node("A", null, 0, 0, 0);
        model.Revolute("A", Vector3.UnitX, 10, -10);
        Assert.Contains("inverted", Assert.Throws<InvalidOperationException>(() => ModelAssembler.Assemble(model)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Skin_weights_sum_to_one_and_follow_the_bone_they_lie_on()
    {
        var flesh = new Flesh().Add("Upper", new SynthRender.Modeling.Fields.RoundCone(Vector3.Zero, new Vector3(0, 1, 0), 0.2f, 0.2f), 0.1f)
            .Add("Lower", new SynthRender.Modeling.Fields.RoundCone(new Vector3(0, 1, 0), new Vector3(0, 2, 0), 0.2f, 0.2f), 0.1f);
        var upper = flesh.Weights(new Vector3(0.2f, 0.2f, 0));
        var joint = flesh.Weights(new Vector3(0.2f, 1f, 0));
        Assert.Equal(1f, upper[0], 1e-6f);
        Assert.Equal(0.5f, joint[0], 1e-5f);
        Assert.Equal(1f, joint.Sum(), 1e-6f);
    }
}

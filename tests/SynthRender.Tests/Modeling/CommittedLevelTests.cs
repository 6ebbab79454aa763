using SynthRender.Assets;
using SynthRender.Modeling;

namespace SynthRender.Tests.Modeling;

/// <summary>The levels of detail in the files of models3d against those that are made anew.</summary>
public sealed class CommittedLevelTests
{
    public static TheoryData<string> Names => [.. ModelCollection.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_mesh_has_the_levels_that_would_be_made_for_it(string name)
    {
        var asset = GltfLoader.Load(CommittedModelTests.PathOf(name));
        Assert.Empty(asset.Warnings);
        var bare = new ModelAsset(asset.Name, asset.Nodes, [.. asset.Meshes.Select(m => m with { StoredLevels = null })], asset.Materials, asset.Skins);
        for (var mesh = 0; mesh < asset.Meshes.Length; mesh++)
        {
            Assert.NotNull(asset.Meshes[mesh].StoredLevels);
            var (stored, made) = (asset.DetailOf(mesh).Levels, bare.DetailOf(mesh).Levels);
            Assert.Equal(made.Select(l => (l.IndexCount, l.Errors)), stored.Select(l => (l.IndexCount, l.Errors)));
            for (var level = 0; level < made.Length; level++)
                for (var p = 0; p < made[level].Indices.Length; p++)
                    Assert.Equal(made[level].Indices[p].ToArray(), stored[level].Indices[p].ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(CommittedModelTests.Labeled), MemberType = typeof(CommittedModelTests))]
    public void A_model_has_at_least_three_levels_the_coarsest_with_about_a_quarter_of_the_triangles_or_less(string name)
    {
        var asset = GltfLoader.Load(CommittedModelTests.PathOf(name));
        var largest = asset.Meshes.MaxBy(m => m.Primitives.Sum(p => p.TriangleCount))!;
        Assert.True(largest.StoredLevels!.Value.Length >= 2, $"{largest.Name} has {largest.StoredLevels.Value.Length} levels beside full detail");
        // An edge that collapses takes two triangles, so halves of halves end a little beside a quarter.
        Assert.InRange(largest.StoredLevels.Value[^1].IndexCount / 3.0 / largest.Primitives.Sum(p => p.TriangleCount), 0, 0.26);
    }
}

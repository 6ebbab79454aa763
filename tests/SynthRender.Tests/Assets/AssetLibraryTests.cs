using System.Security.Cryptography;
using SynthRender.Assets;

namespace SynthRender.Tests.Assets;

/// <summary>Finding, caching and hashing assets.</summary>
public sealed class AssetLibraryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public AssetLibraryTests()
    {
        var model = GltfText.Triangle().ToBinary();
        foreach (var name in (string[])["wildlife/fox.glb", "wildlife/Deer.glb", "wildlife/birds/owl.glb", "robots/arm.glb"]) _folder.Write(name, model);
        _folder.Write("wildlife/README.md", "text");
        _folder.Write("wildlife/fur.png", TestImages.Png(2, 2));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_pattern_gives_models_in_ordinal_order()
    {
        var library = new AssetLibrary([_folder.Path]);
        Assert.Equal(["Deer", "fox"], library.LoadAll("wildlife/*.glb").Select(m => m.Name));
        Assert.Equal(["Deer", "fox"], library.LoadAll("wildlife/*").Select(m => m.Name));
        Assert.Equal(["arm", "Deer", "owl", "fox"], library.LoadAll("**").Select(m => m.Name));
        Assert.Equal(["owl"], library.LoadAll("**/o?l.glb").Select(m => m.Name));
        Assert.Equal(["arm", "Deer", "fox"], library.LoadAll("*/fox.glb", "wildlife/*", "robots/arm.glb").Select(m => m.Name));
        Assert.Equal(["owl"], library.LoadAll(Path.Combine(_folder.Path, "wildlife/*/*.glb")).Select(m => m.Name));
    }

    [Fact]
    public void A_pattern_that_matches_nothing_says_where_it_looked_and_what_is_there()
    {
        var error = Assert.Throws<AssetException>(() => new AssetLibrary([_folder.Path, "/nowhere"]).LoadAll("wildlife/*.gltf"));
        Assert.Equal("wildlife/*.gltf", error.File);
        Assert.Contains($"Looked in {Path.Combine(_folder.Path, "wildlife")}, where there is Deer.glb, README.md, birds/, fox.glb, fur.png.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Looked in /nowhere, which does not exist.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_one_name_in_two_roots_keep_their_hashes_apart()
    {
        _folder.Write("one/a.glb", GltfText.Triangle().ToBinary());
        _folder.Write("two/a.glb", [.. GltfText.Triangle().ToBinary()]);
        var (one, two) = (Path.Combine(_folder.Path, "one"), Path.Combine(_folder.Path, "two"));
        File.WriteAllText(Path.Combine(two, "a.labels.json"), """{ "category": "other" }""");
        var library = new AssetLibrary([one, two]);
        Assert.Equal(Path.Combine(one, "a.glb"), library.Load("a.glb").SourcePath);
        Assert.Equal(Path.Combine(two, "a.glb"), library.Load(Path.Combine(two, "a.glb")).SourcePath);
        Assert.Equal(Path.Combine(one, "a.glb"), Assert.Single(library.LoadAll("*.glb")).SourcePath);
        Assert.Equal(2, library.Hashes.Count);
        Assert.Equal(library.Load("a.glb").ContentHash, library.Hashes["a.glb"]);
    }

    [Fact]
    public void A_pattern_that_matches_only_other_files_matches_nothing() =>
        Assert.Throws<AssetException>(() => new AssetLibrary([_folder.Path]).LoadAll("wildlife/*.md"));

    [Fact]
    public void A_file_that_is_missing_says_where_it_was_looked_for()
    {
        var error = Assert.Throws<AssetException>(() => new AssetLibrary([_folder.Path]).Load("wildlife/wolf.glb"));
        Assert.StartsWith("wildlife/wolf.glb: there is no such file.", error.Message, StringComparison.Ordinal);
        Assert.Contains("fox.glb", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_is_loaded_once_even_from_many_threads()
    {
        var library = new AssetLibrary([_folder.Path]);
        var models = new ModelAsset[64];
        Parallel.For(0, models.Length, i => models[i] = library.Load(i % 2 == 0 ? "wildlife/fox.glb" : Path.Combine(_folder.Path, "wildlife/./fox.glb")));
        Assert.All(models, m => Assert.Same(models[0], m));
    }

    [Fact]
    public void The_first_root_that_has_a_file_wins()
    {
        using var other = new TemporaryFolder();
        other.Write("wildlife/fox.glb", GltfText.Triangle().ToBinary());
        var library = new AssetLibrary([other.Path, _folder.Path]);
        Assert.Equal(Path.Combine(other.Path, "wildlife/fox.glb"), library.Load("wildlife/fox.glb").SourcePath);
        Assert.Equal(Path.Combine(other.Path, "wildlife/fox.glb"), library.LoadAll("wildlife/*.glb")[1].SourcePath);
        Assert.Equal(["wildlife/Deer.glb", "wildlife/fox.glb"], library.Hashes.Keys);
    }

    [Fact]
    public void Hashes_name_what_was_loaded_by_content()
    {
        var library = new AssetLibrary([_folder.Path]);
        Assert.Empty(library.Hashes);
        library.LoadAll("wildlife/*.glb");
        var texture = library.LoadTexture("wildlife/fur.png");
        Assert.Equal(["wildlife/Deer.glb", "wildlife/fox.glb", "wildlife/fur.png"], library.Hashes.Keys);
        Assert.Equal(library.Hashes["wildlife/Deer.glb"], library.Hashes["wildlife/fox.glb"]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(TestImages.Png(2, 2))), library.Hashes["wildlife/fur.png"]);
        Assert.Equal(("wildlife/fur.png", 2), (texture.Name, texture.Width));
    }

    [Fact]
    public void Textures_are_found_by_pattern_and_loaded_once()
    {
        var library = new AssetLibrary([_folder.Path]);
        Assert.Same(library.LoadTexture("wildlife/fur.png"), Assert.Single(library.LoadTextures("wildlife/*")));
        Assert.Throws<AssetException>(() => library.LoadTextures("robots/*"));
        _folder.Write("robots/broken.png", [1, 2, 3]);
        Assert.Contains("no image", Assert.Throws<AssetException>(() => library.LoadTexture("robots/broken.png")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_needs_a_root()
    {
        Assert.Throws<ArgumentException>(() => new AssetLibrary([]));
        Assert.Throws<ArgumentException>(() => new AssetLibrary([""]));
    }
}

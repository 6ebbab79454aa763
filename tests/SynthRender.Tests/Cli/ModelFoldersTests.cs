using SynthRender.Cli.Commands;

namespace SynthRender.Tests.Cli;

public sealed class ModelFoldersTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synthrender-folders-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>README's `--set model=path/to/model.glb` is a path that the shell would complete: from where one is.</summary>
    [Fact]
    public void Models_are_looked_for_beside_and_above_the_scene_then_in_its_folder_then_where_one_is()
    {
        var scenes = Directory.CreateDirectory(Path.Combine(_folder, "work", "scenes")).FullName;
        Directory.CreateDirectory(Path.Combine(_folder, "models3d"));
        Directory.CreateDirectory(Path.Combine(scenes, "models3d"));
        var folders = ModelFolders.For(Path.Combine(scenes, "Mine.cs"));
        Assert.Equal([Path.Combine(scenes, "models3d"), Path.Combine(_folder, "models3d")], folders[..2]);
        // Between them are those above the temporary folder, if this machine has any.
        Assert.Equal([scenes, Directory.GetCurrentDirectory()], folders[^2..]);
    }
}

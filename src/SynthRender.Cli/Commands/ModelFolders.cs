namespace SynthRender.Cli.Commands;

/// <summary>Where a scene's models are looked for when nobody says.</summary>
internal static class ModelFolders
{
    /// <summary>models3d beside the scene file or in a folder above it, then the scene file's own folder, then the current one.</summary>
    public static List<string> For(string scenePath)
    {
        var sceneFolder = Path.GetDirectoryName(Path.GetFullPath(scenePath))!;
        var folders = new List<string>();
        for (var folder = new DirectoryInfo(sceneFolder); folder is not null; folder = folder.Parent)
        {
            var models = Path.Combine(folder.FullName, "models3d");
            if (Directory.Exists(models)) folders.Add(models);
        }

        return [.. folders.Append(sceneFolder).Append(Directory.GetCurrentDirectory()).Distinct()];
    }
}

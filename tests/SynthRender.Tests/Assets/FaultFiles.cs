namespace SynthRender.Tests.Assets;

/// <summary>The inputs that failed once, below tests/faults.</summary>
internal static class FaultFiles
{
    /// <summary>The path of one of them.</summary>
    public static string PathOf(params string[] path) => Path.Combine([Folder(), .. path]);

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "SynthRender.sln"))) return Path.Combine(folder.FullName, "tests", "faults");
        throw new DirectoryNotFoundException($"No SynthRender.sln above {AppContext.BaseDirectory}.");
    }
}

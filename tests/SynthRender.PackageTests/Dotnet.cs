using System.Diagnostics;

namespace SynthRender.PackageTests;

/// <summary>Runs programs as a user would, and fails the test with what they said when they fail.</summary>
internal static class Dotnet
{
    /// <summary>The repository's folder.</summary>
    public static string Repository { get; } = FindRepository();

    public static Task<string> Run(string folder, params string[] arguments) => RunProgram("dotnet", folder, arguments);

    /// <summary>Runs a program and returns what it wrote.</summary>
    public static async Task<string> RunProgram(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // No server of the compiler or of MSBuild stays behind.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var said = await output;
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} in {folder} ended with {process.ExitCode}:\n{said}{await error}");
        return said;
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "SynthRender.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No SynthRender.sln above {AppContext.BaseDirectory}.");
    }
}

using System.Diagnostics;
using SynthRender.Cli;

namespace SynthRender.DeviceTests.Cli;

/// <summary>Runs the `synthrender` command: in this process, or in one of its own where signals matter.</summary>
internal sealed record CommandLine(int ExitCode, string Output, string Error)
{
    /// <summary>The repository's folder.</summary>
    public static string Repository { get; } = FindRepository();

    public static string Scene(string name) => Path.Combine(Repository, "scenes", name + ".cs");

    public static async Task<CommandLine> Run(params string[] arguments)
    {
        var (output, error) = (Console.Out, Console.Error);
        using var capturedOutput = new StringWriter();
        using var capturedError = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(capturedOutput));
        Console.SetError(TextWriter.Synchronized(capturedError));
        try
        {
            var exit = await Program.Main(arguments);
            return new CommandLine(exit, capturedOutput.ToString(), capturedError.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    /// <summary>
    /// Starts the command as a process of its own, under a shell that ends its output with "exit N": a test host that was started with
    /// child signals ignored cannot see exit codes itself.
    /// </summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("sh") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "-c", "\"$@\"; echo exit $?", "sh", "dotnet", typeof(Program).Assembly.Location }) start.ArgumentList.Add(argument);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>The process id of the command under the shell that <see cref="Start"/> returned.</summary>
    public static int ProcessIdUnder(Process shell) =>
        int.Parse(File.ReadAllText($"/proc/{shell.Id}/task/{shell.Id}/children").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "SynthRender.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No SynthRender.sln above {AppContext.BaseDirectory}.");
    }
}

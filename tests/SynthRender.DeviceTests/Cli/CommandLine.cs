using System.Diagnostics;
using SynthRender.Cli;

namespace SynthRender.DeviceTests.Cli;

/// <summary>Runs the `synthrender` command: in this process, or in one of its own where signals matter.</summary>
internal sealed record CommandLine(int ExitCode, string Output, string Error)
{
    /// <summary>The repository's folder.</summary>
    public static string Repository { get; } = FindRepository();

    public static string Scene(string name) => Path.Combine(Repository, "scenes", name + ".cs");

    /// <summary>A file or folder below tests/faults, the inputs that failed once.</summary>
    public static string Fault(params string[] path) => Path.Combine([Repository, "tests", "faults", .. path]);

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
    /// Runs the command as a process of its own under a shell, which sends it a signal as soon as a file is there. Returns the exit code
    /// that the shell saw.
    /// </summary>
    public static async Task<int> RunAndSignal(string signal, string file, params string[] arguments)
    {
        const string script = "file=$1; signal=$2; shift 2; \"$@\" >/dev/null 2>&1 & p=$!; "
            + "while [ ! -e \"$file\" ] && kill -0 $p; do sleep 0.01; done; kill -s $signal $p; wait $p; echo $?";
        var start = new ProcessStartInfo("sh") { RedirectStandardOutput = true };
        foreach (var argument in new[] { "-c", script, "sh", file, signal, "dotnet", typeof(Program).Assembly.Location }) start.ArgumentList.Add(argument);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var shell = Process.Start(start)!;
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return int.Parse(output, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Runs a shell script in which <c>synthrender</c> is the command, and <c>dotnet "$SYNTHRENDER"</c> where its process is wanted; "$@" are
    /// the arguments.
    /// </summary>
    public static async Task<CommandLine> Shell(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "-c", $"synthrender() {{ dotnet \"$SYNTHRENDER\" \"$@\"; }}; {script}", "bash" }) start.ArgumentList.Add(argument);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["SYNTHRENDER"] = typeof(Program).Assembly.Location;
        using var shell = Process.Start(start)!;
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        return new CommandLine(shell.ExitCode, await output, await error);
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "SynthRender.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No SynthRender.sln above {AppContext.BaseDirectory}.");
    }
}

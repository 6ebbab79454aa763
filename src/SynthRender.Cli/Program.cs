using System.CommandLine;
using System.CommandLine.Parsing;
using SynthRender.Cli.Commands;
using SynthRender.Cli.Output;

namespace SynthRender.Cli;

/// <summary>The `synthrender` command.</summary>
public static class Program
{
    /// <summary>Parses the command line, runs the command and turns what went wrong into a message and an exit code.</summary>
    /// <returns>0 done · 1 failed · 2 bad usage or input · 130/143 interrupted, with all finished frames kept.</returns>
    public static async Task<int> Main(string[] args)
    {
        // Both streams are taken hold of before any file is opened, which would get the number of one that is closed.
        var (output, error) = (Console.Out, Console.Error);
        Console.SetOut(new GuardedOutput(output, isError: false));
        Console.SetError(new GuardedOutput(error, isError: true));
        try
        {
            return await RunAsync(args);
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    private static async Task<int> RunAsync(string[] args)
    {
        var root = CreateRootCommand();
        var parsed = root.Parse(args);
        var command = parsed.CommandResult.Command;
        // A command that only groups others, and nothing behind it.
        if (command.Subcommands.Count > 0 && command.Action is null && parsed.Tokens.All(t => t.Type == TokenType.Command))
            parsed = root.Parse([.. args, "--help"]);
        if (UsageErrors.Of(parsed) is { Count: > 0 } errors)
        {
            foreach (var error in errors) await Console.Error.WriteLineAsync($"synthrender: {error}");
            await Console.Error.WriteLineAsync($"Try '{UsageErrors.Name(command)} --help'.");
            return ExitCode.BadInput;
        }

        try
        {
            // Signals are handled by the commands that have something to finish (StopSignal), errors here.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception error) when (Failure.From(error) is { } failure)
        {
            await Console.Error.WriteLineAsync($"synthrender: {failure.Message}");
            return failure.ExitCode;
        }
    }

    /// <summary>All commands, as `--help` shows them.</summary>
    public static RootCommand CreateRootCommand() => new(
        """
        SynthRender makes labelled images: a C# scene file in, a COCO dataset with exact masks, boxes and keypoints out.

        First dataset:   synthrender render scenes/Demo.cs --frames 24 --out out/demo --overlay
        """)
    {
        RenderCommand.Create(),
        ExportCommand.Create(),
        DevicesCommand.Create(),
        ModelsCommand.Create(),
        CheckCommand.Create(),
        BenchCommand.Create(),
        GalleryCommand.Create(),
    };
}

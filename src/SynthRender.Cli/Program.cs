using System.CommandLine;
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
        var root = CreateRootCommand();
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync($"synthrender: {error.Message}");
            await Console.Error.WriteLineAsync($"Try '{CommandPath(parsed)} --help'.");
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

    private static string CommandPath(ParseResult parsed)
    {
        var names = new List<string>();
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
            names.Insert(0, result.Command is RootCommand ? "synthrender" : result.Command.Name);
        return string.Join(' ', names);
    }
}

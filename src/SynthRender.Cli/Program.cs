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
        string[] errors = [.. parsed.Errors.Select(e => e.Message), .. Empty(parsed)];
        if (errors.Length > 0)
        {
            foreach (var error in errors) await Console.Error.WriteLineAsync($"synthrender: {error}");
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

    /// <summary>No option or argument has a use for an empty text: it comes of a variable that is not set.</summary>
    private static IEnumerable<string> Empty(ParseResult parsed)
    {
        foreach (var result in parsed.CommandResult.Children)
        {
            if (!result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value))) continue;
            var name = result switch
            {
                OptionResult option => option.Option.Name,
                ArgumentResult argument => argument.Argument.Name,
                _ => "an argument",
            };
            yield return $"{name} is empty; give it a value or leave it out.";
        }
    }

    private static string CommandPath(ParseResult parsed)
    {
        var names = new List<string>();
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as CommandResult)
            names.Insert(0, result.Command is RootCommand ? "synthrender" : result.Command.Name);
        return string.Join(' ', names);
    }
}

using Spectre.Console;
using Spectre.Console.Rendering;

namespace SynthRender.Cli.Output;

/// <summary>Where tables go: to what <see cref="Console.Out"/> is now, not to what it was when a table was first written.</summary>
internal static class Terminal
{
    public static void Write(IRenderable renderable) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) }).Write(renderable);
}

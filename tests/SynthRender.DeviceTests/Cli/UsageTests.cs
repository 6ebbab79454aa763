using System.CommandLine;
using System.Diagnostics;
using SynthRender.Cli;

namespace SynthRender.DeviceTests.Cli;

/// <summary>What the command says to a command line that it does not understand.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("'synthrender' has no command 'rendr'; did you mean 'render'?", "rendr", "scenes/Demo.cs")]
    [InlineData("'synthrender models' has no command 'inspekt'; did you mean 'inspect'?", "models", "inspekt")]
    [InlineData("'synthrender render' has no option '--frame'; did you mean '--frames'?", "render", "scenes/Demo.cs", "--frame", "5")]
    [InlineData("'synthrender render' has no option '--frmes'; did you mean '--frames'?", "render", "--frmes", "5", "scenes/Demo.cs")]
    [InlineData("'synthrender render' has no option '--sede'; did you mean '--seed'?", "render", "scenes/Demo.cs", "--sede=7")]
    [InlineData("'synthrender bench' has no option '--hlep'; did you mean '--help'?", "bench", "--hlep")]
    [InlineData("'synthrender render' has no option '--unheard-of'.", "render", "scenes/Demo.cs", "--unheard-of", "9")]
    [InlineData("'synthrender render' takes no further argument; got 'scenes/Other.cs'.", "render", "scenes/Demo.cs", "scenes/Other.cs")]
    [InlineData("--frames is a whole number; got 'many'.", "render", "scenes/Demo.cs", "--frames", "many")]
    [InlineData("--seed is a whole number from 0 to 18446744073709551615; got '-1'.", "render", "scenes/Demo.cs", "--seed", "-1")]
    public async Task A_fault_is_named_in_the_words_of_the_command_line(string expected, params string[] arguments)
    {
        var result = await CommandLine.Run(arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal($"synthrender: {expected}", result.Error.Split(Environment.NewLine)[0]);
        Assert.StartsWith("Try 'synthrender", result.Error.Split(Environment.NewLine)[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("render")]
    [InlineData("inspect", "models")]
    public async Task A_command_that_only_groups_others_prints_its_help(string listed, params string[] arguments)
    {
        var result = await CommandLine.Run(arguments);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(listed, result.Output, StringComparison.Ordinal);
        Assert.Contains("Usage", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task No_option_of_any_command_answers_with_the_name_of_a_type()
    {
        var asked = 0;
        foreach (var (path, command) in Commands([], Program.CreateRootCommand()))
            foreach (var option in command.Options.Where(o => o.ValueType != typeof(bool) && o.ValueType != typeof(string) && o.ValueType != typeof(string[])))
            {
                var result = await CommandLine.Run([.. path, option.Name, "twelve?"]);
                if (result.ExitCode == 0 || !result.Error.Contains("twelve?", StringComparison.Ordinal)) continue;
                asked++;
                Assert.DoesNotContain("System.", result.Error, StringComparison.Ordinal);
                Assert.DoesNotContain("`1", result.Error, StringComparison.Ordinal);
            }

        Assert.True(asked > 10, $"{asked} options were tried");
    }

    [Theory]
    [InlineData("2", "models", "inspect", "FAULT")]
    [InlineData("2", "render", "SCENE", "--frames", "1", "--size", "32x24", "--out", "OUT")]
    [InlineData("0", "render", "SCENE", "--frames", "1", "--size", "32x24", "--out", "OUT", "--quiet")]
    public async Task A_closed_standard_output_is_said_before_anything_is_drawn(string exit, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("synthrender-closed-").FullName;
        try
        {
            var output = Path.Combine(folder, "out");
            var start = new ProcessStartInfo("sh") { RedirectStandardError = true, RedirectStandardOutput = true };
            foreach (var argument in (string[])["-c", "\"$@\" >&-; code=$?; echo $code", "sh", "dotnet", typeof(Program).Assembly.Location, .. arguments])
                start.ArgumentList.Add(argument.Replace("FAULT", CommandLine.Fault("loader", "bom.gltf"), StringComparison.Ordinal)
                    .Replace("SCENE", CommandLine.Scene("Shapes"), StringComparison.Ordinal).Replace("OUT", output, StringComparison.Ordinal));
            using var shell = Process.Start(start)!;
            var error = await shell.StandardError.ReadToEndAsync();
            Assert.Equal(exit, (await shell.StandardOutput.ReadToEndAsync()).Trim());
            Assert.Equal(exit == "0", Directory.Exists(output));
            if (exit != "0") Assert.StartsWith("synthrender: Standard output cannot be written", error, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<(string[] Path, Command Command)> Commands(string[] path, Command command) =>
        command.Subcommands.SelectMany(c => Commands([.. path, c.Name], c)).Prepend((path, command));
}

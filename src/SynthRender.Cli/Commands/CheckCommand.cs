using System.CommandLine;
using SynthRender.Cli.Output;
using SynthRender.Datasets.Verification;
using SynthRender.Farm.Runs;

namespace SynthRender.Cli.Commands;

/// <summary>`synthrender check`: reads a finished dataset back and checks that its labels are consistent.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "The dataset's folder" };
        var command = new Command("check", "Reads a dataset back and checks masks, areas, boxes, ids and files against each other.") { folder };
        command.SetAction(parsed => Check(parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int Check(string folder)
    {
        var findings = CocoVerifier.Verify(folder);
        string[] all = [.. findings.Select(finding => finding.ToString()), .. DatasetFiles.Faults(folder)];
        foreach (var line in all) Console.Error.WriteLine($"synthrender: {line}");
        if (all.Length == 0) Console.WriteLine($"{folder}: labels, boxes, ids and files agree");
        return all.Length == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}

using System.Runtime.CompilerServices;
using SynthRender.Randomizers;
using SynthRender.Reference;

namespace SynthRender.Tests.Reference;

/// <summary>docs/randomizers.md tells what the source says.</summary>
public sealed class RandomizerReferenceTests
{
    private static string Committed([CallerFilePath] string path = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "docs", "randomizers.md"));

    [Fact]
    public void The_committed_reference_is_that_of_the_source() => Assert.Equal(Committed(), RandomizerReference.Write());

    [Fact]
    public void Every_randomizer_and_property_has_words()
    {
        var lines = Committed().Split('\n');
        foreach (var type in typeof(Randomizer).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(Randomizer)) && !t.IsAbstract && t.GetConstructor([]) is not null))
            Assert.Contains($"## {type.Name}", lines);
        Assert.All(lines.Where(l => l.StartsWith("| `", StringComparison.Ordinal)), line =>
        {
            var cells = line.Split(" | ");
            Assert.True(cells.Length >= 4 && cells[^1].Length > 5, line);
        });
    }
}

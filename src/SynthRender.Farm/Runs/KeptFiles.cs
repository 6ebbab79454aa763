using System.Collections.Concurrent;
using SynthRender.Farm.Journal;

namespace SynthRender.Farm.Runs;

/// <summary>Compares what a journal says with the files that are there: an interruption, or a person, may have taken some.</summary>
internal static class KeptFiles
{
    /// <summary>Looks at the files of every image, and makes the journal forget those whose files are not as they were written.</summary>
    /// <param name="journal">The finished images.</param>
    /// <param name="folder">The dataset's folder.</param>
    /// <param name="content">False looks at lengths alone.</param>
    /// <returns>What is wrong, in order of the files' names.</returns>
    internal static IReadOnlyList<string> ForgetDamaged(FrameJournal journal, string folder, bool content)
    {
        var faults = new ConcurrentBag<string>();
        Parallel.ForEach(journal.ReadImages(), entry =>
        {
            foreach (var file in entry.Files)
            {
                if (file.Fault(folder, content) is not { } fault) continue;
                faults.Add(fault);
                journal.Forget(entry.Frame, entry.Camera);
            }
        });
        return [.. faults.Order(StringComparer.Ordinal)];
    }
}

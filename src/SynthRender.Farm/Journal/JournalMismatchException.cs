namespace SynthRender.Farm.Journal;

/// <summary>The folder holds the journal of another run.</summary>
public sealed class JournalMismatchException(string path, string found, string expected) : Exception(
    $"'{path}' belongs to another run. It was made with\n    {found}\nand this run is\n    {expected}\n"
    + "Choose another --out, or pass --overwrite to make the dataset anew.");

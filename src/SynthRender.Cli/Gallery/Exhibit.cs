namespace SynthRender.Cli.Gallery;

/// <summary>One picture of the gallery.</summary>
/// <param name="Name">Short, unique in its exhibition; written under the picture and, with hyphens, the file's name.</param>
/// <param name="Caption">A sentence on what is to be seen.</param>
/// <param name="Build">Puts the scene together, as a user's code would.</param>
internal sealed record Exhibit(string Name, string Caption, Action<GalleryScene> Build)
{
    /// <summary>The name as a file has it.</summary>
    public string FileName => string.Concat(Name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}

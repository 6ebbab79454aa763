namespace SynthRender.Assets;

/// <summary>A model, texture or label file could not be used. The message says which file, where in it, what was found and what was expected.</summary>
public sealed class AssetException : Exception
{
    /// <summary>Reports a fault in a file.</summary>
    /// <param name="file">The file that was read.</param>
    /// <param name="element">Where in it, e.g. <c>meshes[0].primitives[1].indices</c>; empty for the file as a whole.</param>
    /// <param name="problem">What was found and what was expected, a sentence.</param>
    /// <param name="inner">The cause, when it came from elsewhere.</param>
    public AssetException(string file, string element, string problem, Exception? inner = null)
        : base(element.Length == 0 ? $"{file}: {problem}" : $"{file}: {element}: {problem}", inner) =>
        (File, Element, Problem) = (file, element, problem);

    /// <summary>The file that was read.</summary>
    public string File { get; }

    /// <summary>Where in the file; empty for the file as a whole.</summary>
    public string Element { get; }

    /// <summary>What was found and what was expected.</summary>
    public string Problem { get; }

    /// <summary>True when no file was found where files are looked for.</summary>
    public bool IsMissing { get; init; }
}

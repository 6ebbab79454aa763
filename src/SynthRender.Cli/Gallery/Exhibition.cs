namespace SynthRender.Cli.Gallery;

/// <summary>Pictures on one subject, shown on one sheet.</summary>
internal abstract class Exhibition
{
    /// <summary>One word, as it is given on the command line and as the folder is called.</summary>
    public abstract string Name { get; }

    /// <summary>A sentence that heads the sheet in the documentation.</summary>
    public abstract string Title { get; }

    /// <summary>The pictures, in order.</summary>
    public abstract IEnumerable<Exhibit> Exhibits { get; }
}

using SynthRender.Modeling;
using SynthRender.Modeling.Models;

namespace SynthRender.Cli.Commands;

/// <summary>Names of the collection's models, as the command line takes them.</summary>
internal static class ModelNames
{
    /// <summary>The models of those names, in the collection's order; all of them when no name is given.</summary>
    /// <exception cref="UsageException">A name is unknown; the message lists those there are.</exception>
    public static IReadOnlyList<IModel> Find(IReadOnlyList<string> names)
    {
        var unknown = names.Except(ModelCollection.All.Select(m => m.Name)).ToList();
        if (unknown.Count > 0)
            throw new UsageException($"No model is called '{string.Join("', '", unknown)}'. There are: {string.Join(", ", ModelCollection.All.Select(m => m.Name))}.");
        return [.. ModelCollection.All.Where(m => names.Count == 0 || names.Contains(m.Name))];
    }
}

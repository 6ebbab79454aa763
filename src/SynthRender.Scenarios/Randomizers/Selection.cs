using SynthRender.Graph;

namespace SynthRender.Randomizers;

/// <summary>Which models of the scene a randomizer works on.</summary>
public sealed class Selection
{
    private readonly Func<ModelNode, bool> _contains;

    private Selection(string description, Func<ModelNode, bool> contains) => (Description, _contains) = (description, contains);

    /// <summary>Every model.</summary>
    public static Selection Everything { get; } = new("every model", _ => true);

    /// <summary>The labelled models.</summary>
    public static Selection Foreground { get; } = new("labelled models", model => model.Labeling is not null);

    /// <summary>The models without a label.</summary>
    public static Selection Background { get; } = new("models without a label", model => model.Labeling is null);

    /// <summary>For messages.</summary>
    public string Description { get; }

    /// <summary>Models of a category.</summary>
    public static Selection Category(string category) =>
        new($"models of category '{category}'", model => model.Labeling?.Category == category);

    /// <summary>Models that carry a tag, themselves or by a node above them.</summary>
    public static Selection Tagged(string tag) => new($"models tagged '{tag}'", model =>
    {
        for (Node? node = model; node is not null; node = node.Parent)
            if (node.Tags.Contains(tag))
                return true;
        return false;
    });

    /// <summary>These models only.</summary>
    public static Selection Only(params ModelNode[] models) => new("chosen models", models.Contains);

    /// <summary>The enabled models of a scene that belong to the selection, in tree order.</summary>
    public IEnumerable<ModelNode> In(Scene scene) => scene.Models.Where(_contains);
}

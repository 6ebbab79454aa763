using SynthRender.Graph;
using SynthRender.Labels;

namespace SynthRender.Randomizers;

/// <summary>Which models of the scene a randomizer works on.</summary>
public sealed class Selection
{
    private readonly Func<ModelNode, bool> _contains;

    private Selection(string description, Func<ModelNode, bool> contains) => (Description, _contains) = (description, contains);

    /// <summary>Every model.</summary>
    public static Selection Everything { get; } = new("model", _ => true);

    /// <summary>The models that are labelled as things, by themselves or as a part of one: what is placed in the foreground, and what a scene labels itself.</summary>
    public static Selection Foreground { get; } = new("model that is labelled as a thing", IsForeground);

    /// <summary>The other models: without a label, or labelled as stuff such as ground.</summary>
    public static Selection Background { get; } = new("model without a thing's label", model => !IsForeground(model));

    /// <summary>For messages: what one of the models is called.</summary>
    public string Description { get; }

    /// <summary>Models of a category.</summary>
    public static Selection Category(string category) =>
        new($"model of category '{category}'", model => model.Labeling?.Category == category);

    /// <summary>Models that carry a tag, themselves or by a node above them.</summary>
    public static Selection Tagged(string tag) => new($"model tagged '{tag}'", model =>
    {
        for (Node? node = model; node is not null; node = node.Parent)
            if (node.Tags.Contains(tag))
                return true;
        return false;
    });

    /// <summary>These models only.</summary>
    public static Selection Only(params ModelNode[] models) =>
        new($"model among {string.Join(", ", models.Select(m => m.Name))}", models.Contains);

    /// <summary>These models only.</summary>
    public static implicit operator Selection(ModelNode model) => Only(model);

    /// <summary>The enabled models of a scene that belong to the selection, in tree order; what is added later is not among them.</summary>
    public IReadOnlyList<ModelNode> In(Scene scene) => [.. scene.Models.Where(_contains)];

    // A model without a label belongs to the instance of the nearest one above it that has one.
    private static bool IsForeground(ModelNode model)
    {
        for (Node? node = model; node is not null; node = node.Parent)
            if (node is ModelNode { Labeling: { } labeling })
                return labeling.Kind == LabelKind.Thing;
        return false;
    }
}

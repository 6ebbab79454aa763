using SynthRender.Graph;
using SynthRender.Materials;
using SynthRender.Samplers;

namespace SynthRender.Randomizers;

/// <summary>Changes materials of models one by one, each with a random stream of its own.</summary>
public abstract class MaterialSlotRandomizer : Randomizer
{
    /// <summary>Which models.</summary>
    public Selection Of { get; init; } = Selection.Foreground;

    /// <summary>Only materials whose name contains this text, or null for all.</summary>
    public string? Material { get; init; }

    private protected virtual void Begin(Iteration iteration)
    {
    }

    /// <summary>Changes a model as a whole, before its materials.</summary>
    protected virtual void ChangeModel(ModelNode model, RandomStream stream)
    {
    }

    /// <summary>The material that takes the place of one.</summary>
    protected abstract Material Change(Material material, RandomStream stream);

    // For what depends on the model that wears the material.
    private protected virtual Material Change(ModelNode model, Material material, RandomStream stream) => Change(material, stream);

    /// <inheritdoc/>
    protected internal sealed override void OnIterationStart(Iteration iteration)
    {
        Begin(iteration);
        foreach (var model in Of.In(iteration.Scene))
        {
            ChangeModel(model, iteration.Stream(model));
            var materials = model.Materials.ToBuilder();
            for (var slot = 0; slot < materials.Count; slot++)
            {
                if (Material is not null && !materials[slot].Name.Contains(Material, StringComparison.Ordinal)) continue;
                materials[slot] = Change(model, materials[slot], iteration.Stream(model, $"material {slot}"));
            }

            model.Materials = materials.DrainToImmutable();
        }
    }
}

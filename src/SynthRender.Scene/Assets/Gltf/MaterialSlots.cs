using System.Collections.Immutable;
using SynthRender.Materials;

namespace SynthRender.Assets.Gltf;

/// <summary>A model's material slots: the file's materials by their index, then what had to be added.</summary>
/// <param name="materials">The file's materials, and the UV sets that each shows.</param>
internal sealed class MaterialSlots(IReadOnlyList<(Material Material, UvSets Sets)> materials)
{
    private readonly List<Material> _slots = [.. materials.Select(m => m.Material)];
    private readonly Dictionary<int, int> _unlit = [];
    private readonly Dictionary<(int Material, string Mapping), int> _mapped = [];
    private readonly Dictionary<int, int[]> _mappings = [];
    private int _default = -1;

    /// <summary>The material in a slot.</summary>
    public Material this[int slot] => _slots[slot];

    /// <summary>Slots so far.</summary>
    public int Count => _slots.Count;

    /// <summary>The slot of primitives that name no material.</summary>
    public int Default
    {
        get
        {
            if (_default < 0)
            {
                _default = _slots.Count;
                _slots.Add(Material.Default);
            }

            return _default;
        }
    }

    /// <summary>The UV sets that one of the file's materials shows; those of the default material for null.</summary>
    public UvSets UvSetsOf(int? material) => material is { } index ? materials[index].Sets : UvSets.Default;

    /// <summary>The slot with the same material, shown without light.</summary>
    public int Unlit(int slot)
    {
        if (_slots[slot].Unlit) return slot;
        if (_unlit.TryGetValue(slot, out var unlit)) return unlit;
        _slots.Add(_slots[slot] with { Unlit = true });
        return _unlit[slot] = _slots.Count - 1;
    }

    /// <summary>
    /// The slot of a primitive whose material changes with the file's variants. Primitives that change differently need slots apart,
    /// even when they start from the same material.
    /// </summary>
    /// <param name="material">The primitive's own material slot.</param>
    /// <param name="mapping">The material for each variant, −1 to keep its own; empty when no variant changes it.</param>
    public int Mapped(int material, int[] mapping)
    {
        var key = (material, string.Join(',', mapping));
        if (_mapped.TryGetValue(key, out var slot)) return slot;
        slot = material;
        if (_mappings.ContainsKey(material))
        {
            slot = _slots.Count;
            _slots.Add(_slots[material]);
        }

        _mappings[slot] = mapping;
        return _mapped[key] = slot;
    }

    /// <summary>The materials of all slots under a variant.</summary>
    public ImmutableArray<Material> UnderVariant(int variant)
    {
        var materials = _slots.ToArray();
        foreach (var (slot, mapping) in _mappings)
            if (mapping.Length > 0 && mapping[variant] >= 0) materials[slot] = _slots[mapping[variant]];
        return [.. materials];
    }

    /// <summary>All slots, at least one.</summary>
    public ImmutableArray<Material> ToArray() => _slots.Count > 0 ? [.. _slots] : [_slots[Default]];
}

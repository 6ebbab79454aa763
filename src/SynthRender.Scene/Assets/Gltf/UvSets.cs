using System.Text.Json;

namespace SynthRender.Assets.Gltf;

/// <summary>
/// Which two of a file's UV sets a material shows, as the first and second of the model. A file may have any number of sets; the
/// renderer takes two to a primitive, and nearly every material shows one or two.
/// </summary>
/// <param name="First">The file's set that becomes UV set 0. It is 0 wherever it can be: randomizers put textures there.</param>
/// <param name="Second">The file's set that becomes UV set 1.</param>
/// <param name="ShowsFirst">Whether a texture lies by the first.</param>
/// <param name="ShowsSecond">Whether a texture lies by the second.</param>
internal readonly record struct UvSets(int First, int Second, bool ShowsFirst = false, bool ShowsSecond = false)
{
    /// <summary>As the file counts them.</summary>
    public static UvSets Default { get; } = new(0, 1);

    /// <summary>The file's sets by which textures lie.</summary>
    public IEnumerable<int> Shown
    {
        get
        {
            if (ShowsFirst) yield return First;
            if (ShowsSecond) yield return Second;
        }
    }

    /// <summary>The sets of a material: set 0 and the lowest other one that it shows, else the two lowest.</summary>
    /// <param name="material">The material's JSON, whose shape has been checked.</param>
    public static UvSets Of(JsonElement material)
    {
        var shown = new SortedSet<int>();
        Collect(material, shown);
        var others = shown.Where(s => s > 0).ToArray();
        if (!shown.Contains(0) && others.Length > 1) return new UvSets(others[0], others[1], true, true);
        return others.Length == 0 ? Default with { ShowsFirst = shown.Contains(0) } : new UvSets(0, others[0], shown.Contains(0), true);
    }

    /// <summary>A texture's UV set in the model, or null when it is neither of the two.</summary>
    public int? Find(int set) => set == First ? 0 : set == Second ? 1 : null;

    /// <summary>Whether a primitive that shows other sets can show these too; if so, they are added to its own.</summary>
    public bool Fits(ref UvSets others)
    {
        if ((ShowsFirst && others.ShowsFirst && First != others.First) || (ShowsSecond && others.ShowsSecond && Second != others.Second)) return false;
        others = new UvSets(
            ShowsFirst ? First : others.First, ShowsSecond ? Second : others.Second, ShowsFirst || others.ShowsFirst, ShowsSecond || others.ShowsSecond);
        return true;
    }

    // Whatever refers to a texture is a member whose name ends in "Texture", in the material and in every extension.
    private static void Collect(JsonElement owner, SortedSet<int> sets)
    {
        foreach (var member in owner.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Object || member.Name == "extras") continue;
            if (member.Name.EndsWith("Texture", StringComparison.Ordinal)) sets.Add(SetOf(member.Value));
            else Collect(member.Value, sets);
        }
    }

    private static int SetOf(JsonElement texture)
    {
        var set = (int)GltfJson.Whole(texture, "texCoord");
        return texture.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("KHR_texture_transform", out var transform)
            ? (int)GltfJson.Whole(transform, "texCoord", set)
            : set;
    }
}

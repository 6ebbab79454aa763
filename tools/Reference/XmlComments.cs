using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SynthRender.Reference;

/// <summary>The XML comments of an assembly, as plain Markdown. The compiler writes them into a file beside the assembly.</summary>
internal sealed partial class XmlComments
{
    private readonly Dictionary<string, XElement> _members;

    private XmlComments(Dictionary<string, XElement> members) => _members = members;

    /// <summary>Reads an assembly's comments.</summary>
    /// <exception cref="FileNotFoundException">There is no .xml beside the assembly.</exception>
    public static XmlComments Of(Assembly assembly)
    {
        var path = Path.ChangeExtension(assembly.Location, ".xml");
        var file = File.Exists(path) ? XDocument.Load(path) : throw new FileNotFoundException($"{path} is missing: build with GenerateDocumentationFile.");
        return new XmlComments(file.Descendants("member").ToDictionary(m => m.Attribute("name")!.Value));
    }

    /// <summary>An element of a type's comment on one line; empty when the type has none.</summary>
    public string Type(Type type, string element = "summary") => Text($"T:{type.FullName}", element);

    /// <summary>The summary of a property on one line.</summary>
    public string Property(PropertyInfo property) => Text($"P:{property.DeclaringType!.FullName}.{property.Name}", "summary");

    private string Text(string member, string element) =>
        _members.TryGetValue(member, out var comment) && comment.Element(element) is { } found ? Markdown(found) : "";

    private static string Markdown(XElement element) => Spaces().Replace(string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "seealso" } see => $"`{Short(see.Attribute("cref")?.Value ?? see.Attribute("langword")?.Value ?? "")}`",
        XElement { Name.LocalName: "paramref" or "typeparamref" } reference => $"`{reference.Attribute("name")!.Value}`",
        XElement { Name.LocalName: "c" or "code" } code => $"`{code.Value}`",
        XElement other => Markdown(other),
        _ => "",
    })), " ").Trim();

    // "P:SynthRender.Graph.ModelNode.Stands" is ModelNode.Stands, "T:SynthRender.Graph.Node" is Node; a randomizer's own property is its name.
    private static string Short(string cref)
    {
        var parts = cref[(cref.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('(')[0].Split('.');
        return cref.StartsWith("T:", StringComparison.Ordinal) || cref.StartsWith("P:SynthRender.Randomizers.", StringComparison.Ordinal) ? parts[^1] : $"{parts[^2]}.{parts[^1]}";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

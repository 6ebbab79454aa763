using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SynthRender.Tests.Gpu;

namespace SynthRender.PackageTests;

/// <summary>
/// A Veldrid.dll with the signatures of veldrid-api.txt and nothing behind them: enough to compile against. What the list leaves out,
/// interfaces, parameters of indexers, `params` and how a device is opened, is said here.
/// </summary>
internal static partial class VeldridStub
{
    private static readonly string[] Bindable = ["DeviceBuffer", "DeviceBufferRange", "Sampler", "Texture", "TextureView"];
    private static readonly string[] Mappable = ["DeviceBuffer", "Texture"];

    private static readonly string[] Resources =
    [
        "CommandList", "DeviceBuffer", "Fence", "Framebuffer", "Pipeline", "ResourceLayout", "ResourceSet", "Sampler", "Shader", "Texture", "TextureView",
    ];

    // By type: the constructor's last parameter takes any number of arguments.
    private static readonly string[] Params =
    [
        "BlendStateDescription", "FramebufferDescription", "OutputDescription", "ResourceLayoutDescription", "ResourceSetDescription", "VertexLayoutDescription",
    ];

    private static readonly string[] Indices = ["int index", "uint index", "int x, int y", "uint x, uint y", "int x, int y, int z", "uint x, uint y, uint z"];

    /// <summary>The list that the stub is made from.</summary>
    public static IReadOnlyDictionary<string, List<string>> Listed()
    {
        using var reader = new StreamReader(typeof(VeldridStub).Assembly.GetManifestResourceStream("veldrid-api.txt")!);
        return ApiSurface.Parse(reader.ReadToEnd().Split('\n'));
    }

    /// <summary>Compiles the stub.</summary>
    public static void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var compilation = CSharpCompilation.Create(
            "Veldrid", [CSharpSyntaxTree.ParseText(Source())], ReferenceAssemblies(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var result = compilation.Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error)));
    }

    private static string Source()
    {
        var source = new StringBuilder("using System;\nusing System.Collections.Generic;\nusing System.Numerics;\n[assembly: System.Reflection.AssemblyVersion(\"4.9.0.0\")]\nnamespace Veldrid;\n");
        source.Append("public class Swapchain { internal Swapchain() { } }\npublic struct SwapchainDescription { }\n");
        foreach (var (header, members) in Listed()) AppendType(source, header, members);
        return source.ToString();
    }

    private static void AppendType(StringBuilder source, string header, List<string> members)
    {
        var words = header.Split(' ');
        var modifier = words[0] == "abstract" ? "abstract " : string.Empty;
        var parts = modifier.Length > 0 ? words[1..] : words;
        var (kind, bare) = (parts[0], parts[1].Split('`')[0]);
        if (kind == "enum")
        {
            source.Append($"[Flags] public {header} {{ {string.Join(", ", members)} }}\n");
            return;
        }

        var isGeneric = bare != parts[1];
        var bases = string.Join(", ", parts.Skip(3).Concat(Interfaces(bare, members)));
        source.Append($"public {modifier}{kind} {bare}{(isGeneric ? "<T>" : string.Empty)}");
        if (bases.Length > 0) source.Append($" : {bases}");
        if (isGeneric) source.Append(" where T : struct");
        source.Append("\n{\n");
        if (kind == "class" && !members.Any(member => member.StartsWith("ctor", StringComparison.Ordinal))) source.Append($"internal {bare}() {{ }}\n");
        if (bare == "GraphicsDevice") source.Append("public static GraphicsDevice CreateVulkan(GraphicsDeviceOptions options) => throw null;\n");
        var index = 0;
        foreach (var member in members) source.Append(Member(kind, bare, member, ref index)).Append('\n');
        source.Append("}\n");
    }

    private static IEnumerable<string> Interfaces(string type, List<string> members)
    {
        if (Resources.Contains(type)) yield return "DeviceResource";
        if (Bindable.Contains(type)) yield return "BindableResource";
        if (Mappable.Contains(type)) yield return "MappableResource";
        if (members.Contains("void Dispose()")) yield return "IDisposable";
    }

    private static string Member(string kind, string type, string member, ref int index)
    {
        var rest = member[(member.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        if (member.StartsWith("field static ", StringComparison.Ordinal)) return $"public static readonly {rest["static ".Length..]};";
        if (member.StartsWith("field ", StringComparison.Ordinal)) return $"public {rest};";
        if (member.StartsWith("ctor(", StringComparison.Ordinal)) return $"public {type}{Variadic(type, member["ctor".Length..])} {{ }}";
        if (member.StartsWith("property T Item", StringComparison.Ordinal)) return $"public ref T this[{Indices[index++]}] => throw null;";
        if (member.StartsWith("property ", StringComparison.Ordinal))
        {
            if (kind == "interface") return rest;
            var isStatic = rest.StartsWith(type + " ", StringComparison.Ordinal);
            var accessors = rest.Replace("get;", "get => throw null;", StringComparison.Ordinal).Replace("set;", "set => throw null;", StringComparison.Ordinal);
            return $"public {(isStatic ? "static " : string.Empty)}{accessors}";
        }

        var constraint = member.Contains("<T>(", StringComparison.Ordinal)
            ? (member.StartsWith("MappedResourceView", StringComparison.Ordinal) ? " where T : struct" : " where T : unmanaged")
            : string.Empty;
        return $"public {member}{constraint} => throw null;";
    }

    private static string Variadic(string type, string parameters) =>
        Params.Contains(type) ? LastArray().Replace(parameters, "params $1") : parameters;

    private static IEnumerable<MetadataReference> ReferenceAssemblies()
    {
        // The runtime's own assemblies would tie the stub to them: a build compiles against the reference assemblies beside the SDK.
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        var folder = Directory.GetDirectories(packs).SelectMany(version => Directory.GetDirectories(Path.Combine(version, "ref"), "net10.0")).Max()!;
        return Directory.GetFiles(folder, "*.dll").Select(file => MetadataReference.CreateFromFile(file));
    }

    [GeneratedRegex(@"(\w+\[\] \w+\))$")]
    private static partial Regex LastArray();
}

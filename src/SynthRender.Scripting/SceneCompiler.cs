using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace SynthRender.Scripting;

/// <summary>Compiles one scene file with Roslyn, in memory, against the assemblies that this process runs with.</summary>
internal static class SceneCompiler
{
    private const string GlobalUsings = "SceneGlobalUsings.cs";
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);
    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(FindReferences);

    /// <param name="fullPath">Where the file is; debug information names it.</param>
    /// <param name="shownPath">What messages call it.</param>
    /// <param name="source">The file's bytes.</param>
    public static (Assembly Assembly, ImmutableArray<string> Warnings) Compile(string fullPath, string shownPath, byte[] source)
    {
        var text = SourceText.From(source, source.Length, Encoding.UTF8, canBeEmbedded: true);
        var tree = CSharpSyntaxTree.ParseText(text, Parsing, fullPath);
        var compilation = CSharpCompilation.Create(
            "Scene." + System.IO.Path.GetFileNameWithoutExtension(fullPath),
            [tree, GlobalUsingsTree()],
            References.Value,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Debug, // keeps the lines of runtime errors exact; a scene is not the hot path
                nullableContextOptions: NullableContextOptions.Enable,
                deterministic: true));

        using var image = new MemoryStream();
        var result = compilation.Emit(image, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        var errors = Describe(result.Diagnostics, DiagnosticSeverity.Error, shownPath);
        if (!result.Success) throw new SceneFileException(string.Join(Environment.NewLine, errors));

        image.Position = 0;
        var context = new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true);
        return (context.LoadFromStream(image), Describe(result.Diagnostics, DiagnosticSeverity.Warning, shownPath));
    }

    private static SyntaxTree GlobalUsingsTree()
    {
        using var stream = typeof(SceneCompiler).Assembly.GetManifestResourceStream(GlobalUsings)
            ?? throw new InvalidOperationException($"This build lacks the resource {GlobalUsings}.");
        return CSharpSyntaxTree.ParseText(SourceText.From(stream), Parsing, GlobalUsings);
    }

    /// <summary>Everything the process may load by name: the runtime and the assemblies beside the program.</summary>
    private static ImmutableArray<MetadataReference> FindReferences()
    {
        var trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        var references = ImmutableArray.CreateBuilder<MetadataReference>();
        foreach (var path in trusted.Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            references.Add(MetadataReference.CreateFromFile(path));
        return references.Count > 0 ? references.ToImmutable() : throw new SceneFileException(
            "Scene files need a build that is not a single trimmed file: the runtime does not say where its assemblies are.");
    }

    private static ImmutableArray<string> Describe(ImmutableArray<Diagnostic> diagnostics, DiagnosticSeverity severity, string shownPath) =>
    [
        .. diagnostics.Where(d => d.Severity == severity && !d.IsSuppressed)
            .OrderBy(d => d.Location.SourceSpan.Start)
            .Select(d =>
            {
                var at = d.Location.GetLineSpan().StartLinePosition;
                var place = d.Location.IsInSource ? $"{shownPath}:{at.Line + 1}:{at.Character + 1}" : shownPath;
                return $"{place}: {severity.ToString().ToLowerInvariant()} {d.Id}: {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
            }),
    ];
}

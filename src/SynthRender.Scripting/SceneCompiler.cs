using System.Collections.Immutable;
using System.Globalization;
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

    private static readonly CSharpCompilationOptions Compiling = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Debug, // keeps the lines of runtime errors exact; a scene is not the hot path
        nullableContextOptions: NullableContextOptions.Enable,
        deterministic: true,
        // As every .NET build does: assemblies that were built against older versions of others are no concern of the scene's author.
        specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);

    /// <param name="fullPath">Where the file is; debug information names it.</param>
    /// <param name="shownPath">What messages call it.</param>
    /// <param name="source">The file's bytes.</param>
    public static (Assembly Assembly, ImmutableArray<string> Warnings) Compile(string fullPath, string shownPath, byte[] source)
    {
        var text = SourceText.From(source, source.Length, Encoding.UTF8, canBeEmbedded: true);
        var tree = CSharpSyntaxTree.ParseText(text, Parsing, fullPath);
        var name = "Scene." + System.IO.Path.GetFileNameWithoutExtension(fullPath);
        var compilation = CSharpCompilation.Create(name, [tree, GlobalUsingsTree()], References.Value, Compiling);

        using var image = new MemoryStream();
        var result = compilation.Emit(image, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        if (!result.Success)
            throw new SceneFileException(string.Join(Environment.NewLine, Describe(result.Diagnostics, DiagnosticSeverity.Error, tree, shownPath)));

        image.Position = 0;
        // Collectible: the code goes when the last scene of it does, so a process may compile as many files as it likes.
        var context = new AssemblyLoadContext(name, isCollectible: true);
        return (context.LoadFromStream(image), Describe(result.Diagnostics, DiagnosticSeverity.Warning, tree, shownPath));
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
            "Scene files cannot be compiled by a program that was published as a single file: its assemblies are not on disk. Publish it as a folder.");
    }

    private static ImmutableArray<string> Describe(
        ImmutableArray<Diagnostic> diagnostics, DiagnosticSeverity severity, SyntaxTree scene, string shownPath) =>
    [
        .. diagnostics.Where(d => d.Severity == severity && !d.IsSuppressed)
            .OrderBy(d => d.Location.SourceSpan.Start)
            .Select(d => $"{Place(d.Location, scene, shownPath)}: {severity.ToString().ToLowerInvariant()} {d.Id}: {d.GetMessage(CultureInfo.InvariantCulture)}"),
    ];

    private static string Place(Location location, SyntaxTree scene, string shownPath)
    {
        if (!location.IsInSource) return shownPath;
        var at = location.GetLineSpan().StartLinePosition;
        return $"{(location.SourceTree == scene ? shownPath : location.SourceTree!.FilePath)}:{at.Line + 1}:{at.Character + 1}";
    }
}

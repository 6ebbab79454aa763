using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using SynthRender.Scenarios;

namespace SynthRender.Scripting;

/// <summary>A compiled C# scene file. It is code and runs with the rights of the process: load only files that you trust.</summary>
public sealed class SceneFile
{
    private readonly Type _scenario;
    private readonly string _shownPath;

    private SceneFile(string path, string shownPath, string hash, Type scenario, ImmutableArray<string> warnings) =>
        (Path, _shownPath, Hash, _scenario, Warnings) = (path, shownPath, hash, scenario, warnings);

    /// <summary>The file's full path.</summary>
    public string Path { get; }

    /// <summary>The name of the scenario's class.</summary>
    public string Name => _scenario.Name;

    /// <summary>SHA-256 of the file's bytes, lower-case hex.</summary>
    public string Hash { get; }

    /// <summary>What the compiler warned of, as file:line:column: warning.</summary>
    public ImmutableArray<string> Warnings { get; }

    /// <summary>Reads and compiles a scene file.</summary>
    /// <param name="path">A .cs file with one public class that derives from <see cref="Scenario"/>.</param>
    /// <exception cref="SceneFileException">The file is missing, does not compile, or has no scenario or several.</exception>
    public static SceneFile Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var full = System.IO.Path.GetFullPath(path);
        byte[] source;
        try
        {
            source = File.ReadAllBytes(full);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SceneFileException($"Cannot read the scene file '{path}': {error.Message}", error);
        }

        var (assembly, warnings) = SceneCompiler.Compile(full, path, source);
        var scenarios = assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(Scenario)) && !t.IsAbstract).ToList();
        if (scenarios.Count != 1)
        {
            var found = scenarios.Count == 0 ? "none" : string.Join(", ", scenarios.Select(t => t.Name));
            throw new SceneFileException(
                $"{path}: a scene file has exactly one public class that derives from Scenario or FixedLengthScenario; found {found}.");
        }

        if (scenarios[0].GetConstructor(Type.EmptyTypes) is null)
            throw new SceneFileException($"{path}: {scenarios[0].Name} needs a public constructor without parameters.");
        return new SceneFile(full, path, Convert.ToHexStringLower(SHA256.HashData(source)), scenarios[0], warnings);
    }

    /// <summary>Makes a new scenario of the file and builds it.</summary>
    /// <exception cref="SceneFileException">The scene's code failed; the message gives the line.</exception>
    /// <exception cref="SceneOptionException">An option was asked for that the scene does not have or take.</exception>
    /// <exception cref="Assets.AssetException">A model or texture is missing or broken.</exception>
    public ScenarioRun Start(ScenarioSettings settings)
    {
        try
        {
            return ScenarioRun.Start((Scenario)Activator.CreateInstance(_scenario)!, settings);
        }
        catch (Exception error)
        {
            if (error is TargetInvocationException { InnerException: { } inner }) error = inner;
            // These speak of the user's files and options already.
            if (error is SceneOptionException or Assets.AssetException) ExceptionDispatchInfo.Throw(error);
            throw new SceneFileException($"{Where(error)}: {error.Message}", error);
        }
    }

    /// <summary>
    /// The innermost line of the scene file on an exception's way, as path:line:column, or the path alone when it never came by there. The
    /// path is the one that the file was loaded by.
    /// </summary>
    public string Where(Exception error)
    {
        var frame = new StackTrace(error, fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(f => f.GetFileName() == Path && f.GetFileLineNumber() > 0);
        return frame is null ? _shownPath : $"{_shownPath}:{frame.GetFileLineNumber()}:{frame.GetFileColumnNumber()}";
    }
}

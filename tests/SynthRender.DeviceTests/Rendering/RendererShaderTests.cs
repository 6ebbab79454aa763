using System.Diagnostics;
using System.Runtime.CompilerServices;
using SynthRender.Rendering;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>That the renderer's committed SPIR-V is what the sources beside it compile to.</summary>
public sealed class RendererShaderTests
{
    public static TheoryData<string> Sources => new(Directory.EnumerateFiles(Folder())
        .Where(file => Path.GetExtension(file) is ".vert" or ".frag" or ".comp").Select(file => Path.GetFileName(file)!));

    [Theory]
    [MemberData(nameof(Sources))]
    public void SpirvIsUpToDate(string source)
    {
        var compiled = Path.Combine(Path.GetTempPath(), $"{Environment.ProcessId}-{source}.spv");
        var start = new ProcessStartInfo("glslangValidator") { RedirectStandardOutput = true, WorkingDirectory = Folder() };
        foreach (var argument in new[] { "--quiet", "-V", "--target-env", "vulkan1.0", "-o", compiled, source })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        try
        {
            Assert.True(process.ExitCode == 0, output);
            using var embedded = typeof(FrameRenderer).Assembly.GetManifestResourceStream(source + ".spv");
            Assert.NotNull(embedded);
            var bytes = new byte[embedded.Length];
            embedded.ReadExactly(bytes);
            Assert.True(
                File.ReadAllBytes(compiled).AsSpan().SequenceEqual(bytes),
                $"{source}.spv is not what {source} compiles to: run `dotnet cake --target=Shaders`.");
        }
        finally
        {
            File.Delete(compiled);
        }
    }

    private static string Folder([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "src", "SynthRender.Rendering", "Shaders");
}

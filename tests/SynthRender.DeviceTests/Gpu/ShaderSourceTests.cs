using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace SynthRender.DeviceTests.Gpu;

/// <summary>That the committed SPIR-V is what the sources beside it compile to.</summary>
public sealed class ShaderSourceTests
{
    public static TheoryData<string> Sources =>
        new(Directory.EnumerateFiles(Folder()).Where(file => !file.EndsWith(".spv", StringComparison.Ordinal))
            .Select(file => Path.GetFileName(file)!));

    [Theory]
    [MemberData(nameof(Sources))]
    public void SpirvIsUpToDate(string source)
    {
        string compiled = Path.Combine(Path.GetTempPath(), $"{Environment.ProcessId}-{source}.spv");
        var start = new ProcessStartInfo("glslangValidator") { RedirectStandardOutput = true, WorkingDirectory = Folder() };
        foreach (string argument in new[] { "--quiet", "-V", "--target-env", "vulkan1.0", "-o", compiled, source })
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        try
        {
            Assert.True(process.ExitCode == 0, output);
            Assert.True(
                File.ReadAllBytes(compiled).AsSpan().SequenceEqual(TestShaders.Bytes($"{source}.spv")),
                $"{source}.spv is not what {source} compiles to: run the build target Shaders.");
        }
        finally
        {
            File.Delete(compiled);
        }
    }

    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "Shaders");
}

using System.Reflection;
using System.Runtime.Loader;
using SynthRender.Tests.Gpu;

namespace SynthRender.PackageTests;

/// <summary>`-p:UseVeldrid=true` compiles, against a stub of Veldrid's signatures: the package itself cannot be restored everywhere.</summary>
public sealed class VeldridBuildTests
{
    private static readonly string Stub = Path.Combine(Dotnet.Repository, "artifacts", "veldrid", "stub", "Veldrid.dll");

    [Fact]
    public void TheStubHasWhatIsListed()
    {
        VeldridStub.Write(Stub);
        using var file = new MemoryStream(File.ReadAllBytes(Stub));
        var context = new AssemblyLoadContext("stub", isCollectible: true);
        var surface = ApiSurface.Of(context.LoadFromStream(file));
        foreach (var (type, members) in VeldridStub.Listed())
            Assert.Empty(members.Except(surface[type]).Select(member => $"{type}: {member}"));
        context.Unload();
    }

    /// <summary>Everything but the tests of our own device layer, which is left out of that build.</summary>
    [Fact]
    public async Task TheCommandTheScenesAndTheTestsCompile()
    {
        VeldridStub.Write(Stub);
        foreach (var project in new[] { "tests/SynthRender.DeviceTests", "scenes" })
        {
            await Dotnet.Run(
                Dotnet.Repository, "build", project, "--configuration", "Release", "-p:UseVeldrid=true", $"-p:VeldridAssembly={Stub}",
                "-p:RunAnalyzers=false", "--verbosity", "quiet");
        }

        var built = Path.Combine(Dotnet.Repository, "artifacts", "veldrid", "bin", "SynthRender.Cli", "release");
        Assert.True(File.Exists(Path.Combine(built, "synthrender.dll")));
        Assert.True(File.Exists(Path.Combine(built, "Veldrid.dll")));
        Assert.False(File.Exists(Path.Combine(built, "SynthRender.Gpu.dll")));
    }
}

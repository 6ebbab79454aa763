// The one build script: dotnet tool restore && dotnet cake --target=NAME
//   Setup    what the project needs of the system (CPU Vulkan driver, shader compiler), installed when missing
//   Shaders  GLSL -> SPIR-V, committed beside the sources
//   LightTables  the fit of specular lobes to area lights, committed beside its reader
//   Reference  docs/randomizers.md, from the comments of the randomizers
//   Build    everything, Release
//   Command  the synthrender command alone, Release
//   Test     Setup, Build, Pack, all tests; ends with "N passed, N failed, N skipped"
//   Demo     Setup, Command, renders the demo dataset and its contact sheet into out/demo
//   Bench    the W1 workload through the whole pipeline
//   PathTracer  our pictures beside those of Blender Cycles, into docs/pathtracer (some minutes)
//   TableTop    shadows of small things beside those of Blender Cycles, into docs/pathtracer (minutes the first time, then seconds)
//   BlenderImport  every file of models3d through Blender's importer; needs Blender, which it does not install
//   Pack     NuGet packages into artifacts/packages: SynthRender, the libraries that it consists of, SynthRender.Tool

using System.Diagnostics;
using System.Xml.Linq;

var target = Argument("target", "Build");
var configuration = Argument("configuration", "Release");
const string Solution = "SynthRender.sln";

// What must be there, and the Debian package that brings it.
var systemNeeds = new (string What, string Package, Func<bool> Present)[]
{
    ("Vulkan loader", "libvulkan1", () => HasLibrary("libvulkan.so.1")),
    ("Vulkan driver", "mesa-vulkan-drivers", () => AnyFile("/usr/share/vulkan/icd.d", "/etc/vulkan/icd.d")),
};
var testNeeds = new (string What, string Package, Func<bool> Present)[]
{
    ("shader compiler", "glslang-tools", () => HasProgram("glslangValidator")),
    ("Vulkan validation layers", "vulkan-validationlayers",
        () => System.IO.File.Exists("/usr/share/vulkan/explicit_layer.d/VkLayer_khronos_validation.json")),
    ("glTF test models", "assimp-testmodels", () => System.IO.Directory.Exists("/usr/share/assimp/models/glTF2")),
};

var pathTracerNeeds = new (string What, string Package, Func<bool> Present)[]
{
    ("Blender", "blender", () => HasProgram("blender")),
    ("OpenCV for Python", "python3-opencv", () => HasPythonModule("cv2")),
};

bool HasLibrary(string name) =>
    new[] { "/usr/lib", "/usr/lib64", "/usr/local/lib", "/lib" }.Where(System.IO.Directory.Exists).Any(folder =>
        System.IO.File.Exists($"{folder}/{name}")
        || System.IO.Directory.EnumerateDirectories(folder, "*-linux-*").Any(arch => System.IO.File.Exists($"{arch}/{name}")));
bool AnyFile(params string[] folders) =>
    folders.Any(f => System.IO.Directory.Exists(f) && System.IO.Directory.EnumerateFiles(f, "*.json").Any());
bool HasPythonModule(string name) =>
    System.IO.Directory.Exists("/usr/lib/python3/dist-packages")
    && System.IO.Directory.EnumerateFileSystemEntries("/usr/lib/python3/dist-packages", name + "*").Any();
bool HasProgram(string name) =>
    (EnvironmentVariable("PATH") ?? "").Split(':').Any(folder => System.IO.File.Exists(System.IO.Path.Combine(folder, name)));

void Install(IEnumerable<(string What, string Package, Func<bool> Present)> needs)
{
    var missing = needs.Where(n => !n.Present()).ToList();
    if (missing.Count == 0) return;
    foreach (var (what, package, _) in missing) Information($"Missing: {what} ({package})");

    var packages = string.Join(" ", missing.Select(n => n.Package));
    var install = $"apt-get update && apt-get install -y --no-install-recommends {packages}";
    var asRoot = Environment.UserName == "root";
    var maySudo = !asRoot && HasProgram("sudo") && StartProcess("sudo", new ProcessSettings { Arguments = "-n true", RedirectStandardError = true }) == 0;
    if (!HasProgram("apt-get") || !(asRoot || maySudo))
        throw new CakeException($"Please install what is missing, then run this again. On Debian or Ubuntu: sudo sh -c '{install}'");

    Information($"Installing: {packages}");
    var shell = $"-c \"DEBIAN_FRONTEND=noninteractive; export DEBIAN_FRONTEND; {install}\"";
    var exit = asRoot
        ? StartProcess("sh", new ProcessSettings { Arguments = shell })
        : StartProcess("sudo", new ProcessSettings { Arguments = $"-n sh {shell}" });
    if (exit != 0) throw new CakeException($"'{install}' failed with exit code {exit}.");
}

int Synthrender(string arguments) =>
    StartProcess("dotnet", new ProcessSettings { Arguments = $"src/SynthRender.Cli/bin/{configuration}/net10.0/synthrender.dll {arguments}" });

void MustSucceed(int exit, string what)
{
    if (exit != 0) throw new CakeException($"{what} failed with exit code {exit}.");
}

Task("Setup").Does(() => Install(systemNeeds));

Task("SetupTests").IsDependentOn("Setup").Does(() => Install(testNeeds));

Task("Shaders").Does(() =>
{
    Install(testNeeds.Take(1));
    // Shaders must run on every Vulkan device, and on the Veldrid package, which asks for Vulkan 1.0.
    foreach (var source in GetFiles("src/SynthRender.Rendering/Shaders/*.{vert,frag,comp,geom}")
        .Concat(GetFiles("tests/SynthRender.DeviceTests/**/Shaders/*.{vert,frag,comp,geom}")))
    {
        MustSucceed(
            StartProcess("glslangValidator", new ProcessSettings { Arguments = $"--quiet -V --target-env vulkan1.0 -o \"{source}.spv\" \"{source}\"" }),
            source.GetFilename().ToString());
    }
});

Task("LightTables").Does(() => DotNetRun("tools/LightTables", "src/SynthRender.Rendering/Lighting/TransformedCosines.bin",
    new DotNetRunSettings { Configuration = configuration }));

Task("Reference").Does(() => DotNetRun("tools/Reference", "docs/randomizers.md", new DotNetRunSettings { Configuration = configuration }));

void BuildRelease(string what) => DotNetBuild(what, new DotNetBuildSettings
{
    Configuration = configuration,
    NoLogo = true,
    Verbosity = DotNetVerbosity.Minimal,
});

Task("Build").Does(() => BuildRelease(Solution));

Task("Command").Does(() => BuildRelease("src/SynthRender.Cli"));

Task("Test").IsDependentOn("SetupTests").IsDependentOn("Build").IsDependentOn("Pack").Does(() =>
{
    int passed = 0, failed = 0, skipped = 0, broken = 0;
    var reports = MakeAbsolute(Directory("artifacts/tests"));
    CleanDirectory(reports);
    // One process after the other: the device tests share the two cores with the CPU driver.
    foreach (var project in new[] { "SynthRender.Tests", "SynthRender.DeviceTests", "SynthRender.PackageTests" })
    {
        var report = reports.CombineWithFilePath(project + ".xml");
        var exit = StartProcess("dotnet", new ProcessSettings
        {
            Arguments = $"tests/{project}/bin/{configuration}/net10.0/{project}.dll -noLogo -result-xml \"{report}\"",
        });
        if (exit != 0) broken++;
        if (!FileExists(report)) { Error($"{project} wrote no report."); failed++; continue; }
        foreach (var assembly in XDocument.Load(report.FullPath).Descendants("assembly"))
        {
            passed += (int)assembly.Attribute("passed");
            failed += (int)assembly.Attribute("failed") + (int)assembly.Attribute("errors");
            skipped += (int)assembly.Attribute("skipped");
        }
    }

    if (broken > 0 && failed == 0) failed = broken;
    Console.WriteLine($"{passed} passed, {failed} failed, {skipped} skipped");
    if (failed > 0 || passed == 0) throw new CakeException("The tests did not pass.");
});

Task("Demo").IsDependentOn("Setup").IsDependentOn("Command").Does(() =>
{
    var frames = Argument("frames", 24);
    MustSucceed(Synthrender($"render scenes/Demo.cs --frames {frames} --seed 1 --out out/demo --overlay --overwrite"), "The demo");
    MustSucceed(Synthrender("check out/demo"), "The check of the demo");
    Information("The dataset is in out/demo; open out/demo/overlay.png to see images and labels together.");
});

Task("Bench").IsDependentOn("Setup").IsDependentOn("Command").Does(() =>
    MustSucceed(Synthrender("bench " + Argument("bench", "")), "The benchmark"));

Task("PathTracer").IsDependentOn("Setup").IsDependentOn("Command").Does(() =>
{
    Install(pathTracerNeeds);
    MustSucceed(
        StartProcess("/usr/bin/python3", new ProcessSettings
        {
            Arguments = $"tests/pathtracer/compare.py src/SynthRender.Cli/bin/{configuration}/net10.0/synthrender.dll {Argument("scenes", "")}",
        }),
        "The comparison with the path tracer");
});

Task("TableTop").IsDependentOn("Setup").IsDependentOn("Command").Does(() =>
{
    Install(pathTracerNeeds);
    MustSucceed(
        StartProcess("/usr/bin/python3", new ProcessSettings
        {
            Arguments = $"tests/pathtracer/tabletop.py src/SynthRender.Cli/bin/{configuration}/net10.0/synthrender.dll {Argument("lights", "")}",
        }),
        "The comparison of shadows with the path tracer");
});

Task("BlenderImport").Does(() =>
{
    if (!HasProgram("blender")) throw new CakeException("There is no blender on the path. On Debian or Ubuntu: sudo apt-get install blender");
    MustSucceed(
        StartProcess("blender", "-b --factory-startup --python-exit-code 1 --python tests/blender/import_models.py -- models3d"),
        "The import into Blender");
});

Task("Pack").IsDependentOn("Build").Does(() =>
{
    CleanDirectory("artifacts/packages");
    DotNetPack(Solution, new DotNetPackSettings
    {
        Configuration = configuration,
        NoBuild = true,
        NoLogo = true,
        OutputDirectory = "artifacts/packages",
    });
});

RunTarget(target);

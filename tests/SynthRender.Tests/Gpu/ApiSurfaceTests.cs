using System.Reflection;
using SynthRender.Gpu;

namespace SynthRender.Tests.Gpu;

/// <summary>
/// Holds SynthRender.Gpu to Veldrid's public API: whatever it makes public is in the list, word for word, so that the
/// Veldrid package can take its place.
/// </summary>
public sealed class ApiSurfaceTests
{
    // What makes no sense without a window, without OpenGL, or without handles of other libraries.
    private static readonly string[] LeftOut =
    [
        "abstract class GraphicsDevice: property Swapchain MainSwapchain { get; }",
        "abstract class GraphicsDevice: property bool SyncToVerticalBlank { get; set; }",
        "abstract class GraphicsDevice: property Framebuffer SwapchainFramebuffer { get; }",
        "abstract class GraphicsDevice: void SwapBuffers()",
        "abstract class GraphicsDevice: void SwapBuffers(Swapchain swapchain)",
        "abstract class GraphicsDevice: void ResizeMainWindow(uint width, uint height)",
        "abstract class ResourceFactory: Swapchain CreateSwapchain(SwapchainDescription description)",
        "abstract class ResourceFactory: Swapchain CreateSwapchain(ref SwapchainDescription description)",
        "abstract class ResourceFactory: Texture CreateTexture(ulong nativeTexture, TextureDescription description)",
        "abstract class ResourceFactory: Texture CreateTexture(ulong nativeTexture, ref TextureDescription description)",
        "struct GraphicsApiVersion: static bool TryParseGLVersion(string versionString, out GraphicsApiVersion version)",
        "struct VulkanDeviceOptions: field string[] InstanceExtensions",
        "struct VulkanDeviceOptions: field string[] DeviceExtensions",
        "struct VulkanDeviceOptions: ctor(string[] instanceExtensions, string[] deviceExtensions)",
    ];

    private static readonly Assembly Gpu = typeof(GraphicsDevice).Assembly;

    [Fact]
    public void EverythingPublicIsVeldrids() =>
        Assert.Empty(Except(Lines(ApiSurface.Of(Gpu)), Lines(Listed())));

    [Fact]
    public void NothingElseIsMissing() =>
        Assert.Equal(LeftOut.Order(), Except(Lines(Listed()), Lines(ApiSurface.Of(Gpu))).Order());

    [Fact]
    public void NothingIsLeftOpenToInheritance()
    {
        // A protected member, or a constructor that others can call, would be public surface that the list does not show.
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
            | BindingFlags.Static | BindingFlags.DeclaredOnly;
        Assert.Empty(Gpu.GetExportedTypes()
            .SelectMany(type => type.GetMembers(All))
            .Where(member => member switch
            {
                MethodBase method => method.IsFamily || method.IsFamilyOrAssembly,
                FieldInfo field => field.IsFamily || field.IsFamilyOrAssembly,
                _ => false,
            })
            .Select(member => $"{member.DeclaringType!.Name}.{member.Name}"));
        Assert.All(Gpu.GetExportedTypes(), type => Assert.Equal("SynthRender.Gpu", type.Namespace));
    }

    [Theory]
    [InlineData(typeof(DeviceBuffer), "BindableResource, DeviceResource, IDisposable, MappableResource")]
    [InlineData(typeof(Texture), "BindableResource, DeviceResource, IDisposable, MappableResource")]
    [InlineData(typeof(TextureView), "BindableResource, DeviceResource, IDisposable")]
    [InlineData(typeof(Sampler), "BindableResource, DeviceResource, IDisposable")]
    [InlineData(typeof(CommandList), "DeviceResource, IDisposable")]
    [InlineData(typeof(Fence), "DeviceResource, IDisposable")]
    [InlineData(typeof(Framebuffer), "DeviceResource, IDisposable")]
    [InlineData(typeof(Pipeline), "DeviceResource, IDisposable")]
    [InlineData(typeof(ResourceLayout), "DeviceResource, IDisposable")]
    [InlineData(typeof(ResourceSet), "DeviceResource, IDisposable")]
    [InlineData(typeof(Shader), "DeviceResource, IDisposable")]
    [InlineData(typeof(GraphicsDevice), "IDisposable")]
    [InlineData(typeof(ResourceFactory), "")]
    public void InterfacesAreVeldrids(Type type, string interfaces) =>
        Assert.Equal(interfaces, string.Join(", ", type.GetInterfaces().Select(each => each.Name).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("  void Fly()", "abstract class CommandList: void Fly()")]
    [InlineData("  void Draw(int vertexCount)", "abstract class CommandList: void Draw(int vertexCount)")]
    public void AMemberThatIsNotListedIsFound(string member, string found)
    {
        IReadOnlyDictionary<string, List<string>> mine = ApiSurface.Parse(["abstract class CommandList", "  void Begin()", member]);
        Assert.Equal([found], Except(Lines(mine), Lines(Listed())));
    }

    private static IReadOnlyDictionary<string, List<string>> Listed()
    {
        using Stream stream = typeof(ApiSurfaceTests).Assembly.GetManifestResourceStream("veldrid-api.txt")!;
        using var reader = new StreamReader(stream);
        return ApiSurface.Parse(reader.ReadToEnd().Split('\n'));
    }

    private static List<string> Lines(IReadOnlyDictionary<string, List<string>> types) =>
    [
        .. types.SelectMany(type => type.Value.Count == 0
            ? [$"{type.Key}:"]
            : type.Value.Select(member => $"{type.Key}: {member}")),
    ];

    /// <summary>As multisets: six indexers on one side need six on the other.</summary>
    private static List<string> Except(List<string> left, List<string> right)
    {
        var rest = new List<string>(left);
        foreach (string line in right)
            rest.Remove(line);
        return rest;
    }
}

using System.Runtime.CompilerServices;
using SynthRender.Gpu.Vulkan;

namespace SynthRender.DeviceTests.Gpu;

/// <summary>
/// Base of the device layer's tests: makes resources that live as long as the test, draws, reads back, and fails a test
/// that leaves an object behind.
/// </summary>
public abstract class GpuTest : IDisposable
{
    private readonly Stack<IDisposable> _owned = new();
    private readonly int _liveBefore;

    protected GpuTest(ValidatedDevice device)
    {
        Device = device.Device;
        Device.WaitForIdle();
        _liveBefore = Live;
        Commands = Own(Factory.CreateCommandList());
    }

    protected GraphicsDevice Device { get; }

    protected ResourceFactory Factory => Device.ResourceFactory;

    protected CommandList Commands { get; }

    /// <summary>Objects of the device that are not destroyed yet.</summary>
    protected int Live => ((VkGraphicsDevice)Device).Live.Count;

    public void Dispose()
    {
        while (_owned.TryPop(out IDisposable? owned))
            owned.Dispose();
        Device.WaitForIdle();
        GC.SuppressFinalize(this);
        Assert.Equal(_liveBefore, Live);
    }

    protected T Own<T>(T resource)
        where T : IDisposable
    {
        _owned.Push(resource);
        return resource;
    }

    protected Texture Texture2D(
        uint width, uint height, PixelFormat format, TextureUsage usage, uint mipLevels = 1, uint arrayLayers = 1) =>
        Own(Factory.CreateTexture(TextureDescription.Texture2D(width, height, mipLevels, arrayLayers, format, usage)));

    protected DeviceBuffer Buffer<T>(T[] contents, BufferUsage usage)
        where T : unmanaged
    {
        uint size = (uint)(contents.Length * Unsafe.SizeOf<T>());
        bool isStructured = (usage & (BufferUsage.StructuredBufferReadOnly | BufferUsage.StructuredBufferReadWrite)) != 0;
        DeviceBuffer buffer = Own(Factory.CreateBuffer(
            new BufferDescription(size, usage, isStructured ? (uint)Unsafe.SizeOf<T>() : 0)));
        Device.UpdateBuffer(buffer, 0, contents);
        return buffer;
    }

    protected Framebuffer Targets(Texture? depth, params Texture[] colors) =>
        Own(Factory.CreateFramebuffer(new FramebufferDescription(depth, colors)));

    protected Shader Load(string name) => Own(TestShaders.Load(Factory, name));

    protected ResourceLayout Layout(ShaderStages stages, params (ResourceKind Kind, bool IsDynamic)[] elements) =>
        Own(Factory.CreateResourceLayout(new ResourceLayoutDescription(
            Array.ConvertAll(elements, element => new ResourceLayoutElementDescription(
                element.Kind.ToString(),
                element.Kind,
                stages,
                element.IsDynamic ? ResourceLayoutElementOptions.DynamicBinding : ResourceLayoutElementOptions.None)))));

    protected ResourceSet Set(ResourceLayout layout, params BindableResource[] resources) =>
        Own(Factory.CreateResourceSet(new ResourceSetDescription(layout, resources)));

    /// <summary>A pipeline without blending and culling.</summary>
    protected Pipeline Pipeline(
        Framebuffer framebuffer,
        string vertex,
        string fragment,
        VertexLayoutDescription[] vertexLayouts,
        ResourceLayout[] layouts,
        DepthStencilStateDescription? depth = null,
        RasterizerStateDescription? raster = null,
        BlendAttachmentDescription? blend = null,
        params SpecializationConstant[] constants)
    {
        OutputDescription outputs = framebuffer.OutputDescription;
        var blends = new BlendAttachmentDescription[outputs.ColorAttachments.Length];
        Array.Fill(blends, blend ?? BlendAttachmentDescription.Disabled);
        return Own(Factory.CreateGraphicsPipeline(new GraphicsPipelineDescription(
            new BlendStateDescription(default, blends),
            depth ?? DepthStencilStateDescription.Disabled,
            raster ?? RasterizerStateDescription.CullNone,
            PrimitiveTopology.TriangleList,
            new ShaderSetDescription(vertexLayouts, [Load(vertex), Load(fragment)], constants),
            layouts,
            outputs)));
    }

    /// <summary>Records, submits and waits.</summary>
    protected void Run(Action<CommandList> record)
    {
        Commands.Begin();
        record(Commands);
        Commands.End();
        Device.SubmitCommands(Commands);
        Device.WaitForIdle();
    }

    /// <summary>The texels of one subresource, [y, x].</summary>
    protected T[,] Read<T>(Texture texture, uint mipLevel = 0, uint layer = 0)
        where T : unmanaged
    {
        uint width = Math.Max(1, texture.Width >> (int)mipLevel);
        uint height = Math.Max(1, texture.Height >> (int)mipLevel);
        using Texture staging = Factory.CreateTexture(
            TextureDescription.Texture2D(width, height, 1, 1, texture.Format, TextureUsage.Staging));
        Run(commands => commands.CopyTexture(
            texture, 0, 0, 0, mipLevel, layer, staging, 0, 0, 0, 0, 0, width, height, 1, 1));
        return ReadStaging<T>(staging, 0);
    }

    protected T[,] ReadStaging<T>(Texture staging, uint subresource)
        where T : unmanaged
    {
        uint level = subresource % staging.MipLevels;
        var texels = new T[Math.Max(1, staging.Height >> (int)level), Math.Max(1, staging.Width >> (int)level)];
        MappedResourceView<T> view = Device.Map<T>(staging, MapMode.Read, subresource);
        for (int y = 0; y < texels.GetLength(0); y++)
        {
            for (int x = 0; x < texels.GetLength(1); x++)
                texels[y, x] = view[x, y];
        }

        Device.Unmap(staging, subresource);
        return texels;
    }

    protected T[] Read<T>(DeviceBuffer buffer)
        where T : unmanaged
    {
        using DeviceBuffer staging = Factory.CreateBuffer(new BufferDescription(buffer.SizeInBytes, BufferUsage.Staging));
        Run(commands => commands.CopyBuffer(buffer, 0, staging, 0, buffer.SizeInBytes));
        MappedResourceView<T> view = Device.Map<T>(staging, MapMode.Read);
        var contents = new T[view.Count];
        for (int i = 0; i < contents.Length; i++)
            contents[i] = view[i];
        Device.Unmap(staging);
        return contents;
    }
}

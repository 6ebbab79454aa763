using System.Numerics;

namespace SynthRender.DeviceTests.Gpu;

/// <summary>What callers do wrong is said in their terms, before the driver sees it.</summary>
public sealed class MisuseTests : GpuTest
{
    private readonly Texture _target;
    private readonly Framebuffer _framebuffer;
    private readonly ResourceLayout _layout;
    private readonly Pipeline _pipeline;
    private readonly DeviceBuffer _uniform;

    public MisuseTests(ValidatedDevice device)
        : base(device)
    {
        _target = Texture2D(8, 8, PixelFormat.R32_G32_B32_A32_Float, TextureUsage.RenderTarget);
        _framebuffer = Targets(null, _target);
        _layout = Layout(ShaderStages.Fragment, (ResourceKind.UniformBuffer, true), (ResourceKind.StructuredBufferReadOnly, false));
        _pipeline = Pipeline(_framebuffer, "FullScreen.vert", "UniformColor.frag", [], [_layout]);
        _uniform = Own(Factory.CreateBuffer(new BufferDescription(1024, BufferUsage.UniformBuffer)));
    }

    public static TheoryData<string, Action<MisuseTests>> Mistakes => new()
    {
        { "outside Begin and End", test => test.Commands.Draw(3) },
        { "Begin was called twice", test => test.Record(commands => commands.Begin()) },
        { "call SetFramebuffer first", test => test.Record(commands => commands.Draw(3)) },
        { "call SetFramebuffer first", test => test.Record(commands => commands.ClearColorTarget(0, default)) },
        { "call SetPipeline first", test => test.Record(commands => { commands.SetFramebuffer(test._framebuffer); commands.Draw(3); }) },
        { "call SetPipeline first", test => test.Record(commands => commands.Dispatch(1, 1, 1)) },
        { "colour target 1 does not exist", test => test.InPass(commands => commands.ClearColorTarget(1, default)) },
        { "has no depth target", test => test.InPass(commands => commands.ClearDepthStencil(1)) },
        { "needs a resource set in slot 0", test => test.InPass(commands => commands.Draw(3)) },
        { "resource set slot 1 does not exist", test => test.InPass(commands => commands.SetGraphicsResourceSet(1, test.GoodSet())) },
        { "1 dynamic bindings, but 0 offsets", test => test.InPass(commands => commands.SetGraphicsResourceSet(0, test.GoodSet())) },
        { "dynamic offset 1 must be a multiple of", test => test.InPass(commands => commands.SetGraphicsResourceSet(0, test.GoodSet(), [1])) },
        { "must lie in the buffer", test => test.InPass(commands => commands.SetGraphicsResourceSet(0, test.GoodSet(), [1024])) },
        { "call SetIndexBuffer first", test => test.InPass(commands => commands.DrawIndexed(3)) },
        { "not for VertexBuffer", test => test.Record(commands => commands.SetVertexBuffer(0, test._uniform)) },
        { "reach beyond the 2 of the index buffer", test => test.InPass(commands => { commands.SetIndexBuffer(test.Indices, IndexFormat.UInt16, 4); commands.DrawIndexed(3); }) },
        { "reach beyond the 4 of the index buffer", test => test.InPass(commands => { commands.SetIndexBuffer(test.Indices, IndexFormat.UInt16); commands.DrawIndexed(3, 1, 2, 0, 0); }) },
        { "indirect stride 8 must be", test => test.InPass(commands => commands.DrawIndirect(test.Arguments, 0, 1, 8)) },
        { "indirect offset 2 is not", test => test.InPass(commands => commands.DrawIndirect(test.Arguments, 2, 1, 16)) },
        { "not for IndirectBuffer", test => test.InPass(commands => commands.DrawIndirect(test._uniform, 0, 1, 16)) },
        { "viewport 1 does not exist", test => test.InPass(commands => commands.SetFullViewport(1)) },
        { "reaches beyond its 1024 bytes", test => test.Record(commands => commands.UpdateBuffer(test._uniform, 1016, Vector4.One)) },
        { "overlap", test => test.Record(commands => commands.CopyBuffer(test._uniform, 0, test._uniform, 8, 16)) },
        { "not for GenerateMipmaps", test => test.Record(commands => commands.GenerateMipmaps(test._target)) },
        { "nothing to resolve", test => test.Record(commands => commands.ResolveTexture(test._target, test._target)) },
        { "PopDebugGroup without PushDebugGroup", test => test.Record(commands => commands.PopDebugGroup()) },
        { "submitted once", test => test.Device.SubmitCommands(test.Commands) },
        { "is not Staging", test => test.Device.Map(test._target, MapMode.Read) },
        { "neither Staging nor Dynamic", test => test.Device.Map(test._uniform, MapMode.Write) },
        { "the box of 4 × 1 × 1 at (6, 0, 0)", test => test.Device.UpdateTexture(test._target, new Vector4[4], 6, 0, 0, 4, 1, 1, 0, 0) },
        { "needs 64 bytes", test => test.Device.UpdateTexture(test._target, new Vector4[3], 0, 0, 0, 4, 1, 1, 0, 0) },
        { "is not SPIR-V", test => test.Factory.CreateShader(new ShaderDescription(ShaderStages.Vertex, [1, 2, 3, 4], "main")) },
        { "of a uniform buffer it is a multiple of 16", test => test.Factory.CreateBuffer(new BufferDescription(20, BufferUsage.UniformBuffer)) },
        { "Staging stands alone", test => test.Factory.CreateBuffer(new BufferDescription(16, BufferUsage.Staging | BufferUsage.VertexBuffer)) },
        { "its size allows 1 to 4", test => test.Texture2D(8, 8, PixelFormat.R8_UNorm, TextureUsage.Sampled, 5) },
        { "cannot be a depth target", test => test.Texture2D(8, 8, PixelFormat.R8_UNorm, TextureUsage.DepthStencil) },
        { "mip levels of R8_UInt", test => test.Texture2D(8, 8, PixelFormat.R8_UInt, TextureUsage.GenerateMipmaps | TextureUsage.Sampled) },
        { "The device allows", test => test.Texture2D(1 << 20, 1, PixelFormat.R8_UNorm, TextureUsage.Sampled) },
        { "StructuredBufferReadWrite stands alone", test => test.Factory.CreateBuffer(new BufferDescription(16, BufferUsage.StructuredBufferReadWrite | BufferUsage.VertexBuffer, 16)) },
        { "make two buffers", test => test.Factory.CreateBuffer(new BufferDescription(16, BufferUsage.StructuredBufferReadOnly | BufferUsage.VertexBuffer, 16)) },
        { "is a depth format, but Usage is Staging", test => test.Texture2D(8, 8, PixelFormat.D32_Float_S8_UInt, TextureUsage.Staging) },
        { "cannot be seen as R32_UInt", test => test.Factory.CreateTextureView(new TextureViewDescription(test.Texture2D(8, 8, PixelFormat.R8_G8_B8_A8_UNorm, TextureUsage.Sampled), PixelFormat.R32_UInt)) },
        { "the stride of its layout is 4", test => test.VertexPipeline(new VertexLayoutDescription(4, Element("position", 0), Element("normal", 0))) },
        { "has no offset, but one before it has", test => test.VertexPipeline(new VertexLayoutDescription(64, Element("position", 16), Element("normal", 0))) },
        { "overlaps the one before it", test => test.VertexPipeline(new VertexLayoutDescription(64, Element("position", 0), Element("normal", 4))) },
        { "2 resources were given", test => test.Set(test.Layout(ShaderStages.Vertex, (ResourceKind.Sampler, false)), test._uniform, test._uniform) },
        { "but DeviceBuffer", test => test.Set(test.Layout(ShaderStages.Vertex, (ResourceKind.Sampler, false)), test._uniform) },
        { "but the texture '' was made for RenderTarget", test => test.Set(test.Layout(ShaderStages.Vertex, (ResourceKind.TextureReadOnly, false)), test._target) },
        { "the first target is 8 × 8", test => test.Targets(null, test._target, test.Texture2D(4, 8, PixelFormat.R8_UNorm, TextureUsage.RenderTarget)) },
        { "integers cannot be blended", test => test.Pipeline(test.Targets(null, test.Texture2D(4, 4, PixelFormat.R32_UInt, TextureUsage.RenderTarget)), "FullScreen.vert", "Targets.frag", [], [], blend: BlendAttachmentDescription.AlphaBlend) },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void AMistakeIsNamed(string said, Action<MisuseTests> mistake)
    {
        VeldridException error = Assert.Throws<VeldridException>(() => mistake(this));
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APipelineForOtherTargetsIsRefused()
    {
        Framebuffer other = Targets(null, Texture2D(8, 8, PixelFormat.R8_G8_B8_A8_UNorm, TextureUsage.RenderTarget));
        VeldridException error = Assert.Throws<VeldridException>(() => Record(commands =>
        {
            commands.SetFramebuffer(other);
            commands.SetPipeline(_pipeline);
            commands.SetGraphicsResourceSet(0, GoodSet(), [0]);
            commands.Draw(3);
        }));
        Assert.Contains("draws to colour [R32_G32_B32_A32_Float]", error.Message, StringComparison.Ordinal);
        Assert.Contains("is colour [R8_G8_B8_A8_UNorm]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DisposedResourcesAreRefused()
    {
        DeviceBuffer buffer = Factory.CreateBuffer(new BufferDescription(16, BufferUsage.VertexBuffer));
        buffer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Device.UpdateBuffer(buffer, 0, 1u));
        Assert.Throws<ObjectDisposedException>(() => Record(commands => commands.SetVertexBuffer(0, buffer)));
    }

    [Fact]
    public void ResourcesOfAnotherDeviceAreRefused()
    {
        using GraphicsDevice other = ValidatedDevice.Open(0);
        using DeviceBuffer foreign = other.ResourceFactory.CreateBuffer(new BufferDescription(16, BufferUsage.VertexBuffer));
        VeldridException error = Assert.Throws<VeldridException>(
            () => Record(commands => commands.SetVertexBuffer(0, foreign)));
        Assert.Contains("of another device", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFailingCallNamesItselfAndItsObject()
    {
        // More than any machine has; the message says what was asked for.
        VeldridException error = Assert.Throws<VeldridException>(() =>
        {
            for (int i = 0; i < 4096; i++)
                Own(Factory.CreateBuffer(new BufferDescription(0xFFFF_FFF0, BufferUsage.StructuredBufferReadWrite, 16)));
        });
        Assert.StartsWith("vk", error.Message, StringComparison.Ordinal);
        Assert.Contains("4294967280 bytes", error.Message, StringComparison.Ordinal);
        Assert.Contains("ErrorOutOf", error.Message, StringComparison.Ordinal);
    }

    private DeviceBuffer Indices => Buffer<ushort>([0, 1, 2, 3], BufferUsage.IndexBuffer);

    private DeviceBuffer Arguments => Buffer<IndirectDrawArguments>([default], BufferUsage.IndirectBuffer);

    private static VertexElementDescription Element(string name, uint offset) =>
        new(name, VertexElementSemantic.TextureCoordinate, VertexElementFormat.Float3, offset);

    private Pipeline VertexPipeline(VertexLayoutDescription layout) =>
        Pipeline(_framebuffer, "FullScreen.vert", "UniformColor.frag", [layout], [_layout]);

    private ResourceSet GoodSet() => Set(
        _layout,
        new DeviceBufferRange(_uniform, 0, 16),
        Buffer<Vector4>([Vector4.One], BufferUsage.StructuredBufferReadOnly));

    private void InPass(Action<CommandList> record) => Record(commands =>
    {
        commands.SetFramebuffer(_framebuffer);
        commands.SetPipeline(_pipeline);
        record(commands);
    });

    private void Record(Action<CommandList> record)
    {
        Commands.Begin();
        try
        {
            record(Commands);
        }
        finally
        {
            Commands.End();
        }
    }
}

using System.Numerics;
using SynthRender.Gpu.Vulkan;

namespace SynthRender.DeviceTests.Gpu;

/// <summary>What is disposed while it is needed, and what is taken from memory over time.</summary>
public sealed class LifetimeTests(ValidatedDevice device) : GpuTest(device)
{
    private VkMemoryAllocator Memory => ((VkGraphicsDevice)Device).Memory;

    [Fact]
    public void WhatIsDisposedAfterRecordingStillDraws()
    {
        Texture target = Texture2D(4, 4, PixelFormat.R32_G32_B32_A32_Float, TextureUsage.RenderTarget);
        using Texture staging = Factory.CreateTexture(TextureDescription.Texture2D(
            4, 4, 1, 1, PixelFormat.R32_G32_B32_A32_Float, TextureUsage.Staging));
        int before = Live;
        Framebuffer framebuffer = Factory.CreateFramebuffer(new FramebufferDescription(null, target));
        ResourceLayout layout = Factory.CreateResourceLayout(new ResourceLayoutDescription(
            new ResourceLayoutElementDescription("block", ResourceKind.UniformBuffer, ShaderStages.Fragment),
            new ResourceLayoutElementDescription("colors", ResourceKind.StructuredBufferReadOnly, ShaderStages.Fragment)));
        DeviceBuffer uniform = Factory.CreateBuffer(new BufferDescription(16, BufferUsage.UniformBuffer));
        DeviceBuffer structure = Factory.CreateBuffer(new BufferDescription(16, BufferUsage.StructuredBufferReadOnly, 16));
        Device.UpdateBuffer(uniform, 0, new Vector4(1, 2, 3, 4));
        Device.UpdateBuffer(structure, 0, new Vector4(10, 20, 30, 40));
        ResourceSet set = Factory.CreateResourceSet(new ResourceSetDescription(layout, uniform, structure));
        Shader vertex = TestShaders.Load(Factory, "FullScreen.vert");
        Shader fragment = TestShaders.Load(Factory, "UniformColor.frag");
        Pipeline pipeline = Factory.CreateGraphicsPipeline(new GraphicsPipelineDescription(
            BlendStateDescription.SingleDisabled,
            DepthStencilStateDescription.Disabled,
            RasterizerStateDescription.CullNone,
            PrimitiveTopology.TriangleList,
            new ShaderSetDescription([], [vertex, fragment]),
            layout,
            framebuffer.OutputDescription));

        Commands.Begin();
        Commands.SetFramebuffer(framebuffer);
        Commands.SetPipeline(pipeline);
        Commands.SetGraphicsResourceSet(0, set);
        Commands.Draw(3);
        Commands.CopyTexture(target, staging);
        foreach (IDisposable owned in new IDisposable[] { vertex, fragment, uniform, structure, set, layout, pipeline, framebuffer })
            owned.Dispose();
        Commands.End();
        Assert.True(set.IsDisposed);
        Assert.True(Live > before);
        Device.SubmitCommands(Commands);
        Device.WaitForIdle();

        Assert.Equal(before, Live);
        Assert.Equal(new Vector4(11, 22, 33, 44), ReadStaging<Vector4>(staging, 0)[2, 1]);
    }

    [Fact]
    public void AListThatIsNeverSubmittedLetsGo()
    {
        DeviceBuffer buffer = Factory.CreateBuffer(new BufferDescription(64, BufferUsage.VertexBuffer));
        int before = Live;
        Commands.Begin();
        Commands.UpdateBuffer(buffer, 0, 1u);
        buffer.Dispose();
        Commands.End();
        Assert.Equal(before, Live);
        Commands.Begin();
        Assert.Equal(before - 1, Live);
        Commands.End();
    }

    [Fact]
    public void DisposingTwiceIsHarmless()
    {
        Texture texture = Factory.CreateTexture(TextureDescription.Texture2D(
            4, 4, 1, 1, PixelFormat.R8_UNorm, TextureUsage.Sampled));
        texture.Dispose();
        texture.Dispose();
        Assert.True(texture.IsDisposed);
    }

    [Fact]
    public void RecordingAllocatesNothing()
    {
        Texture shadow = Texture2D(64, 64, PixelFormat.R32_Float, TextureUsage.DepthStencil | TextureUsage.Sampled);
        Texture color = Texture2D(64, 64, PixelFormat.R8_G8_B8_A8_UNorm, TextureUsage.RenderTarget | TextureUsage.Sampled);
        using Texture staging = Factory.CreateTexture(TextureDescription.Texture2D(
            64, 64, 1, 1, PixelFormat.R8_G8_B8_A8_UNorm, TextureUsage.Staging));
        Framebuffer toShadow = Targets(shadow);
        Framebuffer toColor = Targets(null, color);
        ResourceLayout layout = Layout(
            ShaderStages.Fragment, (ResourceKind.UniformBuffer, true), (ResourceKind.StructuredBufferReadOnly, false));
        Pipeline pipeline = Pipeline(toColor, "FullScreen.vert", "UniformColor.frag", [], [layout]);
        ResourceLayout sampling = Layout(
            ShaderStages.Fragment, (ResourceKind.TextureReadOnly, false), (ResourceKind.Sampler, false));
        Pipeline compare = Pipeline(toColor, "FullScreen.vert", "SampleTexture.frag", [], [sampling]);
        DeviceBuffer uniform = Own(Factory.CreateBuffer(new BufferDescription(1024, BufferUsage.UniformBuffer)));
        DeviceBuffer structure = Buffer<Vector4>([Vector4.One], BufferUsage.StructuredBufferReadOnly);
        ResourceSet set = Set(layout, new DeviceBufferRange(uniform, 0, 16), structure);
        ResourceSet shadowSet = Set(sampling, shadow, Device.PointSampler);
        Fence fence = Own(Factory.CreateFence(false));
        uint[] offsets = [Device.UniformBufferMinOffsetAlignment];

        void Frame()
        {
            Commands.Begin();
            Commands.PushDebugGroup("frame");
            Commands.UpdateBuffer(uniform, 0, Vector4.One);
            Commands.SetFramebuffer(toShadow);
            Commands.ClearDepthStencil(1);
            Commands.SetFramebuffer(toColor);
            Commands.ClearColorTarget(0, RgbaFloat.Black);
            Commands.SetPipeline(pipeline);
            for (int i = 0; i < 20; i++)
            {
                Commands.SetGraphicsResourceSet(0, set, offsets);
                Commands.Draw(3);
            }

            Commands.SetPipeline(compare);
            Commands.SetGraphicsResourceSet(0, shadowSet);
            Commands.Draw(3);
            Commands.CopyTexture(color, staging);
            Commands.PopDebugGroup();
            Commands.End();
            Device.SubmitCommands(Commands, fence);
            Device.WaitForFence(fence);
            fence.Reset();
            Device.UpdateBuffer(uniform, 256, Vector4.One);
            MappedResourceView<uint> view = Device.Map<uint>(staging, MapMode.Read);
            _ = view[3, 4];
            Device.Unmap(staging);
        }

        for (int i = 0; i < 100; i++)
            Frame();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            Frame();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void MemoryStaysFlatOverThousandsOfTextures()
    {
        void CreateAndDispose(int count)
        {
            for (int i = 0; i < count; i++)
            {
                uint size = 16u + (uint)(i % 7 * 48);
                using Texture texture = Factory.CreateTexture(TextureDescription.Texture2D(
                    size, size, 2, 1, PixelFormat.R8_G8_B8_A8_UNorm, TextureUsage.Sampled | TextureUsage.GenerateMipmaps));
                Device.UpdateTexture(texture, new uint[size * size], 0, 0, 0, size, size, 1, 0, 0);
                using DeviceBuffer buffer = Factory.CreateBuffer(new BufferDescription(size * 64, BufferUsage.UniformBuffer));
            }

            Device.WaitForIdle();
        }

        CreateAndDispose(500);
        ulong allocated = Memory.BytesAllocated;
        ulong used = Memory.BytesUsed;
        int live = Live;
        CreateAndDispose(3000);
        Assert.Equal(allocated, Memory.BytesAllocated);
        Assert.Equal(used, Memory.BytesUsed);
        Assert.Equal(live, Live);
    }

    [Fact]
    public void LargeResourcesGiveTheirMemoryBack()
    {
        ulong before = Memory.BytesAllocated;
        DeviceBuffer buffer = Factory.CreateBuffer(new BufferDescription(100 << 20, BufferUsage.StructuredBufferReadWrite, 16));
        Assert.True(Memory.BytesAllocated >= before + (100ul << 20));
        buffer.Dispose();
        Assert.Equal(before, Memory.BytesAllocated);
    }
}

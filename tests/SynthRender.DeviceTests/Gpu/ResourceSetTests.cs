using System.Numerics;

namespace SynthRender.DeviceTests.Gpu;

/// <summary>What shaders see of uniform and structured buffers.</summary>
public sealed class ResourceSetTests(ValidatedDevice device) : GpuTest(device)
{
    [Fact]
    public void DynamicOffsetsMoveTheRanges()
    {
        uint step = Math.Max(Device.UniformBufferMinOffsetAlignment, Device.StructuredBufferMinOffsetAlignment);
        Texture target = Texture2D(4, 1, PixelFormat.R32_G32_B32_A32_Float, TextureUsage.RenderTarget);
        Framebuffer framebuffer = Targets(null, target);
        ResourceLayout layout = Layout(
            ShaderStages.Fragment, (ResourceKind.UniformBuffer, true), (ResourceKind.StructuredBufferReadOnly, true));
        RasterizerStateDescription raster = RasterizerStateDescription.CullNone;
        raster.ScissorTestEnabled = true;
        Pipeline pipeline = Pipeline(framebuffer, "FullScreen.vert", "UniformColor.frag", [], [layout], null, raster);
        DeviceBuffer uniforms = Own(Factory.CreateBuffer(
            new BufferDescription(4 * step, BufferUsage.UniformBuffer | BufferUsage.Dynamic)));
        DeviceBuffer structures = Own(Factory.CreateBuffer(
            new BufferDescription(4 * step, BufferUsage.StructuredBufferReadOnly, 16)));
        for (uint i = 0; i < 4; i++)
        {
            Device.UpdateBuffer(uniforms, i * step, new Vector4(i, 0, 0, 0));
            Device.UpdateBuffer(structures, i * step, new Vector4(0, 10 * i, 0, 0));
        }

        ResourceSet set = Set(layout, new DeviceBufferRange(uniforms, 0, 16), new DeviceBufferRange(structures, 0, 16));
        Run(commands =>
        {
            commands.SetFramebuffer(framebuffer);
            commands.SetPipeline(pipeline);
            for (uint i = 0; i < 4; i++)
            {
                commands.SetScissorRect(0, i, 0, 1, 1);
                uint[] offsets = [i * step, (3 - i) * step];
                if (i % 2 == 0)
                    commands.SetGraphicsResourceSet(0, set, offsets);
                else
                    commands.SetGraphicsResourceSet(0, set, 2, ref offsets[0]);
                commands.Draw(3);
            }
        });

        Vector4[,] found = Read<Vector4>(target);
        for (int i = 0; i < 4; i++)
            Assert.Equal(new Vector4(i, 10 * (3 - i), 0, 0), found[0, i]);
    }

    [Fact]
    public void UpdatesInAListHappenInOrderWithItsDraws()
    {
        Texture target = Texture2D(3, 1, PixelFormat.R32_G32_B32_A32_Float, TextureUsage.RenderTarget);
        Framebuffer framebuffer = Targets(null, target);
        ResourceLayout layout = Layout(
            ShaderStages.Fragment, (ResourceKind.UniformBuffer, false), (ResourceKind.StructuredBufferReadOnly, false));
        RasterizerStateDescription raster = RasterizerStateDescription.CullNone;
        raster.ScissorTestEnabled = true;
        Pipeline pipeline = Pipeline(framebuffer, "FullScreen.vert", "UniformColor.frag", [], [layout], null, raster);
        DeviceBuffer uniforms = Buffer<Vector4>([default], BufferUsage.UniformBuffer);
        DeviceBuffer structures = Buffer<Vector4>([default], BufferUsage.StructuredBufferReadOnly);
        ResourceSet set = Set(layout, uniforms, structures);
        Run(commands =>
        {
            commands.SetFramebuffer(framebuffer);
            commands.SetPipeline(pipeline);
            commands.SetGraphicsResourceSet(0, set);
            for (uint i = 0; i < 3; i++)
            {
                // Twice over the same bytes: the later one counts.
                commands.UpdateBuffer(uniforms, 0, new Vector4(99));
                commands.UpdateBuffer(uniforms, 0, new Vector4(i));
                commands.UpdateBuffer(structures, 4, [i * 0.5f, i * 0.25f]);
                commands.SetScissorRect(0, i, 0, 1, 1);
                commands.Draw(3);
            }
        });

        Vector4[,] found = Read<Vector4>(target);
        for (int i = 0; i < 3; i++)
            Assert.Equal(new Vector4(i, i * 1.5f, i * 1.25f, i), found[0, i]);
    }

    [Fact]
    public void CopiesBetweenBuffersHappenInOrder()
    {
        DeviceBuffer first = Buffer<uint>([1, 2, 3, 4], BufferUsage.VertexBuffer);
        DeviceBuffer second = Buffer<uint>([0, 0, 0, 0], BufferUsage.VertexBuffer);
        Run(commands =>
        {
            commands.CopyBuffer(first, 4, second, 8, 8);
            commands.CopyBuffer(second, 8, first, 0, 4);
            commands.CopyBuffer(first, 0, first, 12, 4);
        });

        Assert.Equal([2u, 2u, 3u, 2u], Read<uint>(first));
        Assert.Equal([0u, 0u, 2u, 3u], Read<uint>(second));
    }

    [Fact]
    public void SpecializationConstantsReplaceTheShadersOwn()
    {
        // With two columns instead of eight, instance 1 fills the right half.
        Texture target = Texture2D(8, 1, PixelFormat.R32_G32_UInt, TextureUsage.RenderTarget);
        Framebuffer framebuffer = Targets(null, target);
        VertexLayoutDescription[] layouts =
        [
            new(new VertexElementDescription("corner", VertexElementSemantic.Position, VertexElementFormat.Float2)),
            new(4, 1, new VertexElementDescription("value", VertexElementSemantic.TextureCoordinate, VertexElementFormat.UInt1)),
        ];
        Pipeline pipeline = Pipeline(
            framebuffer, "Instances.vert", "Instances.frag", layouts, [], null, null, null, new SpecializationConstant(0, 2u));
        DeviceBuffer corners = Buffer<float>([0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1], BufferUsage.VertexBuffer);
        DeviceBuffer values = Buffer<uint>([7, 8], BufferUsage.VertexBuffer);
        Run(commands =>
        {
            commands.SetFramebuffer(framebuffer);
            commands.ClearColorTarget(0, RgbaFloat.Clear);
            commands.SetPipeline(pipeline);
            commands.SetVertexBuffer(0, corners);
            commands.SetVertexBuffer(1, values);
            commands.Draw(6, 1, 0, 1);
        });

        ulong right = 1 | (8ul << 32);
        Assert.Equal([0ul, 0, 0, 0, right, right, right, right], Read<ulong>(target).Cast<ulong>());
    }
}

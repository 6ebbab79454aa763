namespace SynthRender.DeviceTests.Gpu;

/// <summary>Compute pipelines: buffers and images that they write, and who sees it.</summary>
public sealed class ComputeTests(ValidatedDevice device) : GpuTest(device)
{
    [Fact]
    public void ABufferAndAnImageAreWritten()
    {
        DeviceBuffer values = Buffer(new uint[16 * 24], BufferUsage.StructuredBufferReadWrite);
        Texture image = Texture2D(16, 24, PixelFormat.R32_G32_B32_A32_UInt, TextureUsage.Storage | TextureUsage.Sampled);
        ResourceLayout layout = Layout(
            ShaderStages.Compute, (ResourceKind.StructuredBufferReadWrite, false), (ResourceKind.TextureReadWrite, false));
        ResourceSet set = Set(layout, values, image);
        var description = new ComputePipelineDescription(Load("Fill.comp"), layout, 8, 8, 1)
        {
            Specializations = [new SpecializationConstant(0, 5u)],
        };
        Pipeline pipeline = Own(Factory.CreateComputePipeline(description));
        DeviceBuffer arguments = Buffer<IndirectDispatchArguments>(
            [default, new() { GroupCountX = 2, GroupCountY = 3, GroupCountZ = 1 }], BufferUsage.IndirectBuffer);

        foreach (bool isIndirect in new[] { false, true })
        {
            Device.UpdateBuffer(values, 0, new uint[16 * 24]);
            Run(commands =>
            {
                commands.SetPipeline(pipeline);
                commands.SetComputeResourceSet(0, set);
                if (isIndirect)
                    commands.DispatchIndirect(arguments, 12);
                else
                    commands.Dispatch(2, 3, 1);
            });

            uint[] found = Read<uint>(values);
            Assert.Equal(Enumerable.Range(0, 16 * 24).Select(i => (uint)((i * i) + 5)), found);
            UInt128[,] texels = Read<UInt128>(image);
            for (uint y = 0; y < 24; y++)
            {
                for (uint x = 0; x < 16; x++)
                    Assert.Equal(new UInt128(((ulong)((y * 16) + x)) << 32, ((ulong)y << 32) | x), texels[y, x]);
            }
        }
    }

    [Fact]
    public void EachDispatchSeesTheOneBefore()
    {
        const int Runs = 20;
        DeviceBuffer values = Buffer(new uint[64 * 64], BufferUsage.StructuredBufferReadWrite);
        ResourceLayout layout = Layout(ShaderStages.Compute, (ResourceKind.StructuredBufferReadWrite, false));
        ResourceSet set = Set(layout, values);
        Pipeline pipeline = Own(Factory.CreateComputePipeline(
            new ComputePipelineDescription(Load("Accumulate.comp"), layout, 64, 1, 1)));
        Run(commands =>
        {
            commands.SetPipeline(pipeline);
            commands.SetComputeResourceSet(0, set);
            for (int i = 0; i < Runs; i++)
                commands.Dispatch(64, 1, 1);
        });

        // v ← 2v + 1 from 0, n times: 2^n − 1.
        Assert.All(Read<uint>(values), value => Assert.Equal((1u << Runs) - 1, value));
    }

    [Fact]
    public void DrawsSeeWhatADispatchWrote()
    {
        DeviceBuffer values = Buffer(new uint[64], BufferUsage.StructuredBufferReadWrite);
        DeviceBuffer vertices = Buffer(new uint[64], BufferUsage.VertexBuffer);
        ResourceLayout layout = Layout(ShaderStages.Compute, (ResourceKind.StructuredBufferReadWrite, false));
        ResourceSet set = Set(layout, values);
        Pipeline compute = Own(Factory.CreateComputePipeline(
            new ComputePipelineDescription(Load("Accumulate.comp"), layout, 64, 1, 1)));
        Texture target = Texture2D(8, 1, PixelFormat.R32_G32_UInt, TextureUsage.RenderTarget);
        Framebuffer framebuffer = Targets(null, target);
        VertexLayoutDescription[] layouts =
        [
            new(new VertexElementDescription("corner", VertexElementSemantic.Position, VertexElementFormat.Float2)),
            new(4, 1, new VertexElementDescription("value", VertexElementSemantic.TextureCoordinate, VertexElementFormat.UInt1)),
        ];
        Pipeline graphics = Pipeline(framebuffer, "Instances.vert", "Instances.frag", layouts, []);
        DeviceBuffer corners = Buffer<float>([0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1], BufferUsage.VertexBuffer);
        Run(commands =>
        {
            commands.SetPipeline(compute);
            commands.SetComputeResourceSet(0, set);
            commands.Dispatch(1, 1, 1);
            commands.Dispatch(1, 1, 1);
            commands.CopyBuffer(values, 0, vertices, 0, 256);
            commands.SetFramebuffer(framebuffer);
            commands.SetPipeline(graphics);
            commands.SetVertexBuffer(0, corners);
            commands.SetVertexBuffer(1, vertices);
            commands.Draw(6, 8, 0, 0);
        });

        Assert.Equal(Enumerable.Range(0, 8).Select(i => (ulong)(uint)i + (3ul << 32)), Read<ulong>(target).Cast<ulong>());
    }
}

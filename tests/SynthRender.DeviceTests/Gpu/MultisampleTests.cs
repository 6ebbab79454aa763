namespace SynthRender.DeviceTests.Gpu;

/// <summary>Multisampled targets and their resolve.</summary>
public sealed class MultisampleTests(ValidatedDevice device) : GpuTest(device)
{
    private static readonly VertexLayoutDescription Colored = new(
        new VertexElementDescription("position", VertexElementSemantic.Position, VertexElementFormat.Float3),
        new VertexElementDescription("color", VertexElementSemantic.Color, VertexElementFormat.Float4));

    [Fact]
    public void ResolveAveragesTheSamples()
    {
        const uint Size = 16;
        Texture samples = Own(Factory.CreateTexture(TextureDescription.Texture2D(
            Size, Size, 1, 1, PixelFormat.R8_UNorm, TextureUsage.RenderTarget, TextureSampleCount.Count4)));
        Texture depth = Own(Factory.CreateTexture(TextureDescription.Texture2D(
            Size, Size, 1, 1, PixelFormat.R32_Float, TextureUsage.DepthStencil, TextureSampleCount.Count4)));
        Texture resolved = Texture2D(Size, Size, PixelFormat.R8_UNorm, TextureUsage.Sampled);
        Framebuffer framebuffer = Targets(depth, samples);
        Pipeline pipeline = Pipeline(
            framebuffer, "Colored.vert", "Colored.frag", [Colored], [], DepthStencilStateDescription.DepthOnlyLessEqual);

        // White on and below the diagonal of the square.
        DeviceBuffer vertices = Buffer<float>(
            [-1, 1, 0, 1, 1, 1, 1, -1, -1, 0, 1, 1, 1, 1, 1, -1, 0, 1, 1, 1, 1], BufferUsage.VertexBuffer);
        Run(commands =>
        {
            commands.SetFramebuffer(framebuffer);
            commands.ClearColorTarget(0, RgbaFloat.Clear);
            commands.ClearDepthStencil(1);
            commands.SetPipeline(pipeline);
            commands.SetVertexBuffer(0, vertices);
            commands.Draw(3);
            commands.ResolveTexture(samples, resolved);
        });

        byte[,] found = Read<byte>(resolved);
        for (int y = 0; y < Size; y++)
        {
            for (int x = 0; x < Size; x++)
            {
                if (x == y)
                {
                    // The diagonal halves its pixels: of the four standard samples one to three lie below it.
                    Assert.InRange(found[y, x], (byte)63, (byte)192);
                }
                else
                {
                    Assert.Equal(x < y ? 255 : 0, found[y, x]);
                }
            }
        }
    }

    [Fact]
    public void ResolveOfIntegersTakesOneSample()
    {
        Texture samples = Own(Factory.CreateTexture(TextureDescription.Texture2D(
            4, 4, 1, 1, PixelFormat.R32_UInt, TextureUsage.RenderTarget, TextureSampleCount.Count4)));
        Texture resolved = Texture2D(4, 4, PixelFormat.R32_UInt, TextureUsage.RenderTarget);
        Framebuffer framebuffer = Targets(null, samples);
        Run(commands =>
        {
            commands.SetFramebuffer(framebuffer);
            commands.ClearColorTarget(0, new RgbaFloat(12345, 0, 0, 0));
            commands.ResolveTexture(samples, resolved);
        });

        Assert.All(Read<uint>(resolved).Cast<uint>(), id => Assert.Equal(12345u, id));
    }

    [Fact]
    public void TheDeviceSaysHowManySamplesItHas()
    {
        Assert.True(Device.GetSampleCountLimit(PixelFormat.R8_G8_B8_A8_UNorm, false) >= TextureSampleCount.Count4);
        Assert.True(Device.GetSampleCountLimit(PixelFormat.R32_Float, true) >= TextureSampleCount.Count4);
    }
}

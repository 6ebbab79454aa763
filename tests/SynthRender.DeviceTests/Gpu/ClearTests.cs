namespace SynthRender.DeviceTests.Gpu;

/// <summary>Clears of every colour format, read back byte by byte.</summary>
public sealed class ClearTests(ValidatedDevice device) : GpuTest(device)
{
    // The bytes of (0.25, 0.5, 1, 1), or of the integers (1, 2, 3, 4) in integer formats. UNorm: round(v · (2^n − 1));
    // 0.5 · 255 = 127.5 may round either way, so those bytes are given as a pair.
    public static TheoryData<PixelFormat, string, string> Formats => new()
    {
        { PixelFormat.R8_UNorm, "40", "40" },
        { PixelFormat.R8_G8_UNorm, "407F", "4080" },
        { PixelFormat.R8_G8_B8_A8_UNorm, "407FFFFF", "4080FFFF" },
        { PixelFormat.B8_G8_R8_A8_UNorm, "FF7F40FF", "FF8040FF" },
        { PixelFormat.R8_G8_B8_A8_UNorm_SRgb, "89BCFFFF", "89BCFFFF" }, // IEC 61966-2-1: 0.25 → 137, 0.5 → 188
        { PixelFormat.R16_G16_UNorm, "0040FF7F", "00400080" },
        { PixelFormat.R16_Float, "0034", "0034" },
        { PixelFormat.R16_G16_Float, "00340038", "00340038" },
        { PixelFormat.R16_G16_B16_A16_Float, "00340038003C003C", "00340038003C003C" },
        { PixelFormat.R32_Float, "0000803E", "0000803E" },
        { PixelFormat.R32_G32_Float, "0000803E0000003F", "0000803E0000003F" },
        { PixelFormat.R32_G32_B32_A32_Float, "0000803E0000003F0000803F0000803F", "0000803E0000003F0000803F0000803F" },
        { PixelFormat.R8_UInt, "01", "01" },
        { PixelFormat.R8_G8_B8_A8_UInt, "01020304", "01020304" },
        { PixelFormat.R16_UInt, "0100", "0100" },
        { PixelFormat.R16_G16_UInt, "01000200", "01000200" },
        { PixelFormat.R32_UInt, "01000000", "01000000" },
        { PixelFormat.R32_SInt, "01000000", "01000000" },
        { PixelFormat.R32_G32_UInt, "0100000002000000", "0100000002000000" },
        { PixelFormat.R32_G32_B32_A32_UInt, "01000000020000000300000004000000", "01000000020000000300000004000000" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void ClearIsReadBackExactly(PixelFormat format, string low, string high)
    {
        bool isInteger = format.ToString().Contains("Int", StringComparison.Ordinal);
        Texture target = Texture2D(5, 3, format, TextureUsage.RenderTarget);
        Framebuffer framebuffer = Targets(null, target);
        using Texture staging = Factory.CreateTexture(
            TextureDescription.Texture2D(5, 3, 1, 1, format, TextureUsage.Staging));

        Run(commands =>
        {
            commands.SetFramebuffer(framebuffer);
            commands.ClearColorTarget(0, isInteger ? new RgbaFloat(1, 2, 3, 4) : new RgbaFloat(0.25f, 0.5f, 1, 1));
            commands.CopyTexture(target, staging);
        });

        MappedResourceView<byte> view = Device.Map<byte>(staging, MapMode.Read);
        int size = (int)FormatSizeHelpers.GetSizeInBytes(format);
        Assert.Equal((uint)(5 * size), view.MappedResource.RowPitch);
        for (int texel = 0; texel < 15; texel++)
        {
            string found = string.Concat(Enumerable.Range(0, size).Select(i => view[(texel * size) + i].ToString("X2", null)));
            Assert.True(found == low || found == high, $"texel {texel}: {found}, expected {low} or {high}");
        }

        Device.Unmap(staging);
    }

    [Theory]
    [InlineData(PixelFormat.R32_Float)]
    [InlineData(PixelFormat.D32_Float_S8_UInt)]
    public void DepthIsClearedBeforeTheFirstDraw(PixelFormat format)
    {
        Texture color = Texture2D(4, 4, PixelFormat.R8_UNorm, TextureUsage.RenderTarget);
        Texture depth = Texture2D(4, 4, format, TextureUsage.DepthStencil);
        Framebuffer framebuffer = Targets(depth, color);
        Pipeline pipeline = Pipeline(
            framebuffer, "FullScreen.vert", "SampleTexture.frag", [], [Sampling()], DepthStencilStateDescription.DepthOnlyLessEqual);
        Texture white = Texture2D(1, 1, PixelFormat.R8_UNorm, TextureUsage.Sampled);
        Device.UpdateTexture(white, new byte[] { 255 }, 0, 0, 0, 1, 1, 1, 0, 0);
        ResourceSet set = Set(pipeline, white);

        // The full-screen triangle lies at depth 0.5.
        foreach ((float cleared, byte expected) in new[] { (0.4f, (byte)0), (0.6f, (byte)255) })
        {
            Run(commands =>
            {
                commands.SetFramebuffer(framebuffer);
                commands.ClearColorTarget(0, RgbaFloat.Clear);
                commands.ClearDepthStencil(cleared);
                commands.SetPipeline(pipeline);
                commands.SetGraphicsResourceSet(0, set);
                commands.Draw(3);
            });
            Assert.Equal(expected, Read<byte>(color)[2, 2]);
        }
    }

    [Fact]
    public void WhatIsNotClearedStays()
    {
        Texture color = Texture2D(4, 4, PixelFormat.R32_UInt, TextureUsage.RenderTarget);
        Texture other = Texture2D(4, 4, PixelFormat.R32_UInt, TextureUsage.RenderTarget);
        Framebuffer both = Targets(null, color, other);
        Run(commands =>
        {
            commands.SetFramebuffer(both);
            commands.ClearColorTarget(0, new RgbaFloat(7, 0, 0, 0));
            commands.ClearColorTarget(1, new RgbaFloat(8, 0, 0, 0));
        });

        Run(commands =>
        {
            commands.SetFramebuffer(both);
            commands.ClearColorTarget(1, new RgbaFloat(9, 0, 0, 0));
        });

        Assert.All(Read<uint>(color).Cast<uint>(), value => Assert.Equal(7u, value));
        Assert.All(Read<uint>(other).Cast<uint>(), value => Assert.Equal(9u, value));
    }

    [Fact]
    public void ClearAfterADrawClearsTheDraw()
    {
        Texture color = Texture2D(4, 4, PixelFormat.R8_UNorm, TextureUsage.RenderTarget);
        Texture depth = Texture2D(4, 4, PixelFormat.R32_Float, TextureUsage.DepthStencil);
        Framebuffer framebuffer = Targets(depth, color);
        Texture white = Texture2D(1, 1, PixelFormat.R8_UNorm, TextureUsage.Sampled);
        Device.UpdateTexture(white, new byte[] { 255 }, 0, 0, 0, 1, 1, 1, 0, 0);
        Pipeline pipeline = Pipeline(
            framebuffer, "FullScreen.vert", "SampleTexture.frag", [], [Sampling()], DepthStencilStateDescription.DepthOnlyLessEqual);
        ResourceSet set = Set(pipeline, white);

        Run(commands =>
        {
            commands.SetFramebuffer(framebuffer);
            commands.ClearDepthStencil(1);
            commands.SetPipeline(pipeline);
            commands.SetGraphicsResourceSet(0, set);
            commands.Draw(3);
            commands.ClearColorTarget(0, new RgbaFloat(0.2f, 0, 0, 0));
            commands.ClearDepthStencil(0.75f);
        });

        Assert.All(Read<byte>(color).Cast<byte>(), value => Assert.Equal(51, value)); // 0.2 · 255
        Assert.All(Read<float>(depth).Cast<float>(), value => Assert.Equal(0.75f, value));
    }

    private ResourceLayout Sampling() =>
        Layout(ShaderStages.Fragment, (ResourceKind.TextureReadOnly, false), (ResourceKind.Sampler, false));

    private ResourceSet Set(Pipeline pipeline, Texture texture) => Set(pipeline.Layouts[0], texture, Device.PointSampler);
}

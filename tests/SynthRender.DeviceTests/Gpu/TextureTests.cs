using System.Numerics;

namespace SynthRender.DeviceTests.Gpu;

/// <summary>What shaders see of textures: mip levels, layers, cubes, slices, views, comparison.</summary>
public sealed class TextureTests(ValidatedDevice device) : GpuTest(device)
{
    [Fact]
    public void EachMipLevelIsTheAverageOfTheOneBefore()
    {
        // Values are multiples of 2^-6 below 4, so that averages of 4, thrice over, are exact in float.
        const uint Size = 8;
        var texels = new float[Size * Size];
        for (int i = 0; i < texels.Length; i++)
            texels[i] = i * 37 % 64 / 64f;
        Texture texture = Texture2D(
            Size, Size, PixelFormat.R32_Float, TextureUsage.Sampled | TextureUsage.GenerateMipmaps, 4);
        Device.UpdateTexture(texture, texels, 0, 0, 0, Size, Size, 1, 0, 0);

        Run(commands => commands.GenerateMipmaps(texture));

        float[,] before = Read<float>(texture, 0);
        for (uint level = 1; level < 4; level++)
        {
            float[,] found = Read<float>(texture, level);
            int size = found.GetLength(0);
            Assert.Equal((int)(Size >> (int)level), size);
            for (int y = 0; y < size; y++)
            {
                for (int x = 0; x < size; x++)
                {
                    float average = (before[2 * y, 2 * x] + before[2 * y, (2 * x) + 1]
                        + before[(2 * y) + 1, 2 * x] + before[(2 * y) + 1, (2 * x) + 1]) / 4;
                    Assert.Equal(average, found[y, x], 1e-6f); // one rounding of a sum below 4
                }
            }

            before = found;
        }
    }

    [Fact]
    public void ShadersReadTheMipLevelTheyAskFor()
    {
        Texture texture = Texture2D(4, 4, PixelFormat.R32_Float, TextureUsage.Sampled, 3);
        for (uint level = 0; level < 3; level++)
        {
            uint size = 4u >> (int)level;
            var texels = new float[size * size];
            Array.Fill(texels, level + 0.5f);
            Device.UpdateTexture(texture, texels, 0, 0, 0, size, size, 1, level, 0);
        }

        foreach (float level in new[] { 0f, 1f, 2f, 0.5f })
        {
            float[,] found = Sample<float>(
                "SampleTexture.frag", texture, Device.LinearSampler, PixelFormat.R32_Float, 1, new SpecializationConstant(0, level));
            Assert.Equal(level + 0.5f, found[0, 0], 1e-3f); // filtering weights have at least 8 bits
        }
    }

    [Fact]
    public void SubregionsAreUpdatedAlone()
    {
        Texture texture = Texture2D(8, 6, PixelFormat.R8_G8_B8_A8_UNorm, TextureUsage.Sampled, 2, 2);
        for (uint layer = 0; layer < 2; layer++)
        {
            Device.UpdateTexture(texture, new uint[48], 0, 0, 0, 8, 6, 1, 0, layer);
            Device.UpdateTexture(texture, new uint[12], 0, 0, 0, 4, 3, 1, 1, layer);
        }

        Device.UpdateTexture(texture, new uint[] { 1, 2, 3, 4, 5, 6 }, 5, 2, 0, 3, 2, 1, 0, 1);
        Device.UpdateTexture(texture, new ReadOnlySpan<uint>([9]), 3, 2, 0, 1, 1, 1, 1, 0);

        uint[,] found = Read<uint>(texture, 0, 1);
        for (int y = 0; y < 6; y++)
        {
            for (int x = 0; x < 8; x++)
                Assert.Equal((x >= 5 && y is 2 or 3) ? (uint)(((y - 2) * 3) + x - 4) : 0, found[y, x]);
        }

        Assert.All(Read<uint>(texture, 0, 0).Cast<uint>(), texel => Assert.Equal(0u, texel));
        Assert.All(Read<uint>(texture, 1, 1).Cast<uint>(), texel => Assert.Equal(0u, texel));
        Assert.Equal(9u, Read<uint>(texture, 1, 0)[2, 3]);
    }

    [Fact]
    public void LayersOfAnArrayAreApart()
    {
        Texture texture = Texture2D(2, 2, PixelFormat.R32_Float, TextureUsage.Sampled, 1, 5);
        for (uint layer = 0; layer < 5; layer++)
            Device.UpdateTexture(texture, new float[] { layer, layer, layer, layer }, 0, 0, 0, 2, 2, 1, 0, layer);
        float[,] found = Sample<float>("SampleArray.frag", texture, Device.PointSampler, PixelFormat.R32_Float, 5);
        Assert.Equal([0f, 1, 2, 3, 4], found.Cast<float>());
    }

    [Fact]
    public void AViewShowsItsPart()
    {
        Texture texture = Texture2D(2, 2, PixelFormat.R32_Float, TextureUsage.Sampled, 2, 3);
        for (uint layer = 0; layer < 3; layer++)
        {
            Device.UpdateTexture(texture, new float[4], 0, 0, 0, 2, 2, 1, 0, layer);
            Device.UpdateTexture(texture, new[] { layer + 1f }, 0, 0, 0, 1, 1, 1, 1, layer);
        }

        TextureView view = Own(Factory.CreateTextureView(new TextureViewDescription(texture, 1, 1, 2, 1)));
        float[,] found = Sample<float>("SampleTexture.frag", view, Device.PointSampler, PixelFormat.R32_Float, 1);
        Assert.Equal(3f, found[0, 0]);
    }

    [Fact]
    public void FacesOfACubeLieInTheOrderOfTheAxes()
    {
        Texture cube = Texture2D(2, 2, PixelFormat.R32_Float, TextureUsage.Sampled | TextureUsage.Cubemap);
        for (uint face = 0; face < 6; face++)
            Device.UpdateTexture(cube, new float[] { face, face, face, face }, 0, 0, 0, 2, 2, 1, 0, face);
        float[,] found = Sample<float>("SampleCube.frag", cube, Device.PointSampler, PixelFormat.R32_Float, 6);
        Assert.Equal([0f, 1, 2, 3, 4, 5], found.Cast<float>());
    }

    [Fact]
    public void FacesOfACubeCanBeDrawnTo()
    {
        Texture cube = Texture2D(
            2, 2, PixelFormat.R32_Float, TextureUsage.Sampled | TextureUsage.Cubemap | TextureUsage.RenderTarget);
        for (uint face = 0; face < 6; face++)
        {
            using Framebuffer framebuffer = Factory.CreateFramebuffer(
                new FramebufferDescription(null, [new FramebufferAttachmentDescription(cube, face)]));
            Run(commands =>
            {
                commands.SetFramebuffer(framebuffer);
                commands.ClearColorTarget(0, new RgbaFloat(face + 10, 0, 0, 0));
            });
        }

        float[,] found = Sample<float>("SampleCube.frag", cube, Device.PointSampler, PixelFormat.R32_Float, 6);
        Assert.Equal([10f, 11, 12, 13, 14, 15], found.Cast<float>());
    }

    [Fact]
    public void SlicesOfAVolumeAreApart()
    {
        Texture volume = Own(Factory.CreateTexture(
            TextureDescription.Texture3D(2, 2, 4, 1, PixelFormat.R32_Float, TextureUsage.Sampled)));
        var texels = new float[16];
        for (int i = 0; i < 16; i++)
            texels[i] = i / 4;
        Device.UpdateTexture(volume, texels, 0, 0, 0, 2, 2, 4, 0, 0);
        Device.UpdateTexture(volume, new[] { 7f, 7f, 7f, 7f }, 0, 0, 2, 2, 2, 1, 0, 0);
        float[,] found = Sample<float>("SampleVolume.frag", volume, Device.PointSampler, PixelFormat.R32_Float, 4);
        Assert.Equal([0f, 1, 7, 3], found.Cast<float>());
    }

    [Fact]
    public void AShadowMapIsDrawnThenCompared()
    {
        Texture shadow = Texture2D(8, 8, PixelFormat.R32_Float, TextureUsage.DepthStencil | TextureUsage.Sampled);
        Framebuffer depthOnly = Targets(shadow);
        Texture target = Texture2D(8, 8, PixelFormat.R32_Float, TextureUsage.RenderTarget);
        Framebuffer framebuffer = Targets(null, target);
        ResourceLayout layout = Layout(
            ShaderStages.Fragment, (ResourceKind.TextureReadOnly, false), (ResourceKind.Sampler, false));
        Pipeline pipeline = Pipeline(framebuffer, "FullScreen.vert", "SampleShadow.frag", [], [layout]);
        SamplerDescription comparing = SamplerDescription.Point;
        comparing.AddressModeU = comparing.AddressModeV = SamplerAddressMode.Clamp;
        comparing.ComparisonKind = ComparisonKind.LessEqual;
        Sampler sampler = Own(Factory.CreateSampler(comparing));
        ResourceSet set = Set(layout, shadow, sampler);

        Run(commands =>
        {
            commands.SetFramebuffer(depthOnly);
            commands.ClearDepthStencil(0.5f);
            commands.SetFramebuffer(framebuffer);
            commands.SetPipeline(pipeline);
            commands.SetGraphicsResourceSet(0, set);
            commands.Draw(3);
        });

        // Lit where the reference, (x + 0.5) / 8, is at most 0.5.
        float[,] found = Read<float>(target);
        for (int x = 0; x < 8; x++)
            Assert.Equal(x < 4 ? 1f : 0f, found[3, x]);
    }

    [Fact]
    public void ATargetIsDrawnThenSampledThenDrawnAgainInOneList()
    {
        Texture first = Texture2D(4, 4, PixelFormat.R32_G32_B32_A32_Float, TextureUsage.RenderTarget | TextureUsage.Sampled);
        Texture second = Texture2D(4, 4, PixelFormat.R32_G32_B32_A32_Float, TextureUsage.RenderTarget | TextureUsage.Sampled);
        Framebuffer toFirst = Targets(null, first);
        Framebuffer toSecond = Targets(null, second);
        ResourceLayout layout = Layout(
            ShaderStages.Fragment, (ResourceKind.TextureReadOnly, false), (ResourceKind.Sampler, false));
        Pipeline add = Pipeline(
            toFirst, "FullScreen.vert", "SampleTexture.frag", [], [layout], blend: BlendAttachmentDescription.AdditiveBlend);
        ResourceSet fromFirst = Set(layout, first, Device.PointSampler);
        ResourceSet fromSecond = Set(layout, second, Device.PointSampler);

        Run(commands =>
        {
            commands.SetFramebuffer(toFirst);
            commands.ClearColorTarget(0, new RgbaFloat(1, 0, 0, 1));
            commands.SetFramebuffer(toSecond);
            commands.ClearColorTarget(0, new RgbaFloat(1, 0, 0, 1));
            for (int i = 0; i < 3; i++)
            {
                commands.SetFramebuffer(toSecond);
                commands.SetPipeline(add);
                commands.SetGraphicsResourceSet(0, fromFirst);
                commands.Draw(3);
                commands.SetFramebuffer(toFirst);
                commands.SetGraphicsResourceSet(0, fromSecond);
                commands.Draw(3);
            }
        });

        Vector4 found = Read<Vector4>(first)[1, 2];
        (float R, float A) expected = Sequence(3);
        Assert.Equal(1f, found.X / expected.R, 1e-5f); // six roundings of float, each relative
        Assert.Equal(1f, found.W / expected.A, 1e-5f);
    }

    // source · alpha + destination; alpha grows with it.
    private static (float R, float A) Sequence(int rounds)
    {
        (float R, float A) one = (1, 1);
        (float R, float A) two = (1, 1);
        for (int i = 0; i < rounds; i++)
        {
            two = (two.R + (one.R * one.A), two.A + (one.A * one.A));
            one = (one.R + (two.R * two.A), one.A + (two.A * two.A));
        }

        return one;
    }

    private T[,] Sample<T>(
        string fragment,
        BindableResource source,
        Sampler sampler,
        PixelFormat format,
        uint width,
        params SpecializationConstant[] constants)
        where T : unmanaged
    {
        Texture target = Texture2D(width, 1, format, TextureUsage.RenderTarget);
        Framebuffer framebuffer = Targets(null, target);
        ResourceLayout layout = Layout(
            ShaderStages.Fragment, (ResourceKind.TextureReadOnly, false), (ResourceKind.Sampler, false));
        Pipeline pipeline = Pipeline(
            framebuffer, "FullScreen.vert", fragment, [], [layout], null, null, null, constants);
        ResourceSet set = Set(layout, source, sampler);
        Run(commands =>
        {
            commands.SetFramebuffer(framebuffer);
            commands.SetPipeline(pipeline);
            commands.SetGraphicsResourceSet(0, set);
            commands.Draw(3);
        });
        return Read<T>(target);
    }
}

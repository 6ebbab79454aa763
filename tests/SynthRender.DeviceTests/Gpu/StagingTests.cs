namespace SynthRender.DeviceTests.Gpu;

/// <summary>Staging textures and buffers: their layout, copies in and out, maps.</summary>
public sealed class StagingTests(ValidatedDevice device) : GpuTest(device)
{
    [Fact]
    public void EverySubresourceKeepsItsOwnTexels()
    {
        // Sizes that are multiples of nothing.
        Texture texture = Texture2D(13, 7, PixelFormat.R16_UInt, TextureUsage.Sampled, 3, 2);
        Texture staging = Texture2D(13, 7, PixelFormat.R16_UInt, TextureUsage.Staging, 3, 2);
        for (uint layer = 0; layer < 2; layer++)
        {
            for (uint level = 0; level < 3; level++)
            {
                ushort[] texels = Texels(level, layer);
                Device.UpdateTexture(texture, texels, 0, 0, 0, 13u >> (int)level, 7u >> (int)level, 1, level, layer);
            }
        }

        Run(commands => commands.CopyTexture(texture, staging));

        for (uint layer = 0; layer < 2; layer++)
        {
            for (uint level = 0; level < 3; level++)
            {
                uint subresource = staging.CalculateSubresource(level, layer);
                MappedResource mapped = Device.Map(staging, MapMode.Read, subresource);
                Assert.Equal(2 * (13u >> (int)level), mapped.RowPitch);
                Assert.Equal(mapped.RowPitch * (7u >> (int)level), mapped.SizeInBytes);
                Assert.Equal(subresource, mapped.Subresource);
                Device.Unmap(staging, subresource);
                Assert.Equal(Texels(level, layer), ReadStaging<ushort>(staging, subresource).Cast<ushort>());
            }
        }
    }

    [Fact]
    public void WhatTheCpuWritesReachesTheTexture()
    {
        Texture staging = Texture2D(6, 5, PixelFormat.R32_UInt, TextureUsage.Staging);
        Texture texture = Texture2D(6, 5, PixelFormat.R32_UInt, TextureUsage.Sampled);
        MappedResourceView<uint> view = Device.Map<uint>(staging, MapMode.ReadWrite);
        for (int y = 0; y < 5; y++)
        {
            for (int x = 0; x < 6; x++)
                view[x, y] = (uint)((y * 100) + x);
        }

        Device.Unmap(staging);
        Run(commands => commands.CopyTexture(staging, texture));
        uint[,] found = Read<uint>(texture);
        Assert.Equal(403u, found[4, 3]);

        // A box from staging to staging, and one from staging into the texture.
        Texture other = Texture2D(4, 4, PixelFormat.R32_UInt, TextureUsage.Staging);
        Run(commands =>
        {
            commands.CopyTexture(staging, 2, 1, 0, 0, 0, other, 1, 1, 0, 0, 0, 3, 2, 1, 1);
            commands.CopyTexture(other, 1, 1, 0, 0, 0, texture, 0, 3, 0, 0, 0, 3, 2, 1, 1);
        });
        found = Read<uint>(texture);
        for (int y = 0; y < 2; y++)
        {
            for (int x = 0; x < 3; x++)
                Assert.Equal((uint)(((y + 1) * 100) + x + 2), found[y + 3, x]);
        }

        Assert.Equal(205u, found[2, 5]);
    }

    [Fact]
    public void StagingTexturesAreUpdatedDirectly()
    {
        Texture staging = Texture2D(4, 4, PixelFormat.R8_UInt, TextureUsage.Staging);
        Device.UpdateTexture(staging, new byte[16], 0, 0, 0, 4, 4, 1, 0, 0);
        Device.UpdateTexture(staging, new byte[] { 1, 2, 3, 4 }, 1, 2, 0, 2, 2, 1, 0, 0);
        Assert.Equal(
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 3, 4, 0], ReadStaging<byte>(staging, 0).Cast<byte>().Select(b => (int)b));
    }

    [Fact]
    public void TexturesAreCopiedToTextures()
    {
        Texture source = Texture2D(4, 4, PixelFormat.R32_UInt, TextureUsage.Sampled, 1, 2);
        Texture destination = Texture2D(8, 8, PixelFormat.R32_UInt, TextureUsage.RenderTarget, 2, 3);
        for (uint layer = 0; layer < 2; layer++)
            Device.UpdateTexture(source, Enumerable.Range(0, 16).Select(i => (uint)i + (100 * layer)).ToArray(), 0, 0, 0, 4, 4, 1, 0, layer);
        Run(commands => commands.CopyTexture(source, 0, 0, 0, 0, 0, destination, 0, 0, 0, 1, 1, 4, 4, 1, 2));
        Assert.Equal(Enumerable.Range(0, 16).Select(i => (uint)i), Read<uint>(destination, 1, 1).Cast<uint>());
        Assert.Equal(Enumerable.Range(100, 16).Select(i => (uint)i), Read<uint>(destination, 1, 2).Cast<uint>());
    }

    [Fact]
    public void DynamicBuffersAreMappedForWriting()
    {
        DeviceBuffer dynamic = Own(Factory.CreateBuffer(
            new BufferDescription(64, BufferUsage.VertexBuffer | BufferUsage.Dynamic)));
        MappedResourceView<uint> view = Device.Map<uint>(dynamic, MapMode.Write);
        Assert.Equal(16, view.Count);
        for (int i = 0; i < view.Count; i++)
            view[i] = (uint)(i * 3);
        Device.Unmap(dynamic);
        Device.UpdateBuffer(dynamic, 4, 77u);
        uint[] found = Read<uint>(dynamic);
        Assert.Equal([0u, 77u, 6u, 9u], found[..4]);
        Assert.Equal(45u, found[15]);
    }

    [Fact]
    public void AViewThrowsOutsideTheMap()
    {
        Texture staging = Texture2D(4, 2, PixelFormat.R32_UInt, TextureUsage.Staging);
        MappedResourceView<uint> view = Device.Map<uint>(staging, MapMode.Read);
        Assert.Throws<VeldridException>(() => view[8]);
        Assert.Throws<VeldridException>(() => view[-1]);
        Assert.Throws<VeldridException>(() => view[0, 2]);
        Device.Unmap(staging);
        Assert.Throws<VeldridException>(() => Device.Unmap(staging));
    }

    private static ushort[] Texels(uint level, uint layer)
    {
        int count = (13 >> (int)level) * (7 >> (int)level);
        return [.. Enumerable.Range(0, count).Select(i => (ushort)((layer * 1000) + (level * 300) + i))];
    }
}

using SynthRender.Gpu;

namespace SynthRender.Tests.Gpu;

/// <summary>
/// Whatever Veldrid refuses, our layer refuses. The rules are those of Veldrid 4.9.0's checks of usage (ResourceFactory), which its
/// package has on; each is tried over all combinations that it speaks of. What needs a device is in the device tests (MisuseTests).
/// </summary>
public sealed class VeldridRulesTests
{
    private const BufferUsage ReadOnly = BufferUsage.StructuredBufferReadOnly;
    private const BufferUsage ReadWrite = BufferUsage.StructuredBufferReadWrite;

    private static readonly TextureUsage[] TextureUsages = [.. Enumerable.Range(0, 128).Select(bits => (TextureUsage)bits)];

    [Fact]
    public void Buffers_AllUsagesStridesAndSizes()
    {
        var (refused, taken) = (0, 0);
        foreach (var usage in Enumerable.Range(1, 255).Select(bits => (BufferUsage)bits))
        {
            foreach (uint stride in (uint[])[0, 4, 16])
            {
                foreach (uint size in (uint[])[16, 20, 64])
                {
                    var description = new BufferDescription(size, usage, stride);
                    bool isRefused = Refuses(() => DescriptionChecks.Buffer(description));
                    if (VeldridRefuses(description))
                        Assert.True(isRefused, $"{usage}, stride {stride}, {size} bytes: Veldrid refuses it");
                    else
                        Assert.False(isRefused, $"{usage}, stride {stride}, {size} bytes: Veldrid takes it");
                    _ = isRefused ? refused++ : taken++;
                }
            }
        }

        // Counted by hand. Usage, stride and size: 15 sets of Vertex, Index, Indirect, Dynamic; 16 with Uniform; Staging;
        // ReadWrite; ReadOnly with and without Dynamic; the same with Uniform.
        Assert.Equal(255 * 9, refused + taken);
        Assert.Equal((15 * 3) + (16 * 2) + 3 + 6 + (2 * 6) + (2 * 4), taken);
    }

    [Fact]
    public void Textures_AllUsagesFormatsTypesAndSampleCounts()
    {
        PixelFormat[] formats =
        [
            PixelFormat.R8_G8_B8_A8_UNorm, PixelFormat.R32_Float, PixelFormat.R16_UNorm, PixelFormat.R32_UInt, PixelFormat.BC1_Rgba_UNorm,
            PixelFormat.D24_UNorm_S8_UInt, PixelFormat.D32_Float_S8_UInt,
        ];
        int refused = 0;
        foreach (TextureUsage usage in TextureUsages)
        {
            foreach (PixelFormat format in formats)
            {
                foreach (TextureType type in Enum.GetValues<TextureType>())
                {
                    foreach (TextureSampleCount samples in Enum.GetValues<TextureSampleCount>())
                    {
                        var description = new TextureDescription(8, type == TextureType.Texture1D ? 1u : 8, 1, 1, 1, format, usage, type, samples);
                        if (!VeldridRefuses(description))
                            continue;
                        refused++;
                        Assert.True(
                            Refuses(() => DescriptionChecks.Texture(description)), $"{usage}, {format}, {type}, {samples}: Veldrid refuses it");
                    }
                }
            }
        }

        Assert.True(refused > 1000);
    }

    [Theory]
    [InlineData(0, 8, 1)]
    [InlineData(8, 0, 1)]
    [InlineData(8, 8, 0)]
    public void Textures_WithoutTexels(uint width, uint height, uint depth) => Assert.True(Refuses(() => DescriptionChecks.Texture(
        new TextureDescription(width, height, depth, 1, 1, PixelFormat.R8_UNorm, TextureUsage.Sampled, TextureType.Texture3D))));

    /// <summary>Veldrid's families: the same number of channels, of the same bits, in the same order. Compressed formats have none.</summary>
    [Fact]
    public void Views_AllPairsOfFormats()
    {
        string[][] families =
        [
            Family("R8", "UNorm", "SNorm", "UInt", "SInt"),
            Family("R16", "UNorm", "SNorm", "UInt", "SInt", "Float"),
            Family("R32", "UInt", "SInt", "Float"),
            Family("R8_G8", "UNorm", "SNorm", "UInt", "SInt"),
            Family("R16_G16", "UNorm", "SNorm", "UInt", "SInt", "Float"),
            Family("R32_G32", "UInt", "SInt", "Float"),
            Family("R8_G8_B8_A8", "UNorm", "UNorm_SRgb", "SNorm", "UInt", "SInt"),
            Family("R16_G16_B16_A16", "UNorm", "SNorm", "UInt", "SInt", "Float"),
            Family("R32_G32_B32_A32", "UInt", "SInt", "Float"),
            Family("R10_G10_B10_A2", "UNorm", "UInt"),
            Family("B8_G8_R8_A8", "UNorm", "UNorm_SRgb"),
        ];
        foreach (PixelFormat texture in Enum.GetValues<PixelFormat>())
        {
            foreach (PixelFormat view in Enum.GetValues<PixelFormat>())
            {
                bool isTaken = texture == view
                    || Array.Exists(families, family => family.Contains(texture.ToString()) && family.Contains(view.ToString()));
                Assert.True(isTaken == FormatLayout.CanBeSeenAs(texture, view), $"{texture} seen as {view}");
            }
        }
    }

    [Theory]
    [InlineData(ShaderStages.Geometry)]
    [InlineData(ShaderStages.TessellationControl)]
    [InlineData(ShaderStages.TessellationEvaluation)]
    public void Shaders_OfStagesThatTheDeviceLacks(ShaderStages stage) => Assert.True(Refuses(() => DescriptionChecks.Shader(
        new ShaderDescription(stage, new byte[20], "main"), new GraphicsDeviceFeatures())));

    private static string[] Family(string channels, params string[] numbers) => [.. numbers.Select(each => $"{channels}_{each}")];

    private static bool VeldridRefuses(in BufferDescription description)
    {
        BufferUsage usage = description.Usage;
        bool isStructured = (usage & (ReadOnly | ReadWrite)) != 0;
        return isStructured != (description.StructureByteStride != 0)
            || ((usage & ReadWrite) != 0 && usage != ReadWrite)
            || ((usage & ReadOnly) != 0 && (usage & (BufferUsage.VertexBuffer | BufferUsage.IndexBuffer | BufferUsage.IndirectBuffer)) != 0)
            || ((usage & BufferUsage.Staging) != 0 && usage != BufferUsage.Staging)
            || ((usage & BufferUsage.UniformBuffer) != 0 && description.SizeInBytes % 16 != 0);
    }

    private static bool VeldridRefuses(in TextureDescription description)
    {
        TextureUsage usage = description.Usage;
        bool isDepth = (usage & TextureUsage.DepthStencil) != 0;
        return (description.Format is PixelFormat.D24_UNorm_S8_UInt or PixelFormat.D32_Float_S8_UInt && !isDepth)
            || (description.Type != TextureType.Texture2D && description.SampleCount != TextureSampleCount.Count1)
            || ((usage & TextureUsage.Staging) != 0 && usage != TextureUsage.Staging)
            || (isDepth && (usage & TextureUsage.GenerateMipmaps) != 0);
    }

    private static bool Refuses(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (VeldridException)
        {
            return true;
        }
    }
}

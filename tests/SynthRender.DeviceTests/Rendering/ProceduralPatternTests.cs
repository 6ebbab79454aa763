using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SynthRender.Materials;
using SynthRender.Rendering.Devices;
using SynthRender.Rendering.Pipelines;
using SynthRender.Rendering.Textures;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>That procedural textures repeat without a seam, and that their normals are those of their height field.</summary>
public sealed class ProceduralPatternTests : IDisposable
{
    private const int Size = 256;

    private readonly GraphicsDevice _device;
    private readonly ShaderLibrary _shaders;
    private readonly ProceduralPool _pool;

    public ProceduralPatternTests(ValidatedDevice device)
    {
        _device = device.Device;
        _shaders = new ShaderLibrary(_device);
        _pool = new ProceduralPool(_device, new WriteOrder(_device, isKept: true), _shaders, Size, 1);
    }

    /// <summary>Every family, with sizes of its own and odd ones.</summary>
    public static TheoryData<ProceduralTexture> Textures => new(
        from texture in new ProceduralTexture[]
        {
            new NoiseTexture { Kind = NoiseKind.Value }, new NoiseTexture { Kind = NoiseKind.Gradient }, new NoiseTexture { Kind = NoiseKind.Simplex },
            new NoiseTexture(), new CellsTexture(), new StripesTexture(), new CheckersTexture(), new WoodTexture(), new WoodTexture { Planks = 5 },
            new MarbleTexture(), new FabricTexture(), new FabricTexture { Weave = FabricWeave.Twill }, new FabricTexture { Weave = FabricWeave.Basket },
            new LeatherTexture(), new RustTexture(), new ScratchesTexture(), new SoilTexture(), new GrassTexture(), new TissueTexture(), new SkinTexture(),
            new PatinaTexture(), new BrushedMetalTexture(), new TilesTexture(), new TilesTexture { Bricks = true }, new ConcreteTexture(), new BarkTexture(),
        }
        from odd in (int[])[0, 1]
        select texture with { Seed = 3 + (uint)odd, Scale = texture.Scale + odd, Wear = odd == 0 ? texture.Wear : 0.8f });

    public void Dispose()
    {
        _pool.Dispose();
        _shaders.Dispose();
    }

    [Theory]
    [MemberData(nameof(Textures), DisableDiscoveryEnumeration = true)]
    public void Opposite_edges_continue_each_other(ProceduralTexture texture)
    {
        foreach (var channel in Enum.GetValues<TextureChannel>())
        {
            var pixels = Pixels(texture, channel);
            foreach (var across in (bool[])[true, false])
            {
                var steps = Enumerable.Range(0, Size).Select(i => Step(pixels, i, (i + 1) % Size, across)).ToArray();
                var largest = steps[..^1].Max();
                // The step over the edge is one like the 255 within, the largest of which it exceeds one time in 256; by a fifth, hardly ever.
                Assert.True(
                    steps[^1] <= 1.2 * largest + 0.2,
                    $"{texture.Family} {channel}, scale {texture.Scale}: {steps[^1]:0.00} over the {(across ? "right" : "lower")} edge, at most {largest:0.00} within");
            }
        }
    }

    [Fact]
    public void The_measure_of_a_seam_finds_one_where_half_a_texture_is_laid_beside_itself()
    {
        foreach (var texture in (ProceduralTexture[])[new NoiseTexture(), new MarbleTexture(), new RustTexture(), new SoilTexture()])
        {
            var pixels = Pixels(texture, TextureChannel.BaseColor);
            var largest = Enumerable.Range(0, Size / 2 - 1).Max(i => Step(pixels, i, i + 1, across: true));
            Assert.True(Step(pixels, Size / 2 - 1, 0, across: true) > 1.2 * largest + 0.2, texture.Family);
        }
    }

    [Theory]
    [MemberData(nameof(Textures), DisableDiscoveryEnumeration = true)]
    public void Normals_are_those_of_the_height_field_and_up_on_average(ProceduralTexture texture)
    {
        texture = texture with { Relief = 0.02f };
        var normals = Pixels(texture, TextureChannel.Normal);
        var heights = Read<float>(_pool.Height);
        var mean = Vector2.Zero;
        for (var i = 0; i < Size * Size; i++)
        {
            var (x, y) = (i % Size, i / Size);
            var right = heights[y * Size + (x + 1) % Size] - heights[y * Size + (x + Size - 1) % Size];
            var down = heights[(y + 1) % Size * Size + x] - heights[(y + Size - 1) % Size * Size + x];
            // Two texels are 2 / Size of a tile, over which heights differ by Relief at most; the image's y runs against the normal's.
            var expected = Vector3.Normalize(new Vector3(-right * texture.Relief * Size / 2, down * texture.Relief * Size / 2, 1));
            var actual = (new Vector3(normals[4 * i], normals[4 * i + 1], normals[4 * i + 2]) - new Vector3(128)) / 127;
            // Eight bits: half a step each way.
            Assert.True(Vector3.Abs(expected - actual) is { X: < 0.005f, Y: < 0.005f, Z: < 0.005f }, $"{texture.Family} at ({x}, {y}): {expected}, {actual}");
            mean += new Vector2(actual.X, actual.Y) / actual.Z;
        }

        // Slopes of what repeats add up to nothing; rounding leaves half a step over the root of their number, and steep ones more.
        mean /= Size * Size;
        Assert.True(mean.Length() < 0.003f, $"{texture.Family} leans by {mean}");
    }

    /// <summary>The mean difference between two columns or rows, in steps of 8 bits.</summary>
    private static double Step(byte[] pixels, int first, int second, bool across)
    {
        var sum = 0L;
        for (var i = 0; i < Size; i++)
        {
            var (a, b) = across ? (i * Size + first, i * Size + second) : (first * Size + i, second * Size + i);
            for (var c = 0; c < 3; c++) sum += Math.Abs(pixels[4 * a + c] - pixels[4 * b + c]);
        }

        return sum / (3.0 * Size);
    }

    private byte[] Pixels(ProceduralTexture texture, TextureChannel channel) => Read<byte>(_pool.Get(texture, channel, 1).Texture);

    private T[] Read<T>(Texture texture) where T : unmanaged
    {
        using var staging = _device.ResourceFactory.CreateTexture(
            TextureDescription.Texture2D(Size, Size, 1, 1, texture.Format, TextureUsage.Staging));
        using var commands = _device.ResourceFactory.CreateCommandList();
        commands.Begin();
        commands.CopyTexture(texture, 0, 0, 0, 0, 0, staging, 0, 0, 0, 0, 0, Size, Size, 1, 1);
        commands.End();
        _device.SubmitCommands(commands);
        _device.WaitForIdle();
        var view = _device.Map<T>(staging, MapMode.Read);
        var perRow = (int)view.MappedResource.RowPitch / Unsafe.SizeOf<T>();
        var values = new T[Size * Size * 4 / Unsafe.SizeOf<T>()];
        for (var y = 0; y < Size; y++)
            MemoryMarshal.CreateReadOnlySpan(ref view[y * perRow], values.Length / Size).CopyTo(values.AsSpan(y * values.Length / Size));
        _device.Unmap(staging);
        return values;
    }
}

using System.Buffers.Binary;
using SynthRender.LightTables;
using SynthRender.Rendering;

namespace SynthRender.Tests.Rendering.Lighting;

/// <summary>That the committed table of transformed cosines is what its generator makes.</summary>
public sealed class TransformedCosineTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(13)]
    [InlineData(31)]
    public void Table_IsWhatTheGeneratorFits(int column)
    {
        using var stream = typeof(FrameRenderer).Assembly.GetManifestResourceStream("TransformedCosines.bin");
        Assert.NotNull(stream);
        var bytes = new byte[16 * CosineFit.Size * CosineFit.Size];
        stream.ReadExactly(bytes);
        var fitted = CosineFit.Column(column);
        for (var row = 0; row < CosineFit.Size; row++)
        {
            for (var i = 0; i < 4; i++)
            {
                var committed = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(4 * (4 * (row * CosineFit.Size + column) + i)));
                // Another processor's sines and cosines may send the search another way to the same minimum.
                Assert.Equal(committed, fitted[4 * row + i], 2e-3f);
            }
        }
    }
}

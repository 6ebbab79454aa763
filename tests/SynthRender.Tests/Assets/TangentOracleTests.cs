using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using SynthRender.Assets;

namespace SynthRender.Tests.Assets;

/// <summary>
/// Computed tangents against those of another implementation: Data/tangents-by-blender.glb is a bent icosphere with mirrored UVs in
/// two charts, exported by Blender 3.4, which uses the original MikkTSpace, together with its tangents.
/// </summary>
public sealed class TangentOracleTests
{
    [Fact]
    public void Tangents_agree_with_the_original_at_every_corner()
    {
        using var folder = new TemporaryFolder();
        var bytes = File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(ThisFile())!, "Data", "tangents-by-blender.glb"));
        var expected = GltfLoader.Load(folder.Write("with.glb", bytes)).Meshes[0].Primitives[0];
        // Another name of the same length, and the loader does not see the tangents.
        var name = bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes("\"TANGENT\""));
        "\"_HIDDEN\""u8.CopyTo(bytes.AsSpan(name));
        var actual = GltfLoader.Load(folder.Write("without.glb", bytes)).Meshes[0].Primitives[0];

        Assert.Equal(80, actual.TriangleCount);
        Assert.Contains(expected.Tangents.ToArray(), t => t.W > 0);
        Assert.Contains(expected.Tangents.ToArray(), t => t.W < 0);
        for (var corner = 0; corner < expected.Indices.Length; corner++)
        {
            var a = expected.Tangents.Span[(int)expected.Indices.Span[corner]];
            var b = actual.Tangents.Span[(int)actual.Indices.Span[corner]];
            Assert.Equal(a.W, b.W);
            // Both sum in single precision, in another order; 1e-4 is a two-hundredth of a degree.
            Assert.True(Vector4.Distance(a, b) < 1e-4f, $"corner {corner}: expected {a}, found {b}");
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

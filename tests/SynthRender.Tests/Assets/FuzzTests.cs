using SynthRender.Assets;

namespace SynthRender.Tests.Assets;

/// <summary>Damaged copies of good files: each loads, or is refused with an <see cref="AssetException"/>, in bounded memory.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 400;

    public static TheoryData<string> Files => new(
        "BoxTextured-glTF-Binary/BoxTextured.glb", "BoxTextured-glTF-Embedded/BoxTextured.gltf", "simple_skin/simple_skin.gltf",
        "textureTransform/TextureTransformTest.gltf", "glTF-Sample-Models/AnimatedMorphCube-glTF/AnimatedMorphCube.gltf", "cameras/Cameras.gltf");

    [Theory]
    [MemberData(nameof(Files))]
    public void Damage_is_refused_or_harmless(string file)
    {
        var source = Path.Combine("/usr/share/assimp/models/glTF2", file);
        Assert.True(File.Exists(source), $"{source} is missing; install it with: apt-get install --yes assimp-testmodels");
        using var folder = new TemporaryFolder();
        foreach (var neighbour in Directory.EnumerateFiles(Path.GetDirectoryName(source)!)) File.Copy(neighbour, Path.Combine(folder.Path, Path.GetFileName(neighbour)));
        DamageAndLoad(File.ReadAllBytes(source), Path.Combine(folder.Path, Path.GetFileName(source)));
    }

    [Fact]
    public void Damage_to_levels_of_detail_is_refused_or_harmless()
    {
        using var folder = new TemporaryFolder();
        DamageAndLoad(System.Text.Encoding.UTF8.GetBytes(StoredLevelTests.FanWithTwoLevels().ToText()), Path.Combine(folder.Path, "fan.gltf"));
    }

    private static void DamageAndLoad(byte[] good, string victim)
    {
        for (var round = 0; round < Rounds; round++)
        {
            File.WriteAllBytes(victim, Damage(good, (ulong)round));
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                ModelChecks.AssertSound(GltfLoader.Load(victim));
            }
            catch (AssetException e)
            {
                Assert.NotEmpty(e.Problem);
                Assert.StartsWith(victim, e.Message, StringComparison.Ordinal);
            }
            catch (Exception e)
            {
                Assert.Fail($"round {round}: {e}");
            }

            // A load of these files takes under 10 MB; a damaged size that were believed before it is checked would take hundreds.
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
        }
    }

    private static byte[] Damage(byte[] good, ulong round)
    {
        var counter = round << 32;
        var bytes = good.ToArray();
        switch (Draw(5))
        {
            case 0:
                return bytes[..Draw(bytes.Length)];
            case 1:
                for (var n = 1 + Draw(8); n > 0; n--) bytes[Draw(bytes.Length)] = (byte)Draw(256);
                return bytes;
            case 2:
                // Digits change sizes and references while the JSON stays whole.
                for (int n = 1 + Draw(6), tries = 0; n > 0 && tries < 100_000; tries++)
                {
                    var at = Draw(bytes.Length);
                    if (bytes[at] is < (byte)'0' or > (byte)'9') continue;
                    bytes[at] = (byte)('0' + Draw(10));
                    n--;
                }

                return bytes;
            case 3:
                var (from, to, length) = (Draw(bytes.Length), Draw(bytes.Length), Draw(64));
                Array.Copy(good, from, bytes, to, Math.Min(length, bytes.Length - Math.Max(from, to)));
                return bytes;
            default:
                var cut = Draw(bytes.Length);
                return [.. bytes[..cut], .. bytes[Math.Min(bytes.Length, cut + 1 + Draw(32))..]];
        }

        // SplitMix64 of a counter (Steele, Lea, Flood 2014): the same damage in every run.
        int Draw(int below)
        {
            var z = ++counter * 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)((z ^ (z >> 31)) % (ulong)below);
        }
    }
}

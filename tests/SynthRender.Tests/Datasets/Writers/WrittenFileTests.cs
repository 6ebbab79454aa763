using SynthRender.Datasets.Writers;

namespace SynthRender.Tests.Datasets.Writers;

/// <summary>What an interruption does to files is seen.</summary>
public sealed class WrittenFileTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 10_000).Select(i => (byte)(i * 37 >> 3))];

    [Theory]
    [InlineData("gone", "is gone")]
    [InlineData("empty", "is empty; 10000 bytes were written")]
    [InlineData("cut", "has 4096 bytes; 10000 bytes were written")]
    [InlineData("longer", "has 10001 bytes; 10000 bytes were written")]
    [InlineData("zeros", "has other bytes than were written")]
    [InlineData("bit", "has other bytes than were written")]
    [InlineData("folder", "is gone")]
    public void Damage_has_a_name(string damage, string expected)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("images"));
        var path = folder.File("images/a.png");
        File.WriteAllBytes(path, Content);
        var written = WrittenFile.Of("images/a.png", Content);
        Assert.Null(written.Fault(folder.Path));
        Assert.Equal(written, WrittenFile.Read(folder.Path, "images/a.png"));

        File.Delete(path);
        switch (damage)
        {
            case "empty": File.WriteAllBytes(path, []); break;
            case "cut": File.WriteAllBytes(path, Content[..4096]); break;
            case "longer": File.WriteAllBytes(path, [.. Content, 0]); break;
            case "zeros": File.WriteAllBytes(path, [.. Content[..4096], .. new byte[10_000 - 4096]]); break;
            case "bit": File.WriteAllBytes(path, [.. Content[..5000], (byte)(Content[5000] ^ 1), .. Content[5001..]]); break;
            case "folder": Directory.CreateDirectory(path); break;
        }

        Assert.Equal($"images/a.png {expected}", written.Fault(folder.Path));
        Assert.Equal(damage is not ("zeros" or "bit"), written.Fault(folder.Path, content: false) is not null);
    }

    [Fact]
    public void The_hash_is_xxh3()
    {
        // The reference implementation's values for nothing and for "abc" with seed 0.
        Assert.Equal(0x2d06800538d394c2UL, WrittenFile.Of("a", []).Hash);
        Assert.Equal(0x78af5f94892f3950UL, WrittenFile.Of("a", "abc"u8).Hash);
    }
}

using SynthRender.Datasets.Writers;
using SynthRender.Datasets.Writers.Coco;

namespace SynthRender.Tests.Datasets.Writers;

public sealed class AtomicFileTests
{
    [Fact]
    public void A_file_replaces_the_one_before()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.Write(folder.File("a"), new byte[] { 1, 2, 3 });
        AtomicFile.Write(folder.File("a"), new byte[] { 4 }, durable: true);
        Assert.Equal([4], Assert.Single(folder.Files()).Value);
    }

    [Fact]
    public void A_full_disk_leaves_the_old_file_and_says_so()
    {
        using var folder = new TemporaryFolder();
        AtomicFile.Write(folder.File("a"), new byte[] { 1 });

        // Writing to /dev/full fails like a full disk.
        File.CreateSymbolicLink(folder.File(".a.tmp"), "/dev/full");
        // The folder itself has room: this file is blocked, the next one is not.
        var error = Assert.Throws<FileBlockedException>(() => AtomicFile.Write(folder.File("a"), new byte[100_000]));
        Assert.Contains("No space left", error.Message, StringComparison.Ordinal);
        Assert.Equal([1], Assert.Single(folder.Files()).Value);
        AtomicFile.Write(folder.File("b"), new byte[100_000]);
    }

    [Fact]
    public void What_a_killed_process_left_is_overwritten()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(".a.tmp"), "half of somethi");
        AtomicFile.Write(folder.File("a"), new byte[] { 7 });
        Assert.Equal([7], Assert.Single(folder.Files()).Value);
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_blocks_that_file_alone()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("a"));
        Assert.Throws<FileBlockedException>(() => AtomicFile.Write(folder.File("a"), new byte[] { 1 }));
        Assert.Empty(folder.Files());
        AtomicFile.Write(folder.File("b"), new byte[] { 1 });
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_an_error()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("file"), "");
        Assert.Throws<DatasetException>(() => new CocoWriter().Begin(CocoDataset.Describe(folder.File("file"), 1)));
        Assert.Throws<DatasetException>(() => AtomicFile.Write(folder.File("nowhere/a"), new byte[] { 1 }));
    }

    [Fact]
    public void A_failed_writer_passes_its_own_error_on_and_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<InvalidDataException>(() => AtomicFile.Write(folder.File("a"), _ => throw new InvalidDataException()));
        Assert.Empty(folder.Files());
    }
}

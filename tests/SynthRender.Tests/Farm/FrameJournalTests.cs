using SynthRender.Datasets.Writers;
using SynthRender.Farm.Journal;

namespace SynthRender.Tests.Farm;

public sealed class FrameJournalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synthrender-journal-").FullName;

    private string File => Path.Combine(_folder, "000000.journal");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Entries_come_back_in_order_of_frame_and_camera_whatever_the_order_of_writing()
    {
        using (var journal = Open())
        {
            journal.Append(Entry(2, "left"));
            journal.Append(Entry(0, "right"));
            journal.Append(Entry(2, "Left"));
            journal.Append(Entry(0, "left"));
        }

        using var again = Open();
        Assert.Equal(
            [(0, "left"), (0, "right"), (2, "Left"), (2, "left")],
            again.ReadImages().Select(e => (e.Frame, e.Camera)));
        Assert.All(again.ReadImages(), e => Assert.Equal(Payload(e.Frame, e.Camera), e.Payload.ToArray()));
    }

    [Fact]
    public void A_record_that_was_cut_off_anywhere_is_forgotten_and_the_ones_before_it_are_kept()
    {
        using (var journal = Open())
        {
            journal.Append(Entry(0, "camera"));
            journal.Append(Entry(1, "camera"));
        }

        var whole = System.IO.File.ReadAllBytes(File);
        var second = LengthWithOneEntry();
        for (var length = second; length < whole.Length; length++)
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);
            using (var journal = Open())
            {
                Assert.Equal(1, journal.Images);
                Assert.True(journal.IsDone(0, "camera"));
                journal.Append(Entry(1, "camera"));
            }

            Assert.Equal(whole, System.IO.File.ReadAllBytes(File));
        }
    }

    [Fact]
    public void A_flipped_bit_ends_the_journal_before_its_record()
    {
        using (var journal = Open())
        {
            journal.Append(Entry(0, "camera"));
            journal.Append(Entry(1, "camera"));
        }

        var bytes = System.IO.File.ReadAllBytes(File);
        bytes[^1] ^= 0x10;
        System.IO.File.WriteAllBytes(File, bytes);
        using var damaged = Open();
        Assert.True(damaged.IsDone(0, "camera"));
        Assert.False(damaged.IsDone(1, "camera"));
    }

    [Fact]
    public void The_journal_of_another_run_is_refused_and_left_alone()
    {
        using (var journal = Open()) journal.Append(Entry(0, "camera"));
        var before = System.IO.File.ReadAllBytes(File);
        var error = Assert.Throws<JournalMismatchException>(() => FrameJournal.Open(File, "seed 2", TimeProvider.System));
        Assert.Contains("seed 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("seed 2", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void Two_processes_cannot_write_one_journal()
    {
        using var journal = Open();
        Assert.ThrowsAny<IOException>(Open);
    }

    [Fact]
    public void A_file_killed_while_its_header_was_written_starts_anew()
    {
        using (Open())
        {
        }

        var header = System.IO.File.ReadAllBytes(File);
        System.IO.File.WriteAllBytes(File, header[..^3]);
        using (var journal = Open()) Assert.Equal(0, journal.Images);
        Assert.Equal(header, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public async Task Several_threads_may_append()
    {
        using var journal = Open();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(t => Task.Run(() =>
        {
            for (var i = 0; i < 50; i++) journal.Append(Entry(i * 8 + t, "camera"));
        })));
        Assert.Equal(Enumerable.Range(0, 400), journal.ReadImages().Select(e => e.Frame));
    }

    private FrameJournal Open() => FrameJournal.Open(File, "seed 1", TimeProvider.System);

    [Fact]
    public void A_camera_that_is_off_is_done_and_makes_no_image()
    {
        using (var journal = Open())
        {
            journal.Append(Entry(0, "left"));
            journal.Append(JournalEntry.Off(0, "right"));
        }

        using var again = Open();
        Assert.True(again.IsDone(0, "right"));
        Assert.Equal((1, 1), (again.Images, again.Off));
        Assert.Equal("left", Assert.Single(again.ReadImages()).Camera);
    }

    [Fact]
    public void A_failure_is_kept_until_the_frame_is_made()
    {
        var failed = new FailedFrame(3, "", FramePlace.Drawing, "too many lights");
        using (var journal = Open())
        {
            journal.Append(JournalEntry.Failed(failed));
            journal.Append(JournalEntry.Failed(new FailedFrame(1, "left", FramePlace.Labelling, "no such class")));
        }

        using (var journal = Open())
        {
            Assert.Equal([1, 3], journal.Failures.Select(f => f.Frame));
            Assert.Equal(failed, journal.Failures[1]);
            Assert.False(journal.IsDone(3, "left"));
            journal.Append(Entry(3, "left"));
            journal.Append(Entry(1, "right"));
        }

        using var again = Open();
        Assert.Equal((1, "left"), (again.Failures.Single().Frame, again.Failures.Single().Camera));
        Assert.Equal(2, again.Images);
    }

    [Fact]
    public void What_is_forgotten_is_made_again_and_the_later_entry_counts()
    {
        using (var journal = Open())
        {
            journal.Append(Entry(0, "camera"));
            journal.Append(Entry(1, "camera"));
            journal.Forget(0, "camera");
            Assert.Equal(1, journal.Images);
            journal.Append(JournalEntry.Image(0, "camera", new WrittenFrame(new byte[] { 9 }, [])));
        }

        using var again = Open();
        Assert.Equal(2, again.Images);
        Assert.Equal([9], again.ReadImages().First().Payload.ToArray());
    }

    [Fact]
    public void Saved_in_order_it_is_the_same_whatever_came_first_and_a_journal_again()
    {
        string[] saved = [Path.Combine(_folder, "a"), Path.Combine(_folder, "b")];
        using (var journal = Open())
        {
            journal.Append(Entry(0, "camera"));
            journal.Append(Entry(1, "camera"));
            journal.Append(JournalEntry.Off(2, "camera"));
            journal.SaveInOrder(saved[0]);
        }

        System.IO.File.Delete(File);
        using (var journal = Open())
        {
            journal.Append(JournalEntry.Failed(new FailedFrame(1, "", FramePlace.Sampling, "no way")));
            journal.Append(JournalEntry.Off(2, "camera"));
            journal.Append(Entry(1, "camera"));
            journal.Append(Entry(0, "camera"));
            journal.SaveInOrder(saved[1]);
        }

        Assert.Equal(System.IO.File.ReadAllBytes(saved[0]), System.IO.File.ReadAllBytes(saved[1]));
        using var again = FrameJournal.OpenRead(saved[1], "seed 1");
        Assert.Equal((2, 1), (again.Images, again.Off));
        Assert.Equal([new WrittenFile("images/0", 5, 77)], again.ReadImages().First().Files);
        Assert.Throws<JournalMismatchException>(() => FrameJournal.OpenRead(saved[1], "seed 2"));
    }

    [Fact]
    public void A_journal_of_another_layout_says_so_and_is_left_alone()
    {
        // Layout 1: frame, camera and payload alone.
        byte[] header = MessagePack.MessagePackSerializer.Serialize(new JournalHeader(1, "seed 1"));
        using (var journal = Open())
        {
        }

        var bytes = System.IO.File.ReadAllBytes(File);
        // The version is the first element of the header's array: 0x92, version, text.
        Assert.Equal((0x92, JournalHeader.CurrentVersion), (bytes[8], bytes[9]));
        Assert.Equal(header.Length, bytes.Length - 8);
        header.CopyTo(bytes, 8);
        BitConverter.TryWriteBytes(bytes.AsSpan(4), Crc32C(header));
        System.IO.File.WriteAllBytes(File, bytes);
        var error = Assert.Throws<JournalMismatchException>(Open);
        Assert.Contains("layout 1", error.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, System.IO.File.ReadAllBytes(File));
    }

    private static uint Crc32C(byte[] body)
    {
        var crc = uint.MaxValue;
        foreach (var value in body) crc = System.Numerics.BitOperations.Crc32C(crc, value);
        return ~crc;
    }

    private static JournalEntry Entry(int frame, string camera) =>
        JournalEntry.Image(frame, camera, new WrittenFrame(Payload(frame, camera), [new WrittenFile($"images/{frame}", 5, 77)]));

    private static byte[] Payload(int frame, string camera) => [(byte)frame, .. System.Text.Encoding.UTF8.GetBytes(camera), 7, 7, 7];

    private int LengthWithOneEntry()
    {
        var path = Path.Combine(_folder, "one.journal");
        using (var journal = FrameJournal.Open(path, "seed 1", TimeProvider.System)) journal.Append(Entry(0, "camera"));
        return System.IO.File.ReadAllBytes(path).Length;
    }
}

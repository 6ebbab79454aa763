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
            again.ReadInOrder().Select(e => (e.Frame, e.Camera)));
        Assert.All(again.ReadInOrder(), e => Assert.Equal(Payload(e.Frame, e.Camera), e.Payload.ToArray()));
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
                Assert.Equal(1, journal.Count);
                Assert.True(journal.Contains(0, "camera"));
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
        Assert.True(damaged.Contains(0, "camera"));
        Assert.False(damaged.Contains(1, "camera"));
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
        using (var journal = Open()) Assert.Equal(0, journal.Count);
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
        Assert.Equal(Enumerable.Range(0, 400), journal.ReadInOrder().Select(e => e.Frame));
    }

    private FrameJournal Open() => FrameJournal.Open(File, "seed 1", TimeProvider.System);

    private static JournalEntry Entry(int frame, string camera) => new(frame, camera, Payload(frame, camera));

    private static byte[] Payload(int frame, string camera) => [(byte)frame, .. System.Text.Encoding.UTF8.GetBytes(camera), 7, 7, 7];

    private int LengthWithOneEntry()
    {
        var path = Path.Combine(_folder, "one.journal");
        using (var journal = FrameJournal.Open(path, "seed 1", TimeProvider.System)) journal.Append(Entry(0, "camera"));
        return System.IO.File.ReadAllBytes(path).Length;
    }
}

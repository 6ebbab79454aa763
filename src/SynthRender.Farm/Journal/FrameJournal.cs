using System.Buffers.Binary;
using System.Numerics;
using MessagePack;
using SynthRender.Datasets.Writers;

namespace SynthRender.Farm.Journal;

/// <summary>
/// What became of the frames of a run, on disk: an image is finished when its entry is here and its files are as the entry says.
/// Entries are appended, never changed, so a killed process loses at most the entry that it was writing; the latest of a frame counts.
/// </summary>
/// <remarks>
/// File layout: one record after the other, each a 4-byte length, a 4-byte CRC-32C of the body (both little-endian), and the body, a
/// MessagePack <see cref="JournalEntry"/>. The first record is a <see cref="JournalHeader"/>. A record that is cut off or whose
/// checksum is wrong ends the file; it and what follows are cut away when the journal is opened again.
/// </remarks>
public sealed class FrameJournal : IDisposable
{
    private const int PrefixLength = 8;
    private const int LongestRecord = 256 << 20;
    private static readonly TimeSpan SyncEvery = TimeSpan.FromSeconds(2);

    private readonly FileStream _file;
    private readonly Lock _lock = new();
    private readonly Dictionary<(int Frame, string Camera), (long Offset, JournalOutcome Outcome)> _done = [];
    private readonly Dictionary<(int Frame, string Camera), FailedFrame> _failures = [];
    private readonly TimeProvider _time;
    private readonly bool _durable;
    private byte[] _header = [];
    private int _images;
    private long _synced;

    private FrameJournal(FileStream file, TimeProvider time, bool durable) =>
        (_file, _time, _durable, _synced) = (file, time, durable, time.GetTimestamp());

    /// <summary>The number of finished images.</summary>
    public int Images
    {
        get
        {
            lock (_lock) return _images;
        }
    }

    /// <summary>How many times a camera was found off in a frame.</summary>
    public int Off
    {
        get
        {
            lock (_lock) return _done.Count - _images;
        }
    }

    /// <summary>What failed when it was last tried, in order of frame, then camera.</summary>
    public IReadOnlyList<FailedFrame> Failures
    {
        get
        {
            lock (_lock) return [.. _failures.Values.OrderBy(f => f.Frame).ThenBy(f => f.Camera, StringComparer.Ordinal)];
        }
    }

    /// <summary>Opens a journal, or starts one when there is none.</summary>
    /// <param name="path">The journal's file; its folder exists.</param>
    /// <param name="fingerprint">What the frames depend on, one property a line; the same text gives the same frames.</param>
    /// <param name="time">For the interval at which the file is forced to disk.</param>
    /// <param name="durable">True forces every entry to disk before <see cref="Append"/> returns.</param>
    /// <exception cref="JournalMismatchException">The file belongs to another run, or to another version of the program.</exception>
    /// <exception cref="IOException">The file is used by another process, or cannot be read or written.</exception>
    public static FrameJournal Open(string path, string fingerprint, TimeProvider time, bool durable = false)
    {
        // No sharing: on Linux that is the only mode that locks; two runs must not write one journal.
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        try
        {
            var journal = new FrameJournal(file, time, durable);
            journal.Recover(path, fingerprint);
            return journal;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens a journal that only is read, e.g. in a folder that cannot be written.</summary>
    /// <param name="path">The journal's file.</param>
    /// <param name="fingerprint">What the frames depend on; null takes the journal of any run.</param>
    /// <exception cref="JournalMismatchException">The file belongs to another run, or to another version of the program.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static FrameJournal OpenRead(string path, string? fingerprint)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        try
        {
            var journal = new FrameJournal(file, TimeProvider.System, durable: false);
            journal.Recover(path, fingerprint);
            return journal;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>True when nothing is to be done for a frame of a camera: its image is finished, or the camera is off.</summary>
    public bool IsDone(int frame, string camera)
    {
        lock (_lock) return _done.ContainsKey((frame, camera));
    }

    /// <summary>Appends what became of a frame. The files of an image are in place already. Safe to call from several threads.</summary>
    /// <exception cref="IOException">The disk is full or the file cannot be written; the journal ends before this entry.</exception>
    public void Append(JournalEntry entry)
    {
        var body = MessagePackSerializer.Serialize(entry);
        lock (_lock)
        {
            var start = _file.Length;
            WriteRecord(body);
            Take(entry, start);
            if (!_durable && _time.GetElapsedTime(_synced) < SyncEvery) return;
            _file.Flush(flushToDisk: true);
            _synced = _time.GetTimestamp();
        }
    }

    /// <summary>Forgets an image, whose files turned out to be damaged, so that it is made again.</summary>
    public void Forget(int frame, string camera)
    {
        lock (_lock)
        {
            if (_done.Remove((frame, camera), out var done) && done.Outcome == JournalOutcome.Image) _images--;
        }
    }

    /// <summary>The finished images in order of frame, then camera, read from disk one at a time.</summary>
    public IEnumerable<JournalEntry> ReadImages() => ReadInOrder().Where(entry => entry.Outcome == JournalOutcome.Image);

    /// <summary>Writes what is done into a journal of its own: the same bytes whatever the order in which the frames were made.</summary>
    /// <param name="path">The file; it is replaced as a whole.</param>
    /// <exception cref="DatasetException">The file cannot be written.</exception>
    public void SaveInOrder(string path) => AtomicFile.Write(path, stream =>
    {
        stream.Write(RecordOf(_header));
        foreach (var entry in ReadInOrder()) stream.Write(RecordOf(MessagePackSerializer.Serialize(entry)));
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_file.CanWrite) _file.Flush(flushToDisk: true);
            _file.Dispose();
        }
    }

    private void Recover(string path, string? fingerprint)
    {
        _header = MessagePackSerializer.Serialize(new JournalHeader(JournalHeader.CurrentVersion, fingerprint ?? ""));
        var header = ReadRecord(0);
        if (header is null)
        {
            // Only a process that was killed while it started the journal leaves a header cut off.
            if (!_file.CanWrite) return;
            _file.SetLength(0);
            WriteRecord(_header);
            return;
        }

        var found = MessagePackSerializer.Deserialize<JournalHeader>(header);
        if (found.Version != JournalHeader.CurrentVersion) throw new JournalMismatchException(path, found.Version);
        if (fingerprint is not null && found.Fingerprint != fingerprint) throw new JournalMismatchException(path, found.Fingerprint, fingerprint);

        var position = PrefixLength + (long)header.Length;
        while (ReadRecord(position) is { } body)
        {
            Take(MessagePackSerializer.Deserialize<JournalEntry>(body), position);
            position += PrefixLength + body.Length;
        }

        if (_file.CanWrite) _file.SetLength(position);
    }

    private void Take(JournalEntry entry, long offset)
    {
        var key = (entry.Frame, entry.Camera);
        if (entry.Outcome == JournalOutcome.Failed)
        {
            // The failure of a whole frame says more than those of its cameras before it, and is out of date after one of theirs.
            var outdated = entry.Camera.Length > 0 ? [(entry.Frame, "")] : _failures.Keys.Where(k => k.Frame == entry.Frame).ToList();
            foreach (var old in outdated) _failures.Remove(old);
            _failures[key] = new FailedFrame(entry.Frame, entry.Camera, entry.Place, entry.Reason);
            return;
        }

        if (_done.TryGetValue(key, out var before) && before.Outcome == JournalOutcome.Image) _images--;
        if (entry.Outcome == JournalOutcome.Image) _images++;
        _done[key] = (offset, entry.Outcome);
        _failures.Remove(key);
        _failures.Remove((entry.Frame, ""));
    }

    private IEnumerable<JournalEntry> ReadInOrder()
    {
        (int Frame, string Camera)[] keys;
        lock (_lock) keys = [.. _done.Keys.OrderBy(k => k.Frame).ThenBy(k => k.Camera, StringComparer.Ordinal)];
        foreach (var key in keys)
        {
            byte[] body;
            lock (_lock)
            {
                body = ReadRecord(_done[key].Offset)
                    ?? throw new IOException($"The journal '{_file.Name}' has changed while it was read: frame {key.Frame} is damaged.");
            }

            yield return MessagePackSerializer.Deserialize<JournalEntry>(body);
        }
    }

    private void WriteRecord(byte[] body)
    {
        var start = _file.Length;
        try
        {
            _file.Position = start;
            _file.Write(RecordOf(body));
            _file.Flush();
        }
        catch (IOException)
        {
            // A full disk may leave half a record: without this cut the next one would follow garbage.
            _file.SetLength(start);
            throw;
        }
    }

    private static byte[] RecordOf(byte[] body)
    {
        var record = new byte[PrefixLength + body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(record, body.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(4), Checksum(body));
        body.CopyTo(record, PrefixLength);
        return record;
    }

    private byte[]? ReadRecord(long position)
    {
        Span<byte> prefix = stackalloc byte[PrefixLength];
        _file.Position = position;
        if (_file.ReadAtLeast(prefix, PrefixLength, throwOnEndOfStream: false) < PrefixLength) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(prefix);
        if (length is <= 0 or > LongestRecord || position + PrefixLength + length > _file.Length) return null;
        var body = new byte[length];
        _file.ReadExactly(body);
        return Checksum(body) == BinaryPrimitives.ReadUInt32LittleEndian(prefix[4..]) ? body : null;
    }

    private static uint Checksum(ReadOnlySpan<byte> body)
    {
        var crc = uint.MaxValue;
        for (; body.Length >= 8; body = body[8..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(body));
        foreach (var value in body) crc = BitOperations.Crc32C(crc, value);
        return ~crc;
    }
}

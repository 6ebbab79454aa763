using System.Buffers.Binary;
using System.Numerics;
using MessagePack;

namespace SynthRender.Farm.Journal;

/// <summary>
/// The list of finished frames of a run, on disk: a frame is finished when its entry is here. Entries are appended, never changed,
/// so a killed process loses at most the entry that it was writing.
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
    private readonly Dictionary<(int Frame, string Camera), long> _offsets = [];
    private readonly TimeProvider _time;
    private long _synced;

    private FrameJournal(FileStream file, TimeProvider time) => (_file, _time, _synced) = (file, time, time.GetTimestamp());

    /// <summary>The number of entries.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _offsets.Count;
        }
    }

    /// <summary>Opens a journal, or starts one when there is none.</summary>
    /// <param name="path">The journal's file; its folder exists.</param>
    /// <param name="fingerprint">What the frames depend on; the same text gives the same frames.</param>
    /// <param name="time">For the interval at which the file is forced to disk.</param>
    /// <exception cref="JournalMismatchException">The file belongs to another run.</exception>
    /// <exception cref="IOException">The file is used by another process, or cannot be read or written.</exception>
    public static FrameJournal Open(string path, string fingerprint, TimeProvider time)
    {
        // No sharing: on Linux that is the only mode that locks, and two runs must not write one journal.
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        try
        {
            var journal = new FrameJournal(file, time);
            journal.Recover(path, fingerprint);
            return journal;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>True when the frame of a camera is finished.</summary>
    public bool Contains(int frame, string camera)
    {
        lock (_lock) return _offsets.ContainsKey((frame, camera));
    }

    /// <summary>Appends a finished frame. Everything that belongs to it is on disk already. Safe to call from several threads.</summary>
    /// <exception cref="IOException">The disk is full or the file cannot be written; the journal ends before this entry.</exception>
    public void Append(JournalEntry entry)
    {
        var body = MessagePackSerializer.Serialize(entry);
        lock (_lock)
        {
            var start = _file.Length;
            WriteRecord(body);
            _offsets[(entry.Frame, entry.Camera)] = start;
            if (_time.GetElapsedTime(_synced) < SyncEvery) return;
            _file.Flush(flushToDisk: true);
            _synced = _time.GetTimestamp();
        }
    }

    /// <summary>The entries in order of frame, then camera, read from disk one at a time.</summary>
    public IEnumerable<JournalEntry> ReadInOrder()
    {
        (int Frame, string Camera)[] keys;
        lock (_lock) keys = [.. _offsets.Keys.OrderBy(k => k.Frame).ThenBy(k => k.Camera, StringComparer.Ordinal)];
        foreach (var key in keys)
        {
            byte[] body;
            lock (_lock)
            {
                body = ReadRecord(_offsets[key])
                    ?? throw new IOException($"The journal '{_file.Name}' has changed while it was read: frame {key.Frame} is damaged.");
            }

            yield return MessagePackSerializer.Deserialize<JournalEntry>(body);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_file.CanWrite) _file.Flush(flushToDisk: true);
            _file.Dispose();
        }
    }

    private void Recover(string path, string fingerprint)
    {
        var header = ReadRecord(0);
        if (header is null)
        {
            // Only a process that was killed while it started the journal leaves a header cut off.
            _file.SetLength(0);
            WriteRecord(MessagePackSerializer.Serialize(new JournalHeader(JournalHeader.CurrentVersion, fingerprint)));
            return;
        }

        var found = MessagePackSerializer.Deserialize<JournalHeader>(header);
        if (found.Version != JournalHeader.CurrentVersion || found.Fingerprint != fingerprint)
            throw new JournalMismatchException(path, found.Fingerprint, fingerprint);

        var position = PrefixLength + (long)header.Length;
        while (ReadRecord(position) is { } body)
        {
            var entry = MessagePackSerializer.Deserialize<JournalEntry>(body);
            _offsets[(entry.Frame, entry.Camera)] = position;
            position += PrefixLength + body.Length;
        }

        _file.SetLength(position);
    }

    private void WriteRecord(byte[] body)
    {
        var start = _file.Length;
        var record = new byte[PrefixLength + body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(record, body.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(4), Checksum(body));
        body.CopyTo(record, PrefixLength);
        try
        {
            _file.Position = start;
            _file.Write(record);
            _file.Flush();
        }
        catch (IOException)
        {
            // A full disk may leave half a record: without this cut the next one would follow garbage.
            _file.SetLength(start);
            throw;
        }
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

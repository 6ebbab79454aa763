using System.Diagnostics;

namespace SynthRender.Datasets.Writers;

/// <summary>
/// Writes a dataset in a format. Begin, then frames from any thread in any order, then complete. What the dataset needs of a frame
/// beyond the frame's own files is in the record that <see cref="WriteFrame"/> returns; the caller keeps the records, so a run that
/// was killed goes on from them, and the dataset comes out the same whatever the order.
/// </summary>
public abstract class DatasetWriter
{
    private long _encodingTicks;

    /// <summary>What the format is called on the command line, e.g. "coco".</summary>
    public abstract string Format { get; }

    /// <summary>How long this writer has spent compressing images, added over threads.</summary>
    public TimeSpan EncodingTime => TimeSpan.FromTicks(Interlocked.Read(ref _encodingTicks));

    /// <summary>Makes the folders.</summary>
    /// <exception cref="DatasetSettingsException">The description does not fit the format.</exception>
    /// <exception cref="DatasetException">The folder cannot be written.</exception>
    public abstract void Begin(DatasetDescription description);

    /// <summary>
    /// Writes the files of a frame, each under a temporary name first, and returns what the dataset needs to know of it. Safe to
    /// call from several threads for different frames. When it returns, the frame's files are in place.
    /// </summary>
    /// <exception cref="FileBlockedException">A file of this frame cannot be written; those of others can.</exception>
    /// <exception cref="DatasetException">The disk is full, or the folder cannot be written.</exception>
    /// <exception cref="InvalidDataException">The frame or its labels contradict themselves.</exception>
    public abstract WrittenFrame WriteFrame(LabeledFrame frame);

    /// <summary>Puts the dataset together. May be called again, with more frames.</summary>
    /// <returns>The files that are not a frame's own, relative to the dataset's folder.</returns>
    /// <param name="frames">The finished frames in order of frame, then camera; may be enumerated several times, one record at a time.</param>
    /// <exception cref="DatasetException">A file cannot be written, or a record is not of this writer.</exception>
    public abstract IReadOnlyList<string> Complete(IEnumerable<FrameRecord> frames);

    /// <summary>Runs the compression of an image on the clock of <see cref="EncodingTime"/>.</summary>
    protected T Encode<T>(Func<T> encode)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            return encode();
        }
        finally
        {
            Interlocked.Add(ref _encodingTicks, Stopwatch.GetElapsedTime(start).Ticks);
        }
    }
}

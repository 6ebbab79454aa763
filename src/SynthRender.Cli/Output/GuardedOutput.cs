using System.Text;
using SynthRender.Cli.Commands;

namespace SynthRender.Cli.Output;

/// <summary>
/// Standard output or the error stream. One that cannot be written from the first line on is bad usage, said before anything is made; one
/// that breaks later (a pager that was left, a full disk under a log) does not end a night's run.
/// </summary>
/// <param name="writer">The stream.</param>
/// <param name="isError">True for the error stream, of whose end nobody can be told.</param>
internal sealed class GuardedOutput(TextWriter writer, bool isError) : TextWriter(writer.FormatProvider)
{
    private bool _works;

    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value) => Try(() => writer.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => writer.Write(buffer, index, count));

    public override void Write(string? value) => Try(() => writer.Write(value));

    public override void WriteLine(string? value) => Try(() => writer.WriteLine(value));

    public override void Flush() => Try(writer.Flush);

    private void Try(Action write)
    {
        try
        {
            write();
            _works = true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            if (!isError && !_works)
                throw new UsageException($"Standard output cannot be written ({error.Message.TrimEnd('.')}). Send it elsewhere, to /dev/null for instance, or pass --quiet.");
        }
    }
}

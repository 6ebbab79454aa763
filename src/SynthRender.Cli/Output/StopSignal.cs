using System.Runtime.InteropServices;

namespace SynthRender.Cli.Output;

/// <summary>
/// Turns the first Ctrl-C or SIGTERM into a request to finish what is under way; a second one ends the process at once, as usual.
/// </summary>
internal sealed class StopSignal : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private readonly Action _onRequested;
    private int _exitCode;

    public StopSignal(Action onRequested)
    {
        _onRequested = onRequested;
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Request(context, Output.ExitCode.Interrupted));
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Request(context, Output.ExitCode.Terminated));
    }

    /// <summary>Cancelled when a stop was asked for.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>130 or 143 after a signal, else 0.</summary>
    public int ExitCode => _exitCode;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void Request(PosixSignalContext context, int exitCode)
    {
        if (Interlocked.CompareExchange(ref _exitCode, exitCode, 0) != 0) return;
        context.Cancel = true;
        _onRequested();
        _source.Cancel();
    }
}

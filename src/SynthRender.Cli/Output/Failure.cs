using SynthRender.Assets;
using SynthRender.Cli.Commands;
using SynthRender.Datasets.Writers;
using SynthRender.Farm.Journal;
using SynthRender.Rendering.Devices;
using SynthRender.Scenarios;
using SynthRender.Scripting;

namespace SynthRender.Cli.Output;

/// <summary>What a person is told of an error, and what the shell is.</summary>
internal sealed record Failure(string Message, int ExitCode)
{
    /// <summary>Errors that have a message for people; null for a fault of our own, whose stack trace is wanted.</summary>
    public static Failure? From(Exception error) => error switch
    {
        AggregateException { InnerExceptions.Count: 1 } all => From(all.InnerExceptions[0]),
        AssetException { IsMissing: true } => new Failure($"{error.Message} Name other folders with --models DIR.", Output.ExitCode.BadInput),
        UsageException or AssetException or SceneFileException or SceneOptionException or JournalMismatchException
            or DatasetSettingsException or InvalidDataException or RenderDeviceException => new Failure(error.Message, Output.ExitCode.BadInput),
        DatasetException or IOException or UnauthorizedAccessException or VeldridException
            => new Failure(error.Message, Output.ExitCode.Failed),
        _ => null,
    };
}

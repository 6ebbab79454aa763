using System.Collections.Concurrent;
using SynthRender.Farm.Pipeline;
using SynthRender.Rendering;
using SynthRender.Rendering.Devices;

namespace SynthRender.Cli.Commands;

/// <summary>What draws: a device, and how many lanes on it.</summary>
internal sealed record LaneFactory(string DeviceName, PipelineOptions Options, IReadOnlyCollection<string> ValidationMessages)
{
    /// <summary>The most lanes: each has a device, or a share of one, and memory of its own.</summary>
    public const int MostLanes = 256;

    /// <summary>Chooses the device and the widths of the pipeline.</summary>
    /// <param name="selector">As `--device` takes it.</param>
    /// <param name="workers">Lanes, or null to choose.</param>
    /// <param name="validate">True turns validation layers on; <see cref="ValidationMessages"/> collects what they say.</param>
    /// <param name="levelsOfDetail">False draws every mesh in full detail.</param>
    /// <exception cref="RenderDeviceException">There is no such device, or none at all.</exception>
    public static LaneFactory Create(string? selector, int? workers, bool validate, bool levelsOfDetail = true)
    {
        var device = RenderDeviceSelection.Select(RenderDevices.List(), selector);
        var messages = new ConcurrentQueue<string>();
        var onCpu = device.Kind == RenderDeviceKind.Cpu;
        // On the CPU driver a device per core without threads of its own is fastest (measured); a GPU wants one device, kept busy.
        var lanes = workers ?? (onCpu ? Environment.ProcessorCount : 1);
        return new LaneFactory($"{device.Name} ({device.Driver})", new PipelineOptions
        {
            Lanes = lanes,
            Writers = onCpu ? lanes : Math.Max(1, Environment.ProcessorCount - 1),
            OpenLane = _ => RenderLane.Open(
                new RenderDeviceOptions
                {
                    Selector = device.Index.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    CpuDriverThreads = onCpu ? 0 : null,
                    Validation = validate,
                    OnValidationMessage = messages.Enqueue,
                },
                framesInFlight: onCpu ? 1 : 2,
                new FrameRendererOptions { LevelsOfDetail = levelsOfDetail }),
        }, messages);
    }
}

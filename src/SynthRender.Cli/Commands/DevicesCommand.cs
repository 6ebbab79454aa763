using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using SynthRender.Cli.Output;
using SynthRender.Rendering.Devices;

namespace SynthRender.Cli.Commands;

/// <summary>`synthrender devices`: what can draw.</summary>
internal static class DevicesCommand
{
    public static Command Create()
    {
        var command = new Command("devices", "Lists the Vulkan devices of this machine; the default is marked with *.");
        command.SetAction(_ => Print());
        return command;
    }

    private static int Print()
    {
        var devices = RenderDevices.List();
        var chosen = RenderDeviceSelection.Select(devices, selector: null);
        var table = new Table().Border(TableBorder.Minimal);
        table.AddColumns("", "index", "name", "kind", "memory", "Vulkan", "driver");
        foreach (var device in devices)
        {
            table.AddRow(
                device.Index == chosen.Index ? "*" : "",
                device.Index.ToString(CultureInfo.InvariantCulture),
                Markup.Escape(device.Name),
                device.Kind.ToString(),
                string.Create(CultureInfo.InvariantCulture, $"{device.MemoryInBytes / (double)(1 << 30):0.0} GiB"),
                device.ApiVersion,
                Markup.Escape(device.Driver));
        }

        Terminal.Write(table);
        return ExitCode.Done;
    }
}

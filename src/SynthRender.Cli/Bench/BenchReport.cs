using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;
using SynthRender.Cli.Output;

namespace SynthRender.Cli.Bench;

/// <summary>What a benchmark measured, after its warm-up.</summary>
internal sealed record BenchReport
{
    private const string DrawStage = nameof(Farm.Pipeline.PipelineStage.Draw);
    private static readonly Dictionary<string, double> Empty = [];
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    [JsonPropertyName("workload")]
    public required string Workload { get; init; }

    [JsonPropertyName("device")]
    public required string Device { get; init; }

    [JsonPropertyName("cores")]
    public required int Cores { get; init; }

    [JsonPropertyName("width")]
    public required int Width { get; init; }

    [JsonPropertyName("height")]
    public required int Height { get; init; }

    [JsonPropertyName("triangles_per_frame")]
    public required double Triangles { get; init; }

    [JsonPropertyName("lanes")]
    public required int Lanes { get; init; }

    [JsonPropertyName("frames")]
    public required int Frames { get; init; }

    [JsonPropertyName("seconds")]
    public required double Seconds { get; init; }

    [JsonPropertyName("frames_per_second")]
    public double FramesPerSecond => Frames / Seconds;

    /// <summary>Milliseconds of work per frame and stage, added over threads; stages overlap, so they sum to more than the frame time.</summary>
    [JsonPropertyName("stage_ms_per_frame")]
    public required IReadOnlyDictionary<string, double> StageMilliseconds { get; init; }

    /// <summary>Milliseconds per frame and pass of the renderer in the order in which they run, or null when they were not measured.</summary>
    [JsonPropertyName("pass_ms_per_frame")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, double>? PassMilliseconds { get; init; }

    [JsonPropertyName("cpu_ms_per_frame")]
    public required double CpuMilliseconds { get; init; }

    [JsonPropertyName("peak_memory_mb")]
    public required double PeakMegabytes { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Readable);

    public void PrintTable()
    {
        var culture = CultureInfo.InvariantCulture;
        Console.WriteLine(string.Create(
            culture, $"{Workload}: {Frames} frames of {Width}x{Height}, {Triangles:0} triangles, {Device}, {Cores} cores, {Lanes} lanes"));
        var table = new Table().Border(TableBorder.Minimal).AddColumn("").AddColumn(new TableColumn("per frame").RightAligned());
        table.AddRow("frames/s", string.Create(culture, $"{FramesPerSecond:0.0}"));
        foreach (var (stage, milliseconds) in StageMilliseconds)
        {
            table.AddRow(stage, string.Create(culture, $"{milliseconds:0.00} ms"));
            if (stage != DrawStage) continue;
            foreach (var (pass, share) in PassMilliseconds ?? Empty) table.AddRow($"  {pass}", string.Create(culture, $"{share:0.00} ms"));
        }

        table.AddRow("CPU, all threads", string.Create(culture, $"{CpuMilliseconds:0.0} ms"));
        table.AddRow("peak memory", string.Create(culture, $"{PeakMegabytes:0} MB"));
        Terminal.Write(table);
    }
}

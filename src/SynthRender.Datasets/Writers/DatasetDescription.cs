using System.Collections.Immutable;
using System.Globalization;

namespace SynthRender.Datasets.Writers;

/// <summary>What a run makes and what its frames depend on.</summary>
public sealed record DatasetDescription
{
    /// <summary>The most images of a dataset; larger ones are made in parts, and their annotations merged.</summary>
    public const int MostImages = 100_000_000;

    /// <summary>Where the dataset goes. Created when it is not there.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>The version of the program.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The name of the scene.</summary>
    public required string SceneName { get; init; }

    /// <summary>A hash of the scene file.</summary>
    public string SceneHash { get; init; } = "";

    /// <summary>Where all randomness comes from.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Index of the first frame, 0 or more.</summary>
    public int Start { get; init; }

    /// <summary>How many frames.</summary>
    public required int Frames { get; init; }

    /// <summary>The cameras; at least one, each with its own name.</summary>
    public required ImmutableArray<DatasetCamera> Cameras { get; init; }

    /// <summary>The <see cref="Frames.CameraLabeler.Id"/> of every labeler.</summary>
    public ImmutableArray<string> Labelers { get; init; } = [];

    /// <summary>
    /// Every class that the scene can show. Their ids then depend on this list alone, not on what the frames happened to show. A
    /// class that turns up beside it is numbered after the listed ones, in ordinal order.
    /// </summary>
    public ImmutableArray<DatasetCategory> Categories { get; init; } = [];

    /// <summary>Images that the cameras make when all are on in every frame.</summary>
    public long Images => (long)Frames * Cameras.Length;

    /// <summary>Hashes of the assets by path.</summary>
    public ImmutableSortedDictionary<string, string> AssetHashes { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The scene's options as they were set, by name.</summary>
    public ImmutableSortedDictionary<string, string> Options { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What drew the frames, for people to read.</summary>
    public string Device { get; init; } = "";

    /// <summary>Says what is wrong with folder, frames or cameras.</summary>
    /// <exception cref="DatasetSettingsException">The folder has no name, there are no frames or too many, or their indices pass 2³¹ − 1.</exception>
    public void Check()
    {
        if (string.IsNullOrWhiteSpace(OutputFolder)) throw new DatasetSettingsException("The output folder has no name.");
        if (Start < 0 || Frames < 1 || Frames - 1 > int.MaxValue - Start)
            throw new DatasetSettingsException(string.Create(
                CultureInfo.InvariantCulture,
                $"Frames {Start} to {(long)Start + Frames - 1} were asked for; there is at least one, with an index from 0 to {int.MaxValue}."));
        if (Images > MostImages)
            throw new DatasetSettingsException(string.Create(
                CultureInfo.InvariantCulture,
                $"{Frames} frames of {Cameras.Length} cameras are {Images} images; a dataset has at most {MostImages}. Make it in parts with --start and --frames."));
    }
}

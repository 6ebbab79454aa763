using System.Buffers;
using System.Globalization;

namespace SynthRender.Datasets.Writers;

/// <summary>Where the files of a frame lie, and its image id: functions of frame and camera alone.</summary>
internal sealed class FrameFiles
{
    private static readonly SearchValues<char> NotInFileNames = SearchValues.Create("/\\:*?\"<>|\0");

    private readonly Dictionary<string, int> _cameraIndex;

    /// <summary>Checks the cameras of a description.</summary>
    /// <exception cref="DatasetSettingsException">There is none, two share a name, or a name cannot be part of a file name.</exception>
    internal FrameFiles(DatasetDescription description)
    {
        Folder = description.OutputFolder;
        var names = description.Cameras.Select(camera => camera.Name).Order(StringComparer.Ordinal).ToList();
        if (names.Count == 0)
            throw new DatasetSettingsException($"The scene '{description.SceneName}' has no camera. Add one with scene.AddCamera.");
        _cameraIndex = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!_cameraIndex.TryAdd(name, _cameraIndex.Count))
                throw new DatasetSettingsException(
                    $"Two cameras are called '{name}'. Give them different names: they name the images.");
            if (names.Count > 1 && (name.StartsWith('.') || name.AsSpan().ContainsAny(NotInFileNames)))
                throw new DatasetSettingsException(
                    $"The camera name '{name}' cannot be part of a file name. Leave out / \\ : * ? \" < > |.");
        }
    }

    /// <summary>The dataset's folder.</summary>
    internal string Folder { get; }

    /// <summary>E.g. "000012", or "000012.left" when there are several cameras.</summary>
    internal string Stem(int frame, string camera)
    {
        var number = frame.ToString("D6", CultureInfo.InvariantCulture);
        IndexOf(camera);
        return _cameraIndex.Count == 1 ? number : $"{number}.{camera}";
    }

    /// <summary>From 1, ascending with frame, then camera; it does not depend on which other frames there are.</summary>
    internal long ImageId(int frame, string camera) => (long)frame * _cameraIndex.Count + IndexOf(camera) + 1;

    /// <summary>The path of a file of a frame, e.g. of images/000012.png.</summary>
    internal string PathOf(string subfolder, string fileName) => Path.Combine(Folder, subfolder, fileName);

    /// <summary>Writes a file of a frame; its folder exists.</summary>
    /// <exception cref="DatasetException">It cannot be written.</exception>
    internal WrittenFile Write(string subfolder, string fileName, ReadOnlyMemory<byte> content, bool durable)
    {
        AtomicFile.Write(PathOf(subfolder, fileName), content, durable);
        return WrittenFile.Of($"{subfolder}/{fileName}", content.Span);
    }

    private int IndexOf(string camera) => _cameraIndex.TryGetValue(camera, out var index)
        ? index
        : throw new InvalidDataException(
            $"A frame comes from camera '{camera}', which the dataset does not have ({string.Join(", ", _cameraIndex.Keys)}).");
}

using SynthRender.Assets.Gltf;

namespace SynthRender.Assets;

/// <summary>Reads glTF 2.0 files (.glb and .gltf).</summary>
/// <remarks>
/// A file is untrusted: it refers to nothing outside its own folder, nothing is fetched, sizes are checked before memory is taken,
/// and a broken file ends in one <see cref="AssetException"/>. Small faults that leave no doubt about what is meant become
/// <see cref="ModelAsset.Warnings"/>. Lights of the file (KHR_lights_punctual) are read but never light a scene by themselves.
/// </remarks>
public static class GltfLoader
{
    /// <summary>Reads a model.</summary>
    /// <param name="path">A .glb or .gltf file.</param>
    /// <exception cref="AssetException">The file is missing or broken, requires an unsupported extension, or refers outside its folder.</exception>
    public static ModelAsset Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Read(path, () => GltfSource.Open(path));
    }

    /// <summary>Reads a .glb that has just been made and holds everything it refers to.</summary>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="glb">The file.</param>
    /// <exception cref="AssetException">It is broken.</exception>
    internal static ModelAsset Load(string name, byte[] glb) => Read(name, () => GltfSource.InMemory(name, glb));

    private static ModelAsset Read(string path, Func<GltfSource> open)
    {
        try
        {
            return ModelReader.Read(GltfDocument.Read(open()));
        }
        catch (Exception e) when (e is not AssetException and not OutOfMemoryException)
        {
            throw new AssetException(path, "", $"cannot be read as glTF: {GltfDocument.Cause(e.Message)}", e);
        }
    }
}

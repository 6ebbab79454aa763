namespace SynthRender.Assets.Gltf;

/// <summary>Reads what a picture does not hang on: clips, cameras, lights. A fault there takes only the thing itself out of the model.</summary>
internal static class Accessory
{
    /// <summary>Reads one; null when it is broken, which is noted.</summary>
    /// <param name="source">The file.</param>
    /// <param name="kind">What it is, e.g. "camera".</param>
    /// <param name="read">Reads it.</param>
    public static T? Read<T>(GltfSource source, string kind, Func<T?> read) where T : class
    {
        try
        {
            return read();
        }
        catch (AssetException e)
        {
            source.LeaveOut(e.Element, $"{e.Problem.TrimEnd('.')}; the {kind} is left out.");
            return null;
        }
    }
}

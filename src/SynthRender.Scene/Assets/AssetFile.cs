namespace SynthRender.Assets;

/// <summary>A file that was found.</summary>
/// <param name="Name">Its path relative to its root, with '/'; the same on every machine.</param>
/// <param name="FullPath">Where it lies here.</param>
internal readonly record struct AssetFile(string Name, string FullPath);

namespace SynthRender.Assets;

/// <summary>A file that was found.</summary>
/// <param name="Name">
/// Its path relative to its root, with '/'; the same on every machine. The whole path when it lies in no root, or when a root before its own has
/// a file of that name.
/// </param>
/// <param name="FullPath">Where it lies here.</param>
internal readonly record struct AssetFile(string Name, string FullPath);

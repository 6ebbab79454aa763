using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using SynthRender.Assets.Environments;
using SynthRender.Assets.Textures;
using SynthRender.Environments;
using SynthRender.Materials;

namespace SynthRender.Assets;

/// <summary>Finds, loads and keeps models, textures and environments. Each file is loaded once and shared; safe to use from several threads.</summary>
public sealed class AssetLibrary
{
    private static readonly ImmutableArray<string> ModelExtensions = [".glb", ".gltf"];
    private static readonly ImmutableArray<string> TextureExtensions = [".jpeg", ".jpg", ".png", ".webp"];
    private static readonly ImmutableArray<string> EnvironmentExtensions = [".hdr", .. TextureExtensions];

    private readonly ConcurrentDictionary<string, Lazy<ModelAsset>> _models = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<TextureImage>> _textures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<EnvironmentImage>> _environments = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> _omissions = new(StringComparer.Ordinal);
    private readonly AssetRoots _roots;

    /// <summary>A library over some folders.</summary>
    /// <param name="roots">Where relative paths are looked for, in this order; at least one. A root need not exist.</param>
    /// <exception cref="ArgumentException">There is no root, or one is empty.</exception>
    public AssetLibrary(IEnumerable<string> roots) => _roots = new AssetRoots(roots);

    /// <summary>The folders, as full paths.</summary>
    public ImmutableArray<string> Roots => _roots.Folders;

    /// <summary>
    /// What has been loaded: path relative to its root (with '/'), and SHA-256 of the content in lower-case hex, in ordinal order.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Hashes => _hashes.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>
    /// What is in the files that have been loaded and is not in the pictures, a sentence each that begins with the file's path as in
    /// <see cref="Hashes"/>; in ordinal order of the paths.
    /// </summary>
    public ImmutableArray<string> Omissions =>
        [.. _omissions.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => file.Value.Select(omission => $"{file.Key}: {omission}"))];

    /// <summary>Loads a model, or returns it when it is loaded already.</summary>
    /// <param name="path">A .glb or .gltf file: absolute, or relative to a root.</param>
    /// <exception cref="AssetException">The file is nowhere to be found, or is broken.</exception>
    public ModelAsset Load(string path) => LoadModel(_roots.Find(path));

    /// <summary>Loads every model that a pattern matches, in ordinal order of their relative paths, each once.</summary>
    /// <param name="globs">Patterns relative to a root: '*' and '?' within a name, '**' for folders in between; at least one.</param>
    /// <exception cref="AssetException">A pattern matches no .glb or .gltf file, or a file is broken.</exception>
    public ImmutableArray<ModelAsset> LoadAll(params ReadOnlySpan<string> globs) =>
        [.. _roots.FindAll(globs, ModelExtensions).Select(LoadModel)];

    /// <summary>Loads an image as a texture, or returns it when it is loaded already.</summary>
    /// <param name="path">A .png, .jpg, .jpeg or .webp file: absolute, or relative to a root.</param>
    /// <exception cref="AssetException">The file is nowhere to be found, or is no image.</exception>
    public TextureImage LoadTexture(string path) => LoadTexture(_roots.Find(path));

    /// <summary>Loads every image that a pattern matches, in ordinal order of their relative paths, each once.</summary>
    /// <param name="globs">Patterns as for <see cref="LoadAll"/>.</param>
    /// <exception cref="AssetException">A pattern matches no image, or a file is broken.</exception>
    public ImmutableArray<TextureImage> LoadTextures(params ReadOnlySpan<string> globs) =>
        [.. _roots.FindAll(globs, TextureExtensions).Select(LoadTexture)];

    /// <summary>Loads an equirectangular image, or returns it when it is loaded already.</summary>
    /// <param name="path">
    /// A Radiance .hdr file, or a .png, .jpg, .jpeg or .webp file whose white is taken as radiance 1: absolute, or relative to a root.
    /// </param>
    /// <exception cref="AssetException">The file is nowhere to be found, is no image, or is cut off.</exception>
    public EnvironmentImage LoadEnvironment(string path) => LoadEnvironment(_roots.Find(path));

    /// <summary>Loads every environment that a pattern matches, in ordinal order of their relative paths, each once.</summary>
    /// <param name="globs">Patterns as for <see cref="LoadAll"/>.</param>
    /// <exception cref="AssetException">A pattern matches no image, or a file is broken.</exception>
    public ImmutableArray<EnvironmentImage> LoadEnvironments(params ReadOnlySpan<string> globs) =>
        [.. _roots.FindAll(globs, EnvironmentExtensions).Select(LoadEnvironment)];

    private ModelAsset LoadModel(AssetFile file) => _models.GetOrAdd(file.FullPath, path => new Lazy<ModelAsset>(() =>
    {
        var model = GltfLoader.Load(path);
        _hashes[file.Name] = model.ContentHash;
        if (!model.Omissions.IsEmpty) _omissions[file.Name] = model.Omissions;
        return model;
    })).Value;

    private TextureImage LoadTexture(AssetFile file) => _textures.GetOrAdd(file.FullPath, path => new Lazy<TextureImage>(() =>
    {
        var bytes = Bytes(path);
        using var encoded = EncodedTexture.Open(bytes, path, "");
        var image = encoded.Decode(file.Name);
        if (encoded.Reduction is { } reduction) _omissions[file.Name] = [reduction];
        _hashes[file.Name] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return image;
    })).Value;

    private EnvironmentImage LoadEnvironment(AssetFile file) => _environments.GetOrAdd(file.FullPath, path => new Lazy<EnvironmentImage>(() =>
    {
        var bytes = Bytes(path);
        var image = EnvironmentDecoder.Decode(file.Name, bytes, path);
        _hashes[file.Name] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return image;
    })).Value;

    private static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AssetException(path, "", $"cannot be read: {e.Message}", e);
        }
    }
}

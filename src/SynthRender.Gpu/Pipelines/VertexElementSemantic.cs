namespace SynthRender.Gpu;

/// <summary>What an element means, on backends that match by meaning; Vulkan matches by location.</summary>
public enum VertexElementSemantic : byte
{
    /// <summary>A position.</summary>
    Position = 0,

    /// <summary>A normal.</summary>
    Normal = 1,

    /// <summary>A texture coordinate.</summary>
    TextureCoordinate = 2,

    /// <summary>A colour.</summary>
    Color = 3,
}

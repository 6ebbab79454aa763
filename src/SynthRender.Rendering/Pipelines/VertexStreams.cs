namespace SynthRender.Rendering.Pipelines;

/// <summary>How many of a primitive's vertex streams a pipeline reads; each has those before it.</summary>
internal enum VertexStreams
{
    Positions = 1,
    Plain = 2,
    Textured = 3,
    Extra = 4,
}

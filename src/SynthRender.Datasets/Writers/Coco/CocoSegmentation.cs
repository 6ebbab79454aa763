namespace SynthRender.Datasets.Writers.Coco;

/// <summary>How COCO annotations hold masks.</summary>
public enum CocoSegmentation
{
    /// <summary>Compressed run lengths: exact.</summary>
    RunLengths,

    /// <summary>
    /// Outlines along pixel edges, one for each part that hangs together. Holes are lost, for COCO's polygons cannot say them; the area stays
    /// that of the mask.
    /// </summary>
    Polygons,
}

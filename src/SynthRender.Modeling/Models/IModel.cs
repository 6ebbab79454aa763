using SynthRender.Modeling.Building;

namespace SynthRender.Modeling.Models;

/// <summary>A model of the collection.</summary>
public interface IModel
{
    /// <summary>File name without extension, e.g. "red_deer".</summary>
    string Name { get; }

    /// <summary>Folder under models3d, e.g. "wildlife".</summary>
    string Family { get; }

    /// <summary>Describes the model afresh.</summary>
    ModelDescription Describe();
}

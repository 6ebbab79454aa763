using System.Numerics;
using SynthRender.Modeling.Fields;

namespace SynthRender.Modeling.Building;

/// <summary>A change of shape inside the class.</summary>
/// <param name="Name">E.g. "longer_antlers".</param>
/// <param name="Move">Where a vertex goes.</param>
/// <param name="Target">For some solids by name, the changed shape: their moved vertices are put onto it.</param>
public sealed record ModelMorph(string Name, Func<MorphPoint, Vector3> Move, IReadOnlyDictionary<string, Field> Target);

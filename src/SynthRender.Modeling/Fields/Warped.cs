using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>A solid seen through a bend of space.</summary>
internal sealed class Warped(Field source, Func<Vector3, Vector3> toSource, float stretch, Box bounds) : Field
{
    public override Box Bounds => bounds;

    public override float Lipschitz => source.Lipschitz;

    public override float Distance(Vector3 p) => source.Distance(toSource(p)) / stretch;

    public override Field Within(Vector3 centre, float radius) =>
        new Warped(source.Within(toSource(centre), radius * stretch), toSource, stretch, bounds);
}

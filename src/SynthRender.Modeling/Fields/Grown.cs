using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>A solid grown by a distance.</summary>
internal sealed class Grown(Field source, float distance) : Field
{
    public override Box Bounds => source.Bounds.Grown(distance);

    public override float Lipschitz => source.Lipschitz;

    public override float Distance(Vector3 p) => source.Distance(p) - distance;

    public override Field Within(Vector3 centre, float radius) => new Grown(source.Within(centre, radius), distance);
}

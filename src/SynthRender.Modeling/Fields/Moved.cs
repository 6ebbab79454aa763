using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>A solid moved by an offset.</summary>
internal sealed class Moved(Field source, Vector3 offset) : Field
{
    public override Box Bounds => new(source.Bounds.Min + offset, source.Bounds.Max + offset);

    public override float Lipschitz => source.Lipschitz;

    public override float Distance(Vector3 p) => source.Distance(p - offset);

    public override Field Within(Vector3 centre, float radius) => new Moved(source.Within(centre - offset, radius), offset);
}

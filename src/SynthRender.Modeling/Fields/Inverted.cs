using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>Everything that a solid is not, such as the walls around a cavity; its bounds are those of the surface.</summary>
public sealed class Inverted(Field cavity) : Field
{
    /// <inheritdoc/>
    public override Box Bounds => cavity.Bounds;

    /// <inheritdoc/>
    public override float Lipschitz => cavity.Lipschitz;

    /// <inheritdoc/>
    public override float Distance(Vector3 p) => -cavity.Distance(p);

    /// <inheritdoc/>
    public override Field Within(Vector3 centre, float radius) => new Inverted(cavity.Within(centre, radius));
}

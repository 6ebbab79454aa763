using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>An axis-aligned ellipsoid; the value is exact to first order near the surface (bound by I. Quilez).</summary>
public sealed class Ellipsoid(Vector3 centre, Vector3 radii) : Field
{
    /// <inheritdoc/>
    public override Box Bounds => new(centre - radii, centre + radii);

    /// <inheritdoc/>
    public override float Lipschitz => 1.3f;

    /// <inheritdoc/>
    public override float Distance(Vector3 p)
    {
        var q = p - centre;
        var k0 = (q / radii).Length();
        var k1 = (q / (radii * radii)).Length();
        var least = MathF.Min(radii.X, MathF.Min(radii.Y, radii.Z));
        return k0 < 0.25f ? -least * (1f - k0) : k0 * (k0 - 1f) / k1;
    }
}

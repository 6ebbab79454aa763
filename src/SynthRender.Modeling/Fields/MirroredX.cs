using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>A solid together with its mirror image in the plane x = 0.</summary>
public sealed class MirroredX(Field source, float k) : Field
{
    private static Vector3 Mirror(Vector3 p) => new(-p.X, p.Y, p.Z);

    /// <inheritdoc/>
    public override Box Bounds
    {
        get
        {
            var box = source.Bounds;
            var most = MathF.Max(MathF.Abs(box.Min.X), MathF.Abs(box.Max.X));
            return new Box(box.Min with { X = -most }, box.Max with { X = most }).Grown(k * 0.5f);
        }
    }

    /// <inheritdoc/>
    public override float Lipschitz => source.Lipschitz;

    /// <inheritdoc/>
    public override float Distance(Vector3 p) => Smooth.Min(source.Distance(p), source.Distance(Mirror(p)), k);

    /// <inheritdoc/>
    public override Field Within(Vector3 centre, float radius)
    {
        var reach = 2f * Lipschitz * radius + 1.5f * k;
        var here = source.Distance(centre);
        var there = source.Distance(Mirror(centre));
        if (there - here > reach)
            return source.Within(centre, radius);
        var image = new Imaged(source.Within(Mirror(centre), radius));
        return here - there > reach ? image : new SmoothUnion(k, [source.Within(centre, radius), image]);
    }

    private sealed class Imaged(Field source) : Field
    {
        public override Box Bounds
        {
            get
            {
                var box = source.Bounds;
                return new Box(box.Min with { X = -box.Max.X }, box.Max with { X = -box.Min.X });
            }
        }

        public override float Lipschitz => source.Lipschitz;

        public override float Distance(Vector3 p) => source.Distance(Mirror(p));

        public override Field Within(Vector3 centre, float radius) => new Imaged(source.Within(Mirror(centre), radius));
    }
}

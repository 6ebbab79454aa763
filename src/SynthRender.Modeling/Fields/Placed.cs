using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>A solid turned about a pivot.</summary>
internal sealed class Placed(Field source, Quaternion rotation, Vector3 pivot) : Field
{
    private readonly Quaternion _back = Quaternion.Conjugate(rotation);

    public override Box Bounds
    {
        get
        {
            var box = source.Bounds;
            var result = new Box(new Vector3(float.MaxValue), new Vector3(float.MinValue));
            for (var i = 0; i < 8; i++)
            {
                var corner = new Vector3((i & 1) == 0 ? box.Min.X : box.Max.X, (i & 2) == 0 ? box.Min.Y : box.Max.Y,
                    (i & 4) == 0 ? box.Min.Z : box.Max.Z);
                var turned = Vector3.Transform(corner - pivot, rotation) + pivot;
                result = result.Union(new Box(turned, turned));
            }

            return result;
        }
    }

    public override float Lipschitz => source.Lipschitz;

    public override float Distance(Vector3 p) => source.Distance(ToSource(p));

    public override Field Within(Vector3 centre, float radius) => new Placed(source.Within(ToSource(centre), radius), rotation, pivot);

    private Vector3 ToSource(Vector3 p) => Vector3.Transform(p - pivot, _back) + pivot;
}

using System.Numerics;
using SynthRender.Assets;

namespace SynthRender.Randomizers;

/// <summary>What a model covers of the ground, seen from above: a circle, in which all that is drawn lies.</summary>
/// <param name="Middle">From the model's origin to the point below the circle's middle at the height of the lowest point, metres.</param>
/// <param name="Radius">Radius of the circle, metres.</param>
internal readonly record struct Footprint(Vector3 Middle, float Radius)
{
    /// <summary>The footprint of a model as its file has it, about the middle of its box.</summary>
    public static Footprint Of(ModelAsset asset)
    {
        var geometry = PosedGeometry.AtRest(asset);
        var (center, squared) = (asset.Bounds.Center, 0f);
        for (var node = 0; node < asset.Nodes.Length; node++)
        {
            if (asset.Nodes[node].Mesh < 0) continue;
            var primitives = asset.Meshes[asset.Nodes[node].Mesh].Primitives;
            for (var primitive = 0; primitive < primitives.Length; primitive++)
            {
                var positions = new Vector3[primitives[primitive].VertexCount];
                geometry.Positions(node, primitive, positions);
                foreach (var p in positions) squared = MathF.Max(squared, new Vector2(p.X - center.X, p.Z - center.Z).LengthSquared());
            }
        }

        var radius = squared > 0 ? MathF.Sqrt(squared) : new Vector2(asset.Bounds.Size.X, asset.Bounds.Size.Z).Length() / 2;
        return new Footprint(new Vector3(center.X, asset.Bounds.Min.Y, center.Z), radius);
    }

    /// <summary>The footprint of points after a turn, about the middle of their box then.</summary>
    /// <param name="points">At least one.</param>
    /// <param name="rotation">The turn about the origin.</param>
    /// <param name="scale">Factor on the points.</param>
    public static Footprint Of(ReadOnlySpan<Vector3> points, Quaternion rotation, float scale)
    {
        var turn = Matrix4x4.CreateFromQuaternion(rotation);
        var (least, most) = (new Vector3(float.PositiveInfinity), new Vector3(float.NegativeInfinity));
        foreach (var point in points)
        {
            var turned = Vector3.Transform(point, turn);
            (least, most) = (Vector3.Min(least, turned), Vector3.Max(most, turned));
        }

        var middle = new Vector3((least.X + most.X) / 2, least.Y, (least.Z + most.Z) / 2);
        var squared = 0f;
        foreach (var point in points)
        {
            var from = Vector3.Transform(point, turn) - middle;
            squared = MathF.Max(squared, from.X * from.X + from.Z * from.Z);
        }

        return new Footprint(middle * scale, MathF.Sqrt(squared) * scale);
    }

    /// <summary>The footprint of the model scaled and turned about the vertical.</summary>
    public Footprint Turned(Quaternion yaw, float scale) => new(Vector3.Transform(Middle * scale, yaw), Radius * scale);
}

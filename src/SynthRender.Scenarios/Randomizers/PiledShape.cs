using System.Numerics;
using SynthRender.Assets;

namespace SynthRender.Randomizers;

/// <summary>What a pile needs to know of a model: points all over its surface, its centre of mass and its resting poses, in its own frame.</summary>
internal sealed class PiledShape
{
    private PiledShape(Vector3[] points, Vector3 centre, RestingPoses poses) => (Points, Centre, Poses) = (points, centre, poses);

    /// <summary>Points of the surface, no farther apart than asked for.</summary>
    public Vector3[] Points { get; }

    /// <summary>The centre of mass of the solid, or of the surface when it encloses nothing.</summary>
    public Vector3 Centre { get; }

    /// <summary>How it comes to rest.</summary>
    public RestingPoses Poses { get; }

    /// <summary>Samples a model in its rest pose.</summary>
    /// <param name="asset">A model with triangles.</param>
    /// <param name="spacing">The largest distance between neighbouring points, metres of the model.</param>
    public static PiledShape Of(ModelAsset asset, float spacing)
    {
        var geometry = PosedGeometry.AtRest(asset);
        var points = new HashSet<Vector3>();
        var corners = new HashSet<Vector3>();
        var (volume, moment) = (0.0, Vector3.Zero);
        var (area, surface) = (0f, Vector3.Zero);
        // From the middle of the box, so that products of far coordinates do not drown the volume.
        var origin = asset.Bounds.Center;
        for (var node = 0; node < asset.Nodes.Length; node++)
        {
            if (asset.Nodes[node].Mesh < 0) continue;
            var primitives = asset.Meshes[asset.Nodes[node].Mesh].Primitives;
            for (var p = 0; p < primitives.Length; p++)
            {
                if (primitives[p].Topology != PrimitiveTopologyKind.Triangles) continue;
                var positions = new Vector3[primitives[p].VertexCount];
                geometry.Positions(node, p, positions);
                var indices = primitives[p].Indices.Span;
                for (var i = 0; i < indices.Length; i += 3)
                {
                    var (a, b, c) = (positions[indices[i]], positions[indices[i + 1]], positions[indices[i + 2]]);
                    corners.Add(a);
                    corners.Add(b);
                    corners.Add(c);
                    Cover(a, b, c, spacing, points);
                    var (u, v, w) = (a - origin, b - origin, c - origin);
                    var part = Vector3.Dot(u, Vector3.Cross(v, w)) / 6;
                    volume += part;
                    moment += part * 0.25f * (u + v + w);
                    var size = Vector3.Cross(b - a, c - a).Length() / 2;
                    area += size;
                    surface += size / 3 * (u + v + w);
                }
            }
        }

        // An open or inside-out surface encloses no sensible volume.
        var box = asset.Bounds.Size;
        var centre = origin + (volume > 1e-3 * box.X * box.Y * box.Z ? moment / (float)volume : area > 0 ? surface / area : Vector3.Zero);
        return new PiledShape([.. points], centre, RestingPoses.Of([.. corners], centre));
    }

    private static void Cover(Vector3 a, Vector3 b, Vector3 c, float spacing, HashSet<Vector3> points)
    {
        // Rows parallel to the longest edge, so that long thin triangles take no more points than their area needs.
        var (ab, bc, ca) = (Vector3.DistanceSquared(a, b), Vector3.DistanceSquared(b, c), Vector3.DistanceSquared(c, a));
        if (bc > ab && bc >= ca) (a, b, c) = (b, c, a);
        else if (ca > ab) (a, b, c) = (c, a, b);
        var longest = Vector3.Distance(a, b);
        var height = longest > 0 ? Vector3.Cross(b - a, c - a).Length() / longest : 0;
        var rows = Math.Max(1, (int)MathF.Ceiling(height / spacing));
        for (var row = 0; row <= rows; row++)
        {
            var up = row / (float)rows;
            var (from, to) = (Vector3.Lerp(a, c, up), Vector3.Lerp(b, c, up));
            var steps = Math.Max(1, (int)MathF.Ceiling(longest * (1 - up) / spacing));
            for (var i = 0; i <= steps; i++) points.Add(Vector3.Lerp(from, to, i / (float)steps));
        }
    }
}

using System.Numerics;

namespace SynthRender.Randomizers;

/// <summary>
/// The ways in which a rigid body comes to rest on a plane: directions of its own frame that point down there. A body rests where no small
/// turn lowers its centre of mass, which is at the local minima of the support function h(d) = max over the body of (p − centre)·d. A pose's
/// weight is the share of all directions from which rolling downhill ends there, times exp(−(h − least h) / least h): a body that still
/// tumbles leaves a shallow pit again, so coins seldom stand on their edge.
/// </summary>
internal sealed class RestingPoses
{
    private const int Directions = 2400;
    private const int Probes = 700;
    private const int Neighbours = 7;

    // Minima closer than this are one pose; a grid step is 4°.
    private const float SameDirection = 0.9976f;

    private static readonly Vector3[] Grid = Spread(Directions);
    private static readonly int[][] Near = NearestOf(Grid);

    private readonly (Vector3 Down, float UpTo)[] _poses;

    private RestingPoses((Vector3 Down, float UpTo)[] poses) => _poses = poses;

    /// <summary>Finds the poses of a body.</summary>
    /// <param name="points">Points of its surface, at least one.</param>
    /// <param name="centre">Its centre of mass.</param>
    public static RestingPoses Of(IReadOnlyList<Vector3> points, Vector3 centre)
    {
        var hull = Extremes(points, centre);
        var height = Array.ConvertAll(Grid, d => Height(hull, d));
        var basin = new int[Grid.Length];
        Array.Fill(basin, -1);
        for (var i = 0; i < Grid.Length; i++) Roll(i, height, basin);
        var poses = new List<(Vector3 Down, float Weight)>();
        foreach (var pit in basin.GroupBy(b => b).OrderBy(g => g.Key))
        {
            var down = Settle(hull, Grid[pit.Key]);
            var known = poses.FindIndex(p => Vector3.Dot(p.Down, down) > SameDirection);
            if (known < 0) poses.Add((down, pit.Count()));
            else poses[known] = (poses[known].Down, poses[known].Weight + pit.Count());
        }

        var least = poses.Min(p => Height(hull, p.Down));
        // A centre outside of a thin open surface could lie at the ground itself.
        var weights = poses.ConvertAll(p => p.Weight * MathF.Exp(least > 0 ? 1 - Height(hull, p.Down) / least : 0));
        var (all, sum) = (weights.Sum(), 0f);
        return new RestingPoses([.. poses.Zip(weights).Select(p => (p.First.Down, sum += p.Second / all))]);
    }

    /// <summary>The pose for a number in [0, 1).</summary>
    public Vector3 Choose(float number)
    {
        foreach (var (down, upTo) in _poses)
            if (number < upTo)
                return down;
        return _poses[^1].Down;
    }

    /// <summary>The smallest turn that makes a direction of a body point straight down.</summary>
    public static Quaternion TurnDown(Vector3 down)
    {
        var dot = -down.Y;
        return dot < -0.9999f
            ? Quaternion.CreateFromAxisAngle(Vector3.Normalize(Vector3.Cross(down, MathF.Abs(down.X) < 0.8f ? Vector3.UnitX : Vector3.UnitZ)), MathF.PI)
            : Quaternion.Normalize(new Quaternion(Vector3.Cross(down, -Vector3.UnitY), 1 + dot));
    }

    private static Vector3[] Extremes(IReadOnlyList<Vector3> points, Vector3 centre)
    {
        var kept = new SortedSet<int>();
        foreach (var d in Spread(Probes))
        {
            var (best, most) = (0, float.NegativeInfinity);
            for (var i = 0; i < points.Count; i++)
            {
                var h = Vector3.Dot(points[i], d);
                if (h > most) (best, most) = (i, h);
            }

            kept.Add(best);
        }

        return [.. kept.Select(i => points[i] - centre)];
    }

    private static float Height(Vector3[] hull, Vector3 d)
    {
        var most = float.NegativeInfinity;
        foreach (var p in hull) most = MathF.Max(most, Vector3.Dot(p, d));
        return most;
    }

    private static void Roll(int from, float[] height, int[] basin)
    {
        var path = new List<int>();
        var at = from;
        while (basin[at] < 0)
        {
            path.Add(at);
            var next = at;
            foreach (var n in Near[at])
                if (height[n] < height[next])
                    next = n;
            if (next == at)
            {
                basin[at] = at;
                break;
            }

            at = next;
        }

        foreach (var i in path) basin[i] = basin[at];
    }

    // Pattern search: the minimum on a face is a kink, at which gradients would jump about.
    private static Vector3 Settle(Vector3[] hull, Vector3 down)
    {
        var least = Height(hull, down);
        for (var step = 0.04f; step > 2e-5f;)
        {
            var u = Vector3.Normalize(Vector3.Cross(MathF.Abs(down.Y) < 0.8f ? Vector3.UnitY : Vector3.UnitX, down));
            var v = Vector3.Cross(down, u);
            var best = down;
            for (var k = 0; k < 12; k++)
            {
                var (sin, cos) = MathF.SinCos(k * MathF.Tau / 12);
                var d = Vector3.Normalize(down + (u * cos + v * sin) * step);
                var h = Height(hull, d);
                if (h < least) (best, least) = (d, h);
            }

            if (best == down) step *= 0.5f;
            down = best;
        }

        return down;
    }

    // Fibonacci's spiral: points of a sphere about evenly apart.
    private static Vector3[] Spread(int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var y = 1 - (2 * i + 1f) / count;
        var (sin, cos) = Math.SinCos(i * Math.PI * (3 - Math.Sqrt(5)));
        var ring = Math.Sqrt(1 - y * y);
        return new Vector3((float)(ring * cos), y, (float)(ring * sin));
    })];

    private static int[][] NearestOf(Vector3[] grid)
    {
        var result = new int[grid.Length][];
        var keys = new float[grid.Length];
        var order = new int[grid.Length];
        for (var i = 0; i < grid.Length; i++)
        {
            var count = 0;
            // Points of the spiral that are near each other lie in a narrow band of heights.
            for (var j = 0; j < grid.Length; j++)
                if (j != i && Vector3.Dot(grid[i], grid[j]) is > 0.985f and var dot)
                    (keys[count], order[count++]) = (-dot, j);
            Array.Sort(keys, order, 0, count);
            result[i] = order[..Math.Min(Neighbours, count)];
        }

        return result;
    }
}

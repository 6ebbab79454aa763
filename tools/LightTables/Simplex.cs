namespace SynthRender.LightTables;

/// <summary>Finds a minimum without derivatives (Nelder and Mead, A Simplex Method for Function Minimization, 1965).</summary>
internal static class Simplex
{
    internal static double[] Minimize(Func<double[], double> function, double[] start, double step)
    {
        var n = start.Length;
        var points = new (double[] At, double Value)[n + 1];
        for (var i = 0; i <= n; i++)
        {
            var at = (double[])start.Clone();
            if (i > 0) at[i - 1] += step;
            points[i] = (at, function(at));
        }

        for (var iteration = 0; iteration < 150; iteration++)
        {
            Array.Sort(points, (a, b) => a.Value.CompareTo(b.Value));
            if (points[n].Value - points[0].Value < 1e-7 * Math.Abs(points[0].Value) + 1e-14) break;
            var centre = new double[n];
            for (var i = 0; i < n; i++)
                for (var j = 0; j < n; j++) centre[j] += points[i].At[j] / n;
            var reflected = At(1);
            if (reflected.Value < points[0].Value)
            {
                var expanded = At(2);
                points[n] = expanded.Value < reflected.Value ? expanded : reflected;
            }
            else if (reflected.Value < points[n - 1].Value)
            {
                points[n] = reflected;
            }
            else
            {
                var contracted = At(-0.5);
                if (contracted.Value < points[n].Value) points[n] = contracted;
                else Shrink();
            }

            (double[] At, double Value) At(double factor)
            {
                var at = new double[n];
                for (var j = 0; j < n; j++) at[j] = centre[j] + factor * (centre[j] - points[n].At[j]);
                return (at, function(at));
            }

            void Shrink()
            {
                for (var i = 1; i <= n; i++)
                {
                    for (var j = 0; j < n; j++) points[i].At[j] = 0.5 * (points[0].At[j] + points[i].At[j]);
                    points[i].Value = function(points[i].At);
                }
            }
        }

        return points[0].At;
    }
}

using System.Numerics;
using SynthRender.Parameters;
using SynthRender.Samplers;

namespace SynthRender.Cli.Bench;

/// <summary>
/// W1 with models of our own: eight of them on a ground of 14 m, camera around them, a sun and a lamp, as in the workload that other
/// renderers were measured on.
/// </summary>
internal static class BuiltInWorkload
{
    private const int FrameCount = 32;
    private const float HalfSize = 7;

    /// <summary>Makes the workload; the same one every time.</summary>
    /// <param name="models">Eight model files and the largest extent of each, metres.</param>
    public static Workload Create(IReadOnlyList<(string File, float Size)> models) => new(
        new WorkloadGround(HalfSize),
        [.. models.Select(m => m.File)],
        [.. Enumerable.Range(0, FrameCount).Select(i => Frame(i, models))]);

    private static WorkloadFrame Frame(int index, IReadOnlyList<(string File, float Size)> models)
    {
        var stream = new RandomStream(1, index, "W1");
        float Between(double low, double high) => (float)(low + (high - low) * stream.NextDouble());
        float[] Color(double low, double high) => [Between(low, high), Between(low, high), Between(low, high)];

        var objects = new List<WorkloadObject>();
        for (var i = 0; i < models.Count; i++)
        {
            var yaw = Matrix4x4.CreateRotationZ(Between(0, 2 * Math.PI));
            var place = Matrix4x4.CreateTranslation(-2.7f + 1.8f * (i % 4) + Between(-0.3, 0.3), -1.2f + 2.4f * (i / 4) + Between(-0.4, 0.4), 0);
            var scale = Matrix4x4.CreateScale(Between(1.5, 2.2) / models[i].Size);
            objects.Add(new WorkloadObject(models[i].File, Rows(scale * yaw * place), Color(0.3, 1), Between(0.2, 0.9)));
        }

        var azimuth = Between(0, 2 * Math.PI);
        var elevation = Between(0.45, 1.0);
        var eye = 8 * new Vector3(MathF.Cos(azimuth) * MathF.Cos(elevation), MathF.Sin(azimuth) * MathF.Cos(elevation), MathF.Sin(elevation));
        Matrix4x4.Invert(Matrix4x4.CreateLookAt(eye, new Vector3(0, 0, 0.7f), Vector3.UnitZ), out var worldFromCamera);
        var sunAzimuth = Between(0, 2 * Math.PI);
        var sunElevation = Between(0.6, 1.3);
        return new WorkloadFrame(
            objects,
            Color(0.2, 0.7),
            new WorkloadCamera(Rows(worldFromCamera), 50, 0.1f, 60),
            new WorkloadSun(
                [MathF.Cos(sunAzimuth) * MathF.Cos(sunElevation), MathF.Sin(sunAzimuth) * MathF.Cos(sunElevation), MathF.Sin(sunElevation)],
                Between(2, 4), 0.00918f),
            new WorkloadPoint([Between(-4, 4), Between(-4, 4), Between(2.5, 4)], 0.2f, Between(200, 500), Warm(Between(3000, 8000))),
            Enumerable.Repeat(Between(0.1, 0.2), 3).ToArray());
    }

    private static float[] Warm(float kelvin)
    {
        var color = ColorSpace.LinearFromKelvin(kelvin);
        return [color.X, color.Y, color.Z];
    }

    /// <summary>A row-vector matrix as the rows of the column-vector matrix that maps alike.</summary>
    private static float[][] Rows(Matrix4x4 m) =>
    [
        [m.M11, m.M21, m.M31, m.M41],
        [m.M12, m.M22, m.M32, m.M42],
        [m.M13, m.M23, m.M33, m.M43],
        [m.M14, m.M24, m.M34, m.M44],
    ];
}

namespace SynthRender.DeviceTests.Oracle;

/// <summary>
/// A glowing rectangle or ring, cut into small pieces whose light is summed in double precision: slow, and without any of the
/// renderer's formulas for area lights.
/// </summary>
/// <param name="Centre">Its middle.</param>
/// <param name="Right">Half its extent along x.</param>
/// <param name="Up">Half its extent along y.</param>
/// <param name="Along">Unit vector along which it shines.</param>
/// <param name="Hole">Inner by outer radius of a ring, or −1 for a rectangle.</param>
internal sealed record GlowingSurface(Vector3d Centre, Vector3d Right, Vector3d Up, Vector3d Along, double Hole)
{
    private const int Pieces = 200;

    /// <summary>∫ f(direction to the light)·cosine at the surface·cosine at the light/distance² over the light.</summary>
    public double Integrate(Vector3d position, Vector3d normal, Func<Vector3d, double> f)
    {
        var area = 4 * Right.Length * Up.Length / Pieces / Pieces;
        var sum = 0.0;
        for (var i = 0; i < Pieces * Pieces; i++)
        {
            var (x, y) = (2 * (i % Pieces + 0.5) / Pieces - 1, 2 * (i / Pieces + 0.5) / Pieces - 1);
            var r2 = x * x + y * y;
            if (Hole >= 0 && (r2 > 1 || r2 < Hole * Hole)) continue;
            var d = Centre + Right * x + Up * y - position;
            var length = d.Length;
            var toLight = d * (1 / length);
            var (here, there) = (normal.Dot(toLight), -Along.Dot(toLight));
            if (here <= 0 || there <= 0) continue;
            sum += f(toLight) * here * there / (length * length);
        }

        return sum * area;
    }
}

using System.Numerics;

namespace SynthRender.Rendering.Environments;

/// <summary>
/// The clear sky of Preetham, Shirley and Smits, A Practical Analytic Model for Daylight, SIGGRAPH 1999, appendix A: luminance Y in kcd/m²
/// and chromaticity x, y by Perez' formula (1 + A·exp(B/cosθ))·(1 + C·exp(D·γ) + E·cos²γ) over its value at the zenith.
/// </summary>
internal readonly struct PreethamModel
{
    /// <param name="sunElevation">Radians, 0 to π/2.</param>
    /// <param name="turbidity">1.7 to 10.</param>
    internal PreethamModel(float sunElevation, float turbidity)
    {
        var t = turbidity;
        Coefficients =
        [
            new Vector3(0.1787f * t - 1.4630f, -0.0193f * t - 0.2592f, -0.0167f * t - 0.2608f),
            new Vector3(-0.3554f * t + 0.4275f, -0.0665f * t + 0.0008f, -0.0950f * t + 0.0092f),
            new Vector3(-0.0227f * t + 5.3251f, -0.0004f * t + 0.2125f, -0.0079f * t + 0.2102f),
            new Vector3(0.1206f * t - 2.5771f, -0.0641f * t - 0.8989f, -0.0441f * t - 1.6537f),
            new Vector3(-0.0670f * t + 0.3703f, -0.0033f * t + 0.0452f, -0.0109f * t + 0.0529f),
        ];
        var s = MathF.PI / 2 - sunElevation;
        var (s2, s3) = (s * s, s * s * s);
        var chi = (4f / 9 - t / 120) * (MathF.PI - 2 * s);
        var y = (4.0453f * t - 4.9710f) * MathF.Tan(chi) - 0.2155f * t + 2.4192f;
        var x = t * t * (0.00166f * s3 - 0.00375f * s2 + 0.00209f * s)
            + t * (-0.02903f * s3 + 0.06377f * s2 - 0.03202f * s + 0.00394f)
            + (0.11693f * s3 - 0.21196f * s2 + 0.06052f * s + 0.25886f);
        var z = t * t * (0.00275f * s3 - 0.00610f * s2 + 0.00317f * s)
            + t * (-0.04214f * s3 + 0.08970f * s2 - 0.04153f * s + 0.00516f)
            + (0.15346f * s3 - 0.26756f * s2 + 0.06670f * s + 0.26688f);
        SunElevation = sunElevation;
        Zenith = new Vector3(y, x, z) / Perez(1, MathF.Cos(s));
    }

    /// <summary>A, B, C, D, E, each for Y, x, y.</summary>
    internal Vector3[] Coefficients { get; }

    /// <summary>Y, x, y where Perez' formula gives 1.</summary>
    internal Vector3 Zenith { get; }

    private float SunElevation { get; }

    /// <summary>What the sky gives to level ground, linear RGB, in kilolux: summed over rings and sectors of the half sphere.</summary>
    internal Vector3 Irradiance()
    {
        const int rings = 12, sectors = 16;
        var (sinSun, cosSun) = MathF.SinCos(SunElevation);
        var sum = Vector3.Zero;
        for (var ring = 0; ring < rings; ring++)
        {
            // Rings of equal projected area, so that each counts alike.
            var up = MathF.Sqrt((ring + 0.5f) / rings);
            var side = MathF.Sqrt(1 - up * up);
            for (var sector = 0; sector < sectors; sector++)
                sum += Color(up, up * sinSun + side * cosSun * MathF.Cos(2 * MathF.PI * (sector + 0.5f) / sectors));
        }

        return sum * (MathF.PI / (rings * sectors));
    }

    /// <summary>Linear RGB in kcd/m², by the sine of the elevation and the cosine of the angle to the sun.</summary>
    internal Vector3 Color(float up, float cosSun)
    {
        var c = Zenith * Perez(up, cosSun);
        var perY = c.X / c.Z;
        var (x, y, z) = (c.Y * perY, c.X, (1 - c.Y - c.Z) * perY);
        return Vector3.Max(Vector3.Zero, new Vector3(
            3.2406f * x - 1.5372f * y - 0.4986f * z, -0.9689f * x + 1.8758f * y + 0.0415f * z, 0.0557f * x - 0.2040f * y + 1.0570f * z));
    }

    private Vector3 Perez(float up, float cosSun)
    {
        var angle = MathF.Acos(Math.Clamp(cosSun, -1, 1));
        var c = Coefficients;
        return (Vector3.One + c[0] * Vector3.Exp(c[1] / MathF.Max(up, 0.02f)))
            * (Vector3.One + c[2] * Vector3.Exp(c[3] * angle) + c[4] * (cosSun * cosSun));
    }
}

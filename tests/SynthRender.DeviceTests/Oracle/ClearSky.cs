using System.Numerics;

namespace SynthRender.DeviceTests.Oracle;

/// <summary>The clear sky of Preetham, Shirley and Smits, 1999, appendix A.2, in double precision from the paper's tables; written for the tests.</summary>
internal static class ClearSky
{
    private static readonly double[,] Luminance = { { 0.1787, -1.4630 }, { -0.3554, 0.4275 }, { -0.0227, 5.3251 }, { 0.1206, -2.5771 }, { -0.0670, 0.3703 } };
    private static readonly double[,] ChromaX = { { -0.0193, -0.2592 }, { -0.0665, 0.0008 }, { -0.0004, 0.2125 }, { -0.0641, -0.8989 }, { -0.0033, 0.0452 } };
    private static readonly double[,] ChromaY = { { -0.0167, -0.2608 }, { -0.0950, 0.0092 }, { -0.0079, 0.2102 }, { -0.0441, -1.6537 }, { -0.0109, 0.0529 } };
    private static readonly double[,] ZenithX =
    {
        { 0.00166, -0.00375, 0.00209, 0 }, { -0.02903, 0.06377, -0.03202, 0.00394 }, { 0.11693, -0.21196, 0.06052, 0.25886 },
    };
    private static readonly double[,] ZenithY =
    {
        { 0.00275, -0.00610, 0.00317, 0 }, { -0.04214, 0.08970, -0.04153, 0.00516 }, { 0.15346, -0.26756, 0.06670, 0.26688 },
    };

    /// <summary>Luminance in kcd/m² and chromaticity, by angles in degrees: sun's elevation, direction's elevation, azimuth between them.</summary>
    public static (double Y, double X, double Z) At(double turbidity, double sun, double elevation, double azimuth)
    {
        var (thetaS, theta, phi) = (Radians(90 - sun), Radians(90 - elevation), Radians(azimuth));
        var gamma = Math.Acos(Math.Min(1, Math.Cos(thetaS) * Math.Cos(theta) + Math.Sin(thetaS) * Math.Sin(theta) * Math.Cos(phi)));
        var chi = (4.0 / 9 - turbidity / 120) * (Math.PI - 2 * thetaS);
        var zenith = (4.0453 * turbidity - 4.9710) * Math.Tan(chi) - 0.2155 * turbidity + 2.4192;
        double Relative(double[,] table) => Perez(table, turbidity, theta, gamma) / Perez(table, turbidity, 0, thetaS);
        return (zenith * Relative(Luminance), Zenith(ZenithX, turbidity, thetaS) * Relative(ChromaX), Zenith(ZenithY, turbidity, thetaS) * Relative(ChromaY));
    }

    /// <summary>Linear sRGB of a luminance and chromaticity (IEC 61966-2-1).</summary>
    public static Vector3 Rgb(double luminance, double x, double y)
    {
        var (bigX, bigZ) = (x / y * luminance, (1 - x - y) / y * luminance);
        return new Vector3(
            (float)(3.2406 * bigX - 1.5372 * luminance - 0.4986 * bigZ),
            (float)(-0.9689 * bigX + 1.8758 * luminance + 0.0415 * bigZ),
            (float)(0.0557 * bigX - 0.2040 * luminance + 1.0570 * bigZ));
    }

    private static double Perez(double[,] table, double turbidity, double theta, double gamma)
    {
        double C(int row) => table[row, 0] * turbidity + table[row, 1];
        return (1 + C(0) * Math.Exp(C(1) / Math.Cos(theta))) * (1 + C(2) * Math.Exp(C(3) * gamma) + C(4) * Math.Cos(gamma) * Math.Cos(gamma));
    }

    private static double Zenith(double[,] table, double turbidity, double thetaS)
    {
        double[] powersOfT = [turbidity * turbidity, turbidity, 1], powersOfTheta = [Math.Pow(thetaS, 3), thetaS * thetaS, thetaS, 1];
        var sum = 0.0;
        for (var i = 0; i < 3; i++)
            for (var k = 0; k < 4; k++) sum += powersOfT[i] * table[i, k] * powersOfTheta[k];
        return sum;
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}

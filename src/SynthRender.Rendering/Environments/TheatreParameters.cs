using System.Numerics;
using SynthRender.Environments;

namespace SynthRender.Rendering.Environments;

/// <summary>An operating theatre as Shaders/environment_theatre.glsl reads it.</summary>
internal static class TheatreParameters
{
    private const float EyeHeight = 1.2f;

    internal static void Fill(TheatreEnvironment theatre, Span<Vector4> parameters)
    {
        parameters[0] = new Vector4(theatre.WallRadiance, EnvironmentParameters.Seed(theatre.Seed));
        parameters[1] = new Vector4(theatre.CeilingRadiance, theatre.PanelRadiance);
        parameters[2] = new Vector4(theatre.FloorRadiance, theatre.TileSize);
        parameters[3] = new Vector4(theatre.Width / 2, theatre.Height - EyeHeight, theatre.Length / 2, EyeHeight);
        for (var i = 0; i < theatre.Lamps.Length; i++)
        {
            var lamp = theatre.Lamps[i];
            var axes = EnvironmentAxes.At(lamp.Azimuth, lamp.Elevation);
            parameters[4 + 4 * i] = new Vector4(axes.Towards, MathF.Tan(lamp.AngularRadius));
            parameters[5 + 4 * i] = new Vector4(axes.Right, lamp.Petals);
            parameters[6 + 4 * i] = new Vector4(lamp.Radiance * lamp.Color, 0);
            // The arm goes up to the zenith, in the vertical plane through the lamp.
            parameters[7 + 4 * i] = new Vector4(axes.Right, MathF.Cos((MathF.PI / 2 - lamp.Elevation) / 2));
        }
    }
}

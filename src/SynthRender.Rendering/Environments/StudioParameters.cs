using System.Numerics;
using SynthRender.Environments;

namespace SynthRender.Rendering.Environments;

/// <summary>A studio as Shaders/environment_studio.glsl reads it.</summary>
internal static class StudioParameters
{
    internal static void Fill(StudioEnvironment studio, Span<Vector4> parameters)
    {
        parameters[0] = new Vector4(studio.BackdropRadiance, EnvironmentParameters.Seed(studio.Seed));
        parameters[1] = new Vector4(studio.CeilingRadiance, studio.Mottling);
        parameters[2] = new Vector4(studio.FloorRadiance, studio.FloorGloss);
        for (var i = 0; i < studio.Boxes.Length; i++)
        {
            var box = studio.Boxes[i];
            var axes = EnvironmentAxes.At(box.Azimuth, box.Elevation, box.Roll);
            parameters[3 + 3 * i] = new Vector4(axes.Towards, MathF.Tan(box.Width / 2));
            parameters[4 + 3 * i] = new Vector4(axes.Right, MathF.Tan(box.Height / 2));
            parameters[5 + 3 * i] = new Vector4(box.Radiance * box.Color, box.Softness);
        }
    }
}

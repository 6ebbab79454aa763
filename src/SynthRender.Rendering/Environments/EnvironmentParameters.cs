using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SynthRender.Environments;
using SynthRender.Lights;

namespace SynthRender.Rendering.Environments;

/// <summary>What an environment's map is made from, as the shaders read it. Equal parameters, kind and image give the same map.</summary>
[InlineArray(Count)]
internal struct EnvironmentParameters
{
    internal const int Count = 32;
    private Vector4 _parameter;

    /// <summary>Fills in the parameters of the surroundings and says what makes them.</summary>
    /// <exception cref="NotSupportedException">The surroundings are of a kind that is not known.</exception>
    internal static EnvironmentKind Fill(Surroundings surroundings, ref EnvironmentParameters parameters)
    {
        ((Span<Vector4>)parameters).Clear();
        switch (surroundings)
        {
            case GradientSurroundings:
                return EnvironmentKind.None;
            case ImageEnvironment image:
                parameters[0] = new Vector4(image.Image.Width / (2 * MathF.PI), 0, 0, 0);
                return EnvironmentKind.Image;
            case SkyEnvironment sky:
                SkyParameters.Fill(sky, parameters);
                return EnvironmentKind.Sky;
            case StudioEnvironment studio:
                StudioParameters.Fill(studio, parameters);
                return EnvironmentKind.Studio;
            case TheatreEnvironment theatre:
                TheatreParameters.Fill(theatre, parameters);
                return EnvironmentKind.Theatre;
            case ForestEnvironment forest:
                ForestParameters.Fill(forest, parameters);
                return EnvironmentKind.Forest;
            default:
                throw new NotSupportedException($"Surroundings of type {surroundings.GetType().Name} cannot be drawn.");
        }
    }

    /// <summary>A seed's hash as bits that pass for an ordinary float, which survive every copy.</summary>
    internal static float Seed(int seed) =>
        BitConverter.Int32BitsToSingle(0x3f800000 | (int)(((uint)seed * 2654435761u >> 9) & 0x7fffff));

    /// <summary>Whether both are the same, bit for bit.</summary>
    internal static bool Same(in EnvironmentParameters a, in EnvironmentParameters b) =>
        MemoryMarshal.AsBytes((ReadOnlySpan<Vector4>)a).SequenceEqual(MemoryMarshal.AsBytes((ReadOnlySpan<Vector4>)b));
}

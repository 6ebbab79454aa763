using System.Numerics;
using SynthRender.Modeling.Building;

namespace SynthRender.Modeling.Models.Wildlife;

/// <summary>Puts a clip together from turns in degrees about x, then y, then z, as ball joints turn.</summary>
internal sealed class ClipWriter
{
    private readonly List<(string Node, Func<float, Quaternion> Turn)> _turns = [];

    /// <summary>Turns a node from its rest pose; the phase runs from 0 to 1.</summary>
    public void Turn(string node, Func<float, Vector3> degrees) => _turns.Add((node, phase =>
    {
        var turn = degrees(phase) * (MathF.PI / 180f);
        return Quaternion.CreateFromAxisAngle(Vector3.UnitX, turn.X) * Quaternion.CreateFromAxisAngle(Vector3.UnitY, turn.Y)
            * Quaternion.CreateFromAxisAngle(Vector3.UnitZ, turn.Z);
    }));

    /// <summary>Turns a node about x alone, by a constant.</summary>
    public void Hold(string node, float degrees) => Turn(node, _ => new Vector3(degrees, 0, 0));

    /// <summary>The clip.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="seconds">Its length.</param>
    /// <param name="keys">Evenly spaced keys, the last of which repeats the first.</param>
    public ModelClip ToClip(string name, float seconds, int keys) => new(name, seconds, keys, [.. _turns], []);
}

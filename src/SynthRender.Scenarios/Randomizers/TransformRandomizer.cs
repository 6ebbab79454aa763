using System.Numerics;
using SynthRender.Parameters;

namespace SynthRender.Randomizers;

/// <summary>Moves, turns and scales models, on top of where they are.</summary>
public sealed class TransformRandomizer : Randomizer
{
    /// <summary>Which models.</summary>
    public Selection Of { get; init; } = Selection.Foreground;

    /// <summary>Added to the position, metres, in the parent's axes.</summary>
    public Vector3Parameter? Translation { get; init; }

    /// <summary>Turns about the model's own x, y and z axis, in this order, radians.</summary>
    public Vector3Parameter? Rotation { get; init; }

    /// <summary>Factor on the scale, alike along all axes, above 0.</summary>
    public FloatParameter? Scale { get; init; }

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenarios.Scenario scenario) => Scale?.AboveZero($"{Name}.Scale");

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        foreach (var model in Of.In(iteration.Scene))
        {
            var stream = iteration.Stream(model);
            var local = model.Local;
            if (Translation is not null) local = local with { Translation = local.Translation + Translation.Sample(stream, "translation") };
            if (Rotation is not null)
            {
                var angles = Rotation.Sample(stream, "rotation");
                local = local with
                {
                    Rotation = local.Rotation
                        * Quaternion.CreateFromAxisAngle(Vector3.UnitX, angles.X)
                        * Quaternion.CreateFromAxisAngle(Vector3.UnitY, angles.Y)
                        * Quaternion.CreateFromAxisAngle(Vector3.UnitZ, angles.Z),
                };
            }

            if (Scale is not null) local = local with { Scale = local.Scale * Scale.Sample(stream, "scale") };
            model.Local = local;
        }
    }
}

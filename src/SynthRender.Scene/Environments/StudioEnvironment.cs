using System.Collections.Immutable;
using System.Numerics;

namespace SynthRender.Environments;

/// <summary>A photographer's studio: soft boxes and strip lights before a mottled backdrop, a dark ceiling with rails, a floor that runs into the backdrop.</summary>
/// <remarks>The boxes light and are reflected but cast no shadows; for those, add a RectangleLight where a box stands.</remarks>
public sealed record StudioEnvironment : LightingEnvironment
{
    /// <summary>Most boxes in one studio.</summary>
    public const int MaxBoxes = 8;

    private readonly ImmutableArray<SoftBox> _boxes =
    [
        new() { Azimuth = Units.Degrees(-40), Elevation = Units.Degrees(40), Width = Units.Degrees(50), Height = Units.Degrees(50) },
        new() { Azimuth = Units.Degrees(75), Elevation = Units.Degrees(15), Width = Units.Degrees(14), Height = Units.Degrees(80), Radiance = 2 },
    ];

    private readonly Vector3 _backdropRadiance = new(0.14f);
    private readonly Vector3 _ceilingRadiance = new(0.02f);
    private readonly Vector3 _floorRadiance = new(0.16f);
    private readonly float _mottling = 0.35f;
    private readonly float _floorGloss = 0.1f;

    /// <summary>The lights, 0 to <see cref="MaxBoxes"/>; a later one covers those before it. Compared by reference, not by content.</summary>
    /// <exception cref="ArgumentException">The list is missing or too long.</exception>
    public ImmutableArray<SoftBox> Boxes { get => _boxes; init => _boxes = EnvironmentRange.CheckCount(value, MaxBoxes); }

    /// <summary>Radiance of the backdrop all around, W/(m²·sr), each 0 to 1000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range; so for the other properties.</exception>
    public Vector3 BackdropRadiance { get => _backdropRadiance; init => _backdropRadiance = EnvironmentRange.Check(value, 0, 1000); }

    /// <summary>Radiance of the ceiling, each 0 to 1000.</summary>
    public Vector3 CeilingRadiance { get => _ceilingRadiance; init => _ceilingRadiance = EnvironmentRange.Check(value, 0, 1000); }

    /// <summary>Radiance of the floor in the middle of the studio, each 0 to 1000; it falls to a third far away.</summary>
    public Vector3 FloorRadiance { get => _floorRadiance; init => _floorRadiance = EnvironmentRange.Check(value, 0, 1000); }

    /// <summary>How far the backdrop's painted cloud varies its radiance, 0 (even) to 1.</summary>
    public float Mottling { get => _mottling; init => _mottling = EnvironmentRange.Check(value, 0, 1); }

    /// <summary>How much of the boxes the floor reflects, 0 to 1.</summary>
    public float FloorGloss { get => _floorGloss; init => _floorGloss = EnvironmentRange.Check(value, 0, 1); }

    /// <summary>Which mottling and which rails; every number makes others.</summary>
    public int Seed { get; init; }
}

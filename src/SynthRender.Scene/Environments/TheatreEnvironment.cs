using System.Collections.Immutable;
using System.Numerics;

namespace SynthRender.Environments;

/// <summary>An operating theatre: surgical lamps over the scene, tiled walls with a door and a screen, luminous ceiling panels, a plain floor.</summary>
/// <remarks>
/// The walls are seen from the middle of the room, wherever the camera is. The lamps light and are reflected but cast no shadows; for
/// those, add a SpotLight where a lamp hangs.
/// </remarks>
public sealed record TheatreEnvironment : LightingEnvironment
{
    /// <summary>Most lamps in one theatre.</summary>
    public const int MaxLamps = 4;

    private readonly ImmutableArray<SurgicalLamp> _lamps =
    [
        new() { Azimuth = Units.Degrees(-30), Elevation = Units.Degrees(62) },
        new() { Azimuth = Units.Degrees(130), Elevation = Units.Degrees(55), AngularRadius = Units.Degrees(12), Petals = 10 },
    ];

    private readonly Vector3 _wallRadiance = new(0.13f, 0.27f, 0.25f);
    private readonly Vector3 _ceilingRadiance = new(0.3f);
    private readonly Vector3 _floorRadiance = new(0.12f, 0.16f, 0.18f);
    private readonly float _panelRadiance = 1.5f;
    private readonly float _width = 6;
    private readonly float _length = 7;
    private readonly float _height = 3;
    private readonly float _tileSize = 0.3f;

    /// <summary>The lamp heads, 0 to <see cref="MaxLamps"/>; a later one covers those before it. Compared by reference, not by content.</summary>
    /// <exception cref="ArgumentException">The list is missing or too long.</exception>
    public ImmutableArray<SurgicalLamp> Lamps { get => _lamps; init => _lamps = EnvironmentRange.CheckCount(value, MaxLamps); }

    /// <summary>Radiance of the tiles, W/(m²·sr), each 0 to 1000: green or blue in most theatres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range; so for the other properties.</exception>
    public Vector3 WallRadiance { get => _wallRadiance; init => _wallRadiance = EnvironmentRange.Check(value, 0, 1000); }

    /// <summary>Radiance of the ceiling between its panels, each 0 to 1000; the lamps' housings have it too.</summary>
    public Vector3 CeilingRadiance { get => _ceilingRadiance; init => _ceilingRadiance = EnvironmentRange.Check(value, 0, 1000); }

    /// <summary>Radiance of the floor, each 0 to 1000.</summary>
    public Vector3 FloorRadiance { get => _floorRadiance; init => _floorRadiance = EnvironmentRange.Check(value, 0, 1000); }

    /// <summary>Radiance of the luminous ceiling panels, white, 0 to 1000.</summary>
    public float PanelRadiance { get => _panelRadiance; init => _panelRadiance = EnvironmentRange.Check(value, 0, 1000); }

    /// <summary>Extent of the room along X, metres, 2 to 50.</summary>
    public float Width { get => _width; init => _width = EnvironmentRange.Check(value, 2, 50); }

    /// <summary>Extent of the room along Z, metres, 2 to 50.</summary>
    public float Length { get => _length; init => _length = EnvironmentRange.Check(value, 2, 50); }

    /// <summary>From floor to ceiling, metres, 2 to 10; it is seen from 1.2 m above the floor.</summary>
    public float Height { get => _height; init => _height = EnvironmentRange.Check(value, 2, 10); }

    /// <summary>Side of a wall tile, metres, 0.05 to 1.</summary>
    public float TileSize { get => _tileSize; init => _tileSize = EnvironmentRange.Check(value, 0.05f, 1); }

    /// <summary>Where door, screen, cabinets and panels are, and how the tiles vary; every number makes another room.</summary>
    public int Seed { get; init; }
}

using System.Numerics;
using SynthRender.Environments;

namespace SynthRender.Tests.Environments;

public sealed class EnvironmentArgumentTests
{
    public static TheoryData<string, Func<object>> Impossible => new()
    {
        { "Rotation", () => new ForestEnvironment { Rotation = float.NaN } },
        { "Intensity", () => new StudioEnvironment { Intensity = -1 } },
        { "Azimuth", () => new SoftBox { Azimuth = float.PositiveInfinity } },
        { "Elevation", () => new SoftBox { Elevation = 1.6f } },
        { "Roll", () => new SoftBox { Roll = float.NaN } },
        { "Width", () => new SoftBox { Width = 0 } },
        { "Height", () => new SoftBox { Height = 3.2f } },
        { "Radiance", () => new SoftBox { Radiance = -0.1f } },
        { "Color", () => new SoftBox { Color = new(0.5f, 1.1f, 0.5f) } },
        { "Softness", () => new SoftBox { Softness = 1.01f } },
        { "BackdropRadiance", () => new StudioEnvironment { BackdropRadiance = new(0, 0, -1) } },
        { "CeilingRadiance", () => new StudioEnvironment { CeilingRadiance = new(0, float.NaN, 0) } },
        { "FloorRadiance", () => new StudioEnvironment { FloorRadiance = new(2000) } },
        { "Mottling", () => new StudioEnvironment { Mottling = -1 } },
        { "FloorGloss", () => new StudioEnvironment { FloorGloss = 2 } },
        { "Boxes", () => new StudioEnvironment { Boxes = [.. Enumerable.Repeat(new SoftBox(), 9)] } },
        { "Azimuth", () => new SurgicalLamp { Azimuth = float.NaN } },
        { "Elevation", () => new SurgicalLamp { Elevation = -2 } },
        { "AngularRadius", () => new SurgicalLamp { AngularRadius = 1.3f } },
        { "Radiance", () => new SurgicalLamp { Radiance = 10001 } },
        { "Petals", () => new SurgicalLamp { Petals = 5 } },
        { "Color", () => new SurgicalLamp { Color = new(-1) } },
        { "Lamps", () => new TheatreEnvironment { Lamps = [.. Enumerable.Repeat(new SurgicalLamp(), 5)] } },
        { "WallRadiance", () => new TheatreEnvironment { WallRadiance = new(-1) } },
        { "CeilingRadiance", () => new TheatreEnvironment { CeilingRadiance = new(1001) } },
        { "FloorRadiance", () => new TheatreEnvironment { FloorRadiance = new(float.NaN) } },
        { "PanelRadiance", () => new TheatreEnvironment { PanelRadiance = -1 } },
        { "Width", () => new TheatreEnvironment { Width = 1.9f } },
        { "Length", () => new TheatreEnvironment { Length = 51 } },
        { "Height", () => new TheatreEnvironment { Height = 11 } },
        { "TileSize", () => new TheatreEnvironment { TileSize = 0.04f } },
        { "CanopyDensity", () => new ForestEnvironment { CanopyDensity = -0.01f } },
        { "SunElevation", () => new ForestEnvironment { SunElevation = 1.58f } },
        { "SunAzimuth", () => new ForestEnvironment { SunAzimuth = float.NaN } },
        { "SunStrength", () => new ForestEnvironment { SunStrength = 4.1f } },
        { "TrunkCount", () => new ForestEnvironment { TrunkCount = 61 } },
        { "Season", () => new ForestEnvironment { Season = 1.1f } },
        { "Tint", () => new ForestEnvironment { Tint = new(5) } },
    };

    [Theory]
    [MemberData(nameof(Impossible), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_is_refused_by_name(string property, Func<object> make)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(make);
        Assert.Equal(property, refused.ParamName);
        Assert.StartsWith(property, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_is_missing_is_refused()
    {
        Assert.Equal("Boxes", Assert.Throws<ArgumentException>(() => new StudioEnvironment { Boxes = default }).ParamName);
        Assert.Equal("Lamps", Assert.Throws<ArgumentException>(() => new TheatreEnvironment { Lamps = default }).ParamName);
        Assert.Empty(new StudioEnvironment { Boxes = [] }.Boxes);
    }

    [Fact]
    public void The_ends_of_the_ranges_are_allowed()
    {
        _ = new SoftBox { Elevation = -MathF.PI / 2, Width = 0.005f, Height = 2.6f, Radiance = 0, Color = Vector3.Zero, Softness = 1 };
        _ = new SurgicalLamp { Elevation = MathF.PI / 2, AngularRadius = 0.02f, Radiance = 10000, Petals = 24 };
        _ = new TheatreEnvironment { Width = 2, Length = 50, Height = 10, TileSize = 0.05f };
        var forest = new ForestEnvironment { CanopyDensity = 1, SunElevation = MathF.PI / 2, SunStrength = 4, TrunkCount = 3, Season = 0, Tint = new(4) };
        Assert.Equal(1, forest.CanopyDensity);
    }
}

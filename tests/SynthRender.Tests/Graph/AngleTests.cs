using SynthRender.Environments;
using SynthRender.Lights;
using SynthRender.Parameters;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Graph;

/// <summary>An angle that is given in degrees is refused with a word on how degrees are written.</summary>
public sealed class AngleTests
{
    public static TheoryData<string, Action> Angles => new()
    {
        { "Degrees(45)", () => _ = new SpotLight { OuterConeAngle = 45 } },
        { "Degrees(20)", () => _ = new SpotLight { InnerConeAngle = 20 } },
        { "Degrees(8)", () => _ = new DirectionalLight { AngularDiameter = 8 } },
        { "Degrees(-30)", () => _ = new SoftBox { Elevation = -30 } },
        { "Degrees(40)", () => _ = new SoftBox { Width = 40 } },
        { "Degrees(12)", () => _ = new SurgicalLamp { AngularRadius = 12 } },
        { "Degrees(35)", () => _ = new SkyEnvironment { SunElevation = 35 } },
        { "Degrees(50)", () => _ = new ForestEnvironment { SunElevation = 50 } },
        { "Degrees(", () => _ = new Cameras.Lens(64, 48, 45) },
        { "Degrees(60)", () => Uniform(10, 60).WithinAngle(0, Math.PI / 2, "Sun.Elevation") },
        { "Degrees(-80)", () => Uniform(-80, 0).WithinAngle(-Math.PI / 2, Math.PI / 2, "Sun.Elevation") },
    };

    [Theory]
    [MemberData(nameof(Angles))]
    public void Degrees_are_hinted_at(string words, Action set)
    {
        var message = Assert.Throws<ArgumentOutOfRangeException>(set).Message;
        Assert.Contains(words, message, StringComparison.Ordinal);
        Assert.Contains("radians", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_right_angle_is_within_a_right_angle()
    {
        _ = new SpotLight { OuterConeAngle = Units.Degrees(90) };
        _ = new SkyEnvironment { SunElevation = Units.Degrees(90) };
        FloatParameter angle = Units.Degrees(90);
        Assert.Same(angle, angle.WithinAngle(0, Math.PI / 2, "angle"));
    }
}

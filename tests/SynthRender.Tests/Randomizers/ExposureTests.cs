using System.Numerics;
using SynthRender.Cameras;
using SynthRender.Frames;
using SynthRender.Parameters;
using SynthRender.Randomizers;
using SynthRender.Tests.Scenarios;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Randomizers;

public sealed class ExposureTests
{
    [Fact]
    public void A_stop_doubles_the_exposure_and_stops_add_up()
    {
        Assert.Equal(3, new Lens(1, 1, 1) { Exposure = 8 }.ExposureStops);
        Assert.Equal(0.25f, new Lens(1, 1, 1) { ExposureStops = -2 }.Exposure);
        Assert.Equal(2f, Frame(new() { Stops = 2 }, lens => lens with { Exposure = 0.5f }).Exposure, 1e-6f);
    }

    [Fact]
    public void Light_of_the_temperature_that_counts_as_white_becomes_neutral()
    {
        foreach (var kelvin in (ReadOnlySpan<float>)[2700, 4000, 6504, 9000])
        {
            var balance = Frame(new() { WhiteBalanceKelvin = kelvin }).WhiteBalance;
            var seen = ColorSpace.LinearFromKelvin(kelvin) * balance;
            var neutral = ColorSpace.LinearFromKelvin(6504);
            Assert.Equal(neutral.X / neutral.Y, seen.X / seen.Y, 1e-5f);
            Assert.Equal(neutral.Z / neutral.Y, seen.Z / seen.Y, 1e-5f);
            Assert.Equal(1, balance.Y, 1e-6f);
        }

        Assert.True(Frame(new() { WhiteBalanceKelvin = 3000 }).WhiteBalance.Z > 1.5f); // tungsten taken for white: the world is blue
    }

    [Fact]
    public void The_coldest_light_has_a_white_balance_too()
    {
        var balance = Frame(new() { WhiteBalanceKelvin = ColorSpace.LeastKelvin }).WhiteBalance;
        Assert.True(balance.X > 0 && float.IsFinite(balance.Z) && balance.Z <= 16, balance.ToString());
    }

    [Fact]
    public void What_is_drawn_is_recorded_and_what_is_not_asked_for_stays()
    {
        var snapshot = Snapshot(
            new()
            {
                Stops = Uniform(-1, 1),
                ToneCurve = new([ToneCurve.AgX]),
                VignetteStrength = Uniform(0.2, 0.9),
            },
            lens => lens with { WhiteBalance = new Vector3(1, 2, 3), Vignette = new Vignette { FieldRadius = 0.9f } });
        var lens = snapshot.Camera.Lens;
        Assert.Equal(Number(snapshot, "stops"), lens.ExposureStops, 1e-5f);
        Assert.Equal(Number(snapshot, "vignetteStrength"), lens.Vignette!.Strength);
        Assert.Equal(0.9f, lens.Vignette.FieldRadius);
        Assert.Equal(ToneCurve.AgX, lens.ToneCurve);
        Assert.Equal(new Vector3(1, 2, 3), lens.WhiteBalance);
        Assert.Contains(snapshot.SampledValues, v => v.Name == "toneCurve" && v.Value.ToString() == "AgX");
    }

    [Fact]
    public void A_value_that_no_camera_has_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Lens(1, 1, 1) { WhitePoint = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Lens(1, 1, 1) { WhiteBalance = new Vector3(1, 0, 1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Vignette { Strength = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Vignette { FieldRadius = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AutoExposure { Key = 0 });
        Assert.ThrowsAny<ArgumentException>(() => Frame(new() { WhiteBalanceKelvin = 100 }));
        Assert.ThrowsAny<ArgumentException>(() => Frame(new() { Camera = "left" }));
    }

    private static float Number(FrameSnapshot snapshot, string name) =>
        Convert.ToSingle(snapshot.SampledValues.Single(v => v.Name == name).Value, System.Globalization.CultureInfo.InvariantCulture);

    private static Lens Frame(ExposureRandomizer randomizer, Func<Lens, Lens>? lens = null) => Snapshot(randomizer, lens).Camera.Lens;

    private static FrameSnapshot Snapshot(ExposureRandomizer randomizer, Func<Lens, Lens>? lens = null) => SceneInCode.Start(s =>
    {
        foreach (var camera in s.Scene.Cameras)
            if (lens is not null) camera.Lens = lens(camera.Lens);
        s.Add(randomizer);
    }).Sample(0)[0];
}

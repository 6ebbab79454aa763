using SynthRender.Cli.Output;

namespace SynthRender.Tests.Cli;

/// <summary>The estimate of the time that is left.</summary>
public sealed class RateMeterTests
{
    private readonly Clock _clock = new();

    [Fact]
    public void The_time_before_the_first_image_does_not_count()
    {
        var meter = new RateMeter(_clock);
        meter.Report(0);
        // Forty seconds of opening devices and compiling shaders, then ten images a second.
        _clock.Pass(40);
        for (var done = 1; done <= 30; done++)
        {
            meter.Report(done);
            Assert.True(meter.Rate is null or (> 9.4 and < 10.6), $"{done}: {meter.Rate}");
            _clock.Pass(0.1);
        }

        Assert.Equal(97, meter.TimeFor(970)!.Value.TotalSeconds, 4.0);
    }

    [Fact]
    public void Images_of_an_earlier_run_do_not_count()
    {
        var meter = new RateMeter(_clock);
        meter.Report(5000);
        _clock.Pass(3);
        for (var done = 5001; done <= 5010; done++)
        {
            meter.Report(done);
            _clock.Pass(1);
        }

        // Nine steps in ten seconds.
        Assert.Equal(0.9, meter.Rate!.Value, 0.02);
    }

    [Fact]
    public void Nothing_is_said_before_there_is_something_to_tell_from()
    {
        var meter = new RateMeter(_clock);
        Assert.Null(meter.Rate);
        meter.Report(0);
        _clock.Pass(60);
        Assert.Null(meter.Rate);
        // Two lanes finish at once.
        meter.Report(1);
        meter.Report(2);
        Assert.Null(meter.Rate);
        Assert.Null(meter.TimeFor(10));
    }

    [Fact]
    public void A_scene_that_gets_slower_is_told_by_its_last_half_minute_and_a_halt_lowers_the_rate()
    {
        var meter = new RateMeter(_clock);
        meter.Report(0);
        var done = 0;
        for (var i = 0; i < 600; i++)
        {
            meter.Report(++done);
            _clock.Pass(0.1);
        }

        for (var i = 0; i < 60; i++)
        {
            meter.Report(++done);
            _clock.Pass(1);
        }

        Assert.Equal(1, meter.Rate!.Value, 0.05);
        _clock.Pass(30);
        Assert.Equal(0.5, meter.Rate!.Value, 0.05);
    }

    private sealed class Clock : TimeProvider
    {
        private long _ticks = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Pass(double seconds) => _ticks += TimeSpan.FromSeconds(seconds).Ticks;
    }
}

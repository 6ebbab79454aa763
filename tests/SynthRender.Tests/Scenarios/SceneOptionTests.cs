using SynthRender.Materials;
using SynthRender.Scenarios;

namespace SynthRender.Tests.Scenarios;

public sealed class SceneOptionTests
{
    private static T Read<T>(T value, string text, double? minimum = null, double? maximum = null) where T : notnull
    {
        var read = value;
        SceneInCode.Start(s => read = s.Option("x", value, "", minimum, maximum), 1, ("x", text));
        return read;
    }

    private static string Refused<T>(T value, string text, double? minimum = null, double? maximum = null) where T : notnull =>
        Assert.Throws<SceneOptionException>(() => Read(value, text, minimum, maximum)).Message;

    [Fact]
    public void Every_kind_is_read()
    {
        Assert.Equal(-7, Read(1, "-7"));
        Assert.Equal(1L << 40, Read(1L, "1099511627776"));
        Assert.Equal(0.1f, Read(0f, "0.1", 0, 0.1));
        Assert.Equal(1e-3, Read(1.0, "1e-3"));
        Assert.True(Read(false, "True"));
        Assert.Equal("a b", Read("", "a b"));
        Assert.Equal(AlphaMode.Blend, Read(AlphaMode.Mask, "blend"));
    }

    [Fact]
    public void What_is_not_set_keeps_its_default_and_is_listed()
    {
        var (count, mode) = (0, AlphaMode.Opaque);
        var run = SceneInCode.Start(
            s =>
            {
                count = s.Option("count", 3, "how many", 1, 20);
                mode = s.Option("mode", AlphaMode.Mask);
                s.Option("size", 0.5);
            },
            1, ("count", "5"));
        Assert.Equal((5, AlphaMode.Mask), (count, mode));
        Assert.Equal(
            [
                new SceneOption("count", "5", "a whole number from 1 to 20", "how many"),
                new SceneOption("mode", "Mask", "one of Opaque, Mask, Blend", ""),
                new SceneOption("size", "0.5", "a number", ""),
            ],
            run.Options);
    }

    [Fact]
    public void What_is_no_such_value_is_refused_with_what_is_expected()
    {
        Assert.Equal("The option 'x' takes a whole number, got 'many'.", Refused(1, "many"));
        Assert.Equal("The option 'x' takes a whole number, got '1.5'.", Refused(1, "1.5"));
        Assert.Equal("The option 'x' takes a whole number, got '99999999999'.", Refused(1, "99999999999"));
        Assert.Equal("The option 'x' takes a number, got 'NaN'.", Refused(1.0, "NaN"));
        Assert.Equal("The option 'x' takes a number, got '1,5'.", Refused(1f, "1,5"));
        Assert.Equal("The option 'x' takes true or false, got 'yes'.", Refused(true, "yes"));
        Assert.Equal("The option 'x' takes one of Opaque, Mask, Blend, got 'Glass'.", Refused(AlphaMode.Mask, "Glass"));
        Assert.Equal("The option 'x' takes one of Opaque, Mask, Blend, got '1'.", Refused(AlphaMode.Mask, "1"));
    }

    [Fact]
    public void What_lies_outside_the_range_is_refused_with_the_range()
    {
        Assert.Equal("The option 'x' takes a whole number from 1 to 20, got '21'.", Refused(3, "21", 1, 20));
        Assert.Equal("The option 'x' takes a number, 0 or more, got '-0.5'.", Refused(3.0, "-0.5", 0));
        Assert.Equal("The option 'x' takes a number, 2.5 or less, got '3'.", Refused(1f, "3", null, 2.5));
    }

    [Fact]
    public void An_unknown_name_is_refused_with_the_known_ones()
    {
        var message = Assert.Throws<SceneOptionException>(() => SceneInCode.Start(
            s =>
            {
                s.Option("count", 3, "", 1, 20);
                s.Option("fog", true);
            },
            1, ("cuont", "5"))).Message;
        Assert.Equal("The scene has no option 'cuont'. It has: count (a whole number from 1 to 20, 3); fog (true or false, True).", message);
        Assert.Contains("declares no options", Assert.Throws<SceneOptionException>(
            () => SceneInCode.Start(_ => { }, 1, ("a", "b"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scene_that_declares_nonsense_is_told_so()
    {
        Assert.Throws<ArgumentException>(() => SceneInCode.Start(s => s.Option("two words", 1)));
        Assert.Throws<ArgumentException>(() => SceneInCode.Start(s => s.Option("", 1)));
        Assert.Throws<ArgumentException>(() => SceneInCode.Start(s => s.Option("x", DateTime.UnixEpoch)));
        Assert.Throws<ArgumentException>(() => SceneInCode.Start(s => s.Option("x", 5, "", 6, 7)));
        Assert.Throws<ArgumentException>(() => SceneInCode.Start(s =>
        {
            s.Option("x", 1);
            s.Option("x", 2);
        }));
        // Outside OnBuild there is nothing to read options from.
        Assert.Throws<InvalidOperationException>(() => new SceneInCode(_ => { }).Option("x", 1));
    }
}

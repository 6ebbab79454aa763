using System.Numerics;
using SynthRender.Datasets.Labelers;
using SynthRender.Frames;

namespace SynthRender.Tests.Datasets.Labelers;

/// <summary>The visibility rule of ANNOTATIONS.md, case by case. The object stands 2 m away and covers pixels 10..29 × 10..29 of 40×40.</summary>
public sealed class KeypointLabelerTests
{
    private static bool Body(int x, int y) => x is >= 10 and < 30 && y is >= 10 and < 30;

    [Fact]
    public void On_the_surface_it_is_visible_at_its_edge_coordinates()
    {
        var point = Locate(f => f.At(20.25f, 15.5f, 2));
        Assert.Equal(KeypointVisibility.Visible, point.Visibility);
        // A float projection of numbers below 64 is good to 2⁻¹⁸·few.
        Assert.Equal(20.25f, point.X, 1e-4f);
        Assert.Equal(15.5f, point.Y, 1e-4f);
    }

    [Theory]
    [InlineData(2.14f, 0.15f, KeypointVisibility.Visible)] // 14 cm under the skin
    [InlineData(2.16f, 0.15f, KeypointVisibility.Hidden)]
    [InlineData(2.16f, 0.2f, KeypointVisibility.Visible)]
    [InlineData(1.5f, 0f, KeypointVisibility.Visible)] // before the surface
    public void It_may_lie_behind_its_surface_by_its_own_distance(float depth, float distance, KeypointVisibility expected) =>
        Assert.Equal(expected, Locate(f => f.At(20.5f, 20.5f, depth), distance).Visibility);

    [Theory]
    [InlineData(29.9f, KeypointVisibility.Visible)]
    [InlineData(30.9f, KeypointVisibility.Visible)] // pixel 30 is background, its neighbour 29 is the object
    [InlineData(31.1f, KeypointVisibility.Hidden)]
    public void Its_object_shows_within_a_pixel(float x, KeypointVisibility expected) =>
        Assert.Equal(expected, Locate(f => f.At(x, 20.5f, 2)).Visibility);

    [Fact]
    public void Another_object_before_it_hides_it()
    {
        var frame = Frame(out var keypoints, f => f.At(20.5f, 20.5f, 2)).Add("screen", (x, _) => x is >= 15 and < 25, depth: 1);
        Assert.Equal(KeypointVisibility.Hidden, Label(frame).Keypoints[0].Visibility);
        Assert.Single(keypoints);
    }

    [Fact]
    public void A_labelled_part_of_the_object_does_not_hide_it()
    {
        var frame = Frame(out _, f => f.At(20.5f, 20.5f, 2)).Add("antlers", (x, _) => x is >= 15 and < 25, depth: 1.95f, parent: 1);
        Assert.Equal(KeypointVisibility.Visible, Label(frame).Keypoints[0].Visibility);

        var stranger = Frame(out _, f => f.At(20.5f, 20.5f, 2)).Add("bird", (x, _) => x is >= 15 and < 25, depth: 1.95f, name: "scene/deer/bird");
        Assert.Equal(KeypointVisibility.Hidden, Label(stranger).Keypoints[0].Visibility);
    }

    [Fact]
    public void A_part_of_a_part_belongs_to_the_whole()
    {
        var frame = Frame(out _, f => f.At(20.5f, 20.5f, 2)).Add("head", (x, _) => x < 5, depth: 1.95f, parent: 1).Add("eye", (x, _) => x is >= 15 and < 25, depth: 1.95f, parent: 2);
        Assert.Equal(KeypointVisibility.Visible, Label(frame).Keypoints[0].Visibility);
        var upsideDown = Frame(out _, f => f.At(20.5f, 20.5f, 2)).Add("head", (x, _) => x < 5, parent: 2);
        Assert.Contains("a whole comes before its parts", Assert.Throws<InvalidDataException>(() => Label(upsideDown)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0f, 20f, KeypointVisibility.Hidden)] // on the image's edge: inside
    [InlineData(-0.01f, 20f, KeypointVisibility.Outside)]
    [InlineData(39.99f, 20f, KeypointVisibility.Hidden)]
    [InlineData(40.01f, 20f, KeypointVisibility.Outside)]
    [InlineData(20f, 40.01f, KeypointVisibility.Outside)]
    public void Outside_the_image_it_is_nothing(float x, float y, KeypointVisibility expected)
    {
        var point = Locate(f => f.At(x, y, 2));
        Assert.Equal(expected, point.Visibility);
        if (expected == KeypointVisibility.Outside) Assert.Equal((0f, 0f), (point.X, point.Y));
    }

    [Fact]
    public void Behind_the_camera_it_is_nothing() => Assert.Equal(default, Locate(_ => new Vector3(0, 0, 1)));

    [Fact]
    public void Before_the_near_plane_it_is_hidden() =>
        Assert.Equal(KeypointVisibility.Hidden, Locate(f => f.At(20.5f, 20.5f, 0.01f)).Visibility);

    [Fact]
    public void On_a_slant_that_falls_by_more_than_its_distance_over_a_pixel_it_is_visible()
    {
        // A plane: 1/depth is linear in the image. From column to column it falls by 6 to 20 cm.
        static float Plane(float x, float y) => 1 / (0.5f - 0.015f * (x - 20) + 0.001f * y);
        foreach (var x in (ReadOnlySpan<float>)[15.02f, 20.5f, 25.98f])
        {
            var frame = Frame(out _, f => f.At(x, 20.3f, Plane(x, 20.3f)), 0.02f).Slant(1, Plane);
            Assert.Equal(KeypointVisibility.Visible, Label(frame).Keypoints[0].Visibility);
            var behind = Frame(out _, f => f.At(x, 20.3f, Plane(x, 20.3f) + 0.15f), 0.02f).Slant(1, Plane);
            Assert.Equal(KeypointVisibility.Hidden, Label(behind).Keypoints[0].Visibility);
        }
    }

    public static TheoryData<SightHit[], KeypointVisibility> Sights => new()
    {
        // The keypoint lies 2 m away and may be 15 cm under its skin; 1 is its object, 2 another.
        { [new SightHit(1, 2, 0, 0)], KeypointVisibility.Visible },
        { [new SightHit(1, 1.86f, 0, 0), new SightHit(1, 2.5f, 0, 0)], KeypointVisibility.Visible },
        { [new SightHit(1, 1.84f, 0, 0), new SightHit(1, 2, 0, 0)], KeypointVisibility.Hidden },
        { [new SightHit(1, 1.84f, 0.02f, 0)], KeypointVisibility.Visible }, // as near as nobody can tell
        { [new SightHit(2, 1.99f, 0, 0), new SightHit(1, 2, 0, 0)], KeypointVisibility.Hidden },
        { [new SightHit(2, 1.99f, 0.02f, 0), new SightHit(1, 2, 0, 0)], KeypointVisibility.Visible }, // it touches
        { [new SightHit(2, 1.95f, 0, 0), new SightHit(1, 1.9f, 0, 0)], KeypointVisibility.Visible }, // under the skin, which hides the other
        { [new SightHit(0, 1.95f, 0, 0), new SightHit(1, 2, 0, 0)], KeypointVisibility.Hidden }, // by what has no label
        { [new SightHit(1, 2, 0, 0.9f)], KeypointVisibility.Visible }, // a tip between pixels
        { [new SightHit(1, 2, 0, 0.9f), new SightHit(2, 2.5f, 0, 0)], KeypointVisibility.Visible }, // with a wall behind
        { [new SightHit(1, 2, 0, 0.9f), new SightHit(2, 1.5f, 0, 0)], KeypointVisibility.Hidden },
        { [new SightHit(1, 1.5f, 0, 0.9f)], KeypointVisibility.Hidden }, // beside a nearer part of itself
        { [new SightHit(1, 3, 0, 0), new SightHit(2, 2.5f, 0, 0)], KeypointVisibility.Hidden }, // hovers before its object, which does not show
        { [new SightHit(1, 3, 0, 0), new SightHit(2, 1.5f, 0, 0.5f)], KeypointVisibility.Visible }, // the other only passes
    };

    [Theory]
    [MemberData(nameof(Sights))]
    public void What_the_line_to_it_meets_decides(SightHit[] hits, KeypointVisibility expected)
    {
        var sights = new KeypointSights();
        foreach (var hit in hits) sights.Add(hit);
        sights.EndKeypoint();
        // The pixels around say nothing.
        var frame = Frame(out _, f => f.At(35.5f, 20.5f, 2)).Add("wall", (x, _) => x > 30, depth: 5);
        using var rendered = frame.Render(sights);
        Assert.Equal(expected, ((KeypointLabel)new KeypointLabeler().Label(rendered)).Instances[0].Keypoints[0].Visibility);
    }

    [Fact]
    public void Sights_are_told_apart_by_keypoint_through_all_instances()
    {
        var sights = new KeypointSights();
        foreach (var depth in (ReadOnlySpan<float>)[1, 2])
        {
            sights.Add(new SightHit(depth == 1 ? 1u : 2u, depth, 0, 0));
            sights.EndKeypoint();
        }

        var frame = Frame(out _, f => f.At(20.5f, 20.5f, 2));
        frame.Add("fox", (x, _) => x < 5, template: HandMadeFrame.Template("eye"), keypoints: new FrameKeypoint(frame.At(35.5f, 20.5f, 2), 0.15f));
        using var rendered = frame.Render(sights);
        var found = ((KeypointLabel)new KeypointLabeler().Label(rendered)).Instances;
        Assert.Equal([KeypointVisibility.Hidden, KeypointVisibility.Visible], found.Select(f => f.Keypoints[0].Visibility));
    }

    [Fact]
    public void Sights_are_given_back_with_their_frame()
    {
        var back = 0;
        Frame(out _, f => f.At(20.5f, 20.5f, 2)).Render(new KeypointSights(_ => back++)).Dispose();
        Assert.Equal(1, back);
    }

    [Fact]
    public void An_object_that_does_not_show_has_none()
    {
        var frame = Frame(out _, f => f.At(20.5f, 20.5f, 2)).Add("wall", (_, _) => true, depth: 1);
        using var rendered = frame.Render();
        Assert.Empty(((KeypointLabel)new KeypointLabeler().Label(rendered)).Instances);
    }

    [Fact]
    public void A_keypoint_that_is_no_number_is_an_error()
    {
        using var frame = Frame(out _, _ => new Vector3(float.NaN)).Render();
        Assert.Contains("'eye'", Assert.Throws<InvalidDataException>(() => new KeypointLabeler().Label(frame)).Message, StringComparison.Ordinal);
    }

    private static ImageKeypoint Locate(Func<HandMadeFrame, Vector3> at, float distance = 0.15f) => Label(Frame(out _, at, distance)).Keypoints[0];

    private static HandMadeFrame Frame(out FrameKeypoint[] keypoints, Func<HandMadeFrame, Vector3> at, float distance = 0.15f)
    {
        var frame = new HandMadeFrame(40, 40);
        keypoints = [new FrameKeypoint(at(frame), distance)];
        return frame.Add("deer", Body, depth: 2, name: "scene/deer", template: HandMadeFrame.Template("eye"), keypoints: keypoints);
    }

    private static InstanceKeypoints Label(HandMadeFrame frame)
    {
        using var rendered = frame.Render();
        return ((KeypointLabel)new KeypointLabeler().Label(rendered)).Instances[0];
    }
}

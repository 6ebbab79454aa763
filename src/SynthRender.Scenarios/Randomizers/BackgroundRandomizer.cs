using SynthRender.Environments;
using SynthRender.Materials;
using SynthRender.Parameters;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>
/// Puts a picture behind everything, each time one of a set, another part of it: photographs as backgrounds. It fills the image and keeps
/// its proportions.
/// </summary>
public sealed class BackgroundRandomizer : Randomizer
{
    private CategoricalParameter<TextureImage>? _choice;

    /// <summary>The pictures to choose from, each equally likely: <c>Textures("backgrounds/*.jpg")</c>. All are kept in memory.</summary>
    public required IReadOnlyList<TextureImage> Images { get; init; }

    /// <summary>Which part is seen of what is cut off, across and down, within [0, 1]; 0 is left and top.</summary>
    public Vector2Parameter Position { get; init; } = new(Distributions.Uniform(0, 1), Distributions.Uniform(0, 1));

    /// <summary>How much larger than needed to fill the image it is, 1 or more.</summary>
    public FloatParameter Zoom { get; init; } = Distributions.Uniform(1, 1.5);

    /// <summary>Whether left and right are swapped.</summary>
    public BooleanParameter Flip { get; init; } = Distributions.Chance(0.5);

    /// <summary>Standard deviation of a blur as a share of the image's height, within [0, 0.1].</summary>
    public FloatParameter Blur { get; init; } = 0;

    /// <summary>The radiance of the picture's white, 0 or more.</summary>
    public FloatParameter Gain { get; init; } = 1;

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        Zoom.Within(1, float.MaxValue, $"{Name}.Zoom");
        Blur.Within(0, 0.1, $"{Name}.Blur");
        Gain.Within(0, float.MaxValue, $"{Name}.Gain");
        _choice = Images.Count > 0 ? new CategoricalParameter<TextureImage>(Images) : throw new ArgumentException($"{Name} has no images.");
    }

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        var stream = iteration.Stream();
        iteration.Scene.Background = new BackgroundPicture(_choice!.Sample(stream, "image", image => image.Name))
        {
            Position = Position.Sample(stream, "position"),
            Zoom = Zoom.Sample(stream, "zoom"),
            Flipped = Flip.Sample(stream, "flip"),
            Blur = Blur.Sample(stream, "blur"),
            Gain = Gain.Sample(stream, "gain"),
        };
    }
}

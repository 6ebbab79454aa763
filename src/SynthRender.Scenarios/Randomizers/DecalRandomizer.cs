using System.Numerics;
using SynthRender.Graph;
using SynthRender.Materials;
using SynthRender.Parameters;
using SynthRender.Samplers;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>
/// Puts decals on models: dirt, scratches, blood, stickers, images. Each lies at a point of the posed surface, all points equally likely,
/// belongs to its model and lies on nothing else. It runs after all randomizers have placed and posed the models.
/// </summary>
/// <remarks>
/// What decals look like comes from a pool that is renewed a little with every frame, as <see cref="ProceduralTextureRandomizer"/>'s is. Blended
/// and clear surfaces get no decals; the count recorded for a model that has no other, or none within the box, is 0.
/// </remarks>
public sealed class DecalRandomizer : Randomizer
{
    private const string Image = "image";

    private readonly Dictionary<int, Decal> _drawn = [];
    private CategoricalParameter<string>? _kinds;
    private CategoricalParameter<TextureImage>? _images;

    /// <summary>Which models.</summary>
    public Selection Of { get; init; } = Selection.Foreground;

    /// <summary>Decals on each model; whole numbers, both ends included, 0 to 1000.</summary>
    public FloatParameter Count { get; init; } = Distributions.Uniform(1, 3);

    /// <summary>
    /// Kinds to draw from, each equally likely: "blood", "dirt", "scratch", "sticker", "image". All of them when null, images only if
    /// there are some.
    /// </summary>
    public IReadOnlyList<string>? Kinds { get; init; }

    /// <summary>Images with alpha for the kind "image", each equally likely; they keep their proportions.</summary>
    public IReadOnlyList<TextureImage> Images { get; init; } = [];

    /// <summary>The longer side as a share of the model's largest extent, above 0. Unused when <see cref="Size"/> is set.</summary>
    public FloatParameter RelativeSize { get; init; } = Distributions.Uniform(0.1, 0.35);

    /// <summary>The longer side in metres of the world, above 0, or null.</summary>
    public FloatParameter? Size { get; init; }

    /// <summary>Height by width of what is no image, above 0.</summary>
    public FloatParameter Aspect { get; init; } = Distributions.Uniform(0.6, 1.4);

    /// <summary>Turn on the surface, radians.</summary>
    public FloatParameter Rotation { get; init; } = Distributions.Uniform(0, 2 * Math.PI);

    /// <summary>Factor on the alpha, in [0, 1].</summary>
    public FloatParameter Opacity { get; init; } = Distributions.Uniform(0.7, 1);

    /// <summary>Depth of the box as a share of the longer side, above 0: how far a decal follows a bent surface.</summary>
    public FloatParameter RelativeDepth { get; init; } = 0.7;

    /// <summary>A box of the world in which the decals' middles lie, or null: for large grounds, the part that is looked at.</summary>
    public BoundingBox? Within { get; init; }

    /// <summary>Looks that a frame chooses from, 1 to 256.</summary>
    public int Pool { get; init; } = 16;

    /// <summary>Frames that a look of the pool stays, 1 or more.</summary>
    public int RefreshEvery { get; init; } = 64;

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        Count.WithinWhole(0, 1000, $"{Name}.Count");
        RelativeSize.AboveZero($"{Name}.RelativeSize");
        Size?.AboveZero($"{Name}.Size");
        Aspect.AboveZero($"{Name}.Aspect");
        Opacity.Within(0, 1, $"{Name}.Opacity");
        RelativeDepth.AboveZero($"{Name}.RelativeDepth");
        if (Within is { IsEmpty: true }) throw new ArgumentException($"{Name}.Within is an empty box.");
        if (Pool is < 1 or > 256 || RefreshEvery < 1)
            throw new ArgumentException($"{Name}.Pool is 1 to 256 and RefreshEvery 1 or more; they are {Pool} and {RefreshEvery}.");
        var known = DecalDraws.Families.Add(Image);
        var kinds = Kinds ?? (Images.Count > 0 ? known : DecalDraws.Families);
        if (kinds.Count == 0) throw new ArgumentException($"{Name}.Kinds is empty; there are {string.Join(", ", known)}.");
        foreach (var kind in kinds)
            if (!known.Contains(kind)) throw new ArgumentException($"{Name}: there is no kind of decal '{kind}'; there are {string.Join(", ", known)}.");
        if (kinds.Contains(Image) && Images.Count == 0) throw new ArgumentException($"{Name} has the kind '{Image}' but no Images; load some with Textures(…).");
        _kinds = new CategoricalParameter<string>(kinds);
        _images = Images.Count > 0 ? new CategoricalParameter<TextureImage>(Images) : null;
    }

    /// <inheritdoc/>
    protected internal override void OnUpdate(Iteration iteration)
    {
        _drawn.Clear();
        foreach (var model in Of.In(iteration.Scene))
        {
            var (stream, points) = (iteration.Stream(model), SurfacePoints.Of(model, Within));
            var count = points.IsEmpty ? stream.Record("count", 0) : Count.SampleInteger(stream, "count");
            for (var i = 0; i < count; i++) Put(model, points, iteration, iteration.Stream(model, $"decal {i}"));
        }
    }

    private void Put(ModelNode model, SurfacePoints points, Iteration iteration, RandomStream stream)
    {
        var k = stream.Record("look", stream.NextIndex(Pool));
        if (!_drawn.TryGetValue(k, out var look)) _drawn.Add(k, look = Draw(k, iteration));
        // Metres of the world for a metre of the model: the side of the cube that a unit cube's volume becomes.
        var scale = MathF.Cbrt(MathF.Abs(model.WorldFromNode.GetDeterminant()));
        var extent = model.Asset.Bounds.Size;
        var side = Size is null
            ? RelativeSize.Sample(stream, "relativeSize") * MathF.Max(extent.X, MathF.Max(extent.Y, extent.Z))
            : Size.Sample(stream, "size") / scale;
        var image = look.Material.BaseColorTexture!.Image;
        var aspect = image.Procedural is null ? (float)image.Height / image.Width : Aspect.Sample(stream, "aspect");
        var (point, normal) = points.Draw(stream);
        stream.Record("point", point);
        model.Add(new DecalNode("decal", look with
        {
            Size = aspect > 1 ? new Vector2(side / aspect, side) : new Vector2(side, side * aspect),
            Depth = side * RelativeDepth.Sample(stream, "relativeDepth"),
            Opacity = Opacity.Sample(stream, "opacity"),
        })
        {
            Local = Transform.LookingAt(Vector3.Zero, -normal, Rotation.Sample(stream, "rotation")) with { Translation = point },
        });
    }

    private Decal Draw(int k, Iteration iteration)
    {
        var epoch = (int)((iteration.Frame + (long)k * RefreshEvery / Pool) / RefreshEvery);
        var stream = iteration.SharedStream($"look {k}", epoch);
        var kind = _kinds!.Sample(stream, "kind");
        return kind == Image ? Decal.Of(_images!.Sample(stream, "image", image => image.Name)) : Decal.Of(DecalDraws.Draw(kind, stream));
    }
}

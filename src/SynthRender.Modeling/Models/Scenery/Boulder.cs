using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Scenery;

/// <summary>A granite boulder: rounded faces of old breaks, cracks, lichen, moss on top; flat below.</summary>
/// <param name="name">The file's name.</param>
/// <param name="radii">Half its extents before it broke, metres.</param>
/// <param name="seed">What makes it differ from its likes.</param>
internal sealed class Boulder(string name, Vector3 radii, uint seed) : IModel
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Family => "scenery";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var chance = new Chance(seed);
        var middle = new Vector3(0, radii.Y * 0.45f, 0);
        Field stone = new Ellipsoid(middle, radii);
        for (var i = 0; i < 9; i++)
        {
            var way = Vector3.Normalize(chance.Direction() + new Vector3(0, 0.15f, 0));
            stone = stone.Meet(0.10f * radii.X, new HalfSpace(middle + way * (way * radii).Length() * chance.Between(0.68f, 0.88f), way));
        }

        var calm = stone.Raise(p => 0.035f * Noise.Fractal(p * 4.5f, 3, seed), 0.03f, 0.4f).Meet(0.01f, new HalfSpace(Vector3.Zero, -Vector3.UnitY));
        var field = calm.Raise(p => 0.007f * Noise.Fractal(p * 17f, 4, seed + 9u) - 0.010f * Crack(p), 0.014f, 0.9f);
        return Timber.Solid(Name, field, calm, Granite, p => 0.0022f * Noise.Fractal(p * 85f, 4, 5u), 0.020f, 2600, 0.10f);
    }

    private float Crack(Vector3 p)
    {
        var (nearest, second) = Noise.Cells(p * 3.1f + new Vector3(0.5f * Noise.Fractal(p * 6f, 3, seed + 3u)), seed + 5u);
        return Smooth.Step(0.05f, 0.01f, second - nearest);
    }

    private SurfaceLook Granite(SurfacePoint s)
    {
        var p = s.Position;
        var cloud = Noise.Fractal(p * 6f, 4, seed + 11u);
        var grain = Noise.Gradient(p * 190f, 13u);
        var look = new SurfaceLook(Rgb.Mix(Rgb.Hex("6E6A64"), Rgb.Hex("A29C92"), 0.5f + 0.7f * cloud + 0.28f * grain), 0.85f);
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("3A3835"), 0.8f), 0.6f * Smooth.Step(0.35f, 0.5f, Noise.Gradient(p * 150f, 17u)));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("8A6B4A"), 0.9f), 0.35f * Smooth.Step(0.15f, 0.4f, Noise.Fractal(p * 9f, 3, seed + 15u)));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("2A2724"), 0.95f), 0.7f * Crack(p) + 0.5f * Smooth.Step(0.6f, 0.25f, s.Occlusion));
        look = Timber.Lichen(look, p, 11f, 0.18f);
        return Timber.Moss(look, s, -0.22f);
    }
}

using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Scenery;

/// <summary>A heap of small-intestine loops, 0.24 m wide, 0.22 m long and 0.06 m high: pink, wet, with vessels across.</summary>
internal sealed class BowelLoops : IModel
{
    /// <inheritdoc/>
    public string Name => "bowel_loops";

    /// <inheritdoc/>
    public string Family => "scenery";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "scenery") { OcclusionReach = 0.02f, Labeled = false, TextureSize = 1024, TextureQuality = 86 };
        model.Node("Loops", null, 0, 0, 0);
        model.Material("Serosa");
        model.Solids.Add(new Solid
        {
            Name = "Loops", Material = "Serosa", Node = "Loops", Field = Gut(), Look = Look, Cell = 0.0030f, Triangles = 9000, WearScale = 0.005f,
            Relief = p => 0.00022f * Noise.Fractal(p * 420f, 3, 5u),
        });
        return model;
    }

    private static Field Gut()
    {
        var chance = new Chance(7u);
        Tube layer(float height, float radius, int rows, float turn, float half)
        {
            // To and fro in rows, each turn wandering a little.
            var points = new List<Vector4>();
            for (var row = 0; row < rows; row++)
            {
                var z = (row - (rows - 1) / 2f) * radius * 2.25f;
                var reach = half * MathF.Sqrt(MathF.Max(0.2f, 1f - z * z / (0.11f * 0.11f)));
                for (var i = 0; i < 4; i++)
                {
                    var x = (row % 2 == 0 ? 1f : -1f) * reach * (i - 1.5f) / 1.5f;
                    var place = new Vector3(x, height + chance.Between(-0.004f, 0.006f), z + chance.Between(-0.007f, 0.007f));
                    place = Vector3.Transform(place, Quaternion.CreateFromAxisAngle(Vector3.UnitY, turn));
                    points.Add(new Vector4(place, radius * chance.Between(0.86f, 1.08f)));
                }
            }

            return Tube.Along([.. points], 6);
        }

        var loops = new SmoothUnion(0.0025f, [layer(0.013f, 0.0150f, 6, 0.25f, 0.105f), layer(0.036f, 0.0140f, 4, 1.35f, 0.080f), layer(0.050f, 0.0130f, 2, 0.4f, 0.05f)]);
        // Rings of muscle pinch the tube here and there.
        return loops.Raise(p => 0.0011f * Noise.Gradient(p * 75f, 9u) + 0.0008f * Noise.Gradient(p * 150f, 10u), 0.002f, 0.35f);
    }

    private static SurfaceLook Look(SurfacePoint s)
    {
        var p = s.Position;
        var cloud = Noise.Fractal(p * 38f, 4, 3u);
        var look = new SurfaceLook(Rgb.Mix(Rgb.Hex("B8605A"), Rgb.Hex("E6AEA0"), 0.55f + 0.9f * cloud), 0.25f);
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("C98A6A"), 0.28f), 0.4f * Smooth.Step(0.1f, 0.35f, Noise.Fractal(p * 16f, 3, 15u)));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("7A2426"), 0.3f), 0.7f * Smooth.Step(0.75f, 0.3f, s.Occlusion));
        var net = Smooth.Step(0.045f, 0f, MathF.Abs(Noise.Gradient(p * 70f + new Vector3(0.5f * Noise.Gradient(p * 130f, 41u)), 43u))) * Smooth.Step(-0.1f, 0.3f, Noise.Gradient(p * 34f, 45u));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("8E1E22"), 0.24f), 0.7f * net);
        return SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("E9C77C"), 0.3f), 0.8f * Smooth.Step(0.24f, 0.34f, Noise.Fractal(p * 24f, 3, 51u)) * Smooth.Step(0.95f, 0.7f, s.Occlusion));
    }
}

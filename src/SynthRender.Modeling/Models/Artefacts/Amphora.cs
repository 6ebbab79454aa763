using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Artefacts;

/// <summary>
/// A Greek black-figure neck amphora: two double-rolled handles, rays above the foot, a key meander, a frieze of warriors and
/// horses, tongues on the shoulder, palmettes on the neck; glaze worn at the edges, crackled and dusty.
/// </summary>
public sealed class Amphora : IModel
{
    private const string Pot = "Pot";

    /// <inheritdoc/>
    public string Name => "amphora";

    /// <inheritdoc/>
    public string Family => "artefacts";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "artefact") { OcclusionReach = 0.05f };
        model.Node("Amphora", null, 0, 0, 0);
        model.Material("Ceramic");
        model.Solids.Add(new Solid
        {
            Name = Pot,
            Material = "Ceramic",
            Node = "Amphora",
            Field = Vessel().Meet(0.002f, new HalfSpace(Vector3.Zero, -Vector3.UnitY)).Join(0.008f, Handles()).Cut(0.004f, Mouth()).Raise(Damage, 0.004f, 0.5f),
            Look = Ceramic,
            Relief = p => 0.00022f * Noise.Fractal(p * 140f, 3, 2u) + 0.0001f * Noise.Gradient(p * new Vector3(20f, 900f, 20f), 4u)
                - 0.00025f * Crackle(p),
            Cell = 0.0030f,
            Triangles = 12000,
        });
        AddVariation(model);
        AddLabels(model);
        return model;
    }

    private static Field Vessel() => new Revolved(Outline.Smooth(
    [
        new(-0.02f, 0.000f), new(0.030f, 0.000f), new(0.064f, 0.000f), new(0.069f, 0.007f), new(0.066f, 0.018f), new(0.048f, 0.024f),
        new(0.037f, 0.032f), new(0.046f, 0.050f), new(0.074f, 0.095f), new(0.105f, 0.150f), new(0.130f, 0.205f), new(0.141f, 0.255f),
        new(0.134f, 0.298f), new(0.108f, 0.330f), new(0.077f, 0.346f), new(0.062f, 0.357f), new(0.057f, 0.380f), new(0.057f, 0.410f),
        new(0.063f, 0.430f), new(0.078f, 0.441f), new(0.086f, 0.448f), new(0.086f, 0.460f), new(0.078f, 0.466f), new(0.050f, 0.466f), new(-0.02f, 0.466f),
    ], 6), Vector3.Zero);

    private static Field Mouth() => new Revolved(Outline.Smooth(
    [
        new(-0.02f, 0.36f), new(0.02f, 0.362f), new(0.044f, 0.375f), new(0.047f, 0.400f), new(0.050f, 0.428f), new(0.064f, 0.452f),
        new(0.073f, 0.470f), new(0.060f, 0.50f), new(-0.02f, 0.50f),
    ], 6), Vector3.Zero);

    private static Field Handles()
    {
        Field Roll(float z) => Tube.Along(
        [
            new(0.050f, 0.408f, z * 0.8f, 0.0095f), new(0.078f, 0.421f, z, 0.0092f), new(0.106f, 0.416f, z, 0.0090f),
            new(0.124f, 0.392f, z, 0.0090f), new(0.127f, 0.358f, z, 0.0092f), new(0.119f, 0.318f, z, 0.0098f), new(0.108f, 0.300f, z, 0.0105f),
        ], 6);
        return new SmoothUnion(0.002f, [Roll(-0.0085f), Roll(0.0085f)]).MirrorX();
    }

    // Chips along the lip and foot, and a slightly uneven wheel.
    private static float Damage(Vector3 p)
    {
        var edge = MathF.Max(Smooth.Bump(0.460f, 0.014f, p.Y), Smooth.Bump(0.006f, 0.010f, p.Y));
        var chip = edge * Smooth.Step(0.32f, 0.55f, Noise.Fractal(p * 38f, 2, 31u));
        return -0.0036f * chip + 0.0006f * Noise.Gradient(p * 14f, 8u) + 0.0002f * MathF.Sin(p.Y * 900f);
    }

    private static float Crackle(Vector3 p)
    {
        var (first, second) = Noise.Cells(p * 42f + new Vector3(0.35f * Noise.Gradient(p * 60f, 41u)), 19u);
        return Smooth.Step(0.035f, 0.0f, second - first) * Smooth.Step(-0.05f, 0.25f, Noise.Gradient(p * 11f, 23u));
    }

    private static SurfaceLook Ceramic(SurfacePoint s)
    {
        var p = s.Position;
        var cloud = Noise.Fractal(p * 18f, 4, 6u);
        var clay = new SurfaceLook(Rgb.Mix(Rgb.Hex("B9602F"), Rgb.Hex("D58A4F"), 0.5f + 0.8f * cloud), 0.62f);
        var glaze = new SurfaceLook(Rgb.Mix(Rgb.Hex("15100E"), Rgb.Hex("2B1D17"), 0.5f + cloud), 0.30f + 0.1f * cloud);
        var red = new SurfaceLook(Rgb.Hex("6E2318"), 0.45f);
        var painted = Painting(p);
        var look = painted == 2 ? red : painted == 1 ? glaze : clay;

        // Wear on ridges, flakes where the glaze gave way.
        var wear = Smooth.Step(0.10f, 0.30f, s.Convexity + 0.10f * Noise.Fractal(p * 80f, 3, 12u));
        var flake = Smooth.Step(0.34f, 0.40f, Noise.Fractal(p * 30f, 4, 15u)) * 0.9f;
        look = SurfaceLook.Mix(look, clay with { Roughness = 0.75f }, MathF.Max(wear * 0.8f, flake));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("3A2416"), 0.8f), 0.65f * Crackle(p));
        var dust = Smooth.Step(0.75f, 0.35f, s.Occlusion) + 0.35f * Smooth.Step(0.1f, 0.5f, Noise.Fractal(p * 9f, 3, 27u));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("A58C6C"), 0.9f), 0.35f * dust);
        var inside = p.Y > 0.355f && new Vector2(p.X, p.Z).Length() < 0.052f;
        return inside ? SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("4A2A18"), 0.85f), 0.75f) : look;
    }

    // 0 bare clay, 1 black glaze, 2 added red.
    private static int Painting(Vector3 p)
    {
        var radius = new Vector2(p.X, p.Z).Length();
        var turn = MathF.Atan2(p.X, p.Z) / MathF.Tau + 0.5f;
        var y = p.Y + 0.0005f * Noise.Gradient(p * 45f, 51u);
        var handle = MathF.Abs(p.X) > 0.05f && ((y > 0.345f && radius > 0.070f && y < 0.432f) || (radius > 0.118f && y > 0.300f && MathF.Abs(p.Z) < 0.022f));
        if (handle)
            return 1;
        if (y < 0.030f || y > 0.437f)
            return y is > 0.0215f and < 0.0245f ? 2 : 1;
        if (y < 0.092f)
            return Ornament.Rays(turn * 18f, (y - 0.034f) / 0.058f) ? 1 : 0;
        if (Line(y, 0.097f, 0.004f) || Line(y, 0.113f, 0.010f) || Line(y, 0.124f, 0.0022f) || Line(y, 0.153f, 0.0022f) || Line(y, 0.162f, 0.0055f))
            return Line(y, 0.113f, 0.0028f) ? 2 : 1;
        if (y is > 0.1265f and < 0.150f)
            return Ornament.Meander(turn * 24f, (y - 0.1265f) / 0.0235f) ? 1 : 0;
        if (y is > 0.166f and < 0.286f)
            return Frieze(turn, (y - 0.168f) / 0.113f);
        if (Line(y, 0.290f, 0.003f))
            return 1;
        if (y is > 0.297f and < 0.335f)
        {
            var tongue = (int)MathF.Floor(turn * 40f);
            return Ornament.Tongues(turn * 40f, (y - 0.297f) / 0.038f) ? tongue % 2 == 0 ? 1 : 2 : 0;
        }

        if (y < 0.350f || Line(y, 0.360f, 0.003f) || Line(y, 0.430f, 0.003f))
            return 1;
        return y is > 0.364f and < 0.426f && Ornament.Palmettes(turn * 8f, (y - 0.364f) / 0.062f) ? 1 : 0;
    }

    private static bool Line(float y, float middle, float half) => MathF.Abs(y - middle) < half * 0.5f;

    private static int Frieze(float turn, float v)
    {
        // Horse, warrior, horse, warrior … six cells around; the same on both sides of the vase.
        var cell = (int)MathF.Floor(turn * 6f);
        var x = (turn * 6f - cell - 0.5f) * 1.25f;
        var p = new Vector2(x, v);
        if (cell % 2 == 0)
        {
            var horse = Figure.Horse(p);
            if (horse < 0f && MathF.Abs(Vector2.Distance(p, new Vector2(0.20f, 0.62f)) - 0.10f) < 0.008f)
                return 0;
            return horse < 0f ? MathF.Abs(p.Y - 0.93f + 0.4f * MathF.Abs(p.X - 0.33f)) < 0.04f && p.X < 0.36f ? 2 : 1 : 0;
        }

        var shield = Figure.Shield(p);
        if (shield < 0.014f)
            return shield > 0f ? 0 : shield > -0.035f ? 1 : shield > -0.048f ? 0 : shield < -0.13f ? 2 : 1;
        return Figure.Warrior(p) < 0f ? 1 : 0;
    }

    private static void AddVariation(ModelDescription model)
    {
        model.Morph("squat", m => m.Position * new Vector3(1.10f, 0.84f, 1.10f));
        model.Morph("slender_neck", m => Inward(m.Position, 0.20f * Smooth.Bump(0.395f, 0.045f, m.Position.Y) * Smooth.Step(0.090f, 0.060f, new Vector2(m.Position.X, m.Position.Z).Length())));
        model.Morph("wide_belly", m => Inward(m.Position, -0.15f * Smooth.Bump(0.24f, 0.11f, m.Position.Y)));
        model.Morph("tall_foot", m => m.Position + new Vector3(0, 0.035f, 0) * Smooth.Step(0.015f, 0.05f, m.Position.Y));
        model.Variant("sooted", new MaterialChange("Ceramic", new Vector3(0.55f, 0.50f, 0.47f)));
        model.Variant("bleached", new MaterialChange("Ceramic", new Vector3(1f, 0.95f, 0.86f)));
        model.Variant("polished", new MaterialChange("Ceramic", new Vector3(0.95f, 0.88f, 0.80f), 0.6f));
        model.Variant("grey_clay", new MaterialChange("Ceramic", new Vector3(0.52f, 0.66f, 0.85f)));
    }

    private static Vector3 Inward(Vector3 p, float share) => new(p.X * (1f - share), p.Y, p.Z * (1f - share));

    private static void AddLabels(ModelDescription model)
    {
        model.Keypoint("lip_front", Pot, new(0, 0.456f, 0.086f), 0.02f);
        model.Keypoint("lip_back", Pot, new(0, 0.456f, -0.086f), 0.02f);
        model.KeypointPair("lip", Pot, new(0.086f, 0.456f, 0), 0.02f);
        model.KeypointPair("handle_top", Pot, new(0.106f, 0.426f, 0), 0.02f);
        model.KeypointPair("handle_outer", Pot, new(0.136f, 0.360f, 0), 0.02f);
        model.KeypointPair("handle_root", Pot, new(0.120f, 0.308f, 0.012f), 0.02f);
        model.Keypoint("neck_front", Pot, new(0, 0.395f, 0.057f), 0.02f);
        model.Keypoint("neck_back", Pot, new(0, 0.395f, -0.057f), 0.02f);
        model.Keypoint("belly_front", Pot, new(0, 0.255f, 0.141f), 0.02f);
        model.Keypoint("belly_back", Pot, new(0, 0.255f, -0.141f), 0.02f);
        model.KeypointPair("belly", Pot, new(0.141f, 0.250f, 0), 0.02f);
        model.Keypoint("foot_front", Pot, new(0, 0.010f, 0.068f), 0.02f);
        model.Keypoint("foot_back", Pot, new(0, 0.010f, -0.068f), 0.02f);
        model.KeypointPair("foot", Pot, new(0.068f, 0.010f, 0), 0.02f);
        model.Chain("lip_front", "neck_front", "belly_front", "foot_front");
        model.Chain("lip_back", "neck_back", "belly_back", "foot_back");
        foreach (var side in (ReadOnlySpan<string>)["left_", "right_"])
        {
            model.Chain(side + "lip", side + "handle_top", side + "handle_outer", side + "handle_root", side + "belly", side + "foot");
            model.Chain("lip_front", side + "lip", "lip_back");
            model.Chain("foot_front", side + "foot", "foot_back");
        }

        model.DiscreteSymmetries.Add(Matrix4x4.CreateRotationY(MathF.PI));
        model.Part("amphora", "Amphora");
    }
}

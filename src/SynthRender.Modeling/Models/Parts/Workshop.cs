using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Parts;

/// <summary>What the machine parts share: shapes along the Y axis, finishes, variants.</summary>
internal static class Workshop
{
    /// <summary>The single node of a part.</summary>
    public const string Part = "Part";

    private static readonly Vector3 Steel = new(0.60f, 0.605f, 0.62f);

    /// <summary>Begins a part of one node.</summary>
    public static ModelDescription Begin(string name, float reach, int texels = 512)
    {
        var model = new ModelDescription(name, "parts") { OcclusionReach = reach, TextureSize = texels, TextureQuality = 90 };
        model.Node(Part, null, 0, 0, 0);
        model.Part(name, Part);
        return model;
    }

    /// <summary>Adds a solid, and its material when it is new.</summary>
    public static void Add(ModelDescription model, string name, string material, Field field, float cell, int triangles,
        Func<SurfacePoint, SurfaceLook> look, Func<Vector3, float>? relief = null, float density = 1f, bool hard = true)
    {
        if (!model.Materials.Exists(m => m.Name == material))
            model.Material(material);
        model.Solids.Add(new Solid
        {
            Name = name, Material = material, Node = Part, Field = field, Look = look, Relief = relief, Cell = cell, Triangles = triangles,
            Density = density, Hard = hard, WearScale = 2.5f * cell,
        });
    }

    /// <summary>A polygon of the XZ plane (its y is −z) drawn out along Y from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public static Field Prism(Outline outline, float low, float high, float round = 0f) =>
        new Extruded(outline, new Vector3(0, 0, (low + high) * 0.5f), (high - low) * 0.5f, round).Turn(Vector3.Zero, Vector3.UnitX, -MathF.PI / 2f);

    /// <summary>A regular hexagon by its width across flats, two flats facing ±Z.</summary>
    public static Outline Hexagon(float acrossFlats) => Outline.Through(
        [.. Enumerable.Range(0, 6).Select(i => acrossFlats / MathF.Sqrt(3f) * new Vector2(MathF.Cos(i * MathF.PI / 3f), MathF.Sin(i * MathF.PI / 3f)))]);

    /// <summary>A solid of revolution about Y: (radius, height) counter-clockwise, its first and last point on the axis.</summary>
    public static Field Turned(params Vector2[] profile)
    {
        // Beyond the axis, so that the axis itself is inside and no edge of the outline.
        profile[0].X = profile[^1].X = -0.004f;
        return new Revolved(Outline.Through(profile), Vector3.Zero);
    }

    /// <summary>A straight hole along Y.</summary>
    public static Field Bore(float x, float z, float low, float high, float radius) =>
        new RoundCylinder(new Vector3(x, low, z), new Vector3(x, high, z), radius, 0f);

    /// <summary>Turns about Y by all multiples of a whole turn over <paramref name="count"/> but none, as symmetries.</summary>
    public static void TurnsAboutY(ModelDescription model, int count)
    {
        for (var i = 1; i < count; i++)
            model.DiscreteSymmetries.Add(Matrix4x4.CreateRotationY(i * MathF.Tau / count));
    }

    /// <summary>Half a turn about an axis through a point, as a symmetry.</summary>
    public static void HalfTurn(ModelDescription model, Vector3 axis, Vector3 through) => model.DiscreteSymmetries.Add(
        Matrix4x4.CreateTranslation(-through) * Matrix4x4.CreateFromAxisAngle(Vector3.Normalize(axis), MathF.PI) * Matrix4x4.CreateTranslation(through));

    /// <summary>Machined or plated metal: fine grain, handling marks, oil and dirt in the corners, bright edges.</summary>
    /// <param name="tint">Reflectance at normal incidence.</param>
    /// <param name="roughness">Of the clean face.</param>
    /// <param name="turned">True for tool marks around the Y axis, false for a rolled sheet's.</param>
    public static Func<SurfacePoint, SurfaceLook> Metal(Vector3 tint, float roughness, bool turned = true) => s =>
    {
        var p = s.Position;
        var away = MathF.Sqrt(p.X * p.X + p.Z * p.Z);
        var grain = turned
            ? Noise.Gradient(new Vector3(away * 5200f, p.Y * 5200f, MathF.Atan2(p.X, p.Z) * 2.5f), 5u)
            : Noise.Gradient(p * new Vector3(260f, 4200f, 4200f), 5u);
        var cloud = Noise.Fractal(p * 110f, 4, 3u);
        var look = new SurfaceLook(tint * (1f + 0.05f * grain + 0.12f * cloud), roughness + 0.035f * grain + 0.10f * cloud, 1f);
        var mark = Smooth.Step(0.30f, 0.42f, Noise.Fractal(p * new Vector3(520f, 170f, 300f), 3, 29u));
        look = SurfaceLook.Mix(look, new SurfaceLook(tint * 0.72f, roughness + 0.22f, 1f), 0.6f * mark);
        look = SurfaceLook.Mix(look, new SurfaceLook(tint * 1.25f + new Vector3(0.04f), roughness * 0.75f, 1f), 0.55f * Smooth.Step(0.15f, 0.4f, s.Convexity + 0.12f * cloud));
        var oil = Smooth.Step(0.80f, 0.30f, s.Occlusion + 0.25f * cloud);
        return SurfaceLook.Mix(look, new SurfaceLook(new Vector3(0.035f, 0.028f, 0.020f), 0.42f, 0.25f), 0.82f * oil);
    };

    /// <summary>Machined steel as most parts have it.</summary>
    public static Func<SurfacePoint, SurfaceLook> MachinedSteel(float roughness = 0.30f, bool turned = true) => Metal(Steel, roughness, turned);

    /// <summary>Raw casting: sandy, dull, with rust where it was touched.</summary>
    public static SurfaceLook Cast(SurfacePoint s)
    {
        var p = s.Position;
        var cloud = Noise.Fractal(p * 75f, 4, 31u);
        var look = new SurfaceLook(Rgb.Mix(Rgb.Hex("5C5E60"), Rgb.Hex("8E9092"), 0.5f + 1.1f * cloud), 0.56f + 0.15f * cloud, 0.75f);
        var rust = Smooth.Step(0.10f, 0.32f, Noise.Fractal(p * 48f, 4, 37u) + 0.25f * (1f - s.Occlusion));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Mix(Rgb.Hex("5A3420"), Rgb.Hex("8A5530"), 0.5f + Noise.Fractal(p * 300f, 3, 41u)), 0.85f, 0.1f), 0.7f * rust);
        look = SurfaceLook.Mix(look, new SurfaceLook(new Vector3(0.62f), 0.36f, 1f), 0.6f * Smooth.Step(0.2f, 0.45f, s.Convexity + 0.15f * cloud));
        return SurfaceLook.Mix(look, new SurfaceLook(new Vector3(0.03f, 0.026f, 0.022f), 0.7f, 0.1f), 0.75f * Smooth.Step(0.75f, 0.3f, s.Occlusion));
    }

    /// <summary>Grain of a sand mould, as relief.</summary>
    public static float Sand(Vector3 p) => 0.00016f * Noise.Fractal(p * 900f, 3, 43u);

    /// <summary>Tool marks and dents, as relief.</summary>
    public static float Handled(Vector3 p) => 0.00003f * Noise.Gradient(p * 700f, 47u) - 0.00009f * Smooth.Step(0.28f, 0.5f, Noise.Fractal(p * 240f, 2, 53u));

    /// <summary>The platings that fasteners come in.</summary>
    public static void Platings(ModelDescription model, string material)
    {
        model.Variant("zinc", new MaterialChange(material, new Vector3(0.93f, 0.98f, 1f), 0.85f));
        model.Variant("yellow_zinc", new MaterialChange(material, new Vector3(1f, 0.83f, 0.45f), 0.9f));
        model.Variant("black_oxide", new MaterialChange(material, new Vector3(0.085f, 0.088f, 0.095f), 1f, 0.8f));
        model.Variant("brass", new MaterialChange(material, new Vector3(1f, 0.74f, 0.36f), 0.85f));
        model.Variant("rusty", new MaterialChange(material, new Vector3(0.42f, 0.22f, 0.13f), 1f, 0.25f));
    }
}

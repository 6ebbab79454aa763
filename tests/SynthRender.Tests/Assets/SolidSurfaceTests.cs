using System.Numerics;
using SynthRender.Assets;
using SynthRender.Graph;
using SynthRender.Materials;

namespace SynthRender.Tests.Assets;

/// <summary>Which meshes show only the fronts of their triangles to whoever is outside.</summary>
public sealed class SolidSurfaceTests
{
    public static TheoryData<string> Solids => ["sphere", "torus", "box", "cylinder", "cone", "hollow ball", "overlapping balls", "ball in two parts", "boxes side by side"];

    public static TheoryData<string> Others =>
    [
        "plane", "sphere with a hole", "sphere with a triangle turned over", "sphere inside out", "sphere beside one inside out",
        "figure of eight", "cut hollow ball", "lines", "nothing",
    ];

    [Theory]
    [MemberData(nameof(Solids))]
    public void Solids_are_told_in_every_level(string name)
    {
        var detail = Model(name).DetailOf(0);
        Assert.All(detail.Levels, level => Assert.True(detail.IsSolid(level)));
        Assert.All(detail.CasterLevels, level => Assert.True(detail.IsSolid(level)));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void What_shows_a_back_is_no_solid(string name) => Assert.False(IsSolid(Model(name).DetailOf(0)));

    private static bool IsSolid(MeshDetail detail) => detail.IsSolid(detail.Levels[0]);

    private static ModelAsset Model(string name)
    {
        var ball = Triangles(Shapes.Sphere(1, 24));
        return name switch
        {
            "sphere" => Shapes.Sphere(1, 48),
            "torus" => Shapes.Torus(1, 0.4f),
            "box" => Shapes.Box(new Vector3(1, 2, 3)),
            "cylinder" => Shapes.Cylinder(0.5f, 2),
            "cone" => Shapes.Cone(0.5f, 2),
            "hollow ball" => Of([.. ball, .. TurnedOver(Scaled(ball, 0.7f))]),
            "overlapping balls" => Of([.. ball, .. Moved(ball, 0.8f)]),
            "ball in two parts" => Of(ball[..600], ball[600..]),
            "boxes side by side" => Of([.. Triangles(Shapes.Box(Vector3.One)), .. Moved(Triangles(Shapes.Box(Vector3.One)), 1)]),
            "plane" => Shapes.Plane(1, 1),
            "sphere with a hole" => Of(ball[3..]),
            "sphere with a triangle turned over" => Of([.. ball[3..], ball[0], ball[2], ball[1]]),
            "sphere inside out" => Of(TurnedOver(ball)),
            "sphere beside one inside out" => Of([.. ball, .. TurnedOver(Moved(ball, 3))]),
            "figure of eight" => Of(FigureOfEight()),
            // The cavity reaches out of the ball: there its wall is seen from behind.
            "cut hollow ball" => Of([.. ball, .. TurnedOver(Moved(Scaled(ball, 0.7f), 0.6f))]),
            "lines" => Model(new PrimitiveAsset
            {
                Topology = PrimitiveTopologyKind.Lines, Material = 0, Positions = ball, Normals = ball, Indices = new uint[] { 0, 1 },
                Bounds = new BoundingBox(-Vector3.One, Vector3.One),
            }),
            _ => Of([]),
        };
    }

    /// <summary>A prism over two squares that meet in a corner, walked around as an 8: one of them is inside out.</summary>
    private static Vector3[] FigureOfEight()
    {
        Vector2[] outline = [new(0, 0), new(1, 0), new(1, 1), new(0, 1), new(0, 0), new(0, -1), new(-1, -1), new(-1, 0)];
        var triangles = new List<Vector3>();
        for (var i = 0; i < outline.Length; i++)
        {
            var (a, b) = (outline[i], outline[(i + 1) % outline.Length]);
            Vector3 low = new(a, 0), lowNext = new(b, 0), high = new(a, 1), highNext = new(b, 1);
            triangles.AddRange([low, lowNext, highNext, low, highNext, high]);
            triangles.AddRange([Vector3.UnitZ, high, highNext, Vector3.Zero, lowNext, low]);
        }

        return [.. triangles];
    }

    private static Vector3[] Triangles(ModelAsset model)
    {
        var primitive = model.Meshes[0].Primitives[0];
        return [.. primitive.Indices.ToArray().Select(i => primitive.Positions.Span[(int)i])];
    }

    private static Vector3[] Scaled(Vector3[] triangles, float factor) => [.. triangles.Select(p => p * factor)];

    private static Vector3[] Moved(Vector3[] triangles, float x) => [.. triangles.Select(p => p + new Vector3(x, 0, 0))];

    private static Vector3[] TurnedOver(Vector3[] triangles) => [.. triangles.Chunk(3).SelectMany(t => new[] { t[0], t[2], t[1] })];

    private static ModelAsset Of(params Vector3[][] parts) => Model([.. parts.Select(corners => new PrimitiveAsset
    {
        Material = 0, Positions = corners, Normals = corners, Indices = Enumerable.Range(0, corners.Length).Select(i => (uint)i).ToArray(),
        Bounds = corners.Aggregate(BoundingBox.Empty, (box, p) => box.Include(p)),
    })]);

    private static ModelAsset Model(params PrimitiveAsset[] primitives) => new(
        "model", [new NodeAsset("node", -1, Transform.Identity, 0, -1, [], -1, -1)], [new MeshAsset("mesh", [.. primitives], [])], [Material.Default], []);
}

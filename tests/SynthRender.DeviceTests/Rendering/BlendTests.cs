using System.Numerics;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Materials;
using SynthRender.Rendering;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>Blended surfaces that pass through each other, against rays composed from behind.</summary>
public sealed class BlendTests(ValidatedDevice device) : RenderingTest(device)
{
    private static readonly Vector3 Wall = new(0.1f, 0.2f, 0.3f);

    private readonly List<(Transform Place, Vector3 Color, float Alpha)> _panes = [];

    protected override FrameRendererOptions Options => new() { Smoothing = false };

    [Fact]
    public void PanesThatPassThroughEachOther_AreComposedInTheOrderOfEachPixel()
    {
        Pane(Quaternion.CreateFromYawPitchRoll(0.9f, 0, 0), new Vector3(1, 0, 0), 0.5f);
        Pane(Quaternion.CreateFromYawPitchRoll(-0.9f, 0, 0), new Vector3(0, 1, 0), 0.6f);
        Pane(Quaternion.CreateFromYawPitchRoll(0, 1, 0), new Vector3(0, 0, 1), 0.3f);
        Check();
    }

    [Fact]
    public void ManyPanes_InRandomPlaces_AreComposedInTheOrderOfEachPixel()
    {
        for (var i = 0; i < 7; i++)
        {
            var turn = Quaternion.CreateFromYawPitchRoll(MathF.Sin(3 * i + 1), MathF.Cos(5 * i), i);
            Pane(turn, new Vector3(0.2f * (i % 3), 0.3f * (i % 4), 0.15f * i), 0.2f + 0.1f * i, new Vector3(0.2f * MathF.Sin(i), 0.2f * MathF.Cos(2 * i), 0.1f * i - 0.3f));
        }

        Check();
    }

    [Fact]
    public void OneMeshThatFoldsBehindItself_IsComposedInTheOrderOfEachPixel()
    {
        // A sphere of two walls: the far one, then the near one.
        var glass = Material.Default with { Unlit = true, AlphaMode = AlphaMode.Blend, DoubleSided = true, BaseColorFactor = new Vector4(1, 0, 0, 0.5f) };
        Add(Quad(Material.Default with { Unlit = true, BaseColorFactor = new Vector4(Wall, 1) }), new Transform(new Vector3(0, 0, -1.5f), Quaternion.Identity, new Vector3(4)));
        Add(Oracle.Shapes.Model("sphere", Oracle.Shapes.Sphere(48, 32), glass), new Transform(default, Quaternion.Identity, new Vector3(0.6f)));
        using var frame = Render();
        Near(Srgb(0.75 + 0.25 * Wall.X), Middle(frame).X, 1, "red");
        Near(Srgb(0.25 * Wall.Z), Middle(frame).Z, 1, "blue");
        Assert.Equal(2u, frame.InstanceIds[24 * 64 + 32]);
        Near(1.4, frame.Depth[24 * 64 + 32], 0.01, "the near wall");
    }

    [Fact]
    public void PictureDoesNotDependOnTheOrderOfTheModels()
    {
        byte[] Picture(bool turned)
        {
            NewScene();
            _panes.Clear();
            for (var i = 0; i < 5; i++)
            {
                var k = turned ? 4 - i : i;
                Pane(Quaternion.CreateFromYawPitchRoll(k, 2 * k, 3 * k), new Vector3(0.2f * k, 0.1f, 1 - 0.2f * k), 0.3f + 0.1f * k);
            }

            Build();
            using var frame = Render();
            return frame.Color.ToArray();
        }

        Assert.Equal(Picture(false), Picture(true));
    }

    [Fact]
    public void AMeshThatIsNotConvex_IsComposedInTheOrderOfEachPixel()
    {
        // A wall folded like a fan, seen along its folds' normal: three walls and a gap behind each pixel of the middle.
        var zigzag = new Vector3[] { new(-1, 0, 0.5f), new(0.9f, 0, 0.3f), new(-0.9f, 0, 0.1f), new(1, 0, -0.1f) };
        var positions = zigzag.SelectMany(p => new[] { p - Vector3.UnitY, p + Vector3.UnitY }).ToArray();
        var indices = Enumerable.Range(0, 3).SelectMany(i => new uint[] { 0, 2, 1, 1, 2, 3 }.Select(k => (uint)(2 * i) + k)).ToArray();
        var fan = new SynthRender.Assets.PrimitiveAsset
        {
            Material = 0, Positions = positions, Normals = Enumerable.Repeat(Vector3.UnitZ, positions.Length).ToArray(), Indices = indices,
            Bounds = positions.Aggregate(BoundingBox.Empty, (box, p) => box.Include(p)),
        };
        var red = Material.Default with { Unlit = true, AlphaMode = AlphaMode.Blend, DoubleSided = true, BaseColorFactor = new Vector4(1, 0, 0, 0.5f) };
        Add(Quad(Material.Default with { Unlit = true, BaseColorFactor = new Vector4(Wall, 1) }), new Transform(new Vector3(0, 0, -1.5f), Quaternion.Identity, new Vector3(4)));
        Add(Oracle.Shapes.Model("fan", fan, red));
        Add(Quad(red with { BaseColorFactor = new Vector4(0, 0, 1, 0.5f) }), new Transform(new Vector3(0, 0, 0.2f), Quaternion.Identity, new Vector3(0.7f)));
        using var frame = Render();
        // The blue pane stands among the fan's walls.
        var (x, y) = (36, 24);
        var focal = 24 / MathF.Tan(0.4f);
        var slope = (x + 0.5f - 32) / focal;
        var hits = new List<(float Z, bool Blue)> { (0.2f, true) };
        for (var i = 0; i < 3; i++)
        {
            // Where the ray x = slope·(2 − z) meets the wall.
            var (a, b) = (zigzag[i], zigzag[i + 1]);
            var t = (slope * (2 - a.Z) - a.X) / (b.X - a.X + slope * (b.Z - a.Z));
            hits.Add((a.Z + t * (b.Z - a.Z), false));
        }

        var color = Wall;
        foreach (var hit in hits.OrderBy(h => h.Z)) color = Vector3.Lerp(color, hit.Blue ? Vector3.UnitZ : Vector3.UnitX, 0.5f);
        Near(Srgb(color.X), At(frame, x, y).X, 1, "red");
        Near(Srgb(color.Z), At(frame, x, y).Z, 1, "blue");
    }

    private void Pane(Quaternion turn, Vector3 color, float alpha, Vector3 at = default) =>
        _panes.Add((new Transform(at, turn, new Vector3(0.7f)), color, alpha));

    private void Build()
    {
        Add(Quad(Material.Default with { Unlit = true, BaseColorFactor = new Vector4(Wall, 1) }), new Transform(new Vector3(0, 0, -1.5f), Quaternion.Identity, new Vector3(4)));
        foreach (var pane in _panes)
        {
            var material = Material.Default with
            {
                Unlit = true, AlphaMode = AlphaMode.Blend, DoubleSided = true, BaseColorFactor = new Vector4(pane.Color, pane.Alpha),
            };
            Add(Quad(material), pane.Place);
        }
    }

    /// <summary>Compares every pixel whose ray passes no pane's edge, and no line where two panes meet, within a hair.</summary>
    private void Check()
    {
        Build();
        var snapshot = Snapshot();
        using var frame = Renderer.Render(snapshot);
        var compared = 0;
        for (var y = 0; y < frame.Height; y++)
        {
            for (var x = 0; x < frame.Width; x++)
            {
                if (Expected(snapshot, x, y) is not { } expected) continue;
                compared++;
                for (var c = 0; c < 3; c++) Near(Srgb(expected.Color[c]), At(frame, x, y)[c], 1.2, $"pixel {x}, {y}, channel {c}");
                Assert.Equal(expected.Id, frame.InstanceIds[y * frame.Width + x]);
            }
        }

        Assert.InRange(compared, frame.Width * frame.Height * 8 / 10, frame.Width * frame.Height);
    }

    private (Vector3 Color, uint Id)? Expected(FrameSnapshot snapshot, int x, int y)
    {
        var focal = snapshot.Camera.FocalLengthPixels;
        var ray = new Vector3((x + 0.5f - 0.5f * snapshot.Camera.Lens.Width) / focal, -(y + 0.5f - 0.5f * snapshot.Camera.Lens.Height) / focal, -1);
        var hits = new List<(float Depth, int Pane)>();
        for (var i = 0; i < _panes.Count; i++)
        {
            var back = Quaternion.Inverse(_panes[i].Place.Rotation);
            var origin = Vector3.Transform(Eye - _panes[i].Place.Translation, back) / 0.7f;
            var direction = Vector3.Transform(ray, back) / 0.7f;
            var t = -origin.Z / direction.Z;
            if (!(t > 0)) continue;
            var reach = Math.Max(MathF.Abs((origin + t * direction).X), MathF.Abs((origin + t * direction).Y));
            if (Math.Abs(reach - 1) < 1e-3 || Math.Abs(direction.Z) < 1e-3) return null;
            if (reach < 1) hits.Add((t, i));
        }

        hits.Sort((a, b) => b.Depth.CompareTo(a.Depth));
        var (color, id) = (Wall, 1u);
        for (var k = 0; k < hits.Count; k++)
        {
            if (k > 0 && hits[k - 1].Depth - hits[k].Depth < 1e-4f) return null;
            var pane = _panes[hits[k].Pane];
            color = Vector3.Lerp(color, pane.Color, pane.Alpha);
            if (pane.Alpha >= 0.5f) id = (uint)hits[k].Pane + 2;
        }

        return (color, id);
    }
}

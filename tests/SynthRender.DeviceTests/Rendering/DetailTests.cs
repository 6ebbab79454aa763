using System.Numerics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Frames;
using SynthRender.Modeling;
using SynthRender.Rendering;

namespace SynthRender.DeviceTests.Rendering;

/// <summary>Levels of detail against full detail, on the models of the collection.</summary>
public sealed class DetailTests(ValidatedDevice device) : IDisposable
{
    private const int Fineness = 5;

    private static readonly Lens Lens = new(288, 216, 0.6f) { Near = 0.01f, Far = 2000 };

    private readonly FrameRenderer _chosen = new(device.Device);
    private readonly FrameRenderer _full = new(device.Device, new FrameRendererOptions { LevelsOfDetail = false });

    /// <summary>All but scenery: leaves are single faces, which have no coarser level.</summary>
    public static TheoryData<string> Models => [.. ModelCollection.All.Where(m => m.Family != "scenery").Select(m => m.Name)];

    public void Dispose()
    {
        _chosen.Dispose();
        _full.Dispose();
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void No_outline_moves_by_more_than_a_pixel_where_a_level_sets_in(string name)
    {
        var asset = GltfLoader.Load(PathOf(name));
        var nodes = Enumerable.Range(0, asset.Nodes.Length).Where(n => asset.Nodes[n].Mesh >= 0).ToList();
        var node = nodes.MaxBy(n => asset.Meshes[asset.Nodes[n].Mesh].Primitives.Sum(p => p.TriangleCount));
        var levels = asset.DetailOf(asset.Nodes[node].Mesh).Levels;
        Assert.True(levels.Length >= 3, $"{name} has {levels.Length} levels");
        var (shown, pixels) = (new HashSet<int>(), 0);
        for (var level = 1; level < levels.Length; level++)
        {
            var distance = Onset(asset, node, level);
            // Farther away the model is a few pixels.
            if (distance > 60 * asset.Bounds.Size.Length()) break;
            var snapshot = At(asset, distance, turn: 0.7f * level);
            shown.Add(DetailSelection.Level(snapshot.Models[0], node, snapshot.Camera));
            pixels += Compare($"{name}, level {level}", snapshot);
        }

        Assert.NotEmpty(shown);
        Assert.NotEqual(0, pixels);
        Assert.DoesNotContain(0, shown);
    }

    [Theory]
    [InlineData("red_deer")]
    [InlineData("robot_arm")]
    public void Levels_of_the_file_draw_the_same_bytes_as_those_made_anew(string name)
    {
        var stored = GltfLoader.Load(PathOf(name));
        Assert.All(stored.Meshes, m => Assert.NotNull(m.StoredLevels));
        var made = new ModelAsset(stored.Name, stored.Nodes, [.. stored.Meshes.Select(m => m with { StoredLevels = null })], stored.Materials, stored.Skins) { Bounds = stored.Bounds };
        var mesh = stored.Meshes.IndexOf(stored.Meshes.MaxBy(m => m.Primitives.Sum(p => p.TriangleCount))!);
        var node = Enumerable.Range(0, stored.Nodes.Length).First(n => stored.Nodes[n].Mesh == mesh);
        for (var level = 1; level <= 2; level++)
        {
            var distance = Onset(made, node, level);
            using var expected = _chosen.Render(At(made, distance, turn: 0.7f * level));
            var snapshot = At(stored, distance, turn: 0.7f * level);
            Assert.True(DetailSelection.Level(snapshot.Models[0], node, snapshot.Camera) >= level);
            using var actual = _chosen.Render(snapshot);
            Assert.Contains(actual.InstanceIds.ToArray(), id => id != 0);
            Assert.Equal(expected.Color.ToArray(), actual.Color.ToArray());
            Assert.Equal(expected.InstanceIds.ToArray(), actual.InstanceIds.ToArray());
            Assert.Equal(expected.Depth.ToArray(), actual.Depth.ToArray());
        }
    }

    /// <returns>Pixels that show the model.</returns>
    private int Compare(string what, FrameSnapshot snapshot)
    {
        using var full = _full.Render(snapshot);
        using var chosen = _chosen.Render(snapshot);
        var ids = full.InstanceIds;
        var seen = 0;
        var far = new List<(int X, int Y)>();
        for (var y = 0; y < full.Height; y++)
        {
            for (var x = 0; x < full.Width; x++)
            {
                var i = y * full.Width + x;
                if (ids[i] != 0) seen++;
                if (ids[i] != chosen.InstanceIds[i] && !IsOutline(full, x, y, 1)) far.Add((x, y));
            }
        }

        // Gaps and tips that are narrower than a pixel pass between the centres: the same picture with finer pixels shows them.
        if (far.Count > 0)
        {
            using var fine = _full.Render(Finer(snapshot));
            foreach (var (x, y) in far)
                Assert.True(IsOutline(fine, Fineness * x + Fineness / 2, Fineness * y + Fineness / 2, Fineness + Fineness / 2), $"{what}: pixel ({x}, {y}) is not at the outline");
        }

        return seen;
    }

    private static FrameSnapshot Finer(FrameSnapshot snapshot) => new()
    {
        FrameIndex = snapshot.FrameIndex,
        Camera = new CameraView(
            "fine", Lens with { Width = Fineness * Lens.Width, Height = Fineness * Lens.Height }, snapshot.Camera.WorldFromView),
        Labelers = [],
        Models = snapshot.Models,
        Lights = snapshot.Lights,
        Surroundings = snapshot.Surroundings,
        Instances = snapshot.Instances,
    };

    /// <summary>Whether one of the pixels around shows something else.</summary>
    private static bool IsOutline(RenderedFrame frame, int x, int y, int reach)
    {
        var ids = frame.InstanceIds;
        for (var ny = Math.Max(0, y - reach); ny <= Math.Min(frame.Height - 1, y + reach); ny++)
            for (var nx = Math.Max(0, x - reach); nx <= Math.Min(frame.Width - 1, x + reach); nx++)
                if (ids[ny * frame.Width + nx] != ids[y * frame.Width + x]) return true;
        return false;
    }

    /// <summary>The least distance from which the level, or a coarser one, is shown.</summary>
    private static float Onset(ModelAsset asset, int node, int level)
    {
        var (near, far) = (0.5f * asset.Bounds.Size.Length(), 1000 * asset.Bounds.Size.Length());
        while (far > 1.001f * near)
        {
            var middle = MathF.Sqrt(near * far);
            var snapshot = At(asset, middle, 0.7f * level);
            if (DetailSelection.Level(snapshot.Models[0], node, snapshot.Camera) >= level) far = middle;
            else near = middle;
        }

        return far;
    }

    /// <summary>The model as a whole is an instance; one morph target is half on.</summary>
    private static FrameSnapshot At(ModelAsset asset, float distance, float turn)
    {
        var eye = new Vector3(0, 0.3f, 1) * (distance / new Vector3(0, 0.3f, 1).Length());
        var camera = new PerceptionCamera("camera", Lens.Width, Lens.Height, Lens.VerticalFov).LookAt(eye, Vector3.Zero);
        var weights = asset.RestMorphWeights.Select(w => w.IsEmpty ? w : w.SetItem(0, 0.5f));
        return new Oracle.Stage(Lens, camera.Local.ToMatrix())
            .Add(asset, Matrix4x4.CreateTranslation(-asset.Bounds.Center) * Matrix4x4.CreateRotationY(turn), morphWeights: [.. weights])
            .Freeze();
    }

    private static string PathOf(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SynthRender.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"No SynthRender.sln above {AppContext.BaseDirectory}.");
        return Path.Combine(folder, "models3d", ModelCollection.PathOf(name));
    }
}

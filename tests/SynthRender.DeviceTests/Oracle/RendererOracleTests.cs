using System.Globalization;
using System.Numerics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Frames;
using SynthRender.Rendering;

namespace SynthRender.DeviceTests.Oracle;

/// <summary>
/// The promise of exact labels: at every pixel the renderer's id is that of the nearest surface through the pixel's centre, as the
/// ray caster sees it, unless the centre lies within 1e-4 px of an outline or another surface within 1e-5 of the depth.
/// </summary>
public sealed class RendererOracleTests(ValidatedDevice device) : IDisposable
{
    private const int Frames = 4;
    private const double Edge = 1e-4;
    private const double Gap = 1e-5;

    // Devices move vertices by half of 1/256 px at most, in x and in y; the depth inside a triangle moves with it.
    private const double Snap = 1.0 / 256;
    private const string Samples = "/usr/share/assimp/models/glTF2";

    private readonly FrameRenderer _renderer = new(device.Device);

    public static TheoryData<string> Scenes => [.. OracleScenes.All.Keys];

    public void Dispose() => _renderer.Dispose();

    [Theory]
    [MemberData(nameof(Scenes))]
    public void Every_pixel_shows_the_nearest_surface(string scene)
    {
        for (var frame = 1; frame <= Frames; frame++) Agree($"{scene}-{frame}", OracleScenes.All[scene](frame), cutOut: OracleScenes.WithHoles.Contains(scene));
    }

    [Fact]
    public void The_scene_of_levels_shows_all_kinds_in_several_levels()
    {
        var seen = new HashSet<(string Model, int Level)>();
        for (var frame = 1; frame <= Frames; frame++)
        {
            var snapshot = OracleScenes.All["levels of detail"](frame);
            foreach (var model in snapshot.Models) seen.Add((model.Asset.Name, DetailSelection.Level(model, 0, snapshot.Camera)));
        }

        foreach (var kind in (string[])["fine sphere", "tube", "fine bulge", "fine lattice"])
            Assert.True(seen.Count(s => s.Model == kind) >= 3, $"{kind}: levels {string.Join(", ", seen.Where(s => s.Model == kind).Select(s => s.Level))}");
        foreach (var level in (int[])[0, 1, 2]) Assert.Contains(seen, s => s.Level == level);
    }

    [Fact]
    public void Models_from_files_show_the_nearest_surface()
    {
        var engine = Load("2CylinderEngine-glTF-Binary/2CylinderEngine.glb");
        var skin = Load("simple_skin/simple_skin.gltf");
        for (var frame = 1; frame <= 3; frame++)
        {
            var dice = new Dice((ulong)frame);
            var stage = new Stage(new Lens(320, 240, 0.8f), Matrix4x4.CreateTranslation(0, 0, 5));
            Place(stage, engine, dice, 2.6f);
            for (var i = 0; i < 3; i++) Place(stage, skin, dice, 1.5f);
            Agree($"files-{frame}", stage.Freeze(frame), cutOut: false);
        }
    }

    [Fact]
    public void A_camera_that_is_off_by_a_hundredth_of_a_pixel_is_caught()
    {
        var wrong = 0;
        for (var frame = 1; frame <= 4; frame++)
        {
            var snapshot = OracleScenes.All["rigid"](frame);
            using var drawn = _renderer.Render(OracleScenes.Moved(snapshot, 0.01f));
            wrong += Comparison.Of(RayCaster.Cast(snapshot), drawn.InstanceIds, drawn.Depth, Edge, Gap, Snap).Wrong.Count;
        }

        Assert.InRange(wrong, 5, 200);
    }

    [Fact]
    public void Without_exact_coverage_outlines_are_as_exact_as_the_device()
    {
        using var plain = new FrameRenderer(device.Device, new FrameRendererOptions { ExactCoverage = false });
        var atPromise = 0;
        for (var frame = 1; frame <= Frames; frame++)
        {
            var snapshot = OracleScenes.All["thin"](frame);
            var truth = RayCaster.Cast(snapshot);
            using var drawn = plain.Render(snapshot);
            atPromise += Comparison.Of(truth, drawn.InstanceIds, drawn.Depth, Edge, Gap, Snap).Wrong.Count;
            // √2/512 px by the grid of vertices, and the promised tolerance for all other rounding.
            var atGrid = Comparison.Of(truth, drawn.InstanceIds, drawn.Depth, Math.Sqrt(2) / 512 + Edge, Gap, Snap);
            Assert.Empty(atGrid.Wrong);
        }

        Assert.NotEqual(0, atPromise);
    }

    private void Agree(string name, FrameSnapshot snapshot, bool cutOut)
    {
        var truth = RayCaster.Cast(snapshot);
        using var drawn = _renderer.Render(snapshot);
        var comparison = Comparison.Of(truth, drawn.InstanceIds, drawn.Depth, Edge, Gap, Snap);
        // Of a length L of outlines the centres of 2·d·L pixels lie within d; three times that and a few allow for chance and for
        // surfaces that touch. Filtered alpha leaves the rims of holes open: a fiftieth of a pixel's width along them.
        var excusable = (int)(3 * 2 * Edge * truth.OutlineLength) + 12 + (cutOut ? truth.Pixels.Length / 400 : 0);
        if (comparison.Wrong.Count == 0 && comparison.WorstDepth <= 1 && comparison.Excusable <= excusable) return;
        var wrong = comparison.Wrong.Count > 0 ? comparison.Wrong : [comparison.WorstDepthAt];
        var folder = FailureImages.Save(name, truth, drawn.InstanceIds, wrong);
        var pixels = new List<string>();
        foreach (var (x, y) in wrong.Take(8)) pixels.Add(Tell(truth, drawn, x, y));
        Assert.Fail($"{name} on {device.Device.DeviceName}: {comparison}, at most {excusable} excusable. Images in {folder}.\n{string.Join('\n', pixels)}");
    }

    private static string Tell(OracleImage truth, RenderedFrame drawn, int x, int y) => string.Create(
        CultureInfo.InvariantCulture,
        $"({x}, {y}): id {truth[x, y].Id} at {truth[x, y].Depth:f6} m expected, {drawn.InstanceIds[y * drawn.Width + x]} at {drawn.Depth[y * drawn.Width + x]:f6} m drawn; {truth[x, y].EdgeDistance:g3} px from an outline, {truth[x, y].DepthGap:g3} before the next surface");

    private static ModelAsset Load(string file)
    {
        var path = Path.Combine(Samples, file);
        Assert.True(File.Exists(path), $"{path} is missing; install it with: apt-get install --yes assimp-testmodels");
        return GltfLoader.Load(path);
    }

    private static void Place(Stage stage, ModelAsset asset, Dice dice, float size)
    {
        var extent = asset.Bounds.Size;
        var scale = size / MathF.Max(extent.X, MathF.Max(extent.Y, extent.Z));
        var pose = asset.RestPose;
        foreach (var joint in asset.Skins.SelectMany(s => s.Joints))
            pose = pose.SetItem(joint, pose[joint] with { Rotation = Quaternion.Slerp(pose[joint].Rotation, dice.Turn(), 0.3f) });
        stage.Add(
            asset,
            Matrix4x4.CreateTranslation(-asset.Bounds.Center) * Matrix4x4.CreateScale(scale) * Matrix4x4.CreateFromQuaternion(dice.Turn()) *
            Matrix4x4.CreateTranslation(dice.Inside(new Vector3(-1, -0.5f, -1), new Vector3(1, 0.5f, 1))),
            pose);
    }
}

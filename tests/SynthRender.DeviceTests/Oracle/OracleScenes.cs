using System.Numerics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Materials;

namespace SynthRender.DeviceTests.Oracle;

/// <summary>Scenes on which the renderer and the ray caster must agree, drawn from dice: the same frame for the same index.</summary>
internal static class OracleScenes
{
    private static readonly Lens Lens = new(320, 240, 0.9f);
    private static readonly Material TwoSided = Material.Default with { DoubleSided = true };
    private static readonly ModelAsset Cube = Shapes.Model("cube", Shapes.Cube());
    private static readonly ModelAsset Sphere = Shapes.Model("sphere", Shapes.Sphere(32, 20));
    private static readonly ModelAsset Needles = Shapes.Model("needles", Shapes.Needles(90, 0.012f), TwoSided);
    private static readonly ModelAsset Tube = Shapes.SkinnedModel(Shapes.SkinnedTube(24, 24));
    private static readonly ModelAsset Bulge = Shapes.Model("bulge", Bulging(Shapes.Sphere(24, 16)));
    private static readonly ModelAsset Fence = Shapes.Model("fence", Shapes.Quad(), TwoSided with { AlphaMode = AlphaMode.Mask, BaseColorTexture = Lattice() });
    private static readonly ModelAsset FineSphere = Shapes.Model("fine sphere", Shapes.Sphere(96, 64));
    private static readonly ModelAsset FineTube = Shapes.SkinnedModel(Shapes.SkinnedTube(64, 64));
    private static readonly ModelAsset FineBulge = Shapes.Model("fine bulge", Bulging(Shapes.Sphere(80, 60)));
    private static readonly ModelAsset FineLattice = Shapes.Model(
        "fine lattice", Shapes.Sphere(80, 60), TwoSided with { AlphaMode = AlphaMode.Mask, BaseColorTexture = Lattice() });
    private static readonly ModelAsset Coated = Shapes.Model(
        "coated", Shapes.Sphere(32, 20), Material.Default with { ClearcoatFactor = 1, SheenColorFactor = Vector3.One, SheenRoughnessFactor = 0.5f });

    private static readonly ModelAsset Glass = Shapes.Model("glass", Shapes.Cube(), Material.Default with { TransmissionFactor = 1, ThicknessFactor = 0.5f });
    private static readonly ModelAsset Pane = Shapes.Model("pane", Shapes.Quad(), TwoSided with { TransmissionFactor = 0.5f, RoughnessFactor = 0.3f });
    private static readonly ModelAsset Ground = Shapes.Model("ground", Shapes.Quad());

    /// <summary>Name and maker of each scene; the argument is the frame.</summary>
    public static readonly IReadOnlyDictionary<string, Func<int, FrameSnapshot>> All = new Dictionary<string, Func<int, FrameSnapshot>>
    {
        ["rigid"] = frame => Scatter(frame, 14, new Vector3(-2.2f, -1.2f, -1.5f), new Vector3(2.2f, 1.2f, 1.5f), 0.15f, 0.6f, Cube, Sphere),
        ["skinned"] = Skinned,
        ["morphed"] = Morphed,
        ["cut-out"] = CutOut,
        ["distant cut-out"] = DistantCutOut,
        ["blend"] = Blended,
        ["layered"] = frame => Scatter(frame, 15, new Vector3(-2, -1.1f, -1.4f), new Vector3(2, 1.1f, 1.4f), 0.2f, 0.7f, Coated, Glass, Cube, Pane),
        ["thin"] = frame => Scatter(frame, 8, new Vector3(-2, -1, -1), new Vector3(2, 1, 1), 0.5f, 1.2f, Needles),
        ["interpenetrating"] = frame => Scatter(frame, 16, new Vector3(-0.7f, -0.6f, -0.5f), new Vector3(0.7f, 0.6f, 0.5f), 0.3f, 0.7f, Cube, Sphere),
        ["border and near plane"] = Close,
        ["mirrored"] = Mirrored,
        ["distant"] = Distant,
        ["levels of detail"] = Detailed,
    };

    /// <summary>The scenes in which a texture's alpha cuts holes.</summary>
    public static readonly IReadOnlySet<string> WithHoles = new HashSet<string> { "cut-out", "distant cut-out", "levels of detail" };

    /// <summary>The same scene seen by a camera that is turned so that its image moves by some pixels in its middle.</summary>
    public static FrameSnapshot Moved(FrameSnapshot snapshot, float pixels)
    {
        var camera = snapshot.Camera;
        var turn = Matrix4x4.CreateRotationY(pixels / camera.FocalLengthPixels);
        return new FrameSnapshot
        {
            FrameIndex = snapshot.FrameIndex,
            Camera = new CameraView(camera.Name, camera.Lens, turn * camera.WorldFromView),
            Labelers = snapshot.Labelers,
            Models = snapshot.Models,
            Lights = snapshot.Lights,
            Surroundings = snapshot.Surroundings,
            Instances = snapshot.Instances,
        };
    }

    private static FrameSnapshot Scatter(int frame, int count, Vector3 low, Vector3 high, float small, float large, params ModelAsset[] assets)
    {
        var dice = Start(frame, out var stage);
        AddGround(stage, -1.6f);
        for (var i = 0; i < count; i++)
            stage.Add(assets[i % assets.Length], Pose(dice, low, high, small, large));
        return stage.Freeze(frame);
    }

    private static FrameSnapshot Skinned(int frame)
    {
        var dice = Start(frame, out var stage);
        AddGround(stage, -1.6f);
        for (var i = 0; i < 6; i++)
        {
            var pose = Tube.RestPose.SetItem(2, Tube.RestPose[2] with { Rotation = Quaternion.Slerp(Quaternion.Identity, dice.Turn(), 0.5f) });
            stage.Add(Tube, Pose(dice, new Vector3(-1.6f, -0.8f, -1), new Vector3(1.6f, 0.8f, 1), 0.5f, 0.9f), pose);
        }

        return stage.Freeze(frame);
    }

    private static FrameSnapshot Morphed(int frame)
    {
        var dice = Start(frame, out var stage);
        for (var i = 0; i < 8; i++)
        {
            stage.Add(
                Bulge, Pose(dice, new Vector3(-1.6f, -1, -1), new Vector3(1.6f, 1, 1), 0.3f, 0.5f),
                morphWeights: [[dice.Between(0, 1), dice.Between(-0.5f, 1)]]);
        }

        return stage.Freeze(frame);
    }

    private static FrameSnapshot CutOut(int frame)
    {
        var dice = Start(frame, out var stage);
        AddGround(stage, -1.6f);
        for (var i = 0; i < 4; i++)
        {
            stage.Add(Sphere, Pose(dice, new Vector3(-1.5f, -0.8f, -1.5f), new Vector3(1.5f, 0.8f, -0.5f), 0.3f, 0.6f));
            var turn = Quaternion.CreateFromYawPitchRoll(dice.Between(-0.8f, 0.8f), dice.Between(-0.6f, 0.6f), dice.Between(-3, 3));
            stage.Add(
                Fence, Matrix4x4.CreateScale(0.7f) * Matrix4x4.CreateFromQuaternion(turn) *
                       Matrix4x4.CreateTranslation(dice.Inside(new Vector3(-1.5f, -0.8f, 0), new Vector3(1.5f, 0.8f, 1.5f))));
        }

        return stage.Freeze(frame);
    }

    /// <summary>One to twelve texels a pixel, most of them in steep perspective.</summary>
    private static FrameSnapshot DistantCutOut(int frame)
    {
        var dice = Start(frame, out var stage);
        AddGround(stage, -1.6f);
        for (var i = 0; i < 24; i++)
        {
            var turn = Quaternion.CreateFromYawPitchRoll(dice.Between(-1.3f, 1.3f), dice.Between(-0.6f, 0.6f), dice.Between(-3, 3));
            stage.Add(
                Fence, Matrix4x4.CreateScale(dice.Between(0.1f, 0.4f)) * Matrix4x4.CreateFromQuaternion(turn) *
                       Matrix4x4.CreateTranslation(dice.Inside(new Vector3(-1.8f, -1, -1.5f), new Vector3(1.8f, 1, 1.5f))));
        }

        return stage.Freeze(frame);
    }

    private static FrameSnapshot Blended(int frame)
    {
        var dice = Start(frame, out var stage);
        for (var i = 0; i < 10; i++)
        {
            // Far from 0.5, where rounding could decide.
            var alpha = i % 2 == 0 ? dice.Between(0.55f, 0.9f) : dice.Between(0.1f, 0.45f);
            var glass = Material.Default with { AlphaMode = AlphaMode.Blend, BaseColorFactor = new Vector4(0.4f, 0.7f, 0.9f, alpha) };
            stage.Add(
                i % 3 == 0 ? Sphere : Cube, Pose(dice, new Vector3(-1.4f, -0.9f, -1), new Vector3(1.4f, 0.9f, 1), 0.3f, 0.7f),
                material: i < 7 ? glass : null);
        }

        return stage.Freeze(frame);
    }

    private static FrameSnapshot Close(int frame)
    {
        var dice = Start(frame, out var stage, near: 0.4f);
        AddGround(stage, -0.4f);
        // Around the eye at (0, 0.4, 5): some behind, many cut by the near plane or the image border.
        for (var i = 0; i < 14; i++)
            stage.Add(i % 2 == 0 ? Cube : Sphere, Pose(dice, new Vector3(-1.5f, -0.8f, 2), new Vector3(1.5f, 1.5f, 5), 0.15f, 0.6f));
        return stage.Freeze(frame);
    }

    private static FrameSnapshot Mirrored(int frame)
    {
        var dice = Start(frame, out var stage);
        for (var i = 0; i < 10; i++)
        {
            var mirror = Matrix4x4.CreateScale(i % 3 == 0 ? -1 : 1, i % 4 == 1 ? -1 : 1, 1);
            var place = Pose(dice, new Vector3(-1.6f, -1, -1), new Vector3(1.6f, 1, 1), 0.3f, 0.7f);
            stage.Add(i % 2 == 0 ? Cube : Tube, mirror * place);
        }

        return stage.Freeze(frame);
    }

    /// <summary>Objects of a pixel or two: most of what they cover depends on where exactly their edges run.</summary>
    private static FrameSnapshot Distant(int frame)
    {
        var dice = Start(frame, out var stage);
        for (var i = 0; i < 300; i++)
            stage.Add(i % 2 == 0 ? Cube : Sphere, Pose(dice, new Vector3(-26, -18, -50), new Vector3(26, 18, -40), 0.05f, 0.3f));
        return stage.Freeze(frame);
    }

    /// <summary>Finely meshed rigid, skinned, morphed and cut-out things, from near to so far that their coarse levels are drawn.</summary>
    private static FrameSnapshot Detailed(int frame)
    {
        var dice = Start(frame, out var stage);
        for (var i = 0; i < 32; i++)
        {
            var depth = MathF.Pow(2, 1 + 4f * i / 32);
            var place = new Vector3(0.4f * depth, 0.3f * depth, 0);
            var pose = Pose(dice, -place with { Z = depth - 5 }, place with { Z = 5 - depth }, 0.3f, 0.6f);
            if (i % 4 == 0) stage.Add(FineSphere, pose);
            else if (i % 4 == 1) stage.Add(FineTube, pose, FineTube.RestPose.SetItem(2, FineTube.RestPose[2] with { Rotation = Quaternion.Slerp(Quaternion.Identity, dice.Turn(), 0.3f) }));
            else if (i % 4 == 2) stage.Add(FineBulge, pose, morphWeights: [[dice.Between(0, 1), dice.Between(-0.5f, 1)]]);
            else stage.Add(FineLattice, pose);
        }

        return stage.Freeze(frame);
    }

    private static Dice Start(int frame, out Stage stage, float near = 0.05f)
    {
        var dice = new Dice((ulong)frame);
        var turn = Quaternion.CreateFromYawPitchRoll(dice.Between(-0.1f, 0.1f), dice.Between(-0.15f, 0.05f), dice.Between(-0.2f, 0.2f));
        stage = new Stage(Lens with { Near = near }, Matrix4x4.CreateFromQuaternion(turn) * Matrix4x4.CreateTranslation(0, 0.4f, 5));
        return dice;
    }

    private static void AddGround(Stage stage, float height) => stage.AddBackground(
        Ground, Matrix4x4.CreateScale(6) * Matrix4x4.CreateRotationX(-MathF.PI / 2) * Matrix4x4.CreateTranslation(0, height, 0));

    private static Matrix4x4 Pose(Dice dice, Vector3 low, Vector3 high, float small, float large) =>
        Matrix4x4.CreateScale(dice.Between(small, large)) * Matrix4x4.CreateFromQuaternion(dice.Turn()) * Matrix4x4.CreateTranslation(dice.Inside(low, high));

    private static PrimitiveAsset Bulging(PrimitiveAsset sphere)
    {
        var positions = sphere.Positions.ToArray();
        var zero = new Vector3[positions.Length];
        return Shapes.Primitive(
            positions, [.. sphere.Indices.Span], [.. sphere.TexCoords0.Span],
            morphTargets:
            [
                new MorphTarget(positions.Select(p => new Vector3(0, p.Y > 0 ? p.Y : 0, 0)).ToArray(), zero, default),
                new MorphTarget(positions.Select(p => new Vector3(p.X * p.Z, 0, 0.5f * p.X)).ToArray(), zero, default),
            ]);
    }

    /// <summary>Bars with round holes, 64 texels a side: alpha falls from 1 to 0 within two texels.</summary>
    private static TextureSlot Lattice()
    {
        const int size = 64;
        var rgba = new byte[4 * size * size];
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                var (dx, dy) = (x % 16 - 7.5f, y % 16 - 7.5f);
                var alpha = Math.Clamp((MathF.Sqrt(dx * dx + dy * dy) - 5.5f) / 2 + 0.5f, 0, 1);
                var i = 4 * (y * size + x);
                (rgba[i], rgba[i + 1], rgba[i + 2], rgba[i + 3]) = (180, 150, 90, (byte)(255 * alpha));
            }
        }

        return new TextureSlot(new TextureImage("lattice", size, size, rgba));
    }
}

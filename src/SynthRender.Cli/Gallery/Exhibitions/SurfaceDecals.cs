using System.Numerics;
using SynthRender.Assets;
using SynthRender.Graph;
using SynthRender.Materials;

namespace SynthRender.Cli.Gallery.Exhibitions;

/// <summary>What lies on surfaces.</summary>
internal sealed class SurfaceDecals : Exhibition
{
    public override string Name => "decals";

    public override string Title => "Decals";

    public override IEnumerable<Exhibit> Exhibits =>
    [
        new("dirt", "The family \"dirt\", on a ball and on the floor.", OnBall(Decal.Of(new DirtDecal { Wear = 0.7f }) with { Size = new(0.8f) })),
        new("scratch", "The family \"scratch\": paint off, metal bare.", OnBall(Decal.Of(new ScratchDecal { Wear = 0.8f }) with { Size = new(0.8f) })),
        new("blood", "The family \"blood\", wet.", OnBall(Decal.Of(new BloodDecal()) with { Size = new(0.8f) })),
        new("sticker", "The family \"sticker\".", OnBall(Decal.Of(new StickerDecal()) with { Size = new(0.55f, 0.45f) })),
        new("round sticker", "The same, round and worn.", OnBall(Decal.Of(new StickerDecal { Round = true, Wear = 0.6f, Seed = 5 }) with { Size = new(0.5f) })),
        new("image", "An image with alpha.", OnBall(Decal.Of(Arrow()) with { Size = new(0.5f) })),
        new("over each other", "Blood over a sticker over dirt: the later in the tree lies over the earlier.", scene =>
        {
            var ball = Ball(scene);
            Put(ball, Decal.Of(new DirtDecal { Wear = 0.8f }) with { Size = new(1) }, 0.3f, 0.1f);
            Put(ball, Decal.Of(new StickerDecal { Seed = 2 }) with { Size = new(0.5f, 0.4f) }, 0.25f, 0.2f);
            Put(ball, Decal.Of(new BloodDecal { Seed = 3 }) with { Size = new(0.5f) }, 0.05f, 0.35f);
        }),
        new("under a coat", "On a material with layers: what lies on it hides its clear coat.", scene =>
        {
            var ball = Ball(scene, new Material { BaseColorFactor = new Vector4(0.03f, 0.12f, 0.4f, 1), RoughnessFactor = 0.6f, ClearcoatFactor = 1, ClearcoatRoughnessFactor = 0.03f });
            Put(ball, Decal.Of(new DirtDecal { Seed = 4, Wear = 0.8f }) with { Size = new(0.8f) }, 0.15f, 0.2f);
        }),
        new("on one model", "A decal of the fox lies on nothing else, in whatever pose.", scene =>
        {
            scene.Floor();
            scene.Sun();
            var fox = scene.Place(scene.Model("wildlife/red_fox.glb"), Vector3.Zero, turn: 1.2f, scale: 1.6f);
            Put(fox, Decal.Of(new BloodDecal { Seed = 8 }) with { Size = new(0.36f), Depth = 0.3f }, new Vector3(-0.06f, 0.36f, 0), -MathF.PI / 2, 0.2f);
        }),
        new("on everything", "A decal that belongs to no model lies on all in its box.", scene =>
        {
            scene.Solids();
            scene.Scene.AddDecal(
                Decal.Of(new DirtDecal { Seed = 7, Wear = 1 }) with { Size = new(2.6f, 1.6f), Depth = 2.6f },
                new Transform(new Vector3(0, 0.4f, 0), Quaternion.CreateFromAxisAngle(Vector3.UnitX, -MathF.PI / 2), Vector3.One));
        }),
    ];

    private static Action<GalleryScene> OnBall(Decal decal) => scene =>
    {
        Put(Ball(scene), decal, 0.15f, 0.25f);
        scene.Scene.AddDecal(
            decal with { Opacity = 0.9f },
            new Transform(new Vector3(-0.75f, 0, 0.5f), Quaternion.CreateFromAxisAngle(Vector3.UnitX, -MathF.PI / 2), Vector3.One));
    };

    private static ModelNode Ball(GalleryScene scene, Material? material = null)
    {
        scene.Ball(material ?? new Material { BaseColorFactor = new Vector4(0.06f, 0.25f, 0.16f, 1), RoughnessFactor = 0.35f });
        return scene.Scene.Models.Last();
    }

    /// <summary>On a ball of radius 0.55, turned right and up by so many radians.</summary>
    private static void Put(ModelNode ball, Decal decal, float turn, float rise) => Put(
        ball, decal with { Depth = 0.6f },
        0.55f * new Vector3(MathF.Cos(rise) * MathF.Sin(turn), MathF.Sin(rise), MathF.Cos(rise) * MathF.Cos(turn)), turn, rise);

    private static void Put(ModelNode model, Decal decal, Vector3 at, float turn, float rise) => model.Add(new DecalNode("decal", decal)
    {
        Local = new Transform(
            at, Quaternion.CreateFromAxisAngle(Vector3.UnitY, turn) * Quaternion.CreateFromAxisAngle(Vector3.UnitX, -rise), Vector3.One),
    });

    /// <summary>A yellow arrow on nothing.</summary>
    private static TextureImage Arrow()
    {
        const int size = 128;
        var pixels = new byte[4 * size * size];
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                var (u, v) = (MathF.Abs((x + 0.5f) / size - 0.5f), (y + 0.5f) / size);
                var inside = v is > 0.1f and < 0.5f ? u < v - 0.1f : v is >= 0.5f and < 0.9f && u < 0.15f;
                (pixels[4 * (y * size + x)], pixels[4 * (y * size + x) + 1], pixels[4 * (y * size + x) + 2]) = (240, 190, 20);
                pixels[4 * (y * size + x) + 3] = inside ? (byte)255 : (byte)0;
            }
        }

        return new TextureImage("arrow", size, size, pixels);
    }
}

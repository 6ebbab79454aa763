using System.Numerics;
using SynthRender.Assets;
using SynthRender.Randomizers;
using SynthRender.Tests.Scenarios;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Randomizers;

/// <summary>Models keep their distance by what is drawn of them, not by the boxes around them.</summary>
public sealed class FootprintTests
{
    [Fact]
    public void Seen_from_above_no_two_models_come_closer_than_the_separation()
    {
        const float Separation = 0.1f;
        var run = SceneInCode.Start(new ForegroundObjectPlacementRandomizer
        {
            Prefabs = [Shapes.Sphere(0.5f), Shapes.Box(new(0.6f, 1, 0.2f)), Shapes.Cone(0.3f, 1)],
            Count = 12,
            Area = new(6, 4),
            Center = new(3, 0.5f, -2),
            Scale = Uniform(0.5, 1),
            SeparationDistance = Separation,
        });
        for (var frame = 0; frame < 20; frame++)
        {
            var outlines = run.Sample(frame)[0].Models.Select(model =>
            {
                var positions = new Vector3[model.Asset.Meshes[0].Primitives[0].VertexCount];
                PosedGeometry.InWorld(model).Positions(model.Asset.Nodes.Select((n, i) => (n, i)).First(n => n.n.Mesh >= 0).i, 0, positions);
                Assert.Equal(0.5f, positions.Min(p => p.Y), 1e-5f); // on the ground
                return positions.Select(p => new Vector2(p.X, p.Z)).Distinct().ToArray();
            }).ToArray();
            Assert.Equal(12, outlines.Length);
            for (var i = 0; i < outlines.Length; i++)
                for (var j = 0; j < i; j++)
                    foreach (var corner in outlines[i])
                        Assert.True(outlines[j].Min(p => Vector2.Distance(p, corner)) >= Separation - 1e-5f); // rounding of positions of metres
        }
    }

    [Fact]
    public void A_round_model_needs_no_room_for_the_corners_of_its_box()
    {
        // Two balls of radius 1 fit on a line of 2.2 m, end to end 2 m apart at least; their boxes' diagonals would ask for 2.83 m.
        var run = SceneInCode.Start(new ForegroundObjectPlacementRandomizer { Prefabs = [Shapes.Sphere(1)], Count = 2, Area = new(2.2f, 0), SeparationDistance = 0 });
        for (var frame = 0; frame < 20; frame++)
        {
            var places = run.Sample(frame)[0].Models.Select(m => m.WorldFromModel.Translation.X).ToArray();
            Assert.InRange(Math.Abs(places[0] - places[1]), 2 - 1e-5f, 2.2f);
        }
    }
}

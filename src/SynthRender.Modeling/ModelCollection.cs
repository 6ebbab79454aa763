using SynthRender.Modeling.Building;
using SynthRender.Modeling.Models;
using SynthRender.Modeling.Models.Artefacts;
using SynthRender.Modeling.Models.Organs;
using SynthRender.Modeling.Models.Parts;
using SynthRender.Modeling.Models.Robots;
using SynthRender.Modeling.Models.Scenery;
using SynthRender.Modeling.Models.Wildlife;

namespace SynthRender.Modeling;

/// <summary>The models that `synthrender models build` makes.</summary>
public static class ModelCollection
{
    /// <summary>All models, family by family.</summary>
    public static IReadOnlyList<IModel> All { get; } =
    [
        new Heart(),
        new Liver(),
        new Kidney(),
        new Brain(),
        new Grasper(),
        new Forceps(),
        new RobotArm(),
        new MobileBase(),
        new RobotDog(),
        new Quadcopter(),
        new Amphora(),
        new OilLamp(),
        new CarvedMask(),
        new BronzeDagger(),
        new RedDeer(),
        new RedFox(),
        new Zebra(),
        new Elephant(),
        new HexBolt(),
        new HexNut(),
        new SpurGear(),
        new PipeElbow(),
        new AngleBracket(),
        new BallBearing(),
        new PipeFlange(),
        new HandKnob(),
        new Grass("grass_clump", 54, 0.30f, 0.12f, 3u),
        new Grass("grass_dry", 46, 0.34f, 0.85f, 17u),
        new Grass("grass_tall", 58, 0.62f, 0.3f, 29u),
        new Fern(),
        new Bush(),
        new Sapling(),
        new LeafLitter(),
        new PineTrunk(),
        new BirchTrunk(),
        new FallenLog(),
        new Boulder("boulder", new(0.55f, 0.42f, 0.48f), 5u),
        new Boulder("boulder_flat", new(0.62f, 0.20f, 0.50f), 23u),
        new AbdominalCavity(),
        new BowelLoops(),
    ];

    /// <summary>Makes a model's .glb file; the same bytes every time.</summary>
    /// <param name="name">A name from <see cref="All"/>.</param>
    /// <exception cref="ArgumentException">No model has that name; the message lists those there are.</exception>
    public static byte[] Build(string name) => ModelAssembler.Assemble(Find(name).Describe());

    /// <summary>Where a model's file lies under the collection's folder, e.g. "wildlife/red_deer.glb".</summary>
    /// <param name="name">A name from <see cref="All"/>.</param>
    public static string PathOf(string name)
    {
        var model = Find(name);
        return $"{model.Family}/{model.Name}.glb";
    }

    private static IModel Find(string name) => All.FirstOrDefault(m => m.Name == name)
        ?? throw new ArgumentException($"No model is called '{name}'. There are: {string.Join(", ", All.Select(m => m.Name))}.", nameof(name));
}

using SynthRender.Modeling.Building;
using SynthRender.Modeling.Models;
using SynthRender.Modeling.Models.Artefacts;
using SynthRender.Modeling.Models.Organs;
using SynthRender.Modeling.Models.Parts;
using SynthRender.Modeling.Models.Robots;
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

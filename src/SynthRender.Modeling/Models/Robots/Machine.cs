using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Robots;

/// <summary>Short ways to add rigid parts with the usual finishes.</summary>
internal static class Machine
{
    /// <summary>Adds a rigid part named for its node and material; materials "Paint" and "Metal" have their finish, others are dark plastic.</summary>
    public static void Add(ModelDescription model, string node, string material, Field field, float cell, int triangles,
        float density = 1f, Func<SurfacePoint, SurfaceLook>? look = null, string? suffix = null) => model.Solids.Add(new Solid
        {
            Name = node + material + suffix,
            Material = material,
            Node = node,
            Field = field,
            Look = look ?? material switch
            {
                "Paint" => Finishes.Paint,
                "Metal" => Finishes.Metal(new Vector3(0.62f, 0.63f, 0.65f), Vector3.UnitX),
                _ => Finishes.Plastic(new Vector3(0.030f, 0.031f, 0.034f)),
            },
            Relief = material == "Metal" ? null : material == "Paint" ? Finishes.OrangePeel : Finishes.Grain,
            Cell = cell,
            Triangles = triangles,
            Density = density,
            Hard = true,
            WearScale = 2.5f * cell,
        });

    /// <summary>Adds paint variants.</summary>
    public static void Paints(ModelDescription model, params (string Name, string Hex)[] paints)
    {
        foreach (var (name, hex) in paints)
            model.Variant(name, new MaterialChange("Paint", Rgb.Hex(hex)));
    }

    /// <summary>The mirror image in the plane x = 0 when <paramref name="side"/> is negative.</summary>
    public static Vector3 Sided(Vector3 left, float side) => side < 0f ? left with { X = -left.X } : left;
}

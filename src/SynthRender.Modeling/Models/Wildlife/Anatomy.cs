using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Wildlife;

/// <summary>Short ways to say what animals are made of.</summary>
internal static class Anatomy
{
    /// <summary>Adds a solid that bones move; its material has the solid's name unless another is given.</summary>
    public static void Add(ModelDescription model, string name, Field field, Flesh flesh, Func<SurfacePoint, SurfaceLook> look,
        Func<Vector3, float>? relief, float cell, int triangles, float density, string? material = null) => model.Solids.Add(new Solid
        {
            Name = name,
            Material = material ?? name,
            Field = field,
            Flesh = flesh,
            Look = look,
            Relief = relief,
            Cell = cell,
            Triangles = triangles,
            Density = density,
        });

    /// <summary>Flesh that one bone moves as a whole.</summary>
    public static Flesh Rigid(string node) => new Flesh().Add(node, new Ball(Vector3.Zero, 1f), 1f);

    /// <summary>A shape made narrower (or wider) across the body.</summary>
    public static Field Narrow(Field field, float factor) => field.Stretch(Vector3.Zero, new Vector3(factor, 1f, 1f));

    /// <summary>A round cone from coordinates.</summary>
    public static RoundCone Cone(float ax, float ay, float az, float ar, float bx, float by, float bz, float br) =>
        new(new Vector3(ax, ay, az), new Vector3(bx, by, bz), ar, br);

    /// <summary>A wet dark eye.</summary>
    public static SurfaceLook DarkEye(SurfacePoint s) => new(new Vector3(0.012f, 0.008f, 0.006f), 0.08f);
}

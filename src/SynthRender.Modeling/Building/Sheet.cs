using System.Numerics;

namespace SynthRender.Modeling.Building;

/// <summary>
/// Leaves, blades and twigs: thin surfaces that are coloured at their vertices and need no texture. Every triangle is there twice, once for
/// each side, on the same vertices: both sides keep the given normals, which are bent toward the light so that foliage shades softly, and
/// each leaf is closed.
/// </summary>
/// <param name="name">Unique in the model; the node that carries it is called so.</param>
/// <param name="material">The material it is drawn with; its factors multiply the vertices' colours.</param>
public sealed class Sheet(string name, string material)
{
    /// <summary>Unique in the model.</summary>
    public string Name { get; } = name;

    /// <summary>The material it is drawn with.</summary>
    public string Material { get; } = material;

    /// <summary>Vertices, metres in the model's rest frame.</summary>
    public List<Vector3> Positions { get; } = [];

    /// <summary>Unit normals for shading.</summary>
    public List<Vector3> Normals { get; } = [];

    /// <summary>Linear base colours, 0 to 1.</summary>
    public List<Vector3> Colors { get; } = [];

    /// <summary>Three per triangle, both sides.</summary>
    public List<int> Indices { get; } = [];

    /// <summary>Adds a vertex and returns its index.</summary>
    public int Vertex(Vector3 position, Vector3 normal, Vector3 color)
    {
        Positions.Add(position);
        Normals.Add(Vector3.Normalize(normal));
        Colors.Add(Vector3.Clamp(color, Vector3.Zero, Vector3.One));
        return Positions.Count - 1;
    }

    /// <summary>Adds a triangle with both of its sides.</summary>
    public void Triangle(int a, int b, int c) => Indices.AddRange([a, b, c, c, b, a]);

    /// <summary>Adds a strip between a curve's left and right edge that ends in a point.</summary>
    /// <param name="path">Points along the middle, at least two; the last is the tip.</param>
    /// <param name="side">Half the width of the strip toward its right at each point but the last.</param>
    /// <param name="normal">The normal at each point.</param>
    /// <param name="color">The colour at each point.</param>
    public void Strip(ReadOnlySpan<Vector3> path, Func<int, Vector3> side, Func<int, Vector3> normal, Func<int, Vector3> color)
    {
        var (left, right) = (-1, -1);
        for (var i = 0; i < path.Length - 1; i++)
        {
            var (l, r) = (Vertex(path[i] - side(i), normal(i), color(i)), Vertex(path[i] + side(i), normal(i), color(i)));
            if (i > 0)
            {
                Triangle(left, right, r);
                Triangle(left, r, l);
            }

            (left, right) = (l, r);
        }

        var tip = Vertex(path[^1], normal(path.Length - 1), color(path.Length - 1));
        Triangle(left, right, tip);
    }

    /// <summary>Adds a leaf: two halves that meet in a fold along the midrib.</summary>
    /// <param name="root">Where it is attached.</param>
    /// <param name="along">From there to the tip, metres.</param>
    /// <param name="side">Half its width to the right, metres.</param>
    /// <param name="fold">How far the margins stand above the midrib, metres, along the normal.</param>
    /// <param name="normal">Unit normal for shading.</param>
    /// <param name="dark">Colour at the root and the midrib.</param>
    /// <param name="light">Colour at margins and tip.</param>
    public void Leaf(Vector3 root, Vector3 along, Vector3 side, Vector3 fold, Vector3 normal, Vector3 dark, Vector3 light)
    {
        var middle = root + along * 0.42f;
        var (a, tip) = (Vertex(root, normal, dark), Vertex(root + along, normal, Vector3.Lerp(dark, light, 0.7f)));
        var lean = Vector3.Normalize(side) * 0.35f;
        var left = Vertex(middle - side + fold, normal - lean, light);
        var right = Vertex(middle + side + fold, normal + lean, light);
        Triangle(a, right, tip);
        Triangle(a, tip, left);
    }
}

using System.Numerics;
using SynthRender.Graph;
using SynthRender.Materials;

namespace SynthRender.Assets.Geometry;

/// <summary>Collects quads, discs and swept surfaces into a model: one primitive, or one for each part that was begun.</summary>
internal sealed class ShapeBuilder
{
    private readonly List<Vector3> _positions = [];
    private readonly List<Vector3> _normals = [];
    private readonly List<Vector4> _tangents = [];
    private readonly List<Vector2> _texCoords = [];
    private readonly List<uint> _indices = [];
    private readonly List<PrimitiveAsset> _parts = [];
    private readonly List<Material> _materials = [];

    /// <summary>What follows is a primitive of its own, with a material slot of this name.</summary>
    public void Part(string material)
    {
        if (_positions.Count > 0) Finish();
        _materials.Add(new Material { Name = material, RoughnessFactor = 0.8f });
    }

    /// <summary>
    /// A flat face of four corners, counter-clockwise seen from in front; its UVs are metres from the origin, u along
    /// <paramref name="right"/>, a unit vector in its plane, and v downwards.
    /// </summary>
    public void Panel(Vector3 a, Vector3 b, Vector3 c, Vector3 d, Vector3 right)
    {
        var normal = Vector3.Normalize(Vector3.Cross(b - a, c - a));
        var down = Vector3.Cross(right, normal);
        var first = (uint)_positions.Count;
        foreach (var corner in (ReadOnlySpan<Vector3>)[a, b, c, d])
            Vertex(corner, normal, new Vector4(right, 1), new Vector2(Vector3.Dot(corner, right), Vector3.Dot(corner, down)));
        _indices.AddRange([first, first + 1, first + 2, first, first + 2, first + 3]);
    }

    /// <summary>A closed box with UVs in metres.</summary>
    public void Block(Vector3 low, Vector3 high)
    {
        Ring(low.X, high.X, high.Y, low.Y, low.Z, high.Z, inwards: false);
        Panel(new(low.X, high.Y, high.Z), new(high.X, high.Y, high.Z), new(high.X, high.Y, low.Z), new(low.X, high.Y, low.Z), Vector3.UnitX);
        Panel(new(low.X, low.Y, low.Z), new(high.X, low.Y, low.Z), new(high.X, low.Y, high.Z), new(low.X, low.Y, high.Z), Vector3.UnitX);
    }

    /// <summary>Four upright walls around a rectangle, seen from outside or, <paramref name="inwards"/>, from inside.</summary>
    public void Ring(float left, float right, float top, float bottom, float back, float front, bool inwards)
    {
        Wall(new(left, 0, front), new(right, 0, front));
        Wall(new(right, 0, front), new(right, 0, back));
        Wall(new(right, 0, back), new(left, 0, back));
        Wall(new(left, 0, back), new(left, 0, front));

        void Wall(Vector3 from, Vector3 to)
        {
            if (inwards) (from, to) = (to, from);
            var (low, high) = (new Vector3(0, bottom, 0), new Vector3(0, top, 0));
            Panel(from + low, to + low, to + high, from + high, Vector3.Normalize(to - from));
        }
    }

    /// <summary>A flat frame: the face of a rectangle with a rectangular hole, in four mitred panels that share its corners.</summary>
    /// <param name="outer">Corners, counter-clockwise seen from in front.</param>
    /// <param name="inner">The hole's corners, in the same order.</param>
    /// <param name="right">Direction of u.</param>
    public void Frame(ReadOnlySpan<Vector3> outer, ReadOnlySpan<Vector3> inner, Vector3 right)
    {
        for (var i = 0; i < 4; i++)
        {
            var next = (i + 1) % 4;
            Panel(outer[i], outer[next], inner[next], inner[i], right);
        }
    }

    /// <summary>A rectangle seen from where <paramref name="right"/> points right and <paramref name="up"/> up.</summary>
    public void Quad(Vector3 center, Vector3 right, Vector3 up, float uvRepeat = 1)
    {
        var normal = Vector3.Normalize(Vector3.Cross(right, up));
        var first = (uint)_positions.Count;
        var tangent = new Vector4(Vector3.Normalize(right), 1);
        Vertex(center - right + up, normal, tangent, Vector2.Zero);
        Vertex(center - right - up, normal, tangent, new Vector2(0, uvRepeat));
        Vertex(center + right - up, normal, tangent, new Vector2(uvRepeat, uvRepeat));
        Vertex(center + right + up, normal, tangent, new Vector2(uvRepeat, 0));
        _indices.AddRange([first, first + 1, first + 2, first, first + 2, first + 3]);
    }

    /// <summary>A level disc, its image cut from the middle of the texture.</summary>
    /// <param name="rim">Points around it, counter-clockwise seen from above.</param>
    /// <param name="radius">Their distance from the y axis.</param>
    /// <param name="facesUp">False turns it downwards.</param>
    public void Disc(ReadOnlySpan<Vector3> rim, float radius, bool facesUp)
    {
        var first = (uint)_positions.Count;
        var (normal, up) = facesUp ? (Vector3.UnitY, -Vector3.UnitZ) : (-Vector3.UnitY, Vector3.UnitZ);
        Add(new Vector3(0, rim[0].Y, 0));
        foreach (var point in rim) Add(point);
        for (var i = 0; i < rim.Length; i++)
        {
            var (from, to) = (first + 1 + (uint)i, first + 1 + (uint)((i + 1) % rim.Length));
            _indices.AddRange(facesUp ? [first, from, to] : [first, to, from]);
        }

        void Add(Vector3 point) => Vertex(
            point, normal, new Vector4(1, 0, 0, 1), new Vector2(0.5f + point.X / (2 * radius), 0.5f - Vector3.Dot(point, up) / (2 * radius)));
    }

    /// <summary>
    /// A grid over (u, v) in [0, 1]². The seams have vertices of their own, at the very same places as those they meet; triangles
    /// without area, at poles, are left out.
    /// </summary>
    /// <param name="countU">Cells along u, which closes.</param>
    /// <param name="countV">Cells along v.</param>
    /// <param name="closedV">True when v closes too.</param>
    /// <param name="surface">Position, normal and unit direction of growing u.</param>
    public void Sweep(int countU, int countV, bool closedV, Func<float, float, (Vector3 Position, Vector3 Normal, Vector3 Tangent)> surface)
    {
        var first = _positions.Count;
        for (var j = 0; j <= countV; j++)
            for (var i = 0; i <= countU; i++)
            {
                var (position, normal, tangent) = surface((float)(i % countU) / countU, closedV ? (float)(j % countV) / countV : (float)j / countV);
                Vertex(position, normal, new Vector4(tangent, 1), new Vector2((float)i / countU, (float)j / countV));
            }

        for (var j = 0; j < countV; j++)
            for (var i = 0; i < countU; i++)
            {
                var a = first + j * (countU + 1) + i;
                var c = a + countU + 1;
                Triangle(a, c, c + 1);
                Triangle(a, c + 1, a + 1);
            }
    }

    /// <summary>The model.</summary>
    public ModelAsset Build(string name)
    {
        if (_materials.Count == 0) _materials.Add(new Material { Name = name, RoughnessFactor = 0.8f });
        Finish();
        var bounds = BoundingBox.Empty;
        foreach (var part in _parts) bounds = bounds.Union(part.Bounds);
        return new ModelAsset(
            name,
            [new NodeAsset(name, -1, Transform.Identity, Mesh: 0, Skin: -1, [], Light: -1, Camera: -1)],
            [new MeshAsset(name, [.. _parts], [])],
            [.. _materials],
            [])
        {
            Bounds = bounds,
        };
    }

    private void Finish()
    {
        var bounds = BoundingBox.Empty;
        foreach (var position in _positions) bounds = bounds.Include(position);
        _parts.Add(new PrimitiveAsset
        {
            Material = _materials.Count - 1,
            Positions = _positions.ToArray(),
            Normals = _normals.ToArray(),
            Tangents = _tangents.ToArray(),
            TexCoords0 = _texCoords.ToArray(),
            Indices = _indices.ToArray(),
            Bounds = bounds,
        });
        _positions.Clear();
        _normals.Clear();
        _tangents.Clear();
        _texCoords.Clear();
        _indices.Clear();
    }

    private void Vertex(Vector3 position, Vector3 normal, Vector4 tangent, Vector2 texCoord)
    {
        _positions.Add(position);
        _normals.Add(normal);
        _tangents.Add(tangent);
        _texCoords.Add(texCoord);
    }

    private void Triangle(int a, int b, int c)
    {
        if (_positions[a] == _positions[b] || _positions[b] == _positions[c] || _positions[c] == _positions[a]) return;
        _indices.AddRange([(uint)a, (uint)b, (uint)c]);
    }
}

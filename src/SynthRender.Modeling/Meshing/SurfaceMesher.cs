using System.Numerics;
using SynthRender.Modeling.Fields;

namespace SynthRender.Modeling.Meshing;

/// <summary>
/// Turns a field into a closed triangle mesh by dual contouring (Ju et al. 2002) on a sparse grid of blocks: a vertex for
/// every sheet of surface in a cell, placed where the tangent planes of the cell's crossings meet, so that edges stay sharp.
/// </summary>
/// <remarks>
/// Space is skipped where the field's bound says that no surface passes. Each grid corner is sampled once, by the block that
/// owns it, so that neighbours agree. A face whose corners alternate joins its crossings around the inside corners; where
/// that would glue two sheets of the same pair of cells along one edge, the face is joined the other way.
/// </remarks>
public sealed class SurfaceMesher
{
    private const int Side = 8;
    private const int Volume = Side * Side * Side;

    private readonly Field _field;
    private readonly float _cell;
    private readonly Vector3 _origin;
    private readonly int _nx;
    private readonly int _ny;
    private readonly int _nz;
    private readonly int[] _blockAt;
    private readonly List<(int X, int Y, int Z, Field Field)> _blocks = [];
    private readonly List<Cell> _cells = [];
    private readonly HashSet<(int, int, int, int)> _turnedFaces = [];
    private float[][] _values = [];
    private int[][] _cellAt = [];

    private SurfaceMesher(Field field, float cell)
    {
        (_field, _cell) = (field, cell);
        var box = field.Bounds.Grown(3f * cell);
        // Odd fractions of a cell keep flat faces of the field off the planes of the grid.
        _origin = box.Min - cell * new Vector3(0.37f, 0.41f, 0.29f);
        var size = (box.Max - _origin) / (cell * Side);
        if (!(size.X < 512f && size.Y < 512f && size.Z < 512f))
            throw new ArgumentException($"A grid of {cell} m over {box.Size} m is too fine; choose a larger cell.", nameof(cell));
        (_nx, _ny, _nz) = ((int)size.X + 2, (int)size.Y + 2, (int)size.Z + 2);
        _blockAt = new int[_nx * _ny * _nz];
        Array.Fill(_blockAt, -1);
    }

    /// <summary>Meshes a field.</summary>
    /// <param name="field">What to mesh; its surface lies inside its bounds.</param>
    /// <param name="cell">Edge length of a grid cell, metres; details below it are lost.</param>
    /// <exception cref="InvalidOperationException">The field has no surface, or breaks its own bounds.</exception>
    public static TriangleMesh Mesh(Field field, float cell)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cell);
        var mesher = new SurfaceMesher(field, cell);
        mesher.CollectBlocks();
        mesher.Sample();
        mesher.CollectCells();
        mesher.TurnAmbiguousFaces();
        var mesh = mesher.Connect(mesher.PlaceVertices());
        if (mesh.TriangleCount == 0)
            throw new InvalidOperationException($"The field has no surface in its bounds {field.Bounds}; check its sign and size.");
        return mesh.FindOpening() is { } opening
            ? throw new InvalidOperationException($"The mesh of the field is not closed: {opening}. Check the field's bounds and slope.")
            : mesh;
    }

    private void CollectBlocks()
    {
        var root = 1;
        while (root < _nx || root < _ny || root < _nz)
            root *= 2;
        Visit(0, 0, 0, root, _field);
    }

    private void Visit(int x, int y, int z, int size, Field field)
    {
        if (x >= _nx || y >= _ny || z >= _nz)
            return;
        var width = size * Side * _cell;
        var centre = _origin + new Vector3(x, y, z) * (Side * _cell) + new Vector3(width * 0.5f);
        // Four cells of margin: all corners of the cells around a crossing edge must be sampled.
        var radius = width * 0.8660254f + 4f * _cell;
        if (MathF.Abs(field.Distance(centre)) > field.Lipschitz * radius)
            return;
        var near = field.Within(centre, radius);
        if (size == 1)
        {
            _blockAt[x + _nx * (y + _ny * z)] = _blocks.Count;
            _blocks.Add((x, y, z, near));
            return;
        }

        var half = size / 2;
        for (var i = 0; i < 8; i++)
            Visit(x + (i & 1) * half, y + (i >> 1 & 1) * half, z + (i >> 2) * half, half, near);
    }

    private void Sample()
    {
        _values = new float[_blocks.Count][];
        Parallel.For(0, _blocks.Count, b =>
        {
            var (bx, by, bz, field) = _blocks[b];
            var values = new float[Volume];
            for (var i = 0; i < Volume; i++)
                values[i] = field.Distance(Corner(bx * Side + i % Side, by * Side + i / Side % Side, bz * Side + i / (Side * Side)));
            _values[b] = values;
        });
    }

    private Vector3 Corner(int x, int y, int z) => _origin + new Vector3(x, y, z) * _cell;

    private int Block(int x, int y, int z) =>
        x < 0 || y < 0 || z < 0 || x >= _nx * Side || y >= _ny * Side || z >= _nz * Side
            ? -1
            : _blockAt[x / Side + _nx * (y / Side + _ny * (z / Side))];

    private static int Local(int x, int y, int z) => x % Side + Side * (y % Side + Side * (z % Side));

    private void CollectCells()
    {
        _cellAt = new int[_blocks.Count][];
        for (var b = 0; b < _blocks.Count; b++)
        {
            var (bx, by, bz, _) = _blocks[b];
            var at = _cellAt[b] = new int[Volume];
            Array.Fill(at, -1);
            for (var i = 0; i < Volume; i++)
            {
                int x = bx * Side + i % Side, y = by * Side + i / Side % Side, z = bz * Side + i / (Side * Side);
                var inside = 0;
                for (var c = 0; c < 8 && inside >= 0; c++)
                {
                    int cx = x + (c & 1), cy = y + (c >> 1 & 1), cz = z + (c >> 2);
                    var block = Block(cx, cy, cz);
                    if (block < 0)
                        inside = -1;
                    else if (_values[block][Local(cx, cy, cz)] < 0f)
                        inside |= 1 << c;
                }

                if (inside is <= 0 or 255)
                    continue;
                at[i] = _cells.Count;
                _cells.Add(new Cell(x, y, z, inside, CellLoops.Of(inside, 0)));
            }
        }
    }

    private int CellAt(int x, int y, int z)
    {
        var block = Block(x, y, z);
        return block < 0 ? -1 : _cellAt[block][Local(x, y, z)];
    }

    private void TurnAmbiguousFaces()
    {
        for (var again = true; again;)
        {
            again = false;
            for (var c = 0; c < _cells.Count; c++)
            {
                for (var axis = 0; axis < 3; axis++)
                {
                    var cell = _cells[c];
                    if (!CellLoops.OneLoopOnFace(cell.Inside, cell.Loops, axis, 1))
                        continue;
                    var n = CellAt(cell.X + (axis == 0 ? 1 : 0), cell.Y + (axis == 1 ? 1 : 0), cell.Z + (axis == 2 ? 1 : 0));
                    if (n < 0 || !CellLoops.OneLoopOnFace(_cells[n].Inside, _cells[n].Loops, axis, 0)
                        || !_turnedFaces.Add((_cells[n].X, _cells[n].Y, _cells[n].Z, axis)))
                        continue;
                    _cells[c] = Reloop(cell);
                    _cells[n] = Reloop(_cells[n]);
                    again = true;
                }
            }
        }
    }

    private Cell Reloop(Cell cell)
    {
        var turned = 0;
        for (var axis = 0; axis < 3; axis++)
        {
            if (_turnedFaces.Contains((cell.X, cell.Y, cell.Z, axis)))
                turned |= 1 << (axis * 2);
            if (_turnedFaces.Contains((cell.X + (axis == 0 ? 1 : 0), cell.Y + (axis == 1 ? 1 : 0), cell.Z + (axis == 2 ? 1 : 0), axis)))
                turned |= 2 << (axis * 2);
        }

        return cell with { Loops = CellLoops.Of(cell.Inside, turned) };
    }

    private Vector3[] PlaceVertices()
    {
        var first = 0;
        for (var c = 0; c < _cells.Count; c++)
        {
            _cells[c] = _cells[c] with { FirstVertex = first };
            first += CellLoops.Count(_cells[c].Loops);
        }

        var positions = new Vector3[first];
        Parallel.For(0, _cells.Count, c =>
        {
            var cell = _cells[c];
            var field = _blocks[Block(cell.X, cell.Y, cell.Z)].Field;
            Span<TangentPlanes> planes = stackalloc TangentPlanes[4];
            planes.Clear();
            for (var e = 0; e < 12; e++)
            {
                var loop = CellLoops.LoopOf(cell.Loops, e);
                if (loop < 0)
                    continue;
                var (from, to) = CellLoops.Corners(e);
                var point = Crossing(cell, from, to, field);
                planes[loop].Add(point, field.Gradient(point, _cell * 0.1f));
            }

            var low = Corner(cell.X, cell.Y, cell.Z);
            for (var loop = 0; loop < CellLoops.Count(cell.Loops); loop++)
                // A little inside the cell, so that vertices of neighbouring cells never coincide.
                positions[cell.FirstVertex + loop] = planes[loop].Meet(low + new Vector3(0.02f * _cell), low + new Vector3(0.98f * _cell));
        });
        return positions;
    }

    private Vector3 Crossing(Cell cell, int from, int to, Field field)
    {
        int ax = cell.X + (from & 1), ay = cell.Y + (from >> 1 & 1), az = cell.Z + (from >> 2);
        int bx = cell.X + (to & 1), by = cell.Y + (to >> 1 & 1), bz = cell.Z + (to >> 2);
        var (a, b) = (Corner(ax, ay, az), Corner(bx, by, bz));
        var (da, db) = (_values[Block(ax, ay, az)][Local(ax, ay, az)], _values[Block(bx, by, bz)][Local(bx, by, bz)]);
        var p = a;
        for (var i = 0; i < 3; i++)
        {
            p = a + (b - a) * (da / (da - db));
            var d = field.Distance(p);
            if (MathF.Abs(d) < _cell * 1e-3f)
                break;
            if (d < 0f == da < 0f)
                (a, da) = (p, d);
            else
                (b, db) = (p, d);
        }

        return p;
    }

    private TriangleMesh Connect(Vector3[] positions)
    {
        var indices = new List<int>(positions.Length * 6);
        foreach (var cell in _cells)
        {
            for (var axis = 0; axis < 3; axis++)
            {
                var low = (cell.Inside & 1) != 0;
                if (low == ((cell.Inside >> (1 << axis) & 1) != 0))
                    continue;
                var (u, v) = ((axis + 1) % 3, (axis + 2) % 3);
                var a = Vertex(cell, axis, u, v, 1, 1);
                var b = Vertex(cell, axis, u, v, 0, 1);
                var c = Vertex(cell, axis, u, v, 0, 0);
                var d = Vertex(cell, axis, u, v, 1, 0);
                if (!low)
                    (b, d) = (d, b);
                if (Vector3.DistanceSquared(positions[a], positions[c]) <= Vector3.DistanceSquared(positions[b], positions[d]))
                    indices.AddRange([a, b, c, a, c, d]);
                else
                    indices.AddRange([a, b, d, b, c, d]);
            }
        }

        return new TriangleMesh(positions, [.. indices]);
    }

    // The vertex of the cell that lies du and dv steps back, for the sheet that crosses its edge at (du, dv).
    private int Vertex(Cell cell, int axis, int u, int v, int du, int dv)
    {
        Span<int> at = [cell.X, cell.Y, cell.Z];
        at[u] -= du;
        at[v] -= dv;
        var index = CellAt(at[0], at[1], at[2]);
        if (index < 0)
            throw new InvalidOperationException(
                $"The surface leaves the sampled blocks at {Corner(cell.X, cell.Y, cell.Z)}: the field changes faster than its slope bound.");
        return _cells[index].FirstVertex + CellLoops.LoopOf(_cells[index].Loops, axis * 4 + du + 2 * dv);
    }

    private readonly record struct Cell(int X, int Y, int Z, int Inside, long Loops, int FirstVertex = 0);
}

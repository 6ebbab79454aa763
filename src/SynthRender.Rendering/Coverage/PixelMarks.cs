namespace SynthRender.Rendering.Coverage;

/// <summary>The pixels of a frame that need a closer look, as bits, and the triangles that may cover their centres, as lists.</summary>
internal sealed class PixelMarks
{
    private ulong[] _bits = [];
    private int[] _slots = [];
    private int[] _pixels = new int[1024];
    private int[] _heads = new int[1024];
    private Candidate[] _candidates = new Candidate[4096];
    private int _words;
    private bool[] _tiles = [];
    private TileGrid _grid;
    private int _width;
    private int _candidateCount;

    /// <summary>Marked pixels.</summary>
    internal int Count { get; private set; }

    internal void Clear(int width, int height)
    {
        (_width, _words) = (width, (width + 63) / 64);
        if (_bits.Length < _words * height) _bits = new ulong[_words * height];
        else Array.Clear(_bits);
        _grid = new TileGrid(width, height);
        if (_tiles.Length != _grid.Count) _tiles = new bool[_grid.Count];
        else Array.Clear(_tiles);
        _tiles[_grid.Everywhere] = true;
        if (_slots.Length < width * height) _slots = new int[width * height];
        (Count, _candidateCount) = (0, 0);
    }

    /// <summary>Marks a pixel.</summary>
    /// <param name="x">Its column.</param>
    /// <param name="y">Its row.</param>
    /// <param name="within">How many pixels beside its own a triangle may lie and matter.</param>
    internal void Mark(int x, int y, int within = 0)
    {
        ref var word = ref _bits[y * _words + (x >> 6)];
        var bit = 1UL << (x & 63);
        if ((word & bit) != 0) return;
        word |= bit;
        _grid.Mark(_tiles, x, y, within);
        if (Count == _pixels.Length)
        {
            Array.Resize(ref _pixels, 2 * Count);
            Array.Resize(ref _heads, 2 * Count);
        }

        var pixel = y * _width + x;
        (_slots[pixel], _pixels[Count], _heads[Count]) = (Count, pixel, -1);
        Count++;
    }

    /// <summary>True for each tile of a <see cref="TileGrid"/> whose triangles may reach a marked pixel.</summary>
    internal ReadOnlySpan<bool> Tiles => _tiles;

    /// <summary>Index of a marked pixel in the image.</summary>
    internal int Pixel(int slot) => _pixels[slot];

    /// <summary>The slot of a marked pixel.</summary>
    internal int Slot(int x, int y) => _slots[y * _width + x];

    /// <summary>The marked pixels of a row from a column on, 64 at most: bit k stands for column <paramref name="start"/> + k.</summary>
    internal ulong Row(int y, int from, int to, int word, out int start)
    {
        start = word << 6;
        var bits = _bits[y * _words + word];
        if (from > start) bits &= ulong.MaxValue << (from - start);
        if (to < start + 63) bits &= ulong.MaxValue >> (63 - (to - start));
        return bits;
    }

    internal void Add(int x, int y, int primitive, int triangle, float depth, bool isInside)
    {
        if (_candidateCount == _candidates.Length) Array.Resize(ref _candidates, 2 * _candidateCount);
        ref var head = ref _heads[_slots[y * _width + x]];
        _candidates[_candidateCount] = new Candidate(head, primitive, triangle, depth, isInside);
        head = _candidateCount++;
    }

    /// <summary>The first candidate of a marked pixel, −1 for none.</summary>
    internal int First(int slot) => _heads[slot];

    internal ref readonly Candidate this[int candidate] => ref _candidates[candidate];
}

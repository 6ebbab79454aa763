namespace SynthRender.Assets.LevelsOfDetail;

/// <summary>A binary heap of corners by cost, in which a corner's cost can be changed. Equal costs go by number, so that order is certain.</summary>
internal sealed class CollapseQueue
{
    private readonly int[] _heap;
    private readonly int[] _placeOf;
    private readonly double[] _cost;

    public CollapseQueue(int corners)
    {
        _heap = new int[corners];
        _placeOf = new int[corners];
        _cost = new double[corners];
        Array.Fill(_placeOf, -1);
    }

    public int Count { get; private set; }

    /// <summary>The least cost; +∞ when empty.</summary>
    public double Least => Count > 0 ? _cost[_heap[0]] : double.PositiveInfinity;

    /// <summary>Adds a corner, or gives it another cost.</summary>
    public void Set(int corner, double cost)
    {
        _cost[corner] = cost;
        if (_placeOf[corner] < 0)
        {
            _placeOf[corner] = Count;
            _heap[Count++] = corner;
        }

        Sink(Rise(_placeOf[corner]));
    }

    /// <summary>Takes a corner out; nothing happens when it is not in.</summary>
    public void Remove(int corner)
    {
        var place = _placeOf[corner];
        if (place < 0) return;
        _placeOf[corner] = -1;
        var last = _heap[--Count];
        if (last == corner) return;
        Put(last, place);
        Sink(Rise(place));
    }

    /// <summary>Whether a corner is in.</summary>
    public bool Contains(int corner) => _placeOf[corner] >= 0;

    /// <summary>Takes out the corner of least cost.</summary>
    public int Take()
    {
        var corner = _heap[0];
        Remove(corner);
        return corner;
    }

    private int Rise(int place)
    {
        var corner = _heap[place];
        while (place > 0 && Before(corner, _heap[(place - 1) / 2]))
        {
            Put(_heap[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }

        Put(corner, place);
        return place;
    }

    private void Sink(int place)
    {
        var corner = _heap[place];
        for (var child = 2 * place + 1; child < Count; child = 2 * place + 1)
        {
            if (child + 1 < Count && Before(_heap[child + 1], _heap[child])) child++;
            if (!Before(_heap[child], corner)) break;
            Put(_heap[child], place);
            place = child;
        }

        Put(corner, place);
    }

    private void Put(int corner, int place) => (_heap[place], _placeOf[corner]) = (corner, place);

    private bool Before(int a, int b) => _cost[a] < _cost[b] || (_cost[a] == _cost[b] && a < b);
}

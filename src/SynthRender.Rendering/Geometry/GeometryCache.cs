using SynthRender.Assets;
using SynthRender.Rendering.Devices;

namespace SynthRender.Rendering.Geometry;

/// <summary>Geometry on the device by asset. When it outgrows its budget, what was not drawn for longest goes first.</summary>
internal sealed class GeometryCache(GraphicsDevice device, WriteOrder order, long budgetBytes, bool levelsOfDetail) : IDisposable
{
    private readonly Dictionary<ModelAsset, AssetGeometry> _entries = new(ReferenceEqualityComparer.Instance);
    private readonly List<ModelAsset> _victims = [];

    internal long Bytes { get; private set; }

    /// <summary>The asset's geometry, uploaded on first use.</summary>
    internal AssetGeometry Get(ModelAsset asset, long frame)
    {
        if (!_entries.TryGetValue(asset, out var entry))
        {
            entry = AssetGeometry.Upload(device, asset, levelsOfDetail);
            order.Settle();
            _entries.Add(asset, entry);
            Bytes += entry.Bytes;
        }

        entry.LastUsed = frame;
        return entry;
    }

    /// <summary>Gives back the longest unused entries until the budget is met. What the frame <paramref name="oldestInFlight"/> or a later one used stays.</summary>
    internal void Trim(long oldestInFlight)
    {
        if (Bytes <= budgetBytes) return;
        _victims.Clear();
        foreach (var (asset, entry) in _entries)
            if (entry.LastUsed < oldestInFlight) _victims.Add(asset);
        _victims.Sort((a, b) => _entries[a].LastUsed.CompareTo(_entries[b].LastUsed));
        foreach (var asset in _victims)
        {
            if (Bytes <= budgetBytes) return;
            _entries.Remove(asset, out var entry);
            Bytes -= entry!.Bytes;
            entry.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var entry in _entries.Values) entry.Dispose();
        _entries.Clear();
        Bytes = 0;
    }
}

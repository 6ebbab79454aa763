using System.Buffers;
using System.Collections.Concurrent;

namespace SynthRender.Rendering.Frames;

/// <summary>Arrays for read-back, used again once their frame is disposed, on whatever thread that happens.</summary>
internal sealed class PooledMemory<T>
{
    private readonly ConcurrentBag<Lease> _free = [];

    /// <summary>Memory of at least <paramref name="length"/> elements; its contents are left from before.</summary>
    internal IMemoryOwner<T> Rent(int length)
    {
        while (_free.TryTake(out var lease))
        {
            // One of another image size is let go, so that the pool holds what is in use.
            if (lease.Array.Length == length)
            {
                lease.Open();
                return lease;
            }
        }

        return new Lease(this, new T[length]);
    }

    private sealed class Lease(PooledMemory<T> pool, T[] array) : IMemoryOwner<T>
    {
        private int _open = 1;

        internal T[] Array => array;

        public Memory<T> Memory => array;

        internal void Open() => _open = 1;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _open, 0) == 1) pool._free.Add(this);
        }
    }
}

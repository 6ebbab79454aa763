namespace SynthRender.Gpu.Vulkan;

/// <summary>
/// One command buffer with all that must live until the GPU has run it: resources it mentions and bytes it uploads.
/// </summary>
internal sealed class VkRecording
{
    // Uniform data, texels and structures may be copied from multiples of 16, whatever their type.
    private const ulong UploadAlignment = 16;

    private static long _lastId;

    private readonly VkUploadPool _uploads;
    private readonly List<VkLifetime> _lifetimes = [];
    private readonly List<VkUploadChunk> _chunks = [];
    private long _id;

    internal VkRecording(VkCommandBufferPool owner, V.CommandBuffer commands, VkUploadPool uploads)
    {
        Owner = owner;
        Commands = commands;
        _uploads = uploads;
    }

    internal VkCommandBufferPool Owner { get; }

    internal V.CommandBuffer Commands { get; }

    /// <summary>Bytes that were uploaded and textures that were mentioned first; the device bounds what waits.</summary>
    internal ulong PendingBytes { get; set; }

    internal void Start() => _id = Interlocked.Increment(ref _lastId);

    /// <summary>Keeps an object until the GPU has run this recording.</summary>
    internal void Keep(VkLifetime lifetime)
    {
        // Two lists that record the same object at once may both miss the mark and take two references: both are given back.
        if (lifetime.LastRecording == _id)
            return;
        if (!ReferenceEquals(lifetime.Device, Owner.Lifetime.Device))
            throw new VeldridException("A command list was given a resource of another device: every device needs resources of its own.");
        lifetime.LastRecording = _id;
        lifetime.AddReference();
        _lifetimes.Add(lifetime);
    }

    /// <summary>Copies bytes into an upload chunk, from which the GPU can copy them on.</summary>
    internal V.Buffer Upload(ReadOnlySpan<byte> bytes, out ulong offset)
    {
        Span<byte> space = Reserve((ulong)bytes.Length, out V.Buffer buffer, out offset);
        bytes.CopyTo(space);
        return buffer;
    }

    internal Span<byte> Reserve(ulong size, out V.Buffer buffer, out ulong offset)
    {
        VkUploadChunk? chunk = _chunks.Count > 0 ? _chunks[^1] : null;
        ulong start = chunk is null ? 0 : (chunk.Used + UploadAlignment - 1) / UploadAlignment * UploadAlignment;
        if (chunk is null || start + size > chunk.Size)
        {
            chunk = _uploads.Take(size);
            _chunks.Add(chunk);
            start = 0;
        }

        chunk.Used = start + size;
        PendingBytes += size;
        buffer = chunk.Buffer;
        offset = start;
        return MappedMemory.Bytes(chunk.Allocation.Mapped + (nint)start, (int)size);
    }

    /// <summary>The GPU has run it, or it was dropped: everything goes back.</summary>
    internal void Release()
    {
        foreach (VkLifetime lifetime in _lifetimes)
            lifetime.Release();
        _lifetimes.Clear();
        foreach (VkUploadChunk chunk in _chunks)
            _uploads.Give(chunk);
        _chunks.Clear();
        PendingBytes = 0;
        Owner.Give(this);
    }
}

namespace SynthRender.Gpu.Vulkan;

/// <summary>Upload chunks that come back when the GPU has read them.</summary>
internal sealed unsafe class VkUploadPool : IDisposable
{
    private const ulong ChunkSize = 1 << 20;
    private const int MostKept = 32;

    private readonly Lock _lock = new();
    private readonly VkGraphicsDevice _device;
    private readonly Stack<VkUploadChunk> _free = new();

    internal VkUploadPool(VkGraphicsDevice device) => _device = device;

    public void Dispose()
    {
        while (_free.TryPop(out VkUploadChunk? chunk))
            Destroy(chunk);
    }

    /// <summary>A chunk with room for that many bytes. Larger ones than usual are made for the occasion.</summary>
    internal VkUploadChunk Take(ulong size)
    {
        if (size <= ChunkSize)
        {
            lock (_lock)
            {
                if (_free.TryPop(out VkUploadChunk? chunk))
                    return chunk;
            }
        }

        ulong rounded = Math.Max(size, ChunkSize);
        V.Buffer buffer = VkBuffer.Create(
            _device, rounded, V.BufferUsageFlags.TransferSrcBit, VkMemoryUse.Upload, out VkAllocation allocation);
        return new VkUploadChunk(buffer, allocation, rounded);
    }

    internal void Give(VkUploadChunk chunk)
    {
        chunk.Used = 0;
        lock (_lock)
        {
            if (chunk.Size == ChunkSize && _free.Count < MostKept)
            {
                _free.Push(chunk);
                return;
            }
        }

        Destroy(chunk);
    }

    private void Destroy(VkUploadChunk chunk)
    {
        _device.Api.DestroyBuffer(_device.Handle, chunk.Buffer, null);
        _device.Memory.Free(chunk.Allocation);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SynthRender.Gpu.Vulkan;

namespace SynthRender.Gpu;

/// <summary>
/// An opened graphics device without a window: makes resources, runs command lists, moves data. Several may be open at
/// once. Its methods may be called from any thread; a command list belongs to one thread at a time.
/// </summary>
public abstract class GraphicsDevice : IDisposable
{
    private protected GraphicsDevice()
    {
    }

    /// <summary>The device's name, as its driver gives it.</summary>
    public abstract string DeviceName { get; }

    /// <summary>The vendor's name, or its id in hexadecimal when it is not a known one.</summary>
    public abstract string VendorName { get; }

    /// <summary>The Vulkan version of the driver.</summary>
    public abstract GraphicsApiVersion ApiVersion { get; }

    /// <summary>Always <see cref="GraphicsBackend.Vulkan"/>.</summary>
    public abstract GraphicsBackend BackendType { get; }

    /// <summary>Whether texture coordinate (0, 0) is the first texel in memory: always true.</summary>
    public abstract bool IsUvOriginTopLeft { get; }

    /// <summary>Whether clip space depth runs from 0 to 1: always true.</summary>
    public abstract bool IsDepthRangeZeroToOne { get; }

    /// <summary>
    /// Whether +Y of clip space points down in the image. It does on Vulkan, unless the device was opened with
    /// <see cref="GraphicsDeviceOptions.PreferStandardClipSpaceYDirection"/>.
    /// </summary>
    public abstract bool IsClipSpaceYInverted { get; }

    /// <summary>Makes resources.</summary>
    public abstract ResourceFactory ResourceFactory { get; }

    /// <summary>What the device can do beyond the least.</summary>
    public abstract GraphicsDeviceFeatures Features { get; }

    /// <summary>Offsets of uniform buffer ranges and dynamic offsets are multiples of this many bytes.</summary>
    public abstract uint UniformBufferMinOffsetAlignment { get; }

    /// <summary>Offsets of structured buffer ranges and dynamic offsets are multiples of this many bytes.</summary>
    public abstract uint StructuredBufferMinOffsetAlignment { get; }

    /// <summary>A sampler of <see cref="SamplerDescription.Point"/>; the device owns it.</summary>
    public abstract Sampler PointSampler { get; }

    /// <summary>A sampler of <see cref="SamplerDescription.Linear"/>; the device owns it.</summary>
    public abstract Sampler LinearSampler { get; }

    /// <summary>A sampler of <see cref="SamplerDescription.Aniso4x"/>; the device owns it.</summary>
    public abstract Sampler Aniso4xSampler { get; }

    /// <summary>Whether a backend is available: Vulkan, when its loader is installed.</summary>
    public static bool IsBackendSupported(GraphicsBackend backend) =>
        backend == GraphicsBackend.Vulkan && VkLoader.IsInstalled();

    /// <summary>Runs an ended command list after all that was submitted before it.</summary>
    public void SubmitCommands(CommandList commandList)
    {
        ArgumentNullException.ThrowIfNull(commandList);
        SubmitCommandsCore(commandList, null);
    }

    /// <summary>Runs an ended command list, and signals the fence when it has finished.</summary>
    public void SubmitCommands(CommandList commandList, Fence? fence)
    {
        ArgumentNullException.ThrowIfNull(commandList);
        SubmitCommandsCore(commandList, fence);
    }

    /// <summary>Waits until the fence is signaled.</summary>
    public void WaitForFence(Fence fence) => WaitForFence(fence, ulong.MaxValue);

    /// <summary>Waits until the fence is signaled, at most that long; false when it was too short.</summary>
    public bool WaitForFence(Fence fence, TimeSpan timeout) => WaitForFence(fence, Nanoseconds(timeout));

    /// <summary>Waits until the fence is signaled, at most that long; false when it was too short.</summary>
    public bool WaitForFence(Fence fence, ulong nanosecondTimeout)
    {
        ArgumentNullException.ThrowIfNull(fence);
        return WaitForFencesCore(new ReadOnlySpan<Fence>(in fence), true, nanosecondTimeout);
    }

    /// <summary>Waits until all fences, or any of them, are signaled.</summary>
    public void WaitForFences(Fence[] fences, bool waitAll) => WaitForFences(fences, waitAll, ulong.MaxValue);

    /// <summary>Waits until all fences, or any of them, are signaled, at most that long; false when it was too short.</summary>
    public bool WaitForFences(Fence[] fences, bool waitAll, TimeSpan timeout) =>
        WaitForFences(fences, waitAll, Nanoseconds(timeout));

    /// <summary>Waits until all fences, or any of them, are signaled, at most that long; false when it was too short.</summary>
    public bool WaitForFences(Fence[] fences, bool waitAll, ulong nanosecondTimeout)
    {
        ArgumentNullException.ThrowIfNull(fences);
        if (fences.Length == 0)
            throw new ArgumentException("There is no fence to wait for.", nameof(fences));
        return WaitForFencesCore(fences, waitAll, nanosecondTimeout);
    }

    /// <summary>Makes a fence unsignaled. No submission may be using it.</summary>
    public void ResetFence(Fence fence)
    {
        ArgumentNullException.ThrowIfNull(fence);
        fence.Reset();
    }

    /// <summary>Waits until the device has finished all that was submitted.</summary>
    public abstract void WaitForIdle();

    /// <summary>The most samples per texel of a colour or depth target of a format.</summary>
    public abstract TextureSampleCount GetSampleCountLimit(PixelFormat format, bool depthFormat);

    /// <summary>Maps a buffer, or subresource 0 of a staging texture, for the CPU.</summary>
    public MappedResource Map(MappableResource resource, MapMode mode) => Map(resource, mode, 0);

    /// <summary>
    /// Maps a buffer, or one subresource of a staging texture, for the CPU. It does not wait: what the GPU still writes
    /// must be waited for with a fence first. Only staging resources can be read; buffers for the GPU can be mapped for
    /// writing when they are <see cref="BufferUsage.Dynamic"/>.
    /// </summary>
    public MappedResource Map(MappableResource resource, MapMode mode, uint subresource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        switch (resource)
        {
            case DeviceBuffer buffer:
                ObjectDisposedException.ThrowIf(buffer.IsDisposed, buffer);
                bool isStaging = (buffer.Usage & BufferUsage.Staging) != 0;
                if (!isStaging && (buffer.Usage & BufferUsage.Dynamic) == 0)
                    throw new VeldridException($"The buffer '{buffer.Name}' is neither Staging nor Dynamic: it cannot be mapped.");
                if (!isStaging && mode != MapMode.Write)
                    throw new VeldridException($"The buffer '{buffer.Name}' is not Staging: it can be mapped for writing only.");
                if (subresource != 0)
                    throw new VeldridException($"The buffer '{buffer.Name}' has one subresource, 0; {subresource} was asked for.");
                return MapBufferCore(buffer, mode);
            case Texture texture:
                ObjectDisposedException.ThrowIf(texture.IsDisposed, texture);
                if ((texture.Usage & TextureUsage.Staging) == 0)
                    throw new VeldridException($"The texture '{texture.Name}' is not Staging: copy it to one that is, and map that.");
                uint count = texture.LayerCount * texture.MipLevels;
                if (subresource >= count)
                    throw new VeldridException($"The texture '{texture.Name}' has {count} subresources; {subresource} does not exist.");
                return MapTextureCore(texture, mode, subresource);
            default:
                throw new VeldridException($"{resource.GetType().Name} is neither a buffer nor a texture: it cannot be mapped.");
        }
    }

    /// <summary>Maps a resource as an array.</summary>
    public MappedResourceView<T> Map<T>(MappableResource resource, MapMode mode)
        where T : unmanaged => new(Map(resource, mode, 0));

    /// <summary>Maps a subresource as an array.</summary>
    public MappedResourceView<T> Map<T>(MappableResource resource, MapMode mode, uint subresource)
        where T : unmanaged => new(Map(resource, mode, subresource));

    /// <summary>Ends the mapping of a buffer, or of subresource 0 of a staging texture.</summary>
    public void Unmap(MappableResource resource) => Unmap(resource, 0);

    /// <summary>Ends the mapping of a subresource. What <see cref="Map(MappableResource, MapMode)"/> returned is no longer valid.</summary>
    public void Unmap(MappableResource resource, uint subresource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        UnmapCore(resource, subresource);
    }

    /// <summary>
    /// Writes a box of texels, tightly packed row by row, slice by slice, after all that was submitted before. The bytes
    /// are taken over before it returns. Layers of a cube map count six per cube.
    /// </summary>
    public void UpdateTexture(
        Texture texture,
        IntPtr source,
        uint sizeInBytes,
        uint x,
        uint y,
        uint z,
        uint width,
        uint height,
        uint depth,
        uint mipLevel,
        uint arrayLayer)
    {
        if (sizeInBytes > int.MaxValue)
            throw new VeldridException($"An update of {sizeInBytes} bytes is too large: split it below {int.MaxValue}.");
        UpdateTexture(
            texture,
            (ReadOnlySpan<byte>)MappedMemory.Bytes(source, (int)sizeInBytes),
            x, y, z, width, height, depth, mipLevel, arrayLayer);
    }

    /// <inheritdoc cref="UpdateTexture(Texture, IntPtr, uint, uint, uint, uint, uint, uint, uint, uint, uint)"/>
    public void UpdateTexture<T>(
        Texture texture,
        T[] source,
        uint x,
        uint y,
        uint z,
        uint width,
        uint height,
        uint depth,
        uint mipLevel,
        uint arrayLayer)
        where T : unmanaged =>
        UpdateTexture(texture, (ReadOnlySpan<T>)source, x, y, z, width, height, depth, mipLevel, arrayLayer);

    /// <inheritdoc cref="UpdateTexture(Texture, IntPtr, uint, uint, uint, uint, uint, uint, uint, uint, uint)"/>
    public void UpdateTexture<T>(
        Texture texture,
        ReadOnlySpan<T> source,
        uint x,
        uint y,
        uint z,
        uint width,
        uint height,
        uint depth,
        uint mipLevel,
        uint arrayLayer)
        where T : unmanaged
    {
        var region = new TextureRegion(x, y, z, mipLevel, arrayLayer, width, height, depth, 1);
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(source);
        TextureChecks.Update(texture, region, (ulong)bytes.Length);
        UpdateTextureCore(texture, bytes, region);
    }

    /// <inheritdoc cref="UpdateTexture(Texture, IntPtr, uint, uint, uint, uint, uint, uint, uint, uint, uint)"/>
    public void UpdateTexture<T>(
        Texture texture,
        Span<T> source,
        uint x,
        uint y,
        uint z,
        uint width,
        uint height,
        uint depth,
        uint mipLevel,
        uint arrayLayer)
        where T : unmanaged =>
        UpdateTexture(texture, (ReadOnlySpan<T>)source, x, y, z, width, height, depth, mipLevel, arrayLayer);

    /// <summary>Writes a value into a buffer, after all that was submitted before.</summary>
    public void UpdateBuffer<T>(DeviceBuffer buffer, uint bufferOffsetInBytes, T source)
        where T : unmanaged => UpdateBuffer(buffer, bufferOffsetInBytes, new ReadOnlySpan<T>(in source));

    /// <summary>Writes a value into a buffer, after all that was submitted before.</summary>
    public void UpdateBuffer<T>(DeviceBuffer buffer, uint bufferOffsetInBytes, ref T source)
        where T : unmanaged => UpdateBuffer(buffer, bufferOffsetInBytes, new ReadOnlySpan<T>(in source));

    /// <summary>Writes <paramref name="sizeInBytes"/> bytes, starting at a value, after all that was submitted before.</summary>
    public void UpdateBuffer<T>(DeviceBuffer buffer, uint bufferOffsetInBytes, ref T source, uint sizeInBytes)
        where T : unmanaged
    {
        BufferChecks.Update(buffer, bufferOffsetInBytes, sizeInBytes);
        UpdateBufferCore(
            buffer,
            bufferOffsetInBytes,
            MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, byte>(ref source), (int)sizeInBytes));
    }

    /// <summary>Writes an array into a buffer, after all that was submitted before.</summary>
    public void UpdateBuffer<T>(DeviceBuffer buffer, uint bufferOffsetInBytes, T[] source)
        where T : unmanaged => UpdateBuffer(buffer, bufferOffsetInBytes, (ReadOnlySpan<T>)source);

    /// <summary>
    /// Writes elements into a buffer, after all that was submitted before. A buffer that the CPU can map
    /// (<see cref="BufferUsage.Dynamic"/>, <see cref="BufferUsage.Staging"/>) is written at once: what the GPU still
    /// reads must be waited for first.
    /// </summary>
    public void UpdateBuffer<T>(DeviceBuffer buffer, uint bufferOffsetInBytes, ReadOnlySpan<T> source)
        where T : unmanaged
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(source);
        BufferChecks.Update(buffer, bufferOffsetInBytes, (uint)bytes.Length);
        UpdateBufferCore(buffer, bufferOffsetInBytes, bytes);
    }

    /// <summary>Writes elements into a buffer, after all that was submitted before.</summary>
    public void UpdateBuffer<T>(DeviceBuffer buffer, uint bufferOffsetInBytes, Span<T> source)
        where T : unmanaged => UpdateBuffer(buffer, bufferOffsetInBytes, (ReadOnlySpan<T>)source);

    /// <summary>Writes bytes into a buffer, after all that was submitted before.</summary>
    public void UpdateBuffer(DeviceBuffer buffer, uint bufferOffsetInBytes, IntPtr source, uint sizeInBytes)
    {
        BufferChecks.Update(buffer, bufferOffsetInBytes, sizeInBytes);
        UpdateBufferCore(buffer, bufferOffsetInBytes, MappedMemory.Bytes(source, (int)sizeInBytes));
    }

    /// <summary>Whether textures of a format, type and usage can be made.</summary>
    public bool GetPixelFormatSupport(PixelFormat format, TextureType type, TextureUsage usage) =>
        GetPixelFormatSupport(format, type, usage, out _);

    /// <summary>Whether textures of a format, type and usage can be made, and how large.</summary>
    public abstract bool GetPixelFormatSupport(
        PixelFormat format,
        TextureType type,
        TextureUsage usage,
        out PixelFormatProperties properties);

    /// <summary>Disposes an object once the device has finished all that is submitted so far.</summary>
    public abstract void DisposeWhenIdle(IDisposable disposable);

    /// <summary>Waits for the device, then gives it back with everything that was made from it.</summary>
    public abstract void Dispose();

    private protected abstract void SubmitCommandsCore(CommandList commandList, Fence? fence);

    private protected abstract bool WaitForFencesCore(
        ReadOnlySpan<Fence> fences, bool waitAll, ulong nanosecondTimeout);

    private protected abstract MappedResource MapBufferCore(DeviceBuffer buffer, MapMode mode);

    private protected abstract MappedResource MapTextureCore(Texture texture, MapMode mode, uint subresource);

    private protected abstract void UnmapCore(MappableResource resource, uint subresource);

    private protected abstract void UpdateTextureCore(
        Texture texture, ReadOnlySpan<byte> bytes, in TextureRegion region);

    private protected abstract void UpdateBufferCore(DeviceBuffer buffer, uint offset, ReadOnlySpan<byte> bytes);

    private static ulong Nanoseconds(TimeSpan timeout)
    {
        if (timeout < TimeSpan.Zero && timeout != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "A timeout cannot be negative.");
        return timeout == Timeout.InfiniteTimeSpan ? ulong.MaxValue : (ulong)timeout.Ticks * 100;
    }
}

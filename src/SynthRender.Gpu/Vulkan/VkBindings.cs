using System.Runtime.CompilerServices;

namespace SynthRender.Gpu.Vulkan;

/// <summary>The pipeline of a bind point and the resource sets that were set for it, bound when they are needed.</summary>
internal sealed unsafe class VkBindings
{
    private const int MostDynamicsPerSet = 16;

    private readonly V.Vk _api;
    private readonly V.PipelineBindPoint _point;
    private readonly VkResourceSet?[] _sets;
    private readonly uint[] _offsets;
    private uint _dirty;
    private bool _isPipelineDirty;

    internal VkBindings(V.Vk api, V.PipelineBindPoint point, int slots)
    {
        _api = api;
        _point = point;
        _sets = new VkResourceSet?[slots];
        _offsets = new uint[slots * MostDynamicsPerSet];
    }

    internal VkPipeline? Pipeline { get; private set; }

    /// <summary>Whether anything was set since the last <see cref="Bind"/>.</summary>
    internal bool IsDirty => _dirty != 0 || _isPipelineDirty;

    internal ReadOnlySpan<VkResourceSet?> Sets => _sets.AsSpan(0, Pipeline?.Layouts.Length ?? 0);

    /// <summary>The slots that were set since the last <see cref="Bind"/>, a bit each.</summary>
    internal uint DirtySlots => _dirty;

    /// <summary>Whether shaders may write a buffer or an image through what is bound.</summary>
    internal bool Writes { get; private set; }

    internal void Reset()
    {
        Pipeline = null;
        _isPipelineDirty = false;
        Forget();
    }

    internal void SetPipeline(VkPipeline pipeline)
    {
        Pipeline = pipeline;
        _isPipelineDirty = true;
        Forget();
    }

    internal void SetResourceSet(int slot, VkResourceSet set, ReadOnlySpan<uint> offsets)
    {
        Span<uint> mine = _offsets.AsSpan(slot * MostDynamicsPerSet, MostDynamicsPerSet);
        if (offsets.Length > MostDynamicsPerSet)
            throw new VeldridException($"The resource set '{set.Name}' has {offsets.Length} dynamic offsets; {MostDynamicsPerSet} fit.");
        if (ReferenceEquals(_sets[slot], set) && offsets.SequenceEqual(mine[..offsets.Length]))
            return;
        for (int i = 0; i < offsets.Length; i++)
        {
            VkDynamicRange range = set.Dynamics[i];
            if (offsets[i] % range.Alignment != 0
                || (ulong)range.Offset + offsets[i] + range.SizeInBytes > range.Buffer.SizeInBytes)
            {
                throw new VeldridException(
                    $"The resource set '{set.Name}': dynamic offset {offsets[i]} must be a multiple of {range.Alignment}, and {range.SizeInBytes} bytes from there on must lie in the buffer '{range.Buffer.Name}' of {range.Buffer.SizeInBytes}.");
            }
        }

        offsets.CopyTo(mine);
        _sets[slot] = set;
        _dirty |= 1u << slot;
    }

    /// <summary>Binds what was set since the last time.</summary>
    [SkipLocalsInit] // a draw binds with room for every offset there can be; clearing it would cost more than binding
    internal void Bind(V.CommandBuffer commands)
    {
        VkPipeline pipeline = Pipeline!;
        if (_isPipelineDirty)
        {
            _api.CmdBindPipeline(commands, _point, pipeline.Handle);
            _isPipelineDirty = false;
        }

        if (_dirty == 0 && pipeline.Layouts.Length == 0)
            return;
        V.DescriptorSet* handles = stackalloc V.DescriptorSet[_sets.Length];
        uint* offsets = stackalloc uint[_offsets.Length];
        int slot = 0;
        while (slot < pipeline.Layouts.Length)
        {
            if (_sets[slot] is null)
                throw new VeldridException($"The pipeline '{pipeline.Name}' needs a resource set in slot {slot}, and none is set.");
            if ((_dirty & (1u << slot)) == 0)
            {
                slot++;
                continue;
            }

            int first = slot;
            uint offsetCount = 0;
            while (slot < pipeline.Layouts.Length && (_dirty & (1u << slot)) != 0)
            {
                VkResourceSet set = _sets[slot]!;
                handles[slot - first] = set.Handle;
                for (int i = 0; i < set.Dynamics.Length; i++)
                    offsets[offsetCount++] = _offsets[(slot * MostDynamicsPerSet) + i];
                slot++;
            }

            _api.CmdBindDescriptorSets(
                commands, _point, pipeline.LayoutHandle, (uint)first, (uint)(slot - first), handles, offsetCount, offsets);
        }

        if (_dirty != 0)
        {
            Writes = false;
            foreach (VkResourceSet? set in Sets)
                Writes |= set!.WritesBuffers;
        }

        _dirty = 0;
    }

    private void Forget()
    {
        Array.Clear(_sets);
        _dirty = 0;
        Writes = false;
    }
}

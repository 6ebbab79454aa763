namespace SynthRender.Gpu.Vulkan;

/// <summary>
/// Knows what one command list did to images and buffers, and puts the barriers between. Textures start and end every
/// list in their home layout, and every list ends with a barrier for all memory; so lists can be recorded at once and
/// submitted in any order.
/// </summary>
internal sealed unsafe class VkBarriers
{
    private const V.AccessFlags2 AllAccess = V.AccessFlags2.MemoryReadBit | V.AccessFlags2.MemoryWriteBit;

    private readonly V.Vk _api;
    private readonly bool _ordersBuffers;
    private readonly Dictionary<VkTexture, int> _indices = [];
    private readonly List<VkTextureState> _states = [];
    private readonly HashSet<VkLifetime> _copiedTo = [];
    private readonly HashSet<VkLifetime> _copiedFrom = [];
    private V.ImageMemoryBarrier2[] _images = GC.AllocateUninitializedArray<V.ImageMemoryBarrier2>(32);
    private int _stateCount;
    private int _imageCount;
    private long _batch = 1;
    private bool _isMemoryBarrierDue;
    private bool _wasReadByShaders;
    private bool _wasWrittenByShaders;

    internal VkBarriers(V.Vk api, bool ordersBuffers) => (_api, _ordersBuffers) = (api, ordersBuffers);

    internal void Start()
    {
        _indices.Clear();
        _stateCount = 0;
        _imageCount = 0;
        ForgetBuffers();
    }

    /// <summary>A texture that was just made: its first layout is undefined.</summary>
    internal void Introduce(VkTexture texture) => State(texture, VkAccess.Undefined);

    /// <summary>Whether shaders find a texture in the layout that their descriptors name.</summary>
    internal bool IsReadyForShaders(in VkTextureUse use)
    {
        V.ImageLayout layout = use.IsStorage ? V.ImageLayout.General : V.ImageLayout.ShaderReadOnlyOptimal;
        if (!_indices.TryGetValue(use.Texture, out int index))
            return use.Texture.HomeLayout == layout;
        VkTextureState state = _states[index];
        if (state.IsUniform)
            return state.Whole.Layout == layout;
        for (uint layer = use.BaseLayer; layer < use.BaseLayer + use.Layers; layer++)
        {
            for (uint level = use.BaseMipLevel; level < use.BaseMipLevel + use.MipLevels; level++)
            {
                if (state.Part(level, layer).Layout != layout)
                    return false;
            }
        }

        return true;
    }

    /// <summary>Makes subresources ready for an access.</summary>
    internal void Require(
        VkTexture texture, uint baseMipLevel, uint mipLevels, uint baseLayer, uint layers, in VkAccess access)
    {
        bool isHome = !_indices.ContainsKey(texture);
        if (isHome && !access.Writes && texture.HomeLayout == access.Layout)
            return;
        VkTextureState state = State(texture, VkAccess.Home(texture));
        bool isAll = mipLevels == texture.MipLevels && layers == texture.LayerCount;
        if (isAll && state.IsUniform)
        {
            if (NeedsBarrier(state.Whole, access, out VkAccess next))
                AddImage(texture, 0, mipLevels, 0, layers, state.Whole, access);
            state.SetWhole(next);
            return;
        }

        for (uint layer = baseLayer; layer < baseLayer + layers; layer++)
        {
            for (uint level = baseMipLevel; level < baseMipLevel + mipLevels; level++)
            {
                VkAccess before = state.Part(level, layer);
                if (NeedsBarrier(before, access, out VkAccess next))
                    AddImage(texture, level, 1, layer, 1, before, access);
                state.SetPart(level, layer, next);
            }
        }

        if (isAll)
            state.SetWhole(access with { Batch = _batch });
    }

    /// <summary>Shaders and fixed functions are about to read buffers, and perhaps to write some.</summary>
    internal void BeforeShaders()
    {
        if (_copiedTo.Count != 0 || _wasWrittenByShaders)
            RequireMemoryBarrier();
    }

    internal void AfterShaders(bool writes)
    {
        _wasReadByShaders = true;
        _wasWrittenByShaders |= writes;
    }

    /// <summary>A copy is about to read one buffer and to write another; either may be null.</summary>
    internal void BeforeCopy(VkBuffer? source, VkBuffer? destination) =>
        BeforeCopy(source?.Lifetime, destination?.Lifetime);

    /// <summary>What Veldrid puts after a copy to a buffer, when buffers are left to the caller.</summary>
    internal void AfterCopy(V.CommandBuffer commands)
    {
        if (_ordersBuffers)
            return;
        var memory = new V.MemoryBarrier
        {
            SType = V.StructureType.MemoryBarrier,
            SrcAccessMask = V.AccessFlags.TransferWriteBit,
            DstAccessMask = V.AccessFlags.VertexAttributeReadBit,
        };
        _api.CmdPipelineBarrier(
            commands, V.PipelineStageFlags.TransferBit, V.PipelineStageFlags.VertexInputBit, 0, 1, &memory, 0, null, 0, null);
    }

    /// <summary>The same for staging textures, which are buffers.</summary>
    internal void BeforeStagingCopy(VkTexture? source, VkTexture? destination) =>
        BeforeCopy(source?.Lifetime, destination?.Lifetime);

    private void BeforeCopy(VkLifetime? source, VkLifetime? destination)
    {
        bool isConflict = (source is not null && _copiedTo.Contains(source))
            || (destination is not null && (_copiedTo.Contains(destination) || _copiedFrom.Contains(destination)));
        if (isConflict || _wasWrittenByShaders || (destination is not null && _wasReadByShaders))
            RequireMemoryBarrier();
        if (source is not null)
            _copiedFrom.Add(source);
        if (destination is not null)
            _copiedTo.Add(destination);
    }

    /// <summary>Records the barriers that are due.</summary>
    internal void Flush(V.CommandBuffer commands)
    {
        _batch++;
        if (_imageCount == 0 && !_isMemoryBarrierDue)
            return;
        Record(commands, V.PipelineStageFlags2.AllCommandsBit);
    }

    /// <summary>Ends the list: textures go home, and all that was written is there for whatever comes, the CPU too.</summary>
    internal void Finish(V.CommandBuffer commands)
    {
        for (int i = 0; i < _stateCount; i++)
        {
            VkTextureState state = _states[i];
            VkTexture texture = state.Texture;
            var home = new VkAccess(texture.HomeLayout, V.PipelineStageFlags2.AllCommandsBit, AllAccess, false);
            if (state.IsUniform)
            {
                if (state.Whole.Layout != home.Layout)
                    AddImage(texture, 0, texture.MipLevels, 0, texture.LayerCount, state.Whole, home);
                continue;
            }

            for (uint layer = 0; layer < texture.LayerCount; layer++)
            {
                for (uint level = 0; level < texture.MipLevels; level++)
                {
                    VkAccess before = state.Part(level, layer);
                    if (before.Layout != home.Layout)
                        AddImage(texture, level, 1, layer, 1, before, home);
                }
            }
        }

        _isMemoryBarrierDue = true;
        Record(commands, V.PipelineStageFlags2.AllCommandsBit | V.PipelineStageFlags2.HostBit);
    }

    private bool NeedsBarrier(in VkAccess before, in VkAccess access, out VkAccess next)
    {
        next = access with { Batch = _batch };
        if (before.Layout != access.Layout)
            return true;

        // At home, all before this list is done and seen.
        if (before.Stages == 0)
            return false;
        if ((!before.Writes && !access.Writes) || before.Batch == _batch)
        {
            next = next with
            {
                Stages = before.Stages | access.Stages,
                Access = before.Access | access.Access,
                Writes = before.Writes || access.Writes,
            };
            return false;
        }

        return true;
    }

    private void RequireMemoryBarrier()
    {
        ForgetBuffers();
        _isMemoryBarrierDue = _ordersBuffers;
    }

    private void ForgetBuffers()
    {
        _copiedTo.Clear();
        _copiedFrom.Clear();
        _wasReadByShaders = false;
        _wasWrittenByShaders = false;
        _isMemoryBarrierDue = false;
    }

    private VkTextureState State(VkTexture texture, in VkAccess first)
    {
        if (_indices.TryGetValue(texture, out int index))
            return _states[index];
        if (_stateCount == _states.Count)
            _states.Add(new VkTextureState());
        VkTextureState state = _states[_stateCount];
        state.Start(texture, first);
        _indices.Add(texture, _stateCount++);
        return state;
    }

    private void AddImage(
        VkTexture texture,
        uint baseMipLevel,
        uint mipLevels,
        uint baseLayer,
        uint layers,
        in VkAccess before,
        in VkAccess after)
    {
        if (_imageCount == _images.Length)
            Array.Resize(ref _images, _images.Length * 2);

        // From home nothing is to wait for, but a barrier of another list may have moved the image: order after it.
        _images[_imageCount++] = new V.ImageMemoryBarrier2
        {
            SType = V.StructureType.ImageMemoryBarrier2,
            SrcStageMask = before.Stages == 0 ? V.PipelineStageFlags2.AllCommandsBit : before.Stages,
            SrcAccessMask = before.Writes ? before.Access : 0,
            DstStageMask = after.Stages,
            DstAccessMask = after.Access,
            OldLayout = before.Layout,
            NewLayout = after.Layout,
            SrcQueueFamilyIndex = V.Vk.QueueFamilyIgnored,
            DstQueueFamilyIndex = V.Vk.QueueFamilyIgnored,
            Image = texture.Image,
            SubresourceRange = new V.ImageSubresourceRange(texture.Aspects, baseMipLevel, mipLevels, baseLayer, layers),
        };
    }

    private void Record(V.CommandBuffer commands, V.PipelineStageFlags2 destination)
    {
        var memory = new V.MemoryBarrier2
        {
            SType = V.StructureType.MemoryBarrier2,
            SrcStageMask = V.PipelineStageFlags2.AllCommandsBit,
            SrcAccessMask = V.AccessFlags2.MemoryWriteBit,
            DstStageMask = destination,
            DstAccessMask = AllAccess,
        };
        fixed (V.ImageMemoryBarrier2* images = _images)
        {
            var info = new V.DependencyInfo
            {
                SType = V.StructureType.DependencyInfo,
                MemoryBarrierCount = _isMemoryBarrierDue ? 1u : 0u,
                PMemoryBarriers = &memory,
                ImageMemoryBarrierCount = (uint)_imageCount,
                PImageMemoryBarriers = images,
            };
            _api.CmdPipelineBarrier2(commands, &info);
        }

        _imageCount = 0;
        _isMemoryBarrierDue = false;
    }
}

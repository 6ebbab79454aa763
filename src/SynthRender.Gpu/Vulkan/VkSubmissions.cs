namespace SynthRender.Gpu.Vulkan;

/// <summary>
/// The queue and what is in flight on it. Each submission signals the next value of one timeline semaphore; what a
/// submission needed is let go when its value is reached.
/// </summary>
internal sealed unsafe class VkSubmissions
{
    // Uploads and new textures that may wait for the GPU at once, before the CPU waits too.
    private const ulong MostBytesInFlight = 256ul << 20;

    private readonly Lock _lock = new();
    private readonly VkGraphicsDevice _device;
    private readonly V.Queue _queue;
    private readonly V.Semaphore _timeline;
    private readonly Queue<(ulong Serial, VkRecording Recording)> _inFlight = new();
    private readonly Queue<(ulong Serial, IDisposable Disposable)> _disposables = new();
    private ulong _lastSerial;
    private ulong _bytesInFlight;

    internal VkSubmissions(VkGraphicsDevice device, V.Queue queue)
    {
        _device = device;
        _queue = queue;
        var type = new V.SemaphoreTypeCreateInfo
        {
            SType = V.StructureType.SemaphoreTypeCreateInfo,
            SemaphoreType = V.SemaphoreType.Timeline,
        };
        var info = new V.SemaphoreCreateInfo { SType = V.StructureType.SemaphoreCreateInfo, PNext = &type };
        V.Semaphore timeline;
        VkCheck.Success(
            device.Api.CreateSemaphore(device.Handle, &info, null, &timeline), "vkCreateSemaphore", "the submissions");
        _timeline = timeline;
    }

    internal void Destroy() => _device.Api.DestroySemaphore(_device.Handle, _timeline, null);

    /// <summary>Submits up to two recordings, the first before the second.</summary>
    internal void Submit(VkRecording? first, VkRecording? second, VkFence? fence, string name)
    {
        V.CommandBufferSubmitInfo* commands = stackalloc V.CommandBufferSubmitInfo[2];
        uint count = 0;
        if (first is not null)
            commands[count++] = Info(first);
        if (second is not null)
            commands[count++] = Info(second);
        VkRecording last = second ?? first!;
        if (fence is not null)
            last.Keep(fence.Lifetime);
        lock (_lock)
        {
            ulong serial = _lastSerial + 1;
            var signal = new V.SemaphoreSubmitInfo
            {
                SType = V.StructureType.SemaphoreSubmitInfo,
                Semaphore = _timeline,
                Value = serial,
                StageMask = V.PipelineStageFlags2.AllCommandsBit,
            };
            var submit = new V.SubmitInfo2
            {
                SType = V.StructureType.SubmitInfo2,
                CommandBufferInfoCount = count,
                PCommandBufferInfos = commands,
                SignalSemaphoreInfoCount = 1,
                PSignalSemaphoreInfos = &signal,
            };
            VkCheck.Success(
                _device.Api.QueueSubmit2(_queue, 1, &submit, fence?.Handle ?? default),
                "vkQueueSubmit2",
                "the command list",
                name);
            _lastSerial = serial;
            Remember(serial, first);
            Remember(serial, second);
        }

        Collect();
        WaitForRoom();
    }

    internal void DisposeWhenIdle(IDisposable disposable)
    {
        lock (_lock)
            _disposables.Enqueue((_lastSerial, disposable));
        Collect();
    }

    internal void WaitForIdle()
    {
        ulong serial;
        lock (_lock)
            serial = _lastSerial;
        Wait(serial);
        Collect();
    }

    /// <summary>Lets go what finished submissions needed.</summary>
    internal void Collect()
    {
        List<IDisposable>? disposing = null;
        lock (_lock)
        {
            if (_inFlight.Count == 0 && _disposables.Count == 0)
                return;
            ulong reached;
            VkCheck.Success(
                _device.Api.GetSemaphoreCounterValue(_device.Handle, _timeline, &reached),
                "vkGetSemaphoreCounterValue",
                "the submissions");
            while (_inFlight.TryPeek(out (ulong Serial, VkRecording Recording) next) && next.Serial <= reached)
            {
                _inFlight.Dequeue();
                _bytesInFlight -= next.Recording.PendingBytes;
                next.Recording.Release();
            }

            while (_disposables.TryPeek(out (ulong Serial, IDisposable Disposable) due) && due.Serial <= reached)
                (disposing ??= []).Add(_disposables.Dequeue().Disposable);
        }

        // Outside the lock: it is the caller's code.
        disposing?.ForEach(disposable => disposable.Dispose());
    }

    private static V.CommandBufferSubmitInfo Info(VkRecording recording) => new()
    {
        SType = V.StructureType.CommandBufferSubmitInfo,
        CommandBuffer = recording.Commands,
    };

    private void Remember(ulong serial, VkRecording? recording)
    {
        if (recording is null)
            return;
        _inFlight.Enqueue((serial, recording));
        _bytesInFlight += recording.PendingBytes;
    }

    private void WaitForRoom()
    {
        while (true)
        {
            ulong serial;
            lock (_lock)
            {
                if (_bytesInFlight <= MostBytesInFlight || _inFlight.Count == 0)
                    return;
                serial = _inFlight.Peek().Serial;
            }

            Wait(serial);
            Collect();
        }
    }

    private void Wait(ulong serial)
    {
        V.Semaphore timeline = _timeline;
        var info = new V.SemaphoreWaitInfo
        {
            SType = V.StructureType.SemaphoreWaitInfo,
            SemaphoreCount = 1,
            PSemaphores = &timeline,
            PValues = &serial,
        };
        VkCheck.Success(
            _device.Api.WaitSemaphores(_device.Handle, &info, ulong.MaxValue), "vkWaitSemaphores", "the submissions");
    }
}

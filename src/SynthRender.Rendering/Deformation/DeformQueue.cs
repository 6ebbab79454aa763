using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SynthRender.Rendering.Geometry;

namespace SynthRender.Rendering.Deformation;

/// <summary>What a frame morphs and skins: gathered on the CPU, then written to the device at once. One for each frame in flight.</summary>
internal sealed class DeformQueue : IDisposable
{
    private const uint NoDeltas = 0xffffffff;
    private readonly GraphicsDevice _device;
    private readonly ResourceLayout _layout;
    private readonly uint _recordStride;
    private readonly List<(AssetGeometry Geometry, uint VertexCount)> _jobs = [];
    private byte[] _records = new byte[1 << 12];
    private Vector4[] _parameters = new Vector4[256];
    private int _parameterCount;
    private uint _resultWords;
    private DeviceBuffer? _recordBuffer;
    private DeviceBuffer? _parameterBuffer;
    private DeviceBuffer? _shaped;
    private ResourceSet? _set;

    internal DeformQueue(GraphicsDevice device, ResourceLayout layout)
    {
        (_device, _layout) = (device, layout);
        var alignment = Math.Max(16, device.UniformBufferMinOffsetAlignment);
        _recordStride = ((uint)Unsafe.SizeOf<DeformRecord>() + alignment - 1) / alignment * alignment;
    }

    /// <summary>The deformed vertices, there after <see cref="Copy"/>. Valid after <see cref="Flush"/>.</summary>
    internal DeviceBuffer? Result { get; private set; }

    internal void Clear()
    {
        _jobs.Clear();
        _parameterCount = 0;
        _resultWords = 0;
    }

    /// <summary>Queues a primitive and returns the byte offsets of its positions and frames in <see cref="Result"/>.</summary>
    /// <param name="geometry">The asset it belongs to.</param>
    /// <param name="primitive">The primitive.</param>
    /// <param name="worldFromBind">By joint; empty when it is not skinned.</param>
    /// <param name="origin">Subtracted from what the skin gives, so that floats stay small.</param>
    /// <param name="morphWeights">By target.</param>
    internal (uint Positions, uint Frames) Add(
        AssetGeometry geometry,
        PrimitiveGeometry primitive,
        ReadOnlySpan<Matrix4x4> worldFromBind,
        Vector3 origin,
        ReadOnlySpan<float> morphWeights)
    {
        var vertices = (uint)primitive.Asset.VertexCount;
        var rest = primitive.Rest!;
        var record = new DeformRecord
        {
            VertexCount = vertices,
            Influences = worldFromBind.IsEmpty ? 0 : (uint)primitive.Asset.InfluencesPerVertex,
            SourcePositions = rest.PositionOffset / 4,
            SourceFrames = rest.FrameOffset / 4,
            SourceJoints = rest.JointOffset / 4,
            SourceWeights = rest.WeightOffset / 4,
            ResultPositions = Reserve(3 * vertices),
            ResultFrames = Reserve(2 * vertices),
            FirstMatrix = (uint)_parameterCount,
        };
        foreach (ref readonly var m in worldFromBind)
        {
            Append(new Vector4(m.M11, m.M21, m.M31, m.M41 - origin.X));
            Append(new Vector4(m.M12, m.M22, m.M32, m.M42 - origin.Y));
            Append(new Vector4(m.M13, m.M23, m.M33, m.M43 - origin.Z));
        }

        record.FirstTarget = (uint)_parameterCount;
        for (var i = 0; i < Math.Min(morphWeights.Length, rest.Targets.Length); i++)
        {
            if (morphWeights[i] == 0) continue;
            var target = rest.Targets[i];
            Append(new Vector4(morphWeights[i], Word(target.PositionOffset), Word(target.NormalOffset), Word(target.TangentOffset)));
            record.TargetCount++;
        }

        var start = _jobs.Count * (int)_recordStride;
        if (start + _recordStride > _records.Length) Array.Resize(ref _records, 2 * _records.Length);
        MemoryMarshal.Write(_records.AsSpan(start), in record);
        _jobs.Add((geometry, vertices));
        return (4 * record.ResultPositions, 4 * record.ResultFrames);
    }

    /// <summary>Writes the jobs to the device. The frame that used the queue before must have finished.</summary>
    internal void Flush()
    {
        if (_jobs.Count == 0) return;
        var grown = Grow(ref _recordBuffer, (uint)_records.Length, BufferUsage.UniformBuffer | BufferUsage.Dynamic, 0, "deform records");
        grown |= Grow(ref _parameterBuffer, 16 * (uint)_parameters.Length, BufferUsage.StructuredBufferReadOnly | BufferUsage.Dynamic, 16, "deform parameters");
        var result = Result;
        var resultBytes = BitOperations.RoundUpToPowerOf2(Math.Max(4 * _resultWords, 1 << 16));
        grown |= Grow(ref _shaped, resultBytes, BufferUsage.StructuredBufferReadWrite, 4, "deformed shapes");
        Grow(ref result, resultBytes, BufferUsage.VertexBuffer, 0, "deformed vertices");
        Result = result;
        if (grown)
        {
            _set?.Dispose();
            _set = _device.ResourceFactory.CreateResourceSet(new ResourceSetDescription(
                _layout, new DeviceBufferRange(_recordBuffer!, 0, _recordStride), _parameterBuffer!, _shaped!));
        }

        _device.UpdateBuffer(_recordBuffer!, 0, (ReadOnlySpan<byte>)_records.AsSpan(0, _jobs.Count * (int)_recordStride));
        if (_parameterCount > 0) _device.UpdateBuffer(_parameterBuffer!, 0, (ReadOnlySpan<Vector4>)_parameters.AsSpan(0, _parameterCount));
    }

    /// <summary>Records one dispatch for each job; the pipeline is set.</summary>
    internal void Dispatch(CommandList commands, ResourceLayout sourceLayout, uint groupSize)
    {
        for (var i = 0; i < _jobs.Count; i++)
        {
            var offset = (uint)i * _recordStride;
            commands.SetComputeResourceSet(0, _set!, 1, ref offset);
            commands.SetComputeResourceSet(1, _jobs[i].Geometry.DeformSource(_device, sourceLayout));
            commands.Dispatch((_jobs[i].VertexCount + groupSize - 1) / groupSize, 1, 1);
        }
    }

    /// <summary>Records the copy of what the dispatches wrote to where draws read it: Veldrid's vertex buffers cannot be written by shaders.</summary>
    internal void Copy(CommandList commands) => commands.CopyBuffer(_shaped!, 0, Result!, 0, 4 * _resultWords);

    internal bool IsEmpty => _jobs.Count == 0;

    public void Dispose()
    {
        _set?.Dispose();
        _recordBuffer?.Dispose();
        _parameterBuffer?.Dispose();
        _shaped?.Dispose();
        Result?.Dispose();
    }

    private static float Word(uint? byteOffset) => BitConverter.UInt32BitsToSingle(byteOffset is { } bytes ? bytes / 4 : NoDeltas);

    private uint Reserve(uint words)
    {
        var start = _resultWords;
        _resultWords += (words + 3) & ~3u;
        return start;
    }

    private void Append(Vector4 parameter)
    {
        if (_parameterCount == _parameters.Length) Array.Resize(ref _parameters, 2 * _parameters.Length);
        _parameters[_parameterCount++] = parameter;
    }

    private bool Grow(ref DeviceBuffer? buffer, uint size, BufferUsage usage, uint stride, string name)
    {
        if (buffer is not null && buffer.SizeInBytes >= size) return false;
        buffer?.Dispose();
        buffer = _device.ResourceFactory.CreateBuffer(new BufferDescription(size, usage, stride));
        buffer.Name = name;
        return true;
    }
}

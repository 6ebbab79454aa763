using System.Numerics;
using System.Runtime.InteropServices;
using SynthRender.Assets;
using SynthRender.Graph;

namespace SynthRender.Rendering.Geometry;

/// <summary>
/// An asset's meshes on the device. Positions lie apart from the other attributes, so that depth-only passes read 12 bytes a
/// vertex; a second UV set and colours lie apart again, since few meshes have them. What the deform pass reads has a buffer of its
/// own: Veldrid's vertex buffers cannot be read by shaders.
/// </summary>
internal sealed class AssetGeometry : IDisposable
{
    internal const uint PositionStride = 12;
    internal const uint FrameStride = 8;
    internal const uint UvStride = 8;
    internal const uint ExtraStride = 24;

    private ResourceSet? _deformSource;

    private AssetGeometry(DeviceBuffer vertices, DeviceBuffer indices, DeviceBuffer? restShapes, PrimitiveGeometry[][] meshes) =>
        (Vertices, Indices, RestShapes, Meshes) = (vertices, indices, restShapes, meshes);

    internal DeviceBuffer Vertices { get; }
    internal DeviceBuffer Indices { get; }

    /// <summary>Skinned and morphed primitives as the deform pass reads them; null when there are none.</summary>
    internal DeviceBuffer? RestShapes { get; }

    /// <summary>Primitives by mesh, indexed as the asset's.</summary>
    internal PrimitiveGeometry[][] Meshes { get; }

    /// <summary>The number of the last frame that drew it.</summary>
    internal long LastUsed { get; set; }

    internal long Bytes => (long)Vertices.SizeInBytes + Indices.SizeInBytes + (RestShapes?.SizeInBytes ?? 0);

    internal static AssetGeometry Upload(GraphicsDevice device, ModelAsset asset, bool levelsOfDetail)
    {
        var vertices = new ByteLayout();
        var indices = new ByteLayout();
        var shapes = new ByteLayout();
        var meshes = new PrimitiveGeometry[asset.Meshes.Length][];
        for (var m = 0; m < meshes.Length; m++)
        {
            meshes[m] = new PrimitiveGeometry[asset.Meshes[m].Primitives.Length];
            for (var p = 0; p < meshes[m].Length; p++)
            {
                var primitive = asset.Meshes[m].Primitives[p];
                var detail = levelsOfDetail ? asset.DetailOf(m) : null;
                ReadOnlyMemory<uint>[] lists = detail is null ? [primitive.Indices] : [.. detail.Levels.Select(level => level.Indices[p])];
                ReadOnlyMemory<uint>[] casterLists =
                    detail is null || detail.CasterLevels == detail.Levels ? [] : [.. detail.CasterLevels.Skip(1).Select(level => level.Indices[p])];
                meshes[m][p] = Lay(primitive, lists, casterLists, vertices, indices, shapes);
            }
        }

        return new AssetGeometry(
            vertices.ToDevice(device, BufferUsage.VertexBuffer, asset.Name + " vertices"),
            indices.ToDevice(device, BufferUsage.IndexBuffer, asset.Name + " indices"),
            shapes.IsEmpty ? null : shapes.ToDevice(device, BufferUsage.StructuredBufferReadOnly, asset.Name + " rest shapes"),
            meshes);
    }

    /// <summary><see cref="RestShapes"/> as the deform pass binds them; only for assets with skinned or morphed meshes.</summary>
    internal ResourceSet DeformSource(GraphicsDevice device, ResourceLayout layout) =>
        _deformSource ??= device.ResourceFactory.CreateResourceSet(new ResourceSetDescription(layout, RestShapes!));

    public void Dispose()
    {
        _deformSource?.Dispose();
        Vertices.Dispose();
        Indices.Dispose();
        RestShapes?.Dispose();
    }

    /// <param name="primitive">The primitive.</param>
    /// <param name="lists">Its indices in each level.</param>
    /// <param name="casterLists">Those of coarser levels for shadows, when these have their own.</param>
    /// <param name="vertices">Where vertices go.</param>
    /// <param name="indices">Where indices go.</param>
    /// <param name="shapes">Where rest shapes go.</param>
    private static PrimitiveGeometry Lay(
        PrimitiveAsset primitive, ReadOnlyMemory<uint>[] lists, ReadOnlyMemory<uint>[] casterLists,
        ByteLayout vertices, ByteLayout indices, ByteLayout shapes)
    {
        var hasNormals = !primitive.Normals.IsEmpty && primitive.Normals.Span.ContainsAnyExcept(Vector3.Zero);
        var small = primitive.VertexCount <= ushort.MaxValue + 1;
        var frames = Frames(primitive);
        (uint Offset, uint Count)[] levels = [.. lists.Select(Append)];
        return new PrimitiveGeometry
        {
            Asset = primitive,
            PositionOffset = vertices.Append(primitive.Positions.Span),
            FrameOffset = vertices.Append<ulong>(frames),
            UvOffset = vertices.Append<Vector2>(OrDefault(primitive.TexCoords0, primitive.VertexCount)),
            ExtraOffset = HasExtra(primitive) ? vertices.Append<ExtraVertex>(Extras(primitive)) : 0,
            HasExtra = HasExtra(primitive),
            Rest = Rest(primitive, frames, shapes),
            JointBounds = JointBounds(primitive),
            HasNormals = hasNormals || primitive.Topology == PrimitiveTopologyKind.Triangles,
            Levels = levels,
            CasterLevels = casterLists.Length == 0 ? levels : [levels[0], .. casterLists.Select(Append)],
            IndexFormat = small ? IndexFormat.UInt16 : IndexFormat.UInt32,
        };

        (uint Offset, uint Count) Append(ReadOnlyMemory<uint> list) =>
            (small ? indices.Append<ushort>(Narrowed(list.Span)) : indices.Append(list.Span), (uint)list.Length);
    }

    private static RestShape? Rest(PrimitiveAsset primitive, ulong[] frames, ByteLayout shapes)
    {
        var isSkinned = primitive.InfluencesPerVertex > 0;
        if (!isSkinned && primitive.MorphTargets.Length == 0) return null;
        return new RestShape(
            shapes.Append(primitive.Positions.Span),
            shapes.Append<ulong>(frames),
            isSkinned ? shapes.Append(primitive.Joints.Span) : 0,
            isSkinned ? shapes.Append(primitive.Weights.Span) : 0,
            [.. primitive.MorphTargets.Select(target => Lay(target, shapes))]);
    }

    private static MorphDeltas Lay(MorphTarget target, ByteLayout shapes)
    {
        var (low, high) = (Vector3.Zero, Vector3.Zero);
        foreach (var delta in target.Positions.Span) (low, high) = (Vector3.Min(low, delta), Vector3.Max(high, delta));
        return new MorphDeltas(Lay(target.Positions, shapes), Lay(target.Normals, shapes), Lay(target.Tangents, shapes), low, high);
    }

    private static uint? Lay(ReadOnlyMemory<Vector3> deltas, ByteLayout shapes) =>
        deltas.Span.ContainsAnyExcept(Vector3.Zero) ? shapes.Append(deltas.Span) : null;

    private static BoundingBox[] JointBounds(PrimitiveAsset primitive)
    {
        var joints = primitive.Joints.Span;
        var weights = primitive.Weights.Span;
        var boxes = new List<BoundingBox>();
        for (var i = 0; i < joints.Length; i++)
        {
            if (weights[i] == 0) continue;
            while (boxes.Count <= joints[i]) boxes.Add(BoundingBox.Empty);
            boxes[joints[i]] = boxes[joints[i]].Include(primitive.Positions.Span[i / primitive.InfluencesPerVertex]);
        }

        return [.. boxes];
    }

    private static bool HasExtra(PrimitiveAsset primitive) => !primitive.TexCoords1.IsEmpty || !primitive.Colors.IsEmpty;

    private static ulong[] Frames(PrimitiveAsset primitive)
    {
        var frames = new ulong[primitive.VertexCount];
        var normals = primitive.Normals.Span;
        var tangents = primitive.Tangents.Span;
        for (var i = 0; i < frames.Length; i++)
        {
            frames[i] = VertexPacking.Frame(
                normals.IsEmpty ? Vector3.UnitZ : normals[i],
                tangents.IsEmpty ? Vector4.UnitX + Vector4.UnitW : tangents[i]);
        }

        return frames;
    }

    private static ExtraVertex[] Extras(PrimitiveAsset primitive)
    {
        var extras = new ExtraVertex[primitive.VertexCount];
        var uvs = primitive.TexCoords1.Span;
        var colors = primitive.Colors.Span;
        for (var i = 0; i < extras.Length; i++)
            extras[i] = new ExtraVertex(uvs.IsEmpty ? Vector2.Zero : uvs[i], colors.IsEmpty ? Vector4.One : colors[i]);
        return extras;
    }

    private static ReadOnlySpan<T> OrDefault<T>(ReadOnlyMemory<T> values, int count) => values.IsEmpty ? new T[count] : values.Span;

    private static ushort[] Narrowed(ReadOnlySpan<uint> indices)
    {
        var narrow = new ushort[indices.Length];
        for (var i = 0; i < narrow.Length; i++) narrow[i] = (ushort)indices[i];
        return narrow;
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct ExtraVertex(Vector2 Uv, Vector4 Color);
}

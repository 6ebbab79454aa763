using System.Numerics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Materials;
using SynthRender.Rendering.Deformation;
using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Geometry;
using SynthRender.Rendering.Textures;

namespace SynthRender.Rendering.Drawing;

/// <summary>Everything a frame draws: one item for each primitive of each model, culled to the view and put in order.</summary>
internal sealed class DrawList(GeometryCache geometry, MaterialBindings materials, bool levelsOfDetail)
{
    /// <summary>The alpha from which on a blended surface counts as a surface.</summary>
    private const float BlendedFrom = 0.5f;

    private DrawItem[] _items = new DrawItem[64];
    private readonly List<int> _opaque = [];
    private readonly List<int> _blended = [];
    private readonly List<int> _layered = [];
    private readonly List<int> _transmissive = [];
    private Comparison<int>? _nearFirst;
    private Comparison<int>? _farFirst;

    /// <summary>All primitives, in view or not (those beyond it may cast shadows into it).</summary>
    internal Span<DrawItem> Items => _items.AsSpan(0, Count);

    internal int Count { get; private set; }

    /// <summary>Indices of what is opaque or cut out and in view, nearest first.</summary>
    internal List<int> Opaque => _opaque;

    /// <summary>Those of <see cref="Opaque"/> whose materials have layers, nearest first.</summary>
    internal List<int> Layered => _layered;

    /// <summary>Indices of what is in view, lets light through and is not blended, nearest first.</summary>
    internal List<int> Transmissive => _transmissive;

    /// <summary>How many blended surfaces may lie behind each other in a pixel.</summary>
    internal int BlendedLayers { get; private set; }

    /// <summary>Whether anything in view, blended or not, lets light through.</summary>
    internal bool SeesThrough { get; private set; }

    /// <summary>Indices of what is blended and in view, farthest first.</summary>
    internal List<int> Blended => _blended;

    internal void Build(FrameSnapshot snapshot, in CameraProjection camera, FrameSlot slot, long frame)
    {
        Items.Clear();
        Count = 0;
        _opaque.Clear();
        _blended.Clear();
        _layered.Clear();
        _transmissive.Clear();
        SeesThrough = false;
        foreach (var model in snapshot.Models) Add(model, snapshot.Camera, camera, slot.Deformations, frame);
        for (var i = 0; i < Count; i++)
        {
            ref var item = ref _items[i];
            if (!item.InView) continue;
            var record = Record(item, item.WorldFromObject * camera.ClipFromWorld);
            record.View = camera.RayOfPixel;
            item.Record = slot.Records.Add(record);
            if (item.IsLayered) item.LayerRecord = slot.Records.Add(LayersOf(item));
            (item.IsBlended ? _blended : item.IsTransmissive ? _transmissive : _opaque).Add(i);
            if (item.IsLayered && !item.IsBlended && !item.IsTransmissive) _layered.Add(i);
            SeesThrough |= item.IsTransmissive;
        }

        // Ties keep the snapshot's order, so that a frame is the same every time.
        _nearFirst ??= (a, b) => Order(_items[a].ViewDepth.CompareTo(_items[b].ViewDepth), a, b);
        _farFirst ??= (a, b) => Order(_items[b].ViewDepth.CompareTo(_items[a].ViewDepth), a, b);
        BlendedLayers = Drawing.BlendedLayers.Of(Items, _blended);
        _opaque.Sort(_nearFirst);
        _layered.Sort(_nearFirst);
        _transmissive.Sort(_nearFirst);
        _blended.Sort(_farFirst);
    }

    /// <summary>The shader's data about an item, seen through a matrix from world to clip space.</summary>
    internal static DrawRecord Record(in DrawItem item, in DoubleMatrix clipFromObject)
    {
        var material = item.Material;
        var worldFromObject = item.WorldFromObject.ToSingle();
        var normal = NormalTransform.Of(worldFromObject);
        var factors = NormalMapFrame.Factors(material.NormalTexture, material.NormalScale, item.Primitive.Asset, worldFromObject.GetDeterminant() < 0);
        var unlit = material.Unlit || !item.Primitive.HasNormals;
        var record = new DrawRecord
        {
            ClipFromObject = clipFromObject.ToSingle(),
            NormalX = new Vector4(normal.M11, normal.M12, normal.M13, 0),
            NormalY = new Vector4(normal.M21, normal.M22, normal.M23, 0),
            NormalZ = new Vector4(normal.M31, normal.M32, normal.M33, 0),
            TangentX = new Vector4(worldFromObject.M11, worldFromObject.M12, worldFromObject.M13, 0),
            TangentY = new Vector4(worldFromObject.M21, worldFromObject.M22, worldFromObject.M23, 0),
            TangentZ = new Vector4(worldFromObject.M31, worldFromObject.M32, worldFromObject.M33, 0),
            BaseColor = material.BaseColorFactor,
            Emissive = new Vector4(material.EmissiveFactor, 0),
            Factors = new Vector4(
                material.MetallicFactor, material.RoughnessFactor, material.OcclusionStrength, item.IsBlended ? BlendedFrom : material.AlphaCutoff),
            InstanceId = item.Model.InstanceId,
            Unlit = unlit ? 1u : 0u,
            Surface = item.IsLayered ? PackedSurface.LitLater : new PackedSurface(material, unlit),
            NormalMap = new Vector4(factors, item.Primitive.Asset.TangentTexCoord, 0),
        };
        (record.F0, record.F90) = Reflectance.Of(material);
        Place(record.Uv, 0, material.BaseColorTexture);
        Place(record.Uv, 1, material.NormalTexture);
        Place(record.Uv, 2, material.MetallicRoughnessTexture);
        Place(record.Uv, 3, material.OcclusionTexture);
        Place(record.Uv, 4, material.EmissiveTexture);
        return record;
    }

    /// <summary>The layers' data; thickness becomes metres by the mean scale of the object.</summary>
    private static LayerRecord LayersOf(in DrawItem item)
    {
        var record = new LayerRecord(item.Material, item.Primitive.Asset, item.WorldFromObject.ToSingle().GetDeterminant() < 0);
        record.Transmission.Y *= MathF.Cbrt(MathF.Abs(item.WorldFromObject.ToSingle().GetDeterminant()));
        return record;
    }

    /// <summary>KHR_texture_transform: uv' = translation · rotation · scale · uv.</summary>
    internal static void Place(Span<Vector4> rows, int slot, TextureSlot? texture)
    {
        if (texture is null) return;
        var (sin, cos) = MathF.SinCos(texture.Rotation);
        rows[2 * slot] = new Vector4(cos * texture.Scale.X, sin * texture.Scale.Y, texture.Offset.X, texture.TexCoord);
        rows[2 * slot + 1] = new Vector4(-sin * texture.Scale.X, cos * texture.Scale.Y, texture.Offset.Y, 0);
    }

    /// <summary>Where a primitive stands, and the box around it as it is deformed.</summary>
    private static void Place(ref DrawItem item, int node)
    {
        var (model, primitive) = (item.Model, item.Primitive);
        var box = primitive.Asset.Bounds;
        var (low, high) = MorphReach(primitive, model.MorphWeights[node].AsSpan());
        item.IsDeformed = low != Vector3.Zero || high != Vector3.Zero || HasActiveTargets(primitive, model.MorphWeights[node].AsSpan());
        var skin = model.Asset.Nodes[node].Skin;
        if (skin < 0 || primitive.Asset.InfluencesPerVertex == 0)
        {
            var worldFromNode = model.WorldFromNodes[node];
            item.WorldFromObject = new DoubleMatrix(worldFromNode);
            item.ObjectBounds = new BoundingBox(box.Min + low, box.Max + high);
            item.WorldBounds = item.ObjectBounds.Transform(worldFromNode);
            return;
        }

        // The skin gives world positions; they are kept relative to the model, so that floats stay small.
        item.IsDeformed = true;
        var origin = model.WorldFromModel.Translation;
        var worldFromBind = model.WorldFromBind[skin].AsSpan();
        item.WorldFromObject = DoubleMatrix.Translation(origin.X, origin.Y, origin.Z);
        item.WorldBounds = BoundingBox.Empty;
        for (var j = 0; j < primitive.JointBounds.Length; j++)
        {
            var joint = primitive.JointBounds[j];
            if (joint.IsEmpty) continue;
            item.WorldBounds = item.WorldBounds.Union(new BoundingBox(joint.Min + low, joint.Max + high).Transform(worldFromBind[j]));
        }

        item.ObjectBounds = new BoundingBox(item.WorldBounds.Min - origin, item.WorldBounds.Max - origin);
    }

    private static void Deform(ref DrawItem item, int node, DeformQueue deformations)
    {
        var (model, primitive) = (item.Model, item.Primitive);
        var skin = primitive.Asset.InfluencesPerVertex > 0 ? model.Asset.Nodes[node].Skin : -1;
        (item.PositionOffset, item.FrameOffset) = deformations.Add(
            item.Geometry,
            primitive,
            skin >= 0 ? model.WorldFromBind[skin].AsSpan() : [],
            model.WorldFromModel.Translation,
            model.MorphWeights[node].AsSpan());
    }

    private static bool HasActiveTargets(PrimitiveGeometry primitive, ReadOnlySpan<float> weights) =>
        primitive.Targets.Length > 0 && weights.ContainsAnyExcept(0f);

    private static (Vector3 Low, Vector3 High) MorphReach(PrimitiveGeometry primitive, ReadOnlySpan<float> weights)
    {
        var (low, high) = (Vector3.Zero, Vector3.Zero);
        for (var i = 0; i < Math.Min(weights.Length, primitive.Targets.Length); i++)
        {
            var (a, b) = (weights[i] * primitive.Targets[i].Low, weights[i] * primitive.Targets[i].High);
            (low, high) = (low + Vector3.Min(a, b), high + Vector3.Max(a, b));
        }

        return (low, high);
    }

    private static int Order(int comparison, int a, int b) => comparison != 0 ? comparison : a.CompareTo(b);

    private void Add(FrameModel model, CameraView view, in CameraProjection camera, DeformQueue deformations, long frame)
    {
        var asset = model.Asset;
        var uploaded = geometry.Get(asset, frame);
        for (var n = 0; n < asset.Nodes.Length; n++)
        {
            var mesh = asset.Nodes[n].Mesh;
            if (mesh < 0) continue;
            var first = Count;
            foreach (var primitive in uploaded.Meshes[mesh])
                if (primitive.Levels[0].Count > 0) Add(model, uploaded, primitive, n, camera, deformations, frame);
            if (levelsOfDetail) ChooseDetail(_items.AsSpan(first, Count - first), model, n, view);
        }
    }

    /// <summary>All primitives of a mesh show the same level, so that they meet where they end.</summary>
    private static void ChooseDetail(Span<DrawItem> items, FrameModel model, int node, CameraView view)
    {
        var detail = model.Asset.DetailOf(model.Asset.Nodes[node].Mesh);
        var level = DetailSelection.Level(model, node, view);
        var scale = DetailSelection.Scale(model, node);
        var bounds = RigidBounds(items);
        // Where the near plane may cut a surface open, its inside is seen.
        var (y, x) = (MathF.Tan(view.Lens.VerticalFov / 2), MathF.Tan(view.Lens.VerticalFov / 2) * view.Lens.Width / view.Lens.Height);
        var isOutside = bounds.DistanceTo(view.Position) > view.Lens.Near * MathF.Sqrt(1 + x * x + y * y);
        foreach (ref var item in items)
        {
            (item.Detail, item.Level, item.DetailScale, item.RigidBounds) = (detail, level, scale, bounds);
            item.LevelError = scale.SurfaceMetres(detail.Levels[level]);
            if (isOutside && item.HidesBacks(detail.Levels[level])) item.Look &= ~SurfaceLook.DoubleSided;
        }
    }

    /// <summary>The box around a mesh's primitives when nothing deforms them and no light passes; else empty.</summary>
    private static BoundingBox RigidBounds(ReadOnlySpan<DrawItem> items)
    {
        var bounds = BoundingBox.Empty;
        foreach (ref readonly var item in items)
        {
            if (item.IsDeformed || item.Material.AlphaMode != AlphaMode.Opaque || item.IsTransmissive) return BoundingBox.Empty;
            bounds = bounds.Union(item.WorldBounds);
        }

        return bounds;
    }

    private void Add(
        FrameModel model,
        AssetGeometry uploaded,
        PrimitiveGeometry primitive,
        int node,
        in CameraProjection camera,
        DeformQueue deformations,
        long frame)
    {
        var material = model.Materials[primitive.Asset.Material];
        var look = SurfaceLooks.Of(material);
        if (!primitive.HasNormals) look &= ~(SurfaceLook.Layered | SurfaceLook.AnyLayerTexture);
        if (primitive.HasExtra) look |= SurfaceLook.ExtraVertexData;
        if (NormalMapFrame.IsTurned(material.NormalTexture, primitive.Asset) || NormalMapFrame.IsTurned(material.ClearcoatNormalTexture, primitive.Asset))
            look |= SurfaceLook.TurnedNormals;
        if (primitive.Asset.Topology == PrimitiveTopologyKind.Lines) look |= SurfaceLook.Lines;
        if (primitive.Asset.Topology == PrimitiveTopologyKind.Points) look |= SurfaceLook.Points;
        if ((look & SurfaceLook.Masked) != 0 && (look & (SurfaceLook.BaseColorTexture | SurfaceLook.ExtraVertexData)) == 0)
        {
            // One alpha for all of it: a hole as a whole, or none.
            if (material.BaseColorFactor.W < material.AlphaCutoff) return;
            look &= ~SurfaceLook.Masked;
        }

        if (Count == _items.Length) Array.Resize(ref _items, 2 * Count);
        ref var item = ref _items[Count++];
        item.Model = model;
        item.Geometry = uploaded;
        item.Primitive = primitive;
        item.Material = material;
        item.Look = look;
        item.RigidBounds = BoundingBox.Empty;
        item.PositionOffset = primitive.PositionOffset;
        item.FrameOffset = primitive.FrameOffset;
        Place(ref item, node);
        if (model.IsMirrored(node, primitive.Asset)) item.Look |= SurfaceLook.Mirrored;
        var clipFromObject = (item.WorldFromObject * camera.ClipFromWorld).ToSingle();
        item.InView = ViewVolume.MayShow(item.ObjectBounds, clipFromObject);
        if (item.IsDeformed && (item.InView || model.CastsShadow)) Deform(ref item, node, deformations);
        item.ViewDepth = Vector4.Transform(item.ObjectBounds.Center, clipFromObject).W;
        if (item.IsBlended) item.ImageBounds = Drawing.BlendedLayers.ImageBounds(item.ObjectBounds, clipFromObject);
        if (item.IsLayered) item.LayeredTextures = materials.GetLayered(material, frame);
        if ((look & (SurfaceLook.AnyTexture | SurfaceLook.ExtraVertexData)) != 0 || item.IsBlended) item.Textures = materials.Get(material, frame);
    }
}

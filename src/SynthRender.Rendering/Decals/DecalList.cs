using System.Numerics;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Rendering.Drawing;
using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Textures;

namespace SynthRender.Rendering.Decals;

/// <summary>The decals of a frame that may be seen, in their order, and the models that they belong to.</summary>
internal sealed class DecalList(MaterialBindings materials)
{
    private const SurfaceLook Textured =
        SurfaceLook.BaseColorTexture | SurfaceLook.NormalTexture | SurfaceLook.MetallicRoughnessTexture | SurfaceLook.OcclusionTexture;

    private static readonly BoundingBox UnitBox = new(new Vector3(-0.5f), new Vector3(0.5f));

    private readonly List<DecalItem> _items = [];
    private readonly List<(int Item, uint Record)> _owned = [];
    private readonly Dictionary<FrameModel, uint> _owners = new(ReferenceEqualityComparer.Instance);

    /// <summary>The decals, the later over the earlier.</summary>
    internal IReadOnlyList<DecalItem> Items => _items;

    /// <summary>Indices in the draw list of what decals lie on, with draw records whose id is the number of the owner.</summary>
    internal IReadOnlyList<(int Item, uint Record)> Owned => _owned;

    internal void Build(FrameSnapshot snapshot, in CameraProjection camera, DrawList list, FrameSlot slot, long frame)
    {
        _items.Clear();
        _owned.Clear();
        _owners.Clear();
        foreach (var decal in snapshot.Decals) Add(decal, snapshot, camera, slot, frame);
        if (_owners.Count == 0) return;
        foreach (var i in list.Opaque)
        {
            ref readonly var item = ref list.Items[i];
            if (!_owners.TryGetValue(item.Model, out var owner)) continue;
            var record = DrawList.Record(item, item.WorldFromObject * camera.ClipFromWorld);
            record.InstanceId = owner;
            _owned.Add((i, slot.Records.Add(record)));
        }
    }

    private void Add(FrameDecal placed, FrameSnapshot snapshot, in CameraProjection camera, FrameSlot slot, long frame)
    {
        var decal = placed.Decal;
        var box = Matrix4x4.CreateScale(decal.Size.X, decal.Size.Y, decal.Depth) * placed.WorldFromDecal;
        var worldFromBox = new DoubleMatrix(box);
        // The box is drawn by its far sides: turned inside out, it would show its near ones.
        var drawn = box.GetDeterminant() < 0 ? new DoubleMatrix(Matrix4x4.CreateScale(-1, 1, 1) * box) : worldFromBox;
        var clipFromBox = (drawn * camera.ClipFromWorld).ToSingle();
        if (decal.Opacity == 0 || !ViewVolume.MayShow(UnitBox, clipFromBox)) return;
        var owner = 0u;
        if (placed.Model >= 0 && !_owners.TryGetValue(snapshot.Models[placed.Model], out owner))
            _owners.Add(snapshot.Models[placed.Model], owner = (uint)_owners.Count + 1);
        var material = decal.Material;
        var outwards = Vector3.Normalize(Vector3.Cross(Row(box, 0), Row(box, 1)));
        var record = new DecalRecord
        {
            ClipFromBox = clipFromBox,
            BoxFromWorld = worldFromBox.MovedBy(-camera.Position).AffineInverse().ToSingle(),
            Right = new Vector4(Vector3.Normalize(Row(box, 0)), material.MetallicFactor),
            Up = new Vector4(Vector3.Normalize(Row(box, 1)), material.RoughnessFactor),
            Outwards = new Vector4(Vector3.Dot(outwards, Row(box, 2)) < 0 ? -outwards : outwards, material.OcclusionStrength),
            BaseColor = material.BaseColorFactor with { W = material.BaseColorFactor.W * decal.Opacity },
            Owner = owner,
            NormalTurn = NormalMapFrame.OnRectangle(material.NormalTexture, material.NormalScale, decal.Size),
        };
        DrawList.Place(record.Uv, 0, material.BaseColorTexture);
        DrawList.Place(record.Uv, 1, material.NormalTexture);
        DrawList.Place(record.Uv, 2, material.MetallicRoughnessTexture);
        DrawList.Place(record.Uv, 3, material.OcclusionTexture);
        _items.Add(new DecalItem(SurfaceLooks.Of(material) & Textured, materials.GetDecal(material, frame), slot.Records.Add(record)));
    }

    private static Vector3 Row(in Matrix4x4 m, int row) => new(m[row, 0], m[row, 1], m[row, 2]);
}

using System.Numerics;

namespace SynthRender.Assets.Gltf;

/// <summary>Reads skins.</summary>
internal static class SkinReader
{
    /// <summary>Reads a skin whose joints are all in the tree; null when they are not, since then no node of the model uses it.</summary>
    /// <exception cref="AssetException">The inverse bind matrices do not fit.</exception>
    public static SkinAsset? Read(GltfDocument document, int index, NodeTree tree)
    {
        var json = document.Source.Element("skins", index);
        var joints = GltfJson.Indices(json, "joints").Select(tree.IndexOf).ToArray();
        if (joints.Contains(-1)) return null;
        var element = $"skins[{index}].inverseBindMatrices";
        var matrices = new Matrix4x4[joints.Length];
        Array.Fill(matrices, Matrix4x4.Identity);
        if (json.TryGetProperty("inverseBindMatrices", out var accessor))
        {
            var read = new AccessorReader(document.Source).Matrices(document.Root.LogicalAccessors[(int)accessor.GetDouble()], element);
            if (read.Length < joints.Length) throw document.Source.Fault(element,
                $"holds {read.Length} matrices for {joints.Length} joints.");
            matrices = read[..joints.Length];
            for (var i = 0; i < matrices.Length; i++)
            {
                var (m, w) = (matrices[i], new Vector4(matrices[i].M14, matrices[i].M24, matrices[i].M34, matrices[i].M44));
                if ((w - Vector4.UnitW).Length() > 1e-3f)
                    throw document.Source.Fault(element, $"matrix {i} has the fourth row {w}, expected 0, 0, 0, 1.");
                (m.M14, m.M24, m.M34, m.M44) = (0, 0, 0, 1);
                matrices[i] = m;
            }
        }

        return new SkinAsset(GltfJson.Name(json, $"skins[{index}]"), [.. joints], [.. matrices]);
    }
}

using System.Numerics;
using SynthRender.Assets;

namespace SynthRender.Tests.Assets;

/// <summary>What must hold for every asset that a loader hands out.</summary>
internal static class ModelChecks
{
    // Unit vectors are normalised in single precision.
    private const float UnitTolerance = 1e-4f;

    public static void AssertSound(ModelAsset model)
    {
        Assert.NotEmpty(model.Materials);
        for (var i = 0; i < model.Nodes.Length; i++)
        {
            var node = model.Nodes[i];
            Assert.InRange(node.Parent, -1, i - 1);
            Assert.InRange(node.Mesh, -1, model.Meshes.Length - 1);
            Assert.InRange(node.Skin, -1, model.Skins.Length - 1);
            Assert.InRange(node.Light, -1, model.Lights.Length - 1);
            Assert.InRange(node.Camera, -1, model.Cameras.Length - 1);
            Assert.InRange(node.Rest.Rotation.Length(), 1 - UnitTolerance, 1 + UnitTolerance);
            Assert.Equal(node.Mesh < 0 ? 0 : model.Meshes[node.Mesh].MorphTargetNames.Length, node.MorphWeights.Length);
        }

        foreach (var skin in model.Skins)
        {
            Assert.Equal(skin.Joints.Length, skin.JointFromBind.Length);
            Assert.All(skin.Joints, j => Assert.InRange(j, 0, model.Nodes.Length - 1));
        }

        foreach (var variant in model.Variants) Assert.Equal(model.Materials.Length, variant.Materials.Length);
        foreach (var mesh in model.Meshes)
        {
            Assert.NotEmpty(mesh.Primitives);
            foreach (var primitive in mesh.Primitives) AssertSound(model, mesh, primitive);
            foreach (var level in mesh.StoredLevels ?? []) AssertSound(mesh, level);
        }
    }

    private static void AssertSound(MeshAsset mesh, LevelOfDetail level)
    {
        Assert.True(level.Errors.SurfaceMetres >= 0 && level.Errors.Slip0Metres >= 0 && float.IsFinite(level.Errors.SurfaceMetres + level.Errors.Slip0Metres));
        Assert.Equal(mesh.Primitives.Length, level.Indices.Length);
        for (var p = 0; p < level.Indices.Length; p++)
        {
            Assert.Equal(0, level.Indices[p].Length % 3);
            foreach (var index in level.Indices[p].Span) Assert.True(index < mesh.Primitives[p].VertexCount);
        }
    }

    private static void AssertSound(ModelAsset model, MeshAsset mesh, PrimitiveAsset primitive)
    {
        var count = primitive.VertexCount;
        Assert.InRange(primitive.Material, 0, model.Materials.Length - 1);
        Assert.NotEqual(0, primitive.Indices.Length);
        foreach (var index in primitive.Indices.Span) Assert.True(index < count);
        Assert.Equal(count, primitive.Normals.Length);
        foreach (var position in primitive.Positions.Span) Assert.True(float.IsFinite(position.X) && float.IsFinite(position.Y) && float.IsFinite(position.Z));
        foreach (var normal in primitive.Normals.Span) Assert.InRange(normal.Length(), 1 - UnitTolerance, 1 + UnitTolerance);
        foreach (var length in (int[])[primitive.Tangents.Length, primitive.TexCoords0.Length, primitive.TexCoords1.Length, primitive.Colors.Length])
            Assert.True(length == 0 || length == count);
        foreach (var tangent in primitive.Tangents.Span)
        {
            Assert.InRange(new Vector3(tangent.X, tangent.Y, tangent.Z).Length(), 1 - UnitTolerance, 1 + UnitTolerance);
            Assert.Equal(1, MathF.Abs(tangent.W));
        }

        if (primitive.Topology == PrimitiveTopologyKind.Triangles && primitive.TexCoords0.Length > 0) Assert.Equal(count, primitive.Tangents.Length);
        Assert.Equal(count * primitive.InfluencesPerVertex, primitive.Joints.Length);
        Assert.Equal(count * primitive.InfluencesPerVertex, primitive.Weights.Length);
        for (var v = 0; primitive.InfluencesPerVertex > 0 && v < count; v++)
        {
            var sum = 0f;
            foreach (var weight in primitive.Weights.Span.Slice(v * primitive.InfluencesPerVertex, primitive.InfluencesPerVertex)) sum += weight;
            Assert.InRange(sum, 1 - UnitTolerance, 1 + UnitTolerance);
        }

        Assert.Equal(mesh.MorphTargetNames.Length, primitive.MorphTargets.Length);
        foreach (var target in primitive.MorphTargets)
            foreach (var length in (int[])[target.Positions.Length, target.Normals.Length, target.Tangents.Length])
                Assert.True(length == 0 || length == count);
    }
}

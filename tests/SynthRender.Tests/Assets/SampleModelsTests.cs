using SynthRender.Assets;

namespace SynthRender.Tests.Assets;

/// <summary>Every glTF file of the package assimp-testmodels loads as expected, or is refused with the expected reason.</summary>
public sealed class SampleModelsTests
{
    private const string Folder = "/usr/share/assimp/models/glTF2";

    // File, triangles; or −1, the element that the message names, and a word that it holds.
    public static TheoryData<string, int, string, string> Files => new()
    {
        { "2CylinderEngine-glTF-Binary/2CylinderEngine.glb", 121496, "", "" },
        { "BoxBadNormals-glTF-Binary/BoxBadNormals.glb", 12, "", "" },
        { "BoxTexcoords-glTF/boxTexcoords.gltf", 12, "", "" },
        { "BoxTextured-glTF-Binary/BoxTextured.glb", 12, "", "" },
        { "BoxTextured-glTF-Embedded/BoxTextured.gltf", 12, "", "" },
        { "BoxTextured-glTF-pbrSpecularGlossiness/BoxTextured.gltf", 12, "", "" },
        { "BoxTextured-glTF-techniqueWebGL/BoxTextured.gltf", -1, "extensionsRequired[0]", "KHR_technique_webgl" },
        { "BoxTextured-glTF/BoxTextured.gltf", 12, "", "" },
        { "BoxWithInfinites-glTF-Binary/BoxWithInfinites.glb", -1, "meshes[0].primitives[0].attributes.POSITION", "Infinity" },
        { "ClearCoat-glTF/ClearCoatTest.gltf", 37116, "", "" },
        { "IncorrectVertexArrays/Cube.gltf", -1, "bufferViews[2]", "bytes 504 to 936" },
        { "IndexOutOfRange/AllIndicesOutOfRange.gltf", -1, "meshes[0].primitives[0].indices", "65535" },
        { "IndexOutOfRange/IndexOutOfRange.gltf", -1, "meshes[0].primitives[0].indices", "255" },
        { "MissingBin/BoxTextured.gltf", -1, "buffers[0].uri", "BoxTextured0.bin" },
        { "RecursiveNodes/RecursiveNodes.gltf", -1, "nodes[0].children", "tree" },
        { "SchemaFailures/sceneWrongType.gltf", -1, "scene", "\"hello\"" },
        { "TestNoRootNode/NoScene.gltf", -1, "scene", "scenes" },
        { "TestNoRootNode/SceneWithoutNodes.gltf", 0, "", "" },
        { "cameras/Cameras.gltf", 2, "", "" },
        { "draco/2CylinderEngine.gltf", -1, "extensionsRequired[0]", "KHR_draco_mesh_compression" },
        { "glTF-Asset-Generator/Mesh_PrimitiveMode/Mesh_PrimitiveMode_00.gltf", 0, "", "" },
        { "glTF-Asset-Generator/Mesh_PrimitiveMode/Mesh_PrimitiveMode_01.gltf", 0, "", "" },
        { "glTF-Asset-Generator/Mesh_PrimitiveMode/Mesh_PrimitiveMode_02.gltf", 0, "", "" },
        { "glTF-Asset-Generator/Mesh_PrimitiveMode/Mesh_PrimitiveMode_03.gltf", 0, "", "" },
        { "glTF-Asset-Generator/Mesh_PrimitiveMode/Mesh_PrimitiveMode_04.gltf", 2, "", "" },
        { "glTF-Asset-Generator/Mesh_PrimitiveMode/Mesh_PrimitiveMode_05.gltf", 2, "", "" },
        { "glTF-Asset-Generator/Mesh_PrimitiveMode/Mesh_PrimitiveMode_06.gltf", 2, "", "" },
        { "glTF-Asset-Generator/Mesh_PrimitiveMode/Mesh_PrimitiveMode_07.gltf", 0, "", "" },
        { "glTF-Asset-Generator/Mesh_PrimitiveMode/Mesh_PrimitiveMode_08.gltf", 0, "", "" },
        { "glTF-Asset-Generator/Mesh_PrimitiveMode/Mesh_PrimitiveMode_09.gltf", 0, "", "" },
        { "glTF-Asset-Generator/Mesh_PrimitiveMode/Mesh_PrimitiveMode_10.gltf", 0, "", "" },
        { "glTF-Asset-Generator/Mesh_PrimitiveMode/Mesh_PrimitiveMode_11.gltf", 2, "", "" },
        { "glTF-Asset-Generator/Mesh_PrimitiveMode/Mesh_PrimitiveMode_12.gltf", 2, "", "" },
        { "glTF-Asset-Generator/Mesh_PrimitiveMode/Mesh_PrimitiveMode_13.gltf", 2, "", "" },
        { "glTF-Asset-Generator/Mesh_PrimitiveMode/Mesh_PrimitiveMode_14.gltf", 2, "", "" },
        { "glTF-Asset-Generator/Mesh_PrimitiveMode/Mesh_PrimitiveMode_15.gltf", 2, "", "" },
        { "glTF-Sample-Models/AnimatedMorphCube-glTF/AnimatedMorphCube.gltf", 12, "", "" },
        { "issue_3269/texcoord_crash.gltf", 10, "", "" },
        { "simple_skin/simple_skin.gltf", 8, "", "" },
        { "textureTransform/TextureTransformTest.gltf", 24, "", "" },
        { "wrongTypes/badArray.gltf", -1, "meshes[0].primitives", "expected an array" },
        { "wrongTypes/badExtension.gltf", -1, "materials[0].pbrMetallicRoughness.baseColorTexture.extensions.KHR_texture_transform", "expected an object" },
        { "wrongTypes/badNumber.gltf", -1, "materials[0].normalTexture.index", "missing" },
        { "wrongTypes/badObject.gltf", -1, "materials[0].pbrMetallicRoughness", "expected an object" },
        { "wrongTypes/badString.gltf", -1, "scenes[0].name", "expected a string" },
        { "wrongTypes/badUint.gltf", -1, "materials[0].pbrMetallicRoughness.baseColorTexture.index", "-1" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Loads_or_refuses(string file, int triangles, string element, string word)
    {
        var path = Path.Combine(Present(), file);
        if (triangles < 0)
        {
            var error = Assert.Throws<AssetException>(() => GltfLoader.Load(path));
            Assert.Equal(path, error.File);
            Assert.Equal(element, error.Element);
            Assert.Contains(word, error.Problem, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', error.Message);
            return;
        }

        var model = GltfLoader.Load(path);
        Assert.Equal(triangles, model.TriangleCount);
        ModelChecks.AssertSound(model);
    }

    [Fact]
    public void The_table_lists_every_file_of_the_folder()
    {
        var folder = Present();
        var there = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".gltf" or ".glb")
            .Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal);
        Assert.Equal(there, Files.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));
    }

    private static string Present() => Directory.Exists(Folder)
        ? Folder
        : throw new DirectoryNotFoundException($"{Folder} is missing; install it with: apt-get install --yes assimp-testmodels");
}

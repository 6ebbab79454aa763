using SynthRender.Assets.Json;
using static SynthRender.Assets.Json.Shape;

namespace SynthRender.Assets.Gltf;

/// <summary>
/// What the JSON of a glTF 2.0 file must look like, as far as it is read here (Khronos glTF 2.0 specification, chapter 5, and the
/// extensions in <see cref="GltfExtensions"/>). Everything that a later stage indexes, sizes or divides by is checked in this place.
/// </summary>
internal static class GltfSchema
{
    private static readonly Shape Transform2D = Object(
        ("offset", Numbers(2)), ("rotation", Number()), ("scale", Numbers(2)), ("texCoord", Integer()));

    private static readonly Shape Texture = Object(
        ("index!", IndexOf("textures")), ("texCoord", Integer()), ("scale", Number()), ("strength", Number(0, 1)),
        ("extensions", Object(("KHR_texture_transform", Transform2D))));

    private static readonly Shape Material = Object(
        ("name", Text),
        ("pbrMetallicRoughness", Object(
            ("baseColorFactor", Numbers(4, 0, 1)), ("baseColorTexture", Texture), ("metallicFactor", Number(0, 1)),
            ("roughnessFactor", Number(0, 1)), ("metallicRoughnessTexture", Texture))),
        ("normalTexture", Texture), ("occlusionTexture", Texture), ("emissiveTexture", Texture),
        ("emissiveFactor", Numbers(3, 0)), ("alphaMode", OneOf("OPAQUE", "MASK", "BLEND")), ("alphaCutoff", Number(0)),
        ("doubleSided", Flag),
        ("extensions", Object(
            ("KHR_materials_emissive_strength", Object(("emissiveStrength", Number(0)))),
            ("KHR_materials_unlit", Object()),
            ("KHR_materials_ior", Object(("ior", Number(0)))),
            ("KHR_materials_specular", Object(
                ("specularFactor", Number(0, 1)), ("specularTexture", Texture), ("specularColorFactor", Numbers(3, 0)),
                ("specularColorTexture", Texture))),
            ("KHR_materials_clearcoat", Object(
                ("clearcoatFactor", Number(0, 1)), ("clearcoatTexture", Texture), ("clearcoatRoughnessFactor", Number(0, 1)),
                ("clearcoatRoughnessTexture", Texture), ("clearcoatNormalTexture", Texture))),
            ("KHR_materials_sheen", Object(
                ("sheenColorFactor", Numbers(3, 0, 1)), ("sheenColorTexture", Texture), ("sheenRoughnessFactor", Number(0, 1)),
                ("sheenRoughnessTexture", Texture))),
            ("KHR_materials_transmission", Object(("transmissionFactor", Number(0, 1)), ("transmissionTexture", Texture))),
            ("KHR_materials_volume", Object(
                ("thicknessFactor", Number(0)), ("thicknessTexture", Texture), ("attenuationDistance", Number(1e-9)),
                ("attenuationColor", Numbers(3, 0, 1)))),
            ("KHR_materials_pbrSpecularGlossiness", Object(
                ("diffuseFactor", Numbers(4, 0, 1)), ("diffuseTexture", Texture), ("specularFactor", Numbers(3, 0, 1)),
                ("glossinessFactor", Number(0, 1)), ("specularGlossinessTexture", Texture))))));

    private static readonly Shape Attributes = Map(IndexOf("accessors"));

    private static readonly Shape Primitive = Object(
        ("attributes!", Attributes), ("indices", IndexOf("accessors")), ("material", IndexOf("materials")), ("mode", Integer(0, 6)),
        ("targets", List(Attributes)),
        ("extensions", Object(("KHR_materials_variants", Object(("mappings!", List(Object(
            ("material!", IndexOf("materials")), ("variants!", List(IndexOf("extensions.KHR_materials_variants.variants"), 1))))))))));

    private static readonly Shape Node = Object(
        ("name", Text), ("children", List(IndexOf("nodes"))), ("mesh", IndexOf("meshes")), ("skin", IndexOf("skins")),
        ("matrix", Numbers(16)), ("translation", Numbers(3)), ("rotation", Numbers(4)),
        ("scale", Numbers(3)), ("weights", List(Number())),
        ("extensions", Object(("EXT_mesh_gpu_instancing", Object(("attributes!", Attributes))))));

    private static readonly Shape Accessor = Object(
        ("name", Text), ("bufferView", IndexOf("bufferViews")), ("byteOffset", Integer()),
        ("componentType!", OneOf(5120, 5121, 5122, 5123, 5125, 5126)), ("normalized", Flag), ("count!", Integer(1)),
        ("type!", OneOf("SCALAR", "VEC2", "VEC3", "VEC4", "MAT2", "MAT3", "MAT4")),
        ("min", List(Number(), 0, 16)), ("max", List(Number(), 0, 16)),
        ("sparse", Object(
            ("count!", Integer(1)),
            ("indices!", Object(("bufferView!", IndexOf("bufferViews")), ("byteOffset", Integer()), ("componentType!", OneOf(5121, 5123, 5125)))),
            ("values!", Object(("bufferView!", IndexOf("bufferViews")), ("byteOffset", Integer()))))));

    // Animations, cameras and lights are checked when they are read: the picture does not hang on them.

    /// <summary>An animation.</summary>
    public static Shape Animation { get; } = Object(
        ("name", Text),
        ("samplers!", List(Object(
            ("input!", IndexOf("accessors")), ("output!", IndexOf("accessors")), ("interpolation", OneOf("LINEAR", "STEP", "CUBICSPLINE"))))),
        ("channels!", List(Object(
            ("sampler!", Integer()),
            ("target!", Object(("node", IndexOf("nodes")), ("path!", OneOf("translation", "rotation", "scale", "weights", "pointer"))))))));

    /// <summary>A camera.</summary>
    public static Shape Camera { get; } = Object(
        ("name", Text), ("type!", OneOf("perspective", "orthographic")),
        ("perspective", Object(("aspectRatio", Number(1e-6)), ("yfov!", Number(1e-6)), ("znear!", Number(1e-9)), ("zfar", Number(1e-9)))),
        ("orthographic", Object(("xmag!", Number()), ("ymag!", Number()), ("znear!", Number(0)), ("zfar!", Number(1e-9)))));

    /// <summary>A light of KHR_lights_punctual.</summary>
    public static Shape Light { get; } = Object(
        ("name", Text), ("type!", OneOf("directional", "point", "spot")), ("color", Numbers(3, 0)), ("intensity", Number(0)),
        ("range", Number(1e-9)),
        ("spot", Object(("innerConeAngle", Number(0, Math.PI / 2)), ("outerConeAngle", Number(0, Math.PI / 2 + 1e-6)))));

    /// <summary>The whole document.</summary>
    public static Shape Document { get; } = Object(
        ("asset!", Object(("version!", Text), ("minVersion", Text), ("generator", Text), ("copyright", Text))),
        ("extensionsUsed", List(Text)), ("extensionsRequired", List(Text)),
        ("scene", IndexOf("scenes")),
        ("scenes", List(Object(("name", Text), ("nodes", List(IndexOf("nodes")))))),
        ("nodes", List(Node)),
        ("meshes", List(Object(("name", Text), ("primitives!", List(Primitive)), ("weights", List(Number()))))),
        ("accessors", List(Accessor)),
        ("bufferViews", List(Object(
            ("name", Text), ("buffer!", IndexOf("buffers")), ("byteOffset", Integer()), ("byteLength!", Integer(1)),
            ("byteStride", Integer(0, 252)), ("target", OneOf(34962, 34963))))),
        ("buffers", List(Object(("name", Text), ("uri", Text), ("byteLength!", Integer(1))))),
        ("images", List(Object(("name", Text), ("uri", Text), ("mimeType", Text), ("bufferView", IndexOf("bufferViews"))))),
        ("textures", List(Object(
            ("name", Text), ("sampler", IndexOf("samplers")), ("source", IndexOf("images")),
            ("extensions", Object(("EXT_texture_webp", Object(("source", IndexOf("images"))))))))),
        ("samplers", List(Object(
            ("name", Text), ("magFilter", OneOf(9728, 9729)), ("minFilter", OneOf(9728, 9729, 9984, 9985, 9986, 9987)),
            ("wrapS", OneOf(33071, 33648, 10497)), ("wrapT", OneOf(33071, 33648, 10497))))),
        ("materials", List(Material)),
        ("skins", List(Object(
            ("name", Text), ("inverseBindMatrices", IndexOf("accessors")), ("skeleton", IndexOf("nodes")),
            ("joints!", List(IndexOf("nodes"), 1, 65536))))),
        ("animations", List(Anything)),
        ("cameras", List(Anything)),
        ("extensions", Object(
            ("KHR_lights_punctual", Object(("lights!", List(Anything)))),
            ("KHR_materials_variants", Object(("variants!", List(Object(("name!", Text)), 1)))))));
}

"""Draws a frame that `synthrender export` wrote with Blender Cycles: blender -b -P cycles.py -- frame.glb out.npy samples

Camera, lights and surroundings come from the file's "synthrender_frame" extras, in radiometric units; models and materials from
Blender's own glTF importer. The result is linear light, as 32-bit floats, rows from the top.
"""
import json
import math
import struct
import sys

import bpy
import numpy as np
from mathutils import Matrix, Vector

# Debian's importer still writes np.bool, which its NumPy has dropped.
np.bool = bool


def extras(path):
    with open(path, "rb") as file:
        file.read(12)
        length, _ = struct.unpack("<II", file.read(8))
        root = json.loads(file.read(length))
    return root["scenes"][0]["extras"]["synthrender_frame"]


def z_up(v):
    return Vector((v[0], -v[2], v[1]))


def add_light(spec):
    """A sun's strength is its irradiance; a point light's power is 4 pi times its radiant intensity, and Blender's spot is such a point
    light behind a cone."""
    kind = {"DirectionalLight": "SUN", "PointLight": "POINT", "SpotLight": "SPOT"}[spec["type"]]
    data = bpy.data.lights.new(spec["type"], kind)
    data.color = spec["color"]
    data.use_shadow = True
    data.cycles.cast_shadow = spec["castsShadow"]
    if kind == "SUN":
        data.energy = spec["irradiance"]
        data.angle = spec["angularDiameter"]
    else:
        data.energy = 4 * math.pi * spec["intensity"]
        data.shadow_soft_size = spec.get("radius", 0.0)
    if kind == "SPOT":
        data.spot_size = 2 * spec["outerConeAngle"]
        data.spot_blend = 1 - spec["innerConeAngle"] / spec["outerConeAngle"]
    node = bpy.data.objects.new(spec["type"], data)
    bpy.context.scene.collection.objects.link(node)
    node.matrix_world = Matrix.Translation(z_up(spec["position"])) @ z_up(spec["direction"]).to_track_quat("-Z", "Y").to_matrix().to_4x4()


def set_world(spec):
    """Radiance mean + slope * up, as Shaders/environment.glsl has it."""
    world = bpy.data.worlds.new("surroundings")
    bpy.context.scene.world = world
    world.use_nodes = True
    nodes, links = world.node_tree.nodes, world.node_tree.links
    nodes.clear()
    sky, ground = spec["skyRadiance"], spec["groundRadiance"]
    background = nodes.new("ShaderNodeBackground")
    output = nodes.new("ShaderNodeOutputWorld")
    links.new(background.outputs[0], output.inputs[0])
    if sky == ground:
        background.inputs[0].default_value = (*sky, 1)
    else:
        coordinate = nodes.new("ShaderNodeTexCoord")
        split = nodes.new("ShaderNodeSeparateXYZ")
        share = nodes.new("ShaderNodeMath")
        share.operation = "MULTIPLY_ADD"
        share.inputs[1].default_value = 0.5
        share.inputs[2].default_value = 0.5
        mix = nodes.new("ShaderNodeMixRGB")
        mix.inputs[1].default_value = (*ground, 1)
        mix.inputs[2].default_value = (*sky, 1)
        links.new(coordinate.outputs["Generated"], split.inputs[0])
        links.new(split.outputs[2], share.inputs[0])
        links.new(share.outputs[0], mix.inputs[0])
        links.new(mix.outputs[0], background.inputs[0])


def set_materials():
    """glTF's reflection (2.0, appendix B) in place of Blender's Principled node, whose diffuse part is Disney's and takes nothing away
    for what the layer above it reflects: a mix by metalness of a metal, GGX tinted by the base colour, and a dielectric, GGX with
    IOR 1.5 over Lambert, which gets what the smooth layer lets through."""
    for material in bpy.data.materials:
        if not material.use_nodes:
            continue
        for node in [n for n in material.node_tree.nodes if n.type == "BSDF_PRINCIPLED"]:
            replace(material.node_tree, node)


def replace(tree, principled):
    def add(kind):
        return tree.nodes.new(kind)

    def follow(name, target):
        """Lets an input have what the Principled node's input of that name has."""
        source = principled.inputs[name]
        if source.is_linked:
            tree.links.new(source.links[0].from_socket, target)
        elif target.type == source.type and name != "Normal":
            target.default_value = source.default_value

    def lobe(metallic):
        node = add("ShaderNodeBsdfPrincipled")
        node.distribution = "MULTI_GGX"
        node.inputs["Metallic"].default_value = metallic
        node.inputs["Specular"].default_value = 0.5
        node.inputs["Base Color"].default_value = (0, 0, 0, 1)
        follow("Roughness", node.inputs["Roughness"])
        follow("Normal", node.inputs["Normal"])
        return node

    metal, layer = lobe(1), lobe(0)
    follow("Base Color", metal.inputs["Base Color"])
    fresnel, through, diffuse = add("ShaderNodeFresnel"), add("ShaderNodeMixRGB"), add("ShaderNodeBsdfDiffuse")
    fresnel.inputs["IOR"].default_value = 1.5
    follow("Normal", fresnel.inputs["Normal"])
    through.inputs[2].default_value = (0, 0, 0, 1)
    tree.links.new(fresnel.outputs[0], through.inputs[0])
    follow("Base Color", through.inputs[1])
    tree.links.new(through.outputs[0], diffuse.inputs["Color"])
    follow("Normal", diffuse.inputs["Normal"])
    dielectric, surface = add("ShaderNodeAddShader"), add("ShaderNodeMixShader")
    tree.links.new(layer.outputs[0], dielectric.inputs[0])
    tree.links.new(diffuse.outputs[0], dielectric.inputs[1])
    follow("Metallic", surface.inputs[0])
    tree.links.new(dielectric.outputs[0], surface.inputs[1])
    tree.links.new(metal.outputs[0], surface.inputs[2])
    result = surface.outputs[0]
    if principled.inputs["Emission"].is_linked or any(c > 0 for c in principled.inputs["Emission"].default_value[:3]):
        emission, both = add("ShaderNodeEmission"), add("ShaderNodeAddShader")
        follow("Emission", emission.inputs["Color"])
        follow("Emission Strength", emission.inputs["Strength"])
        tree.links.new(result, both.inputs[0])
        tree.links.new(emission.outputs[0], both.inputs[1])
        result = both.outputs[0]
    if principled.inputs["Alpha"].is_linked or principled.inputs["Alpha"].default_value < 1:
        clear, cut = add("ShaderNodeBsdfTransparent"), add("ShaderNodeMixShader")
        follow("Alpha", cut.inputs[0])
        tree.links.new(clear.outputs[0], cut.inputs[1])
        tree.links.new(result, cut.inputs[2])
        result = cut.outputs[0]
    for link in list(principled.outputs[0].links):
        tree.links.new(result, link.to_socket)
    tree.nodes.remove(principled)


def light_from_everywhere_reaches_everything(scene):
    """The renderer does not let models hide the surroundings from each other: rays that reflection sends out meet only the sky, which no
    shadow ray is aimed at. Lights still cast shadows."""
    scene.world.cycles.sampling_method = "NONE"
    for node in [o for o in scene.objects if o.type == "MESH"]:
        node.visible_diffuse = False
        node.visible_glossy = False
        node.visible_transmission = False


def main():
    source, target, samples = sys.argv[sys.argv.index("--") + 1:]
    spec = extras(source)
    bpy.ops.wm.read_factory_settings(use_empty=True)
    bpy.ops.import_scene.gltf(filepath=source)
    scene = bpy.context.scene
    for node in [o for o in scene.objects if o.type == "LIGHT"]:
        bpy.data.objects.remove(node)
    for light in spec["lights"]:
        add_light(light)
    set_world(spec["surroundings"])
    set_materials()
    light_from_everywhere_reaches_everything(scene)

    scene.camera = next(o for o in scene.objects if o.type == "CAMERA")
    scene.render.engine = "CYCLES"
    scene.render.resolution_x, scene.render.resolution_y = spec["camera"]["width"], spec["camera"]["height"]
    scene.render.resolution_percentage = 100
    scene.render.filter_size = 1.0
    cycles = scene.cycles
    cycles.device = "CPU"
    cycles.samples = int(samples)
    cycles.use_adaptive_sampling = False
    cycles.use_denoising = False
    cycles.pixel_filter_type = "BOX"
    cycles.filter_width = 1.0
    cycles.seed = 1
    # What the renderer models: light that arrives directly, from lights and surroundings.
    cycles.max_bounces = 8
    cycles.diffuse_bounces = 0
    cycles.glossy_bounces = 0
    cycles.transmission_bounces = 4
    cycles.transparent_max_bounces = 8
    cycles.sample_clamp_direct = 0
    cycles.sample_clamp_indirect = 0
    scene.render.image_settings.file_format = "OPEN_EXR"
    scene.render.image_settings.color_mode = "RGB"
    scene.render.image_settings.color_depth = "32"
    scene.render.filepath = target + ".exr"
    bpy.ops.render.render(write_still=True)

    image = bpy.data.images.load(target + ".exr")
    pixels = np.empty(4 * image.size[0] * image.size[1], np.float32)
    image.pixels.foreach_get(pixels)
    np.save(target, pixels.reshape(image.size[1], image.size[0], 4)[::-1, :, :3])


main()

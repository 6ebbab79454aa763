"""A frame that `synthrender export` wrote, as Blender's current scene.

Camera, lights and surroundings come from the file's "synthrender_frame" extras, in radiometric units; models and materials from
Blender's own glTF importer. Pictures are linear light, as 32-bit floats, rows from the top.
"""
import json
import math
import struct

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


def placed(spec):
    """World from a light, which shines along its -Z. Its turn about that axis is not in the file."""
    return Matrix.Translation(z_up(spec["position"])) @ z_up(spec["direction"]).to_track_quat("-Z", "Y").to_matrix().to_4x4()


def add_light(spec):
    """A sun's strength is its irradiance; a point light's power is 4 pi times its radiant intensity, and Blender's spot is such a point
    light behind a cone. A panel's power is pi times its radiance and area."""
    if spec["type"] == "RingLight":
        add_ring(spec)
        return
    kind = {"DirectionalLight": "SUN", "PointLight": "POINT", "SpotLight": "SPOT", "RectangleLight": "AREA"}[spec["type"]]
    data = bpy.data.lights.new(spec["type"], kind)
    data.color = spec["color"]
    data.use_shadow = True
    data.cycles.cast_shadow = spec["castsShadow"]
    if kind == "SUN":
        data.energy = spec["irradiance"]
        data.angle = spec["angularDiameter"]
    elif kind == "AREA":
        data.shape = "RECTANGLE"
        data.size, data.size_y = spec["width"], spec["height"]
        data.energy = math.pi * spec["radiance"] * spec["width"] * spec["height"]
    else:
        data.energy = 4 * math.pi * spec["intensity"]
        data.shadow_soft_size = spec.get("radius", 0.0)
    if kind == "SPOT":
        data.spot_size = 2 * spec["outerConeAngle"]
        data.spot_blend = 1 - spec["innerConeAngle"] / spec["outerConeAngle"]
    node = bpy.data.objects.new(spec["type"], data)
    bpy.context.scene.collection.objects.link(node)
    node.matrix_world = placed(spec)


def add_ring(spec, sides=64):
    """A flat ring that glows on the side of its -Z, unseen by the camera."""
    points = []
    for i in range(sides):
        angle = 2 * math.pi * i / sides
        points += [(r * math.cos(angle), r * math.sin(angle), 0) for r in (spec["innerRadius"], spec["outerRadius"])]
    faces = [(2 * i, 2 * ((i + 1) % sides), 2 * ((i + 1) % sides) + 1, 2 * i + 1) for i in range(sides)]
    mesh = bpy.data.meshes.new("ring")
    mesh.from_pydata(points, [], faces)
    material = bpy.data.materials.new("ring")
    material.use_nodes = True
    nodes, links = material.node_tree.nodes, material.node_tree.links
    nodes.clear()
    emission, side, strength = nodes.new("ShaderNodeEmission"), nodes.new("ShaderNodeNewGeometry"), nodes.new("ShaderNodeMath")
    output = nodes.new("ShaderNodeOutputMaterial")
    emission.inputs["Color"].default_value = (*spec["color"], 1)
    strength.operation = "MULTIPLY_ADD"
    strength.inputs[1].default_value, strength.inputs[2].default_value = -spec["radiance"], spec["radiance"]
    links.new(side.outputs["Backfacing"], strength.inputs[0])
    links.new(strength.outputs[0], emission.inputs["Strength"])
    links.new(emission.outputs[0], output.inputs["Surface"])
    mesh.materials.append(material)
    node = bpy.data.objects.new("RingLight", mesh)
    bpy.context.scene.collection.objects.link(node)
    node.visible_camera = node.visible_shadow = False
    node.matrix_world = placed(spec)


def set_world(spec):
    """Radiance mean + slope * up, as Shaders/environment.glsl has it."""
    if "skyRadiance" not in spec:
        raise SystemExit(f"cycles.py renders even surroundings (GradientSurroundings) only; this frame has {spec['type']}")
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


def models():
    """What is drawn, without lights that are meshes."""
    return [o for o in bpy.context.scene.objects if o.type == "MESH" and not o.name.startswith("RingLight")]


def load(source):
    """Makes an exported frame the current scene; returns what the file says of it."""
    spec = extras(source)
    bpy.ops.wm.read_factory_settings(use_empty=True)
    bpy.ops.import_scene.gltf(filepath=source)
    scene = bpy.context.scene
    for node in [o for o in scene.objects if o.type == "LIGHT"]:
        bpy.data.objects.remove(node)
    for light in spec["lights"]:
        add_light(light)
    set_world(spec["surroundings"])
    scene.camera = next(o for o in scene.objects if o.type == "CAMERA")
    return spec


def set_picture(spec, samples):
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.render.resolution_x, scene.render.resolution_y = spec["camera"]["width"], spec["camera"]["height"]
    scene.render.resolution_percentage = 100
    scene.render.filter_size = 1.0
    cycles = scene.cycles
    cycles.device = "CPU"
    cycles.samples = samples
    cycles.use_adaptive_sampling = False
    cycles.use_denoising = False
    cycles.pixel_filter_type = "BOX"
    cycles.filter_width = 1.0
    cycles.seed = 1
    cycles.sample_clamp_direct = 0
    cycles.sample_clamp_indirect = 0
    scene.render.image_settings.file_format = "OPEN_EXR"
    scene.render.image_settings.color_mode = "RGB"
    scene.render.image_settings.color_depth = "32"


def picture(file):
    """Draws the current scene, by way of a file; linear light, rows from the top."""
    bpy.context.scene.render.filepath = file
    bpy.ops.render.render(write_still=True)
    image = bpy.data.images.load(file)
    pixels = np.empty(4 * image.size[0] * image.size[1], np.float32)
    image.pixels.foreach_get(pixels)
    rgb = pixels.reshape(image.size[1], image.size[0], 4)[::-1, :, :3].copy()
    bpy.data.images.remove(image)
    return rgb

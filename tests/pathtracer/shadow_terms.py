"""Draws exported frames with Blender Cycles, each with shadows and without: blender -b -P shadow_terms.py -- list.json

The list has an object for each frame: "source", a .glb of `synthrender export`; "samples" a pixel; "target", an .npz for "shaded" and
"open", linear luminance, rows from the top. Both have direct light alone; in the second, models keep it from no surface but their own backs.
With "reach", lights count for nothing: "shaded" is the share of a cosine lobe that meets nothing within so many heights of the view.
"""
import json
import math
import pathlib
import sys

import bpy
import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from exported_frame import load, models, picture, set_picture  # noqa: E402


def whiten():
    """All materials are even, dull white, as the scene has them."""
    material = bpy.data.materials.new("white")
    material.use_nodes = True
    nodes = material.node_tree.nodes
    nodes.clear()
    diffuse, output = nodes.new("ShaderNodeBsdfDiffuse"), nodes.new("ShaderNodeOutputMaterial")
    diffuse.inputs["Color"].default_value = (0.8, 0.8, 0.8, 1)
    material.node_tree.links.new(diffuse.outputs[0], output.inputs["Surface"])
    for node in models():
        for slot in node.material_slots:
            slot.material = material


def show_occlusion(reach):
    """All surfaces glow as far as they are open, to a distance that grows with their depth."""
    scene = bpy.context.scene
    material = bpy.data.materials.new("openness")
    material.use_nodes = True
    nodes, links = material.node_tree.nodes, material.node_tree.links
    nodes.clear()
    eye, distance, openness = nodes.new("ShaderNodeCameraData"), nodes.new("ShaderNodeMath"), nodes.new("ShaderNodeAmbientOcclusion")
    emission, output = nodes.new("ShaderNodeEmission"), nodes.new("ShaderNodeOutputMaterial")
    distance.operation = "MULTIPLY"
    height = 2 * math.tan(scene.camera.data.angle_x / 2) * scene.render.resolution_y / scene.render.resolution_x
    distance.inputs[1].default_value = reach * height
    openness.samples = 1
    links.new(eye.outputs["View Z Depth"], distance.inputs[0])
    links.new(distance.outputs[0], openness.inputs["Distance"])
    links.new(openness.outputs["AO"], emission.inputs["Strength"])
    links.new(emission.outputs[0], output.inputs["Surface"])
    for node in models():
        for slot in node.material_slots:
            slot.material = material
    scene.world.node_tree.nodes["Background"].inputs[0].default_value = (1, 1, 1, 1)


def luminance(rgb):
    return rgb @ np.array([0.2126, 0.7152, 0.0722], np.float32)


def draw(job):
    spec = load(job["source"])
    whiten()
    set_picture(spec, job["samples"])
    bpy.context.scene.cycles.max_bounces = 0
    target = job["target"]
    if "reach" in job:
        show_occlusion(job["reach"])
        openness = luminance(picture(target + ".exr"))
        np.savez_compressed(target, shaded=openness, open=np.ones_like(openness))
        pathlib.Path(target + ".exr").unlink()
        return
    shaded = luminance(picture(target + ".exr"))
    for node in models():
        node.visible_shadow = node.visible_diffuse = node.visible_glossy = False
    bpy.context.scene.cycles.samples = 16
    np.savez_compressed(target, shaded=shaded, open=luminance(picture(target + ".exr")))
    pathlib.Path(target + ".exr").unlink()


for entry in json.loads(pathlib.Path(sys.argv[-1]).read_text()):
    draw(entry)

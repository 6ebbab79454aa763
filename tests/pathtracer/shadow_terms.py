"""Draws exported frames with Blender Cycles, each with shadows and without: blender -b -P shadow_terms.py -- list.json

The list has an object for each frame: "source", a .glb of `synthrender export`; "samples" a pixel; "target", an .npz for "shaded" and
"open", linear luminance, rows from the top. Both have direct light alone; in the second, models keep it from no surface but their own backs.
"""
import json
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


def luminance(rgb):
    return rgb @ np.array([0.2126, 0.7152, 0.0722], np.float32)


def draw(job):
    spec = load(job["source"])
    whiten()
    set_picture(spec, job["samples"])
    bpy.context.scene.cycles.max_bounces = 0
    target = job["target"]
    shaded = luminance(picture(target + ".exr"))
    for node in models():
        node.visible_shadow = node.visible_diffuse = node.visible_glossy = False
    bpy.context.scene.cycles.samples = 16
    np.savez_compressed(target, shaded=shaded, open=luminance(picture(target + ".exr")))
    pathlib.Path(target + ".exr").unlink()


for entry in json.loads(pathlib.Path(sys.argv[-1]).read_text()):
    draw(entry)

"""Draws a frame that `synthrender export` wrote with Blender Cycles: blender -b -P cycles.py -- frame.glb out.npy samples"""
import math
import pathlib
import sys

import bpy
import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from exported_frame import load, models, picture, set_picture  # noqa: E402


def directional_albedo(size=32, samples=2048):
    """What GGX with F0 = 0.04 reflects in all, by roughness (rows) and the cosine to the viewer (columns), with multiple scattering
    (compensated as 1 / single, Turquin, 2019): by sampling the visible normals (Heitz, JCGT 2018)."""
    i = np.arange(samples)
    u1 = (i + 0.5) / samples
    u2 = np.mod(i * 0.6180339887498949, 1.0)
    table = np.empty((size, size))
    for row in range(size):
        alpha = max((row / (size - 1)) ** 2, 2e-3)
        for column in range(size):
            cos = max(column / (size - 1), 1e-3)
            view = np.array([math.sqrt(1 - cos * cos), 0, cos])
            stretched = np.array([alpha * view[0], 0, view[2]])
            stretched /= np.linalg.norm(stretched)
            x = np.array([0.0, 1.0, 0.0])
            y = np.cross(stretched, x)
            r, phi = np.sqrt(u1), 2 * math.pi * u2
            t1, t2 = r * np.cos(phi), r * np.sin(phi)
            s = 0.5 * (1 + stretched[2])
            t2 = (1 - s) * np.sqrt(np.maximum(1 - t1 * t1, 0)) + s * t2
            up = np.sqrt(np.maximum(1 - t1 * t1 - t2 * t2, 0))
            half = t1[:, None] * x + t2[:, None] * y + up[:, None] * stretched
            half = np.stack([alpha * half[:, 0], alpha * half[:, 1], np.maximum(half[:, 2], 0)], 1)
            half /= np.linalg.norm(half, axis=1, keepdims=True)
            cos_half = half @ view
            light = 2 * cos_half * half[:, 2] - view[2]
            lit = light > 0
            a2 = alpha * alpha

            def smith(c):
                return (-1 + np.sqrt(1 + a2 * (1 - c * c) / (c * c))) / 2

            masking = np.where(lit, (1 + smith(cos)) / (1 + smith(cos) + smith(np.maximum(light, 1e-6))), 0)
            fresnel = 0.04 + 0.96 * (1 - cos_half) ** 5
            single = float(np.mean(masking))
            table[row, column] = float(np.mean(masking * fresnel)) * (1 + 0.04 * (1 / single - 1))
    return table


def set_materials():
    """glTF's reflection (2.0, appendix B) in place of Blender's Principled node, whose diffuse part is Disney's and takes nothing away
    for what the layer above it reflects: a mix by metalness of a metal, GGX tinted by the base colour, and a dielectric, GGX with
    IOR 1.5 over Lambert, which gets what the layer does not reflect."""
    table = directional_albedo()
    image = bpy.data.images.new("layer", table.shape[1], table.shape[0], float_buffer=True)
    image.colorspace_settings.name = "Non-Color"
    image.pixels.foreach_set(np.repeat(table.astype(np.float32).ravel(), 4))
    image.update()
    for material in bpy.data.materials:
        if not material.use_nodes:
            continue
        for node in [n for n in material.node_tree.nodes if n.type == "BSDF_PRINCIPLED"]:
            replace(material.node_tree, node, image)


def replace(tree, principled, layer_albedo):
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
    geometry, facing, place = add("ShaderNodeNewGeometry"), add("ShaderNodeVectorMath"), add("ShaderNodeCombineXYZ")
    lookup, through, diffuse = add("ShaderNodeTexImage"), add("ShaderNodeMixRGB"), add("ShaderNodeBsdfDiffuse")
    facing.operation = "DOT_PRODUCT"
    tree.links.new(geometry.outputs["Normal"], facing.inputs[0])
    follow("Normal", facing.inputs[0])
    tree.links.new(geometry.outputs["Incoming"], facing.inputs[1])
    for socket, index in ((facing.outputs["Value"], 0), (None, 1)):
        texel = add("ShaderNodeMath")
        texel.operation = "MULTIPLY_ADD"
        texel.use_clamp = True
        if socket is None:
            follow("Roughness", texel.inputs[0])
        else:
            tree.links.new(socket, texel.inputs[0])
        texel.inputs[1].default_value = 31 / 32
        texel.inputs[2].default_value = 0.5 / 32
        tree.links.new(texel.outputs[0], place.inputs[index])
    lookup.image, lookup.extension = layer_albedo, "EXTEND"
    tree.links.new(place.outputs[0], lookup.inputs[0])
    tree.links.new(lookup.outputs["Color"], through.inputs[0])
    through.inputs[2].default_value = (0, 0, 0, 1)
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
    for node in models():
        node.visible_diffuse = False
        node.visible_glossy = False
        node.visible_transmission = False


def main():
    source, target, samples = sys.argv[sys.argv.index("--") + 1:]
    spec = load(source)
    set_materials()
    scene = bpy.context.scene
    light_from_everywhere_reaches_everything(scene)
    set_picture(spec, int(samples))
    # What the renderer models: light that arrives directly, from lights and surroundings.
    cycles = scene.cycles
    cycles.max_bounces = 8
    cycles.diffuse_bounces = 0
    cycles.glossy_bounces = 0
    cycles.transmission_bounces = 4
    cycles.transparent_max_bounces = 8
    np.save(target, picture(target + ".exr"))


if __name__ == "__main__":
    main()

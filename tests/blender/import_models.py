"""Imports glTF files into Blender and fails on any warning about one.

    blender -b --factory-startup --python-exit-code 1 --python tests/blender/import_models.py -- models3d

Takes files and folders. A file passes when Blender's importer finishes without a warning or an error, every image decodes, and
Blender's scene has the triangles, materials, morph targets, bones and animations that the file's own JSON declares.
"""
import json
import logging
import pathlib
import struct
import sys

import bpy
import numpy

# Debian 12 pairs Blender 3.4, whose importer says numpy.bool, with a numpy that no longer has it.
if not hasattr(numpy, "bool"):
    numpy.bool = bool


class Collector(logging.Handler):
    """Keeps what the importer warns of."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.messages = []

    def emit(self, record):
        self.messages.append(f"{record.levelname}: {record.getMessage()}")


def document(path):
    """The JSON chunk of a .glb file and its binary chunk (glTF 2.0, section 4.4)."""
    data = path.read_bytes()
    length, kind = struct.unpack_from("<I4s", data, 12)
    if data[:4] != b"glTF" or kind != b"JSON":
        raise ValueError("not a binary glTF file")
    return json.loads(data[20 : 20 + length]), data[28 + length :]


def triangles(gltf, binary, accessor):
    """How many triangles indices make. Two on the same corners, as the two sides of a leaf, are one to Blender."""
    view = gltf["bufferViews"][gltf["accessors"][accessor]["bufferView"]]
    start = view.get("byteOffset", 0) + gltf["accessors"][accessor].get("byteOffset", 0)
    kind = {5121: "<u1", 5123: "<u2", 5125: "<u4"}[gltf["accessors"][accessor]["componentType"]]
    corners = numpy.frombuffer(binary, kind, gltf["accessors"][accessor]["count"], start).reshape(-1, 3)
    return len(numpy.unique(numpy.sort(corners, axis=1), axis=0))


def declared(gltf, binary):
    """What the file says it has, meshes as often as nodes show them."""
    shown = [gltf["meshes"][node["mesh"]] for node in gltf["nodes"] if "mesh" in node]
    primitives = [primitive for mesh in shown for primitive in mesh["primitives"]]
    return {
        "triangles": sum(triangles(gltf, binary, p["indices"]) for p in primitives),
        "materials": len({p["material"] for p in primitives}),
        "morph targets": sum(len(mesh["primitives"][0].get("targets", [])) for mesh in shown),
        "bones": len({joint for skin in gltf.get("skins", []) for joint in skin["joints"]}),
        "images": len(gltf.get("images", [])),
        "animations": len(gltf.get("animations", [])),
    }


def imported():
    """What Blender's scene has."""
    meshes = [o for o in bpy.context.scene.objects if o.type == "MESH" and not o.name.startswith("Icosphere")]
    armatures = [o for o in bpy.context.scene.objects if o.type == "ARMATURE"]
    for o in meshes:
        o.data.calc_loop_triangles()
    return {
        "triangles": sum(len(o.data.loop_triangles) for o in meshes),
        "materials": len({slot.material.name for o in meshes for slot in o.material_slots if slot.material}),
        # The first key is the shape at rest.
        "morph targets": sum(len(o.data.shape_keys.key_blocks) - 1 for o in meshes if o.data.shape_keys),
        "bones": sum(len(o.data.bones) for o in armatures),
        "images": sum(1 for image in bpy.data.images if image.source == "FILE" and image.size[0] > 0),
        "animations": len(bpy.data.actions),
    }


def check(path):
    """What is wrong with a file; an empty list when nothing is."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    collector = Collector()
    log = logging.getLogger("glTFImporter")
    log.addHandler(collector)
    try:
        result = bpy.ops.import_scene.gltf(filepath=str(path), loglevel=logging.WARNING)
        if result != {"FINISHED"}:
            collector.messages.append(f"the importer answered {result}")
        told, got = declared(*document(path)), imported()
        collector.messages += [f"{told[key]} {key} in the file, {got[key]} in Blender" for key in told if told[key] != got[key]]
    except Exception as error:  # pylint: disable=broad-except
        collector.messages.append(f"{type(error).__name__}: {error}")
    finally:
        log.removeHandler(collector)
    return collector.messages


def main():
    arguments = [pathlib.Path(a) for a in sys.argv[sys.argv.index("--") + 1 :]] if "--" in sys.argv else []
    files = sorted(f for a in arguments for f in ([a] if a.is_file() else a.rglob("*.glb")))
    if not files:
        sys.exit("No .glb file: name files or folders after --.")
    failed = 0
    for path in files:
        messages = check(path)
        failed += bool(messages)
        print(f"{path}: {'; '.join(messages) if messages else 'ok'}", flush=True)
    print(f"{len(files) - failed} of {len(files)} files imported without a warning into Blender {bpy.app.version_string}")
    sys.exit(1 if failed else 0)


main()

#!/usr/bin/python3
"""Compares shadows with Blender Cycles': tabletop.py SYNTHRENDER.dll [scale[/light] …]

The term of a shadow is what a light gives with shadows over what it gives without, 0 to 1; of "ambient", what surroundings give with
ambient occlusion, whose radius Cycles is given. Both programs draw each light alone, without bounces (scenes/TableTop.cs). A pixel that faces away counts as 0. The table has
  SSIM         of the term (Wang et al., 2004),
  lit          pixels whose term is above 0.02 in ours where Cycles has full shadow, further than 2 pixels from where it has not,
  dark         pixels whose term is below 0.98 in ours where Cycles has none, further than 2 pixels from where it has some,
  mean error   of the term, over all pixels.
What Cycles draws is kept in out/pathtracer, for as long as the scene and these scripts stay as they are. Pictures go to
docs/pathtracer/tabletop.jpg (a row for each light; for each scale ours, Cycles', the difference), when all are compared. Ends with 1 when
a shadow falls short of LEAST_SSIM or has a pixel of the second or third kind. Needs Debian's blender and python3-opencv.
"""
import hashlib
import json
import pathlib
import sys

import cv2
import numpy as np

from likeness import linear, luminance, ssim
from programs import run

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
KEPT = TOP / "out" / "pathtracer"
SCENE = HERE / "scenes" / "TableTop.cs"
OPTIONS = ["--models", str(TOP / "models3d"), "--models", str(TOP / "tests" / "faults" / "tabletop")]
SCALES = ["table", "nut", "hall"]
# The scene's lights, in its order, with Cycles' samples a pixel.
SAMPLES = {"sun": 32, "lamp": 64, "panel": 128, "ring": 128, "window": 32, "skylight": 128, "ambient": 128}
LIGHTS = list(SAMPLES)
LEAST_SSIM = 0.97
# Where ambient occlusion fades by half, in heights of the view: a sixth, and half of the quarter of it over which it fades.
REACH = 1.125 / 6
NEAR_AN_EDGE = 2
SLACK = 0.02
# Below this share of the brightest pixel a surface faces away, as good as.
FACES_AWAY = 0.02


def scene(synthrender, command, scale, *options):
    run("dotnet", synthrender, command, str(SCENE), *OPTIONS, "--set", f"scale={scale}", *map(str, options))


def ours(synthrender, scale):
    """Shaded and open luminance of each light."""
    folder = KEPT / "ours" / scale
    scene(synthrender, "render", scale, "--out", folder, "--overwrite", "--quiet")

    def read(frame):
        return luminance(linear(cv2.imread(str(folder / "images" / f"{frame:06d}.png"))[:, :, ::-1] / 255.0))

    return {light: (read(2 * i), read(2 * i + 1)) for i, light in enumerate(LIGHTS)}


def key(synthrender, scale):
    """A digest of all that Cycles' pictures of a scale depend on; a frame in the room has every model but the ground."""
    file = KEPT / f"{scale}.glb"
    scene(synthrender, "export", scale, "--frame", 2 * LIGHTS.index("window"), "--out", file)
    parts = [file, SCENE, HERE / "shadow_terms.py", HERE / "exported_frame.py"]
    return hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()[:16]


def theirs(synthrender, wanted):
    """The file of each wanted (scale, light); Cycles draws those that are not there."""
    keys = {scale: key(synthrender, scale) for scale in {scale for scale, _ in wanted}}
    files = {(scale, light): KEPT / "cycles" / f"{scale}-{light}-{SAMPLES[light]}-{keys[scale]}.npz" for scale, light in wanted}
    jobs = []
    for (scale, light), file in files.items():
        if file.exists():
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        source = KEPT / "cycles" / f"{scale}-{light}.glb"
        scene(synthrender, "export", scale, "--frame", 2 * LIGHTS.index(light), "--out", source)
        reach = {"reach": REACH} if light == "ambient" else {}
        jobs.append({"source": str(source), "target": str(file), "samples": SAMPLES[light], **reach})
    if jobs:
        print(f"Cycles draws {len(jobs)} frames", file=sys.stderr, flush=True)
        todo = KEPT / "todo.json"
        todo.write_text(json.dumps(jobs))
        run("blender", "-b", "--python-exit-code", "1", "-P", str(HERE / "shadow_terms.py"), "--", str(todo))
    return files


def terms(our, their):
    """Both terms, and which pixels face the light."""
    (our_shaded, our_open), (their_shaded, their_open) = our, their
    faces = (their_open > FACES_AWAY * their_open.max()) & (our_open > FACES_AWAY * our_open.max())

    def term(shaded, unshaded):
        return np.where(faces, (shaded / np.maximum(unshaded, 1e-6)).clip(0, 1), 0)

    return term(our_shaded, our_open), term(their_shaded, their_open), faces


def far_from_others(mask):
    """The pixels of a mask further than NEAR_AN_EDGE from all that are not in it, those beyond the image left aside."""
    return cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, 5) > NEAR_AN_EDGE if mask.any() else mask


def measure(our, their, faces):
    shadow = far_from_others((their < 1e-3) & faces)
    light = far_from_others((their > 1 - 1e-3) & faces)
    return ssim(our, their), int((our[shadow] > SLACK).sum()), int((our[light] < 1 - SLACK).sum()), float(np.abs(our - their).mean())


def main():
    synthrender, names = sys.argv[1], sys.argv[2:] or SCALES
    wanted = [(scale, light) for name in names for scale, _, one in [name.partition("/")] for light in ([one] if one else LIGHTS)]
    unknown = [pair for pair in wanted if pair[0] not in SCALES or pair[1] not in LIGHTS]
    if unknown:
        sys.exit(f"No such scale or light: {unknown[0][0]}/{unknown[0][1]}. Scales: {', '.join(SCALES)}; lights: {', '.join(LIGHTS)}.")
    KEPT.mkdir(parents=True, exist_ok=True)
    files = theirs(synthrender, wanted)
    drawn = {scale: ours(synthrender, scale) for scale in {scale for scale, _ in wanted}}
    rows = {light: [] for light in LIGHTS}
    failed = []
    print("| scale | light | SSIM | lit | dark | mean error |\n|---|---|---|---|---|---|")
    for scale, light in wanted:
        file = np.load(files[scale, light])
        our, their, faces = terms(drawn[scale][light], (file["shaded"], file["open"]))
        likeness, lit, dark, error = measure(our, their, faces)
        print(f"| {scale} | {light} | {likeness:.3f} | {lit} | {dark} | {error:.4f} |", flush=True)
        rows[light].append(np.concatenate([our, their, np.abs(our - their)], axis=1))
        if light != "ambient" and (likeness < LEAST_SSIM or lit > 0 or dark > 0):
            failed.append(f"{scale}/{light}")
    sheet = np.concatenate([np.concatenate(row, axis=1) for row in rows.values() if row]) if len({len(r) for r in rows.values() if r}) == 1 else None
    if sheet is not None:
        every = len(wanted) == len(SCALES) * len(LIGHTS)
        picture = (sheet * 255 + 0.5).astype(np.uint8)
        if every:
            picture = cv2.resize(picture, None, fx=0.6, fy=0.6, interpolation=cv2.INTER_AREA)
        cv2.imwrite(str(TOP / "docs" / "pathtracer" / "tabletop.jpg" if every else KEPT / "tabletop.png"), picture, [cv2.IMWRITE_JPEG_QUALITY, 82])
    if failed:
        sys.exit(f"Short of the mark (SSIM at least {LEAST_SSIM}, no pixel lit or dark that should not be): {', '.join(failed)}")


if __name__ == "__main__":
    main()

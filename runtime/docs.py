"""Pages made of the code: `python -m runtime.docs` writes `docs/events.md`, `docs/settings.md`, `docs/materials.md`,
`docs/compliance.md`.

`python -m runtime.docs events` prints one of them.
"""

import inspect
import sys
import types
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec

from domain import account, prompt, work
from domain.catalogue import NOUNS
from domain.events import Event
from runtime import settings
from runtime.docs_compliance import compliance
from runtime.docs_materials import materials
from runtime.settings import Settings, variable

ROOT = Path(__file__).parent.parent
_COMMON = {
    "database_url": ("DATABASE_URL", "PostgreSQL to use; empty: an embedded one is started"),
    "nats_url": ("NATS_URL", "NATS to use; empty: an embedded one is started"),
    "blob_url": ("BLOB_URL", "Where files lie, `file://` or `s3://`; empty: the folder `blobs` in the data folder"),
    "data_dir": (f"{settings.PREFIX}DATA_DIR", "Where servers, keys and files lie; `--data-dir` goes before it"),
    "log_level": (f"{settings.PREFIX}LOG_LEVEL", "Least level logged"),
}

OPERATIONS: dict[str, type[msgspec.Struct]] = {
    "/geometry/optimize": work.OptimizeMesh,
    "/geometry/uv-unwrap": work.UnwrapMesh,
    "/textures/bake": work.BakeTextures,
    "/textures/optimize": work.OptimizeTextures,
}
SOURCES = frozenset(("mesh", "low", "textures", "target"))
"""Fields of work that stand in a request beside its options."""

FIXED = (
    ("Characters of a prompt", prompt.TEXT_LENGTH_MAX),
    ("Fewest triangles that `poly_budget` may ask for", prompt.POLY_BUDGET_MIN),
    ("Most triangles that `poly_budget` may ask for", prompt.POLY_BUDGET_MAX),
    ("Reference pictures of a prompt", prompt.REFERENCES_MAX),
    ("Fewest characters of a password", account.PASSWORD_LENGTH_MIN),
    ("Most characters of a password", account.PASSWORD_LENGTH_MAX),
    ("Characters of an e-mail address", account.EMAIL_LENGTH_MAX),
    ("API keys of an account", account.API_KEYS_MAX),
    ("Sessions of an account; the oldest one ends when there is one more", account.SESSIONS_MAX),
)


def events() -> str:
    """Return the catalogue of events."""
    lines = [
        "# Events",
        "",
        "Every fact that the log can hold, by the tag under which it is stored. Made of `domain/` by",
        "`python -m runtime.docs`; a tag, once released, never changes its meaning.",
    ]
    for noun, kinds in NOUNS.items():
        lines += ["", f"## {noun}"]
        for kind in kinds:
            lines += ["", f"### `{kind.tag()}`", *_struct(kind)]
    lines += ["", "## Values inside events"]
    for value in _values([kind for kinds in NOUNS.values() for kind in kinds]):
        lines += ["", f"### {value.__name__}", *_struct(value)]
    return "\n".join(lines) + "\n"


def settings_page() -> str:
    """Return the table of settings."""
    lines = [
        "# Settings",
        "",
        "Every limit and choice, set by environment variables. Made of `runtime/settings.py` by",
        "`python -m runtime.docs`.",
        "",
        *_table(("variable", "default", "what it is"), _common_rows()),
    ]
    for field in msgspec.structs.fields(Settings):
        if isinstance(field.type, type) and issubclass(field.type, msgspec.Struct):
            lines += ["", f"## {field.name}", "", _sentence(field.type), ""]
            lines += _table(("variable", "default", "allowed", "what it is"), _group_rows(field.name, field.type))
    lines += ["", "## Fixed", "", "Limits that clients may rely on; the log holds what they allowed.", ""]
    lines += _table(("what", "value"), [(words, f"{value:,}") for words, value in FIXED])
    return "\n".join(lines) + "\n"


def options() -> str:
    """Return the options of each operation on meshes and textures."""
    lines = [
        "# Options of operations",
        "",
        "What stands in `options` of a request, with its range and default; where that is `null`, the target decides.",
        "Made of `domain/work/` by `python -m runtime.docs`. How to ask: [operations](operations.md).",
    ]
    for path, kind in OPERATIONS.items():
        lines += ["", f"## `POST {path}`", "", _sentence(kind), ""]
        fields = [field for field in msgspec.structs.fields(kind) if field.name not in SOURCES]
        rows = [(f"`{one.name}`", _default(one), _allowed(one.type), _description(one.type)) for one in fields]
        lines += _table(("option", "default", "allowed", "what it is"), rows)
    return "\n".join(lines) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "options": options,
    "events": events,
    "settings": settings_page,
    "materials": materials,
    "compliance": compliance,
}


def type_name(kind: Any) -> str:
    """Return a type in words that people who never saw Python understand."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return type_name(inner[0])
    if origin is Literal:
        return " or ".join(f"`{choice}`" for choice in inner)
    if origin in (Union, types.UnionType):
        return " or ".join(dict.fromkeys(type_name(one) for one in inner))
    if origin in (tuple, list):
        return f"list of {type_name(inner[0])}"
    if origin is dict:
        return "object"
    names = {str: "text", int: "integer", float: "number", bool: "true or false", type(None): "nothing"}
    return str(names.get(kind) or getattr(kind, "__name__", kind))


def _struct(kind: type[msgspec.Struct]) -> Iterator[str]:
    yield ""
    yield _sentence(kind)
    tag = kind.__struct_config__.tag
    rows = [(f"`{field.name}`", type_name(field.type), _default(field)) for field in msgspec.structs.fields(kind)]
    if tag and not issubclass(kind, Event):
        rows.insert(0, (f"`{kind.__struct_config__.tag_field}`", f"`{tag}`", ""))
    if rows:
        yield ""
        yield from _table(("field", "type", "default"), rows)


def _values(kinds: Sequence[type[msgspec.Struct]]) -> list[type[msgspec.Struct]]:
    """Return the structs that stand in fields of `kinds`, and in theirs, by name."""
    found: dict[str, type[msgspec.Struct]] = {}
    waiting = [field.type for kind in kinds for field in msgspec.structs.fields(kind)]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind.__name__ not in found:
            found[kind.__name__] = kind
            waiting += [field.type for field in msgspec.structs.fields(kind)]
        waiting += get_args(kind)
    return [found[name] for name in sorted(found)]


def _common_rows() -> list[tuple[str, ...]]:
    defaults = {field.name: _default(field) for field in msgspec.structs.fields(Settings)}
    return [(f"`{name}`", defaults[field], words) for field, (name, words) in _COMMON.items()]


def _group_rows(group: str, kind: type[msgspec.Struct]) -> list[tuple[str, ...]]:
    return [
        (f"`{variable(group, field.name)}`", _default(field), _allowed(field.type), _description(field.type))
        for field in msgspec.structs.fields(kind)
    ]


def _allowed(kind: Any) -> str:
    words = [type_name(kind)]
    for meta in _metas(kind):
        limits = (("≥", meta.ge), (">", meta.gt), ("≤", meta.le), ("<", meta.lt))
        words += [f"{sign} {limit:,}" for sign, limit in limits if limit is not None]
    return ", ".join(words)


def _description(kind: Any) -> str:
    return next((meta.description for meta in _metas(kind) if meta.description), "")


def _metas(kind: Any) -> tuple[msgspec.Meta, ...]:
    """Return what is said of a type and, where it is one of several, of these."""
    own = tuple(meta for meta in getattr(kind, "__metadata__", ()) if isinstance(meta, msgspec.Meta))
    bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    is_choice = get_origin(bare) in (Union, types.UnionType)
    return own + tuple(meta for one in get_args(bare) for meta in _metas(one)) if is_choice else own


def _default(field: msgspec.structs.FieldInfo) -> str:
    if field.default is not msgspec.NODEFAULT:
        return f"`{msgspec.json.encode(field.default).decode()}`" if field.default != "" else "empty"
    if field.default_factory is not msgspec.NODEFAULT:
        return f"`{msgspec.json.encode(field.default_factory()).decode()}`"
    return ""


def _sentence(kind: type) -> str:
    return (inspect.getdoc(kind) or "").partition("\n\n")[0].replace("\n", " ")


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> list[str]:
    def line(cells: tuple[str, ...]) -> str:
        return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"

    return [line(heads), line(tuple("---" for _ in heads)), *map(line, rows)]


def main(arguments: list[str]) -> None:
    """Print the page that is named, or write all pages."""
    if arguments:
        sys.stdout.write(PAGES[arguments[0]]())
        return
    for name, page in PAGES.items():
        (ROOT / "docs" / f"{name}.md").write_text(page())


if __name__ == "__main__":
    main(sys.argv[1:])

"""What is wished for models of pictures: the texts of a form beside its pictures, checked before anything is kept."""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Meta, UnsetType

from api.files.multipart import Form
from api.wire.wording import place_of, reworded
from commands.project import clean_line
from domain.batch import CAPTION_LENGTH_MAX
from domain.errors import Invalid
from domain.work.image_to_model import FACES_LEAST, FACES_MOST, ImageProvider

TEXTS = ("face_limit", "provider", "seed", "generate")
NUMBERS = ("face_limit", "seed")
CAPTIONS = "captions"
FILES = ("files", "files[]", "file")
SEED_END = 2**53
_WHOLE = re.compile(r"-?[0-9]+")

FaceLimit = Annotated[
    int, Meta(ge=FACES_LEAST, le=FACES_MOST, description="Most triangles of the model; without it, what it needs")
]
Seed = Annotated[int, Meta(ge=0, lt=SEED_END, description="The same picture, wishes and seed give the same bytes")]
Provider = Annotated[ImageProvider, Meta(description="Who makes the model; without it, the server's choice")]


class Wishes(msgspec.Struct):
    """What is wished for all models of a batch."""

    face_limit: FaceLimit | None = None
    provider: Provider | None = None
    seed: Seed = 0
    generate: Annotated[bool, Meta(description="false: models are only made when they are asked for")] = True


class UploadForm(Wishes):
    """The form of an upload, as the OpenAPI document shows it."""

    captions: Annotated[
        str | list[str] | UnsetType,
        Meta(description="What the pictures show: a JSON object by file name, or a field for each file, in order"),
    ] = UNSET


def form_of(content_type: str, files_max: int) -> Form:
    """Return the reader of an upload's form.

    Raises
    ------
    UnsupportedMedia
        It is no form.
    """
    return Form(
        content_type, names=FILES, texts=TEXTS, repeated=(CAPTIONS,), files_max=files_max,
        fields_max=len(TEXTS) + files_max + 16, text_bytes_max=files_max * CAPTION_LENGTH_MAX * 4 + 4096,
        is_strict=True,
    )  # fmt: skip


def wishes_of(form: Form) -> Wishes:
    """Return what the texts of a form say, as far as they have come.

    Raises
    ------
    Invalid
        One of them is not allowed.
    """
    sent = {name: value for name, value in form.fields.items() if value}
    for name in NUMBERS:
        if name in sent and not _WHOLE.fullmatch(sent[name]):  # what converts texts takes `1e3` too
            raise Invalid(f"`{name}` must be a whole number", field=name)
    try:
        return msgspec.convert(sent, Wishes, strict=False)
    except msgspec.ValidationError as error:
        field, message = reworded(place_of(str(error)), str(error), Wishes)
        raise Invalid(message, field=field) from error


def captions_of(form: Form, names: Sequence[str]) -> list[str]:
    """Return a caption for each file of these names; empty where there is none.

    Raises
    ------
    Invalid
        There are more than files, one is for none of them, or too long, or two are for the same.
    """
    sent = [text for text in form.lists[CAPTIONS] if text]
    found = _by_name(sent[0], names) if len(sent) == 1 and sent[0][0] in "{[" else form.lists[CAPTIONS]
    if len(found) > len(names):
        raise Invalid(f"There are {len(found)} captions for {len(names)} files", field=CAPTIONS)
    cleaned = [clean_line(text, CAPTIONS, CAPTION_LENGTH_MAX) for text in found]
    return cleaned + [""] * (len(names) - len(cleaned))


def _by_name(text: str, names: Sequence[str]) -> list[str]:
    try:
        said = msgspec.json.decode(text, type=dict[str, str] | list[str])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Invalid(
            "`captions` must be a JSON object from file names to texts, or texts in the order of the files",
            field=CAPTIONS,
        ) from error
    if isinstance(said, list):
        return said
    return _placed(said, {**{f"file_{number:03}": None for number in range(1, len(names) + 1)}}, names)


def _placed(said: Mapping[str, str], ids: Mapping[str, Any], names: Sequence[str]) -> list[str]:
    unknown = [name for name in said if name not in ids and name not in names]
    if unknown:
        raise Invalid(f"`captions` names a file that was not sent: {unknown[0][:100]}", field=CAPTIONS)
    taken = {name for file_id, name in zip(ids, names, strict=True) if file_id not in said}
    for file_id, name in zip(ids, names, strict=True):
        if file_id in said and name in said and name not in taken | {file_id}:
            raise Invalid(f"`captions` has two texts for one file: `{file_id}` and `{name}`", field=CAPTIONS)
    return [said.get(file_id, said.get(name, "")) for file_id, name in zip(ids, names, strict=True)]

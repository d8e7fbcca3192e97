"""Files and small text fields of a `multipart/form-data` body, read while it arrives. Source: RFC 7578."""

from collections.abc import AsyncGenerator, AsyncIterator, Collection
from typing import NamedTuple, TypeAlias

from multipart import (
    MultipartError,
    MultipartSegment,
    ParserLimitReached,
    PushMultipartParser,
    parse_options_header,
)

from api.wire.wording import unknown_name
from domain.errors import Invalid, UnsupportedMedia

MEDIA_TYPE = "multipart/form-data"
FIELD = "file"
FIELDS_MAX = 20
TEXT_BYTES_MAX = 4096
HEADER_BYTES_MAX = 8192

_Event: TypeAlias = MultipartSegment | bytes | bytearray | None


class BrokenForm(Invalid):
    """The form is not whole; that says nothing of the files in it."""


class FormFile(NamedTuple):
    """A file of a form: its content must be read before the next one is asked for."""

    name: str
    chunks: AsyncIterator[bytes]


class Form:
    """The files of a form, in the fields that are called one of `names`; `fields` are its texts called one of `texts`.

    Those called one of `repeated` may come several times, and stand in `lists`. A text that stands behind a file is
    known once that file is read, and all of them when the last one is. What is called otherwise is passed over, or
    refused where the form `is_strict`.
    """

    def __init__(
        self,
        content_type: str,
        *,
        names: Collection[str] = (FIELD,),
        texts: Collection[str] = (),
        repeated: Collection[str] = (),
        files_max: int = 1,
        fields_max: int = FIELDS_MAX,
        text_bytes_max: int = TEXT_BYTES_MAX,
        is_strict: bool = False,
    ) -> None:
        kind, options = parse_options_header(content_type)
        if kind != MEDIA_TYPE or not options.get("boundary"):
            raise UnsupportedMedia(f"The body must be {MEDIA_TYPE} with a boundary", allowed=[MEDIA_TYPE])
        self.fields: dict[str, str] = {}
        self.lists: dict[str, list[str]] = {name: [] for name in repeated}
        self.count = 0
        """How many files there were so far."""
        self._names = tuple(names)
        self._texts = frozenset(texts)
        self._files_max = files_max
        self._parts_max = fields_max + files_max
        self._text_bytes_max = text_bytes_max
        self._is_strict = is_strict
        self._parser = PushMultipartParser(
            options["boundary"], max_header_size=HEADER_BYTES_MAX, max_segment_count=self._parts_max
        )

    async def files(self, body: AsyncIterator[bytes]) -> AsyncGenerator[FormFile, None]:
        """Yield the files.

        Raises
        ------
        BrokenForm
            The body is no such form, or ends too early: told while a file is read, or behind the last one.
        Invalid
            It has no file, or too many, or a text that is not allowed.
        """
        events = self._events(body)
        async for event in events:
            if not isinstance(event, MultipartSegment):
                continue
            if event.name in self._names:
                self._count(event.name)
                yield FormFile(event.filename or "", _content(events))
            elif event.name in self.lists:
                self.lists[event.name].append(await self._text(event.name, events))
            elif event.name in self._texts:
                self._note(event.name, await self._text(event.name, events))
            elif self._is_strict:
                raise unknown_name("field", event.name, [*self._names, *sorted(self._texts), *self.lists])
        if not self.count:
            raise Invalid(f"The form has no file in the field `{self._names[0]}`", field=self._names[0])

    async def _events(self, body: AsyncIterator[bytes]) -> AsyncGenerator[_Event, None]:
        try:
            async for chunk in body:
                if chunk and not self._parser.closed:
                    for event in self._parser.parse(chunk):
                        yield event
            self._parser.close()
        except ParserLimitReached as error:
            raise Invalid(
                f"The form has more than {self._parts_max} parts, or one of them has a header that is too long",
                allowed=self._parts_max,
            ) from error
        except MultipartError as error:
            if isinstance(error.__context__, UnicodeDecodeError):
                raise Invalid("The name of a file or field in the form is not UTF-8", field=self._names[0]) from error
            raise BrokenForm("The body is not a whole multipart form", field=self._names[0]) from error

    def _count(self, name: str) -> None:
        self.count += 1
        if self.count <= self._files_max:
            return
        if self._files_max == 1:
            raise Invalid(f"Send one file at a time: the form has the field `{name}` twice", field=name)
        raise Invalid(f"Send at most {self._files_max} files at a time", field=name, allowed=self._files_max)

    def _note(self, name: str, text: str) -> None:
        if name in self.fields:
            raise Invalid(f"The form has the field `{name}` twice", field=name)
        self.fields[name] = text

    async def _text(self, name: str, events: AsyncIterator[_Event]) -> str:
        found = bytearray()
        async for chunk in _content(events):
            found += chunk
            if len(found) > self._text_bytes_max:
                raise Invalid(f"The field `{name}` has more than {self._text_bytes_max} bytes", field=name)
        try:
            return found.decode().strip()
        except UnicodeDecodeError as error:
            raise Invalid(f"The field `{name}` is not UTF-8", field=name) from error


async def _content(events: AsyncIterator[_Event]) -> AsyncIterator[bytes]:
    """Yield what belongs to the field that has just begun."""
    async for event in events:
        if event is None:
            return
        if not isinstance(event, MultipartSegment):
            yield bytes(event)

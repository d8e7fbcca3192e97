"""The one file of a `multipart/form-data` body, read while it arrives. Source: RFC 7578."""

from collections.abc import AsyncIterator

from multipart import MultipartError, MultipartSegment, PushMultipartParser, parse_options_header

from domain.errors import Invalid, UnsupportedMedia

MEDIA_TYPE = "multipart/form-data"
FIELD = "file"
FIELDS_MAX = 20
HEADER_BYTES_MAX = 8192


class FormFile:
    """The file in the field `file`; its `name` is known with the first chunk. Other fields are passed over."""

    def __init__(self, content_type: str) -> None:
        kind, options = parse_options_header(content_type)
        if kind != MEDIA_TYPE or not options.get("boundary"):
            raise UnsupportedMedia(f"The body must be {MEDIA_TYPE} with a boundary", allowed=[MEDIA_TYPE])
        self.name = ""
        self._is_found = False
        self._is_within = False
        self._parser = PushMultipartParser(
            options["boundary"], max_header_size=HEADER_BYTES_MAX, max_segment_count=FIELDS_MAX
        )

    async def chunks(self, body: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        """Yield the file's content.

        Raises
        ------
        Invalid
            The body is no such form, ends too early, or has no such field, or two.
        """
        try:
            async for chunk in body:
                if chunk and not self._parser.closed:
                    for event in self._parser.parse(chunk):
                        if data := self._taken(event):
                            yield data
            self._parser.close()
        except MultipartError as error:
            raise Invalid("The body is not a whole multipart form", field=FIELD) from error
        if not self._is_found:
            raise Invalid(f"The form has no file in the field `{FIELD}`", field=FIELD)

    def _taken(self, event: MultipartSegment | bytes | bytearray | None) -> bytes:
        if isinstance(event, MultipartSegment):
            self._is_within = event.name == FIELD
            if self._is_within and self._is_found:
                raise Invalid(f"Send one file at a time: the form has the field `{FIELD}` twice", field=FIELD)
            if self._is_within:
                self._is_found, self.name = True, event.filename or ""
            return b""
        return bytes(event) if event and self._is_within else b""

"""The lines of a text file of any size, one at a time, each of bounded length."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, NamedTuple

from analysis.reading.encoding.decoding import decoded
from analysis.reading.post import MAX_BYTES

MAX_LINE = MAX_BYTES  # characters; a row is as long as a post at most
_SAMPLE = 1024 * 1024  # bytes
_PIECE = 1024 * 1024  # characters of a line that is not read, passed over at a time


class Line(NamedTuple):
    """A line with its end, and its number from 1; `text` is None if it is longer than `MAX_LINE`."""

    number: int
    text: str | None


class TextFile:
    r"""A stream of bytes as lines, from the beginning each time; `damaged` counts the U+FFFD of the lines given last.

    The encoding is the hint if it fits, else what `reading.encoding` says of the first megabyte that is not ASCII.

    >>> [line.text for line in TextFile(io.BytesIO("标题\n会议".encode("gb18030"))).lines()]
    ['标题\n', '会议']
    """

    def __init__(self, stream: BinaryIO, hint: str | None = None) -> None:
        self._stream = stream
        self.encoding = _encoding_of(stream, hint)
        self.damaged = 0

    @contextmanager
    def text(self) -> Iterator[io.TextIOWrapper]:
        """The whole as a text stream; the stream of bytes stays open behind it."""
        self._stream.seek(0)
        text = io.TextIOWrapper(self._stream, self.encoding, errors="replace", newline="")
        try:
            yield text
        finally:
            text.detach()

    def lines(self) -> Iterator[Line]:
        r"""The lines, which end with `\n`, `\r\n` or `\r`; without the byte-order mark."""
        self.damaged = 0
        with self.text() as text:
            number = 0
            while line := text.readline(MAX_LINE + 1):
                number += 1
                yield Line(number, self._whole(line.removeprefix("\ufeff") if number == 1 else line, text))

    def _whole(self, line: str, rest: io.TextIOWrapper) -> str | None:
        if len(line) > MAX_LINE and not _ends(line):
            while (piece := rest.readline(_PIECE)) and not _ends(piece):
                pass
            return None
        self.damaged += line.count("\ufffd")
        return line


def _ends(line: str) -> bool:
    return line.endswith(("\n", "\r"))


def _encoding_of(stream: BinaryIO, hint: str | None) -> str:
    stream.seek(0)
    sample = first = _block(stream)
    while sample and sample.isascii():
        sample = _block(stream)
    sample = sample or first
    if hint and _fits(sample, hint):
        return hint
    return decoded(sample).encoding if sample else "utf-8"


def _block(stream: BinaryIO) -> bytes:
    """About a megabyte that ends behind a byte which is no part of a character in UTF-8, GB18030 or Big5."""
    block = stream.read(_SAMPLE)
    whole = block[: 1 + max(block.rfind(byte) for byte in (b"\n", b'"', b",", b";", b"\t"))]
    return whole if len(block) == _SAMPLE and whole else block


def _fits(sample: bytes, encoding: str) -> bool:
    try:
        sample.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True

"""JSON as tables: a record a line, or one list of records. Every value stays the text it was written as."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from analysis.reading.front_matter.json_texts import DECODER, as_written
from analysis.reading.sources.lines import MAX_LINE, Line


class Record(NamedTuple):
    """The fields of one row and the line where it begins, or what is wrong with it."""

    line: int
    fields: dict[str, Any]
    problem: str = ""


_BLANKS = re.compile(r"[ \t\r\n\ufeff]*")
_PIECE = 64 * 1024  # characters read at a time


def line_records(lines: Iterable[Line]) -> Iterator[Record]:
    r"""A record of each line that is not blank.

    >>> [record.fields for record in line_records([Line(1, '{"id": 0.10}\n'), Line(2, "\n")])]
    [{'id': '0.10'}]
    """
    for line in lines:
        if line.text is None:
            yield Record(line.number, {}, f"the line has more than {MAX_LINE:,} characters.")
        elif text := line.text.strip():
            yield _record(line.number, lambda text=text: DECODER.decode(text))  # type: ignore[misc]


def _record(line: int, decode: Callable[[], Any]) -> Record:
    try:
        value = as_written(decode())
    except json.JSONDecodeError as error:
        return Record(line, {}, f"the line is not JSON: {_reason(error)}.")
    except RecursionError:
        return Record(line, {}, "the line is JSON nested too deep.")
    if not isinstance(value, dict):
        return Record(line, {}, "the line is JSON, but no object with fields.")
    return Record(line, value)


def _reason(error: json.JSONDecodeError) -> str:
    return f"{error.msg[:1].lower()}{error.msg[1:]} at its character {error.pos + 1:,}"


def list_records(read: Callable[[int], str]) -> Iterator[Record]:
    r"""The objects of one list, or that stand one behind the other; `read(n)` gives the next n characters.

    Held is about one object at a time. Where the text is broken the rest can't be read; the last record says so.

    >>> from io import StringIO
    >>> [record.fields for record in list_records(StringIO('[{"a": "b"},\n{"a": 7}]').read)]
    [{'a': 'b'}, {'a': '7'}]
    """
    window = _Window(read)
    in_list = window.mark() == "["
    window.skip(in_list)
    while window.mark() not in ("]" if in_list else "", ""):
        line = window.line
        try:
            value = window.value()
        except (ValueError, RecursionError) as error:
            yield Record(line, {}, f"it is not JSON from here on, and the rest was not read: {_of_list(error)}.")
            return
        yield (
            Record(line, value) if isinstance(value, dict) else Record(line, {}, "the entry is no object with fields.")
        )
        window.skip(window.mark() == ",")
    if in_list and window.mark() == "":
        yield Record(window.line, {}, "the list is not closed; the file may be cut off.")


def _of_list(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return error.msg[:1].lower() + error.msg[1:]
    return "it is nested too deep" if isinstance(error, RecursionError) else str(error)


class _Window:
    """A piece of the text, from a place inside the list on; what lies before is forgotten."""

    def __init__(self, read: Callable[[int], str]) -> None:
        self.line = 1
        self._read = read
        self._text = ""
        self._place = 0
        self._ended = False

    def mark(self) -> str:
        """The next character that is no blank; empty at the end."""
        while True:
            match = _BLANKS.match(self._text, self._place)
            self.skip(match.end() - self._place)  # type: ignore[union-attr]  # it matches everywhere
            if self._place < len(self._text):
                return self._text[self._place]
            if not self._more():
                return ""

    def skip(self, n: int) -> None:
        self.line += self._text.count("\n", self._place, self._place + n)
        self._place += n

    def value(self) -> Any:
        """The value that begins here. With each try the window is twice as wide, so that all tries take linear time."""
        while True:
            try:
                value, stop = DECODER.raw_decode(self._text, self._place)
            except json.JSONDecodeError:
                if len(self._text) - self._place > MAX_LINE:
                    raise ValueError(f"the entry has more than {MAX_LINE:,} characters or is not JSON") from None
                if not self._more():
                    raise
            else:
                self.skip(stop - self._place)
                return as_written(value)

    def _more(self) -> bool:
        piece = "" if self._ended else self._read(max(_PIECE, len(self._text) - self._place))
        self._ended = not piece
        self._text, self._place = self._text[self._place :] + piece, 0
        return bool(piece)

"""Front matter that is not YAML: TOML between `+++` lines (Hugo), JSON in braces (Hugo) or before `;;;` (Hexo)."""

import json
import re
from typing import Any, NamedTuple

from analysis.reading.front_matter.json_texts import DECODER, as_written, fields_by_line
from analysis.reading.front_matter.toml_block import MAX_LENGTH, TomlError, load_toml, mended_toml
from analysis.reading.problems import NO_FRONT_MATTER, REPAIRED

_BLANKS = re.compile(r"[\s\ufeff]*")
_TOML = re.compile(r"\+\+\+[ \t]*\n")
_TOML_END = re.compile(r"^\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE)
_JSON = re.compile(r"\{\s*(?:\"(?:[^\"\\\n]|\\.)*\"\s*:|\})")
_JSON_END = re.compile(r"^\}[ \t]*(?:\n|\Z)", re.MULTILINE)
_HEXO = re.compile(r";;;+[ \t]*\n|(?=\"[^\"\n]*\"[ \t]*:)")
_HEXO_END = re.compile(r"^;;;+[ \t]*(?:\n|\Z)", re.MULTILINE)
_LINE_END = re.compile(r"[ \t]*(?:\n|\Z)")

Told = tuple[int | None, str, str]  # line of the file, message, action: a Note


class Block(NamedTuple):
    """The metadata, where the body begins, what was wrong, the block as written, and the line where it begins."""

    metadata: dict[str, Any]
    body_start: int
    notes: list[Told]
    raw: str
    first_line: int


def other_front_matter(text: str) -> Block | None:
    r"""The TOML or JSON front matter of a text with `\n` line ends; None if it has none.

    A block that is broken is kept whole as `front_matter`, and the line is told.

    >>> other_front_matter('+++\ntitle = "会议"\n+++\n正文').metadata
    {'title': '会议'}
    >>> other_front_matter('{"title": "会议", "weight": 0.10}\n正文').metadata
    {'title': '会议', 'weight': '0.10'}
    """
    start = _BLANKS.match(text).end()  # type: ignore[union-attr]  # it matches everywhere
    readers = {"+": _toml, "{": _json, ";": _hexo, '"': _hexo}
    return readers[text[start]](text, start) if text[start : start + 1] in readers else None


def _toml(text: str, start: int) -> Block | None:
    opening = _TOML.match(text, start)
    closing = opening and _TOML_END.search(text, opening.end())
    if not opening or not closing:
        return None
    raw, first_line = text[opening.end() : closing.start()], _line(text, opening.end())
    try:
        metadata, notes = _parsed_toml(raw, first_line)
    except TomlError as reason:
        line = first_line + reason.line - 1 if reason.line else None
        metadata, notes = {"front_matter": raw.strip("\n")}, [_broken(line, f"TOML: {reason}", NO_FRONT_MATTER)]
    return Block(metadata, closing.end(), notes, raw, first_line)


def _parsed_toml(raw: str, first_line: int) -> tuple[dict[str, Any], list[Told]]:
    """The block as it is, or else as it can be mended; what is wrong with it as it is, if it can't."""
    try:
        return load_toml(raw), []
    except TomlError as reason:
        if len(raw) > MAX_LENGTH:
            raise
        mended, changes = mended_toml(raw)
        try:
            return load_toml(mended), [(first_line + n, message, REPAIRED) for n, message in changes]
        except TomlError:
            raise reason from None


def _json(text: str, start: int) -> Block | None:
    if not _JSON.match(text, start):
        return None
    first_line = _line(text, start)
    try:
        written, stop = DECODER.raw_decode(text, start)
        value = as_written(written)
    except (json.JSONDecodeError, RecursionError) as error:
        closing = _JSON_END.search(text, start)
        if closing is None:  # nobody can say where it ends: all of it is text
            return Block({}, 0, [_broken(*_place(error, 1), NO_FRONT_MATTER)], "", first_line)
        raw = text[start : closing.end()]
        metadata, notes = _by_line(raw, first_line, *_place(error, 1))
        return Block(metadata, closing.end(), notes, raw, first_line)
    after = _LINE_END.match(text, stop)
    return Block(value, after.end(), [], text[start:stop], first_line) if after else None


def _hexo(text: str, start: int) -> Block | None:
    """Before `;;;`: the fields in braces or without them."""
    opening = _HEXO.match(text, start)
    closing = opening and _HEXO_END.search(text, opening.end())
    if not opening or not closing:
        return None
    raw, first_line = text[opening.end() : closing.start()], _line(text, opening.end())
    before = "" if raw.lstrip().startswith("{") else "{"
    try:
        value = as_written(DECODER.decode(f"{before}{raw.rstrip().removesuffix(',')}{'}' if before else ''}"))
    except (json.JSONDecodeError, RecursionError) as error:
        metadata, notes = _by_line(raw, first_line, *_place(error, first_line))
        return Block(metadata, closing.end(), notes, raw, first_line)
    return Block(value, closing.end(), [], raw, first_line)


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _by_line(raw: str, first_line: int, line: int | None, reason: str) -> tuple[dict[str, Any], list[Told]]:
    """What can be had of JSON that is broken: its fields if each has a line, else the block as it stands."""
    found = fields_by_line(raw) if len(raw) <= MAX_LENGTH else None
    if found is None:
        return {"front_matter": raw.strip("\n")}, [_broken(line, reason, NO_FRONT_MATTER)]
    fields, texts = found
    notes: list[Told] = [
        (first_line + n, f"the value of {key!r} is not JSON; it was read as plain text.", REPAIRED) for n, key in texts
    ]
    return fields, notes or [_broken(line, f"{reason}; its lines were read one by one", REPAIRED)]


def _place(error: Exception, first_line: int) -> tuple[int | None, str]:
    if isinstance(error, json.JSONDecodeError):
        return first_line + error.lineno - 1, f"JSON: {error.msg[:1].lower()}{error.msg[1:]}"
    return None, "JSON: it is nested too deep"


def _broken(line: int | None, reason: str, action: str) -> Told:
    return line, f"the front matter is not {reason}.", action

"""The inputs that slow regular expressions down, for `fuzz.py`: what the reader's own patterns hold, 20,000 times."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import pairwise
from zlib import crc32

import analysis.dates
import analysis.frames
import analysis.reading
import analysis.shadow
from analysis.dates import dates_of
from analysis.moments import first_full_day, read_date
from analysis.reading.post import document_from
from analysis.reading.problems import Skipped
from analysis.reading.publication.date_lines import date_line, month_and_day
from analysis.reading.publication.paths import day_in_path, day_in_url
from analysis.shadow import shadow

TIMES, LONGEST = 20_000, 60_000  # how often a piece is repeated, and characters at most
WHERE = {
    "body": ("---\ntitle: 甲\n---\n{}", "a.md"),
    "html": ("---\ntitle: 甲\n---\n<p>会议。</p><p>{}</p>", "a.md"),
    "tags": ("---\ntitle: 甲\n---\n<p>会议。</p><{}", "a.md"),
    "attribute": ("---\ntitle: 甲\n---\n<p>会议。</p><p class=\"{}\">甲</p>", "a.md"),
    "page": ("<html><head><title>{0}</title></head><body><p>{0}</p></body></html>", "a.html"),
    "yaml": ("---\ntitle: {0}\ndate: {0}\nurl: {0}\nx: [\n---\n会议。", "a.md"),
    "fences": ("{}", "a.md"),
    "toml": ("+++\ntitle = {0}\n{0} = 1\n+++\n会议。", "a.md"),
    "json": ('{{\n"title": {0}\n"date": "{0}"\n}}\n会议。', "a.md"),
    "hexo": (';;;\n"title": {0}\n;;;\n会议。', "a.md"),
}  # fmt: skip
READ = {"dates": dates_of, "shadow": shadow, "date": read_date, "day": first_full_day, "line": date_line, "dateline": month_and_day, "url": day_in_url, "path": day_in_path}  # fmt: skip


def through(where: str, text: str) -> None:
    """Reads the text at one of the places that a post has for it."""
    if where in READ:
        READ[where](text)
        return
    frame, path = WHERE[where]
    with suppress(Skipped):
        document_from(frame.format(text).encode("utf-8", "replace"), path)


def inputs() -> Iterator[tuple[str, str]]:
    """Each place with each piece of a pattern repeated, alone, behind the pattern's first, and in turn with the next."""
    seen = set()
    for pieces in map(_pieces_of, patterns()):
        shapes = [(piece, "") for piece in pieces] + [(piece, pieces[0]) for piece in pieces[1:]]
        shapes += [(one + other, "") for one, other in pairwise(pieces)]
        for piece, head in shapes:
            if (piece, head) not in seen:
                seen.add((piece, head))
                text = head + piece * min(TIMES, LONGEST // len(piece)) + "\x01!"
                yield from ((where, text) for where in (*WHERE, *READ))


@cache
def tokens() -> tuple[str, ...]:
    """All pieces of all patterns, each once."""
    return tuple(dict.fromkeys(piece for pattern in patterns() for piece in _pieces_of(pattern)))


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """The compiled patterns that the modules of the reader hold, by themselves, in collections, or behind a cache."""
    found: dict[tuple[str, int], re.Pattern[str]] = {}
    for top in (analysis.reading, analysis.dates, analysis.shadow, analysis.frames):
        for module in pkgutil.walk_packages(top.__path__, f"{top.__name__}."):
            for value in vars(importlib.import_module(module.name)).values():
                for pattern in _within(value, 4):
                    found.setdefault((pattern.pattern, pattern.flags), pattern)
    return tuple(found.values())


def _within(value: object, depth: int) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth and hasattr(value, "cache_info"):
        with suppress(TypeError):  # it asks for arguments
            yield from _within(value(), depth - 1)  # type: ignore[operator]
    elif depth and isinstance(value, dict):
        yield from (pattern for item in (*value, *value.values()) for pattern in _within(item, depth - 1))
    elif depth and isinstance(value, (list, tuple, set, frozenset)):
        yield from (pattern for item in value for pattern in _within(item, depth - 1))
    elif depth and is_dataclass(value) and not isinstance(value, type):
        yield from (p for field in fields(value) for p in _within(getattr(value, field.name, None), depth - 1))


def _pieces_of(pattern: re.Pattern[str]) -> list[str]:
    """The literals of a pattern and one character of each of its classes, in their order; the middle of a long list goes."""
    kept = pattern.flags & (re.IGNORECASE | re.MULTILINE | re.DOTALL | re.VERBOSE | re.ASCII)
    pieces = list(dict.fromkeys(filter(None, _pieces(re._parser.parse(pattern.pattern, kept)))))  # type: ignore[attr-defined]
    return pieces if len(pieces) <= 24 else pieces[:12] + pieces[-12:]


def _pieces(parsed: object) -> Iterator[str]:
    literal = ""
    for code, value in parsed:  # type: ignore[attr-defined]
        name = str(code)
        if name == "LITERAL":
            literal += chr(value)
            continue
        yield literal
        literal = ""
        if name == "IN":
            yield _member(value)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            yield from _pieces(value[2])
        elif name == "SUBPATTERN":
            yield from _pieces(value[3])
        elif name == "ATOMIC_GROUP":
            yield from _pieces(value)
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from _pieces(value[1])
        elif name == "BRANCH":
            for branch in value[1]:
                yield from _pieces(branch)
        elif name in ("ANY", "NOT_LITERAL"):
            yield "x"
    yield literal


def _member(items: list[tuple[object, object]]) -> str:
    """One character of a class."""
    kinds = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "会"}
    found = []
    for code, value in items:
        if str(code) == "LITERAL":
            found.append(chr(value))  # type: ignore[arg-type]
        elif str(code) == "RANGE":
            found.append(chr(value[0]))  # type: ignore[index]
        elif str(code) == "CATEGORY":
            found.append(kinds.get(str(value), "，"))
    if str(items[0][0]) == "NEGATE":
        return next(sign for sign in " a1会，<\"'" if sign not in found)
    return found[0] if found else "x"


def with_checksum(data: bytes) -> bytes:
    """Bytes of the cache with the right check sum before them, so that the damage is seen by what reads them."""
    return crc32(data[4:]).to_bytes(4, "big") + data[4:]

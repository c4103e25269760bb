"""TOML front matter between `+++` lines (Hugo), of which every value stays the text it was written as."""

import re
import tomllib
from typing import Any

MAX_LENGTH = 64 * 1024  # characters, as of YAML
MAX_DEPTH = 50  # as of YAML

# What the parser would make numbers and dates of, behind `=`; strings and comments are passed over.
_BARE = re.compile(
    r'"""[\s\S]*?"""|' + r"'''[\s\S]*?'''" + r'|"(?:[^"\\\n]++|\\.)*+"?|' + r"'[^'\n]*+'?|#[^\n]*"
    r"|(?P<sign>=[ \t]*)(?P<value>[+-]?\d[\w+\-:./]*(?:[ ]\d[\w+\-:.]*)?)(?=[ \t]*(?:[#,}\n]|$))"
)
# The parser takes the square of the number of its parts for a key: a.b.c
_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_LONG_KEY = re.compile(rf"(?<![\w-]){_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{MAX_DEPTH}}}")
_PAIR = re.compile(r"[ \t]*(?P<key>[\w-]+|\"[^\"\n]*\")[ \t]*=[ \t]*(?P<value>\S.*)$")

Change = tuple[int, str]  # 0-based line of the block, what was mended


class TomlError(ValueError):
    """Why a text is not TOML that we read, as half a sentence; `line` is 1-based in the block, None if not known."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


def load_toml(raw: str) -> dict[str, Any]:
    r"""The value of a TOML text, in texts, lists and mappings.

    >>> load_toml("date = 2021-11-12T19:05:00+08:00\ndraft = true\nweight = 1_000\ntags = ['金融']")
    {'date': '2021-11-12T19:05:00+08:00', 'draft': 'true', 'weight': '1_000', 'tags': ['金融']}

    Raises
    ------
    TomlError
        If the text is not TOML, or too long to be front matter.
    """
    if len(raw) > MAX_LENGTH:
        raise TomlError(f"it has {len(raw):,} characters; up to {MAX_LENGTH:,} are read")
    if _LONG_KEY.search(raw):
        raise TomlError(f"it has a key of more than {MAX_DEPTH} parts")
    try:
        return _texts(tomllib.loads(_BARE.sub(_quoted, raw), parse_float=str))  # type: ignore[no-any-return]
    except tomllib.TOMLDecodeError as error:
        raise _told(error) from None
    except (RecursionError, ValueError):  # a number or a date that Python can't hold
        raise TomlError("it is nested too deep or has a value out of range") from None


def _quoted(match: re.Match[str]) -> str:
    return match.group() if match["sign"] is None else f'{match["sign"]}"{match["value"]}"'


def _texts(value: Any, depth: int = MAX_DEPTH) -> Any:
    if isinstance(value, dict | list) and not depth:
        raise RecursionError
    if isinstance(value, dict):
        return {key: _texts(item, depth - 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_texts(item, depth - 1) for item in value]
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _told(error: tomllib.TOMLDecodeError) -> TomlError:
    message, _, place = str(error).partition(" (at ")
    line = re.match(r"line (\d+)", place)
    return TomlError(message[:1].lower() + message[1:], int(line[1]) if line else None)


def mended_toml(raw: str) -> tuple[str, list[Change]]:
    r"""The block with each value that is no TOML by itself as a text, and the lines where that was done.

    >>> mended_toml("title = 会议\ndraft = true")
    ('title = "会议"\ndraft = true', [(0, "the value of 'title' is not TOML; it was read as plain text.")])
    """
    lines, changes = [], []
    for n, line in enumerate(raw.split("\n")):
        pair = _PAIR.match(line)
        if pair is None or _readable(line) or _goes_on(pair["value"]):
            lines.append(line)
            continue
        lines.append(f"{line[: pair.start('value')]}{_as_string(pair['value'].rstrip())}")
        changes.append((n, f"the value of {pair['key'].strip(chr(34))!r} is not TOML; it was read as plain text."))
    return "\n".join(lines), changes


def _goes_on(value: str) -> bool:
    """Whether it looks like the first line of a longer value."""
    return value.startswith(('"""', "'''")) or (value[0] in "[{" and not re.search(r"[\]}]", value))


def _readable(line: str) -> bool:
    try:
        load_toml(line)
    except TomlError:
        return False
    return True


def _as_string(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        value = value[1:-1]
    return '"' + "".join(_ESCAPED.get(c, c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}") for c in value) + '"'


_ESCAPED = {'"': '\\"', "\\": "\\\\"}

"""Mends front matter that is no YAML, line by line and no more than needed."""

import re
from collections.abc import Callable

Change = tuple[int, str]  # 0-based line of the block, what was mended

_NOT_PRINTABLE = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INDENT = re.compile(r"[ \t\u3000\xa0]*")
_FULL_WIDTH_COLON = re.compile(r"([^\W\d][\w-]{0,30})[ \t\u3000]*：[ \t\u3000]*")
_COLON_GLUED = re.compile(r"([A-Za-z_][\w-]{0,30}):(?=[^\s:/])")  # title:会议; not http://
_KEY_VALUE = re.compile(r"(\s*(?:-\s+)?[^\s:'\"#][^:\n]*:)[ \t]+(\S.*)$")
_ITEM = re.compile(r"(\s*-)[ \t]+(\S.*)$")


def mended(raw: str, readable: Callable[[str], bool]) -> tuple[str, list[Change]]:
    r"""The block with its unreadable lines mended, and what was done to which line.

    A line is mended in up to five ways, in this order: control characters go, blanks replace tabs and full-width
    blanks in its indent, `:` replaces a full-width colon after a key, a blank goes behind a colon that has none, the
    value is put in single quotes.
    `readable` says whether a line is YAML by itself.

    >>> mended("title: 快讯: 会议\nauthor: 网站", lambda line: line.count(": ") == 1)
    ("title: '快讯: 会议'\nauthor: 网站", [(0, "the value of 'title' is not YAML; it was read as plain text.")])
    """
    lines, changes = [], []
    for i, line in enumerate(raw.split("\n")):
        better, done = _line(line, readable)
        lines.append(better)
        changes += [(i, what) for what in done]
    return "\n".join(lines), changes


def _line(line: str, readable: Callable[[str], bool]) -> tuple[str, list[str]]:
    done = []
    for mend in (_without_controls, _with_blank_indent, _with_ascii_colon, _with_blank_after_colon):
        better, what = mend(line)
        if better != line:
            line = better
            done.append(what)
    if not readable(line.strip()):
        line, what = _quoted(line)
        done += [what] if what else []
    return line, done


def _without_controls(line: str) -> tuple[str, str]:
    return _NOT_PRINTABLE.sub("", line), "control characters were removed."


def _with_blank_indent(line: str) -> tuple[str, str]:
    indent = _INDENT.match(line).group()  # type: ignore[union-attr]  # the pattern matches everything
    blanks = indent.replace("\t", "  ").replace("\u3000", " ").replace("\xa0", " ")
    return blanks + line[len(indent) :], "tabs or full-width blanks in the indent were read as blanks."


def _with_ascii_colon(line: str) -> tuple[str, str]:
    return _FULL_WIDTH_COLON.sub(r"\1: ", line, count=1) if _FULL_WIDTH_COLON.match(line) else line, (
        "the full-width colon after the key was read as `:`."
    )


def _with_blank_after_colon(line: str) -> tuple[str, str]:
    return _COLON_GLUED.sub(r"\1: ", line, count=1) if _COLON_GLUED.match(line) else line, (
        "the colon after the key has no blank behind it; it was read as if it had."
    )


def _quoted(line: str) -> tuple[str, str]:
    for pattern in (_KEY_VALUE, _ITEM):
        if match := pattern.match(line):
            value = _unwrapped(match[2].rstrip()).replace("'", "''")
            return (
                f"{match[1]} '{value}'",
                f"the value of {match[1].strip(' -:')!r} is not YAML; it was read as plain text.",
            )
    return line, ""


def _unwrapped(value: str) -> str:
    """Without the quotes around it, if it begins and ends with the same one."""
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"" else value

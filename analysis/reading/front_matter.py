"""The block between the two `---` lines: found, cleaned, parsed by python-frontmatter, every value kept as text.

YAML 1.1 would make 1170 of 19:30, 10 of 0012 and False of no; the base loader makes text, lists and mappings only, and never an
object. A block that is no YAML is mended line by line (`yaml_repair`); one that cannot be mended stays readable as text.
"""

import re
from collections import Counter
from functools import cache
from typing import Any, NamedTuple

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from analysis.reading.problems import KEPT, NO_FRONT_MATTER, REPAIRED
from analysis.reading.yaml_repair import mended

MAX_YAML = 64 * 1024  # characters; the largest front matter of 15,878 real posts has 830

_OPENING = re.compile(r"[\s\ufeff]*^---[ \t\u3000]*\n", re.MULTILINE)
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t\u3000]*$\n?", re.MULTILINE)
_KEY_LINE = re.compile(r"[\"']?[\w.-]+[\"']?\s*[:：](?:\s|[^/\s]|$)")
_INSIDE_LINE = re.compile(r"[ \t\u3000]*(?:-[ \t]|#|$)|[ \t\u3000]+\S")
_TOP_KEY = re.compile(r"^([^\s#:'\"-][^:\n]*?|'[^'\n]*'|\"[^\"\n]*\")[ \t]*:(?=\s)", re.MULTILINE)
_ALIAS = re.compile(r"(?:^|[\s\[,])[*&][^\s,\]]", re.MULTILINE)
_BRACES = (("&#123;", "{"), ("&#125;", "}"))  # the site's generator writes every brace of a post so


class Note(NamedTuple):
    """A problem inside the front matter; `line` is counted from the first line of the file."""

    line: int | None
    message: str
    action: str


class FrontMatter(NamedTuple):
    """The metadata of a post, where its body begins in the text, and what was wrong."""

    metadata: dict[str, Any]
    body_start: int
    notes: list[Note]
    raw: str = ""


class _TextHandler(YAMLHandler):  # type: ignore[misc]  # python-frontmatter has no types
    """YAML of which every scalar stays the text it was written as."""

    def load(self, fm: str, **kwargs: Any) -> Any:
        return yaml.load(fm, Loader=_loader())  # noqa: S506  # the base loader makes no objects


@cache
def _loader() -> type:
    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def split_front_matter(text: str) -> FrontMatter:
    r"""The front matter of a text with `\n` line ends; empty metadata and `body_start` 0 if it has none.

    >>> split_front_matter("\n---\ntitle: '会议'\ntime: 19:30\n---\n正文").metadata
    {'title': '会议', 'time': '19:30'}
    """
    opening = _OPENING.match(text)
    if opening is None:
        return FrontMatter({}, 0, [])
    start = opening.end()
    notes: list[Note] = []
    if closing := _closing(text, start):
        stop, body_start = closing.span()
    else:
        stop = body_start = _unclosed(text, start)
        notes = [Note(text.count("\n", 0, opening.end()), "the front matter has no closing `---`.", REPAIRED)]
    raw = text[start:stop]
    if not raw.strip():
        return FrontMatter({}, body_start if closing else 0, [])
    metadata, more = _parsed(raw, text.count("\n", 0, start) + 1)
    return FrontMatter(metadata, body_start, notes + more, raw)


def _closing(text: str, start: int) -> re.Match[str] | None:
    """The closing fence, unless markup stands before it: then it is a ruled line of the body."""
    match = _CLOSING.search(text, start)
    return None if match is None or text.find("\n<", start - 1, match.start()) >= 0 else match


def _unclosed(text: str, start: int) -> int:
    """Where a block without a closing fence ends: before the first line that can't belong to it."""
    stop = start
    for line in text[start:].splitlines(keepends=True):
        if not line.strip() or not (_KEY_LINE.match(line) or _INSIDE_LINE.match(line)):
            break
        stop += len(line)
    return stop


def _parsed(raw: str, first_line: int) -> tuple[dict[str, Any], list[Note]]:
    if len(raw) > MAX_YAML:
        return _as_text(raw, f"the front matter has {len(raw):,} characters; more than {MAX_YAML:,} are not read as YAML.")
    notes = []
    value, why = _yaml(raw)
    if why is not None:
        value, notes = _mended(raw, first_line)
    if value is None:
        return _as_text(raw, f"the front matter is not YAML: {why}.")
    if not isinstance(value, dict):
        return _as_text(raw, f"the front matter is a {_noun(value)}, not `key: value` lines.")
    return {key: _plain(item) for key, item in value.items()}, notes + _repeated(raw, first_line)


def _as_text(raw: str, message: str) -> tuple[dict[str, Any], list[Note]]:
    return {"front_matter": raw.strip("\n")}, [Note(None, message, NO_FRONT_MATTER)]


def _noun(value: object) -> str:
    return "list" if isinstance(value, list) else "text"


def _yaml(raw: str) -> tuple[Any, str | None]:
    """The value, or why there is none. Aliases are refused: ten lines of them can mean a thousand million values."""
    if _ALIAS.search(raw) and _has_alias(raw):
        return None, "it uses aliases (`&` and `*`)"
    try:
        metadata, _ = frontmatter.parse(f"---\n{raw}\n---\n", handler=_TextHandler())
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        return None, _reason(error)
    return (metadata, None) if metadata else _not_a_mapping(raw)


def _not_a_mapping(raw: str) -> tuple[Any, str | None]:
    """python-frontmatter drops what is not a mapping; say what it was."""
    value = _TextHandler().load(raw)
    return (value, None) if value else ({}, None)


def _has_alias(raw: str) -> bool:
    try:
        return any(isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) for event in yaml.parse(raw))
    except yaml.YAMLError:
        return False


def _reason(error: Exception) -> str:
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    return str(problem).splitlines()[0]


def _mended(raw: str, first_line: int) -> tuple[Any, list[Note]]:
    repaired, changes = mended(raw, lambda line: _yaml(line)[1] is None)
    value, why = _yaml(repaired)
    if why is not None:
        return None, []
    return value, [Note(first_line + i, message, REPAIRED) for i, message in changes]


def _repeated(raw: str, first_line: int) -> list[Note]:
    keys = [match[1] for match in _TOP_KEY.finditer(raw)]
    if len(set(keys)) == len(keys):
        return []
    return [
        Note(_last_line(raw, key, first_line), f"the key {key!r} is written {n} times; the last value counts.", KEPT)
        for key, n in Counter(keys).items()
        if n > 1
    ]


def _last_line(raw: str, key: str, first_line: int) -> int:
    last = [match.start() for match in _TOP_KEY.finditer(raw) if match[1] == key][-1]
    return first_line + raw.count("\n", 0, last)


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        if "&#12" in value:
            for entity, brace in _BRACES:
                value = value.replace(entity, brace)
        return value
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return value

"""The block between the two `---` lines of a post: found, parsed, mended where broken, else kept as text."""

import re
from typing import Any, NamedTuple

from analysis.reading.front_matter.other_formats import other_front_matter
from analysis.reading.front_matter.plain_block import plain_block
from analysis.reading.front_matter.yaml_repair import mended
from analysis.reading.front_matter.yaml_text import YamlError, parse_block, repeated_keys
from analysis.reading.problems import KEPT, NO_FRONT_MATTER, REPAIRED

MAX_YAML = 64 * 1024  # characters; the largest front matter of 15,878 real posts has 830

_WORD_LISTS = ("categories", "tags", "keywords")
_FENCES = ("\n---\n", "---\n")
_QUOTES = "'\""
_OPENING = re.compile(r"(?:[\s\ufeff]*[\n\ufeff])?---[ \t\u3000]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t\u3000]*$\n?", re.MULTILINE)
_BELONGS = re.compile(r"[\"']?[\w.-]+[\"']?\s*:|[A-Za-z_][\w-]*\s*：|[ \t\u3000]*(?:-[ \t]|#)|[ \t\u3000]+\S")
_COMMENT = re.compile(
    r"^[ \t]*(?:-|([^\s#:'\"-][^:\n]*):)[ \t]+(?:[^\s'\"|>\[{#][^\n]*?[ \t])?#", re.MULTILINE
)  # behind a value without quotes, or in its place: 某报 #1


_NULS = "NUL characters in the front matter were left out."


class Note(NamedTuple):
    """Something wrong in a file; `line` is 1-based, None for the whole file."""

    line: int | None
    message: str
    action: str


class FrontMatter(NamedTuple):
    """The metadata of a post, where its body begins, what was wrong, the block as written and its first line."""

    metadata: dict[str, Any]
    body_start: int
    notes: list[Note]
    raw: str = ""
    first_line: int = 0

    @property
    def present(self) -> bool:
        """Whether the file has front matter at all."""
        return bool(self.raw)

    def may_have(self, key: str) -> bool:
        """Whether `value` need be asked for a key."""
        return key in self.metadata or "front_matter" in self.metadata

    def value(self, key: str) -> Any:
        """The value of a key (as written if the block could not be read as YAML); empty text if it isn't there."""
        return self.metadata.get(key, "") if "front_matter" not in self.metadata else _bare(self.line_of(key)[1])

    def line_of(self, key: str) -> tuple[int | None, str]:
        """The line of the file where a key stands, and its value as written; None and empty text if it doesn't."""
        match = re.search(rf"^['\"]?{re.escape(key)}['\"]?[ \t]*[:：=][ \t]*(.*)$", self.raw, re.MULTILINE)
        if match is None:
            return None, ""
        return self.first_line + self.raw.count("\n", 0, match.start()), match[1].strip(" \t")


def _bare(written: str) -> str:
    bare = written.lstrip(_QUOTES)
    end = bare.removesuffix(",")  # of JSON
    return end.rstrip(_QUOTES) if end.endswith(tuple(_QUOTES)) else bare


def split_front_matter(text: str) -> FrontMatter:
    r"""The front matter of a text with `\n` line ends; empty metadata and `body_start` 0 if it has none.

    >>> split_front_matter("\n---\ntitle: '会议'\ntime: 19:30\n---\n正文").metadata
    {'title': '会议', 'time': '19:30'}
    """
    return _plain(text) or _any(text)


def _plain(text: str) -> FrontMatter | None:
    """The front matter between two lines of just `---`, if it needs no parser."""
    if not text.startswith(_FENCES):
        return None
    start = text.index("-") + 4
    stop = text.find("\n---\n", start) + 1
    if not start < stop <= start + MAX_YAML:
        return None
    raw = text[start:stop]
    metadata = plain_block(raw)
    return None if metadata is None else FrontMatter(_with_braces(metadata, raw), stop + 4, [], raw, start - 2)


def _any(text: str) -> FrontMatter:
    """The front matter of a text, parsed; mended or kept as text where it can't be."""
    opening = _OPENING.match(text)
    if opening is None:
        other = other_front_matter(text)
        if other is None:
            return FrontMatter({}, 0, [])
        metadata, more = _without_nuls(other.metadata, other.raw)
        told = [*(Note(*n) for n in other.notes), *more]
        return FrontMatter(metadata, other.body_start, told, other.raw, other.first_line)
    start = opening.end()
    first_line = text.count("\n", 0, start) + 1
    notes: list[Note] = []
    if closing := _closing(text, start):
        stop, body_start = closing.span()
    else:
        stop = body_start = _unclosed(text, start)
        notes = [Note(first_line - 1, "the front matter has no closing `---`.", REPAIRED)]
    raw = text[start:stop]
    if not raw.strip():
        return FrontMatter({}, body_start if closing else 0, [])
    metadata, more = _parsed(raw, first_line)
    return FrontMatter(metadata, body_start, notes + more, raw, first_line)


def _closing(text: str, start: int) -> re.Match[str] | None:
    """The closing fence, unless markup stands before it: then it is a ruled line of the body."""
    match = _CLOSING.search(text, start)
    return None if match is None or text.find("\n<", start - 1, match.start()) >= 0 else match


def _unclosed(text: str, start: int) -> int:
    """Where a block without a closing fence ends: before the first line that can't belong to it."""
    stop = start
    for line in text[start:].splitlines(keepends=True):
        if not line.strip() or not _BELONGS.match(line):
            break
        stop += len(line)
    return stop


def _parsed(raw: str, first_line: int) -> tuple[dict[str, Any], list[Note]]:
    if len(raw) > MAX_YAML:
        return _as_text(raw, f"the front matter has {len(raw):,} characters; up to {MAX_YAML:,} are read as YAML.")
    try:
        block, value, notes = _read(raw, first_line)
    except YamlError as reason:
        return _as_text(raw, f"the front matter is not YAML: {reason}.")
    if value == "":
        return {}, []
    if not isinstance(value, dict):
        return _as_text(
            raw, f"the front matter is a {'list' if isinstance(value, list) else 'text'}, not `key: value` lines."
        )
    notes = [*notes, *_repeated(block, first_line), *_commented(block, first_line), *_nested(value, block, first_line)]
    value, more = _without_nuls(value, raw)
    return _with_braces(value, raw), notes + more


def _read(raw: str, first_line: int) -> tuple[str, Any, list[Note]]:
    """The block as it can be parsed, its value, and what was mended: nothing, unless it is no YAML or a mere text."""
    try:
        value = parse_block(raw)
    except YamlError as reason:
        return _mended(raw, first_line, reason)
    if value and isinstance(value, str):  # title：会议 on each line
        try:
            block, better, notes = _mended(raw, first_line, YamlError())
        except YamlError:
            return raw, value, []
        return (block, better, notes) if isinstance(better, dict) else (raw, value, [])
    return raw, value, []


def _as_text(raw: str, message: str) -> tuple[dict[str, Any], list[Note]]:
    return {"front_matter": raw.strip("\n")}, [Note(None, message, NO_FRONT_MATTER)]


def _mended(raw: str, first_line: int, reason: YamlError) -> tuple[str, Any, list[Note]]:
    block, changes = mended(raw, _readable)
    try:
        value = parse_block(block)
    except YamlError:
        raise reason from None
    return block, value, [Note(first_line + i, message, REPAIRED) for i, message in changes]


def _readable(line: str) -> bool:
    try:
        parse_block(line)
    except YamlError:
        return False
    return True


def _repeated(block: str, first_line: int) -> list[Note]:
    """A note for each key that is written more than once in one mapping; YAML takes the last value."""
    return [
        Note(first_line + line, f"the key {key!r} is written {n} times; the last value counts.", REPAIRED)
        for key, n, line in repeated_keys(block)
    ]


def _commented(block: str, first_line: int) -> list[Note]:
    """A note for each value that YAML ends at ` #`; titles have a rule of their own."""
    if "#" not in block:
        return []
    return [
        Note(
            first_line + block.count("\n", 0, match.start()),
            f"what follows `#` in {f'the value of {match[1].strip()!r}' if match[1] else 'a list'} "
            "is a comment to YAML; it was left out.",
            KEPT,
        )
        for match in _COMMENT.finditer(block)
        if match[1] != "title"
    ]


def _nested(value: dict[str, Any], block: str, first_line: int) -> list[Note]:
    """A note for each list of words of which YAML makes something else: 要闻: 时政 is a mapping to it."""
    found = FrontMatter(value, 0, [], block, first_line)
    return [
        Note(
            found.line_of(key)[0], f"an item of {key!r} is a list or a mapping to YAML, not a text; it stays one.", KEPT
        )
        for key in _WORD_LISTS
        if isinstance(value.get(key), list) and not all(isinstance(item, str) for item in value[key])
    ]


def _without_nuls(metadata: dict[str, Any], raw: str) -> tuple[dict[str, Any], list[Note]]:
    r"""The metadata without the NULs that are written as `\u0000`, as they are left out of the file itself."""
    clean = _without_nul(metadata) if "\\" in raw else metadata
    return (metadata, []) if clean == metadata else (clean, [Note(None, _NULS, REPAIRED)])


def _without_nul(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\x00", "")
    if isinstance(value, list):
        return [_without_nul(item) for item in value]
    return {_without_nul(key): _without_nul(item) for key, item in value.items()}


def _with_braces(metadata: dict[str, Any], raw: str) -> dict[str, Any]:
    return {key: with_braces(item) for key, item in metadata.items()} if "&#12" in raw else metadata


def with_braces(value: Any) -> Any:
    """A value with its braces: the site's generator writes every `{` of a post as `&#123;`, every `}` as `&#125;`.

    >>> with_braces(["&#123;甲&#125;"])
    ['{甲}']
    """
    if isinstance(value, str):
        return value.replace("&#123;", "{").replace("&#125;", "}") if "&#12" in value else value
    if isinstance(value, list):
        return [with_braces(item) for item in value]
    return {with_braces(key): with_braces(item) for key, item in value.items()}

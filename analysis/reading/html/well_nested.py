"""The lines of HTML whose elements nest as they are written, straight from its tags; nearly all posts are such.

A parser's tree is needed where the standard mends what is written: an unclosed paragraph, a stray end tag, a division
inside a paragraph, text in a table but in no cell. Taken here is only what the standard leaves alone:

* elements named below and those of no standard (`<o:p>`, `<founder-content>`), each closed by its own end tag before
  the one around it is, or by the end of the source;
* no block inside a paragraph, no heading in a heading, no link in a link, items directly in their lists;
* tags of any attributes without `<` and `>`, comments, styles and scripts without `<` inside;
* no other `<` at all; no table, doctype, `<html>`, `<head>` or `<body>`.

Under these rules each start tag puts an element into the one that is open, each end tag closes just that one, and text
stays where it is (HTML standard, sections 13.2.5 and 13.2.6.4.7), so that the order of tags and text is the tree.
Anything else is declined, and `html_text` has it parsed.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from analysis.reading.excerpt import Excerpt
from analysis.reading.html.entities import decoded_pieces
from analysis.reading.html.lines import PARAGRAPHS, Block, Hidden, HtmlText, Lines

MAX_DEPTH = 64  # open elements; real pages have some thirty, and each block looks through all that are open
MAX_KEPT = 200  # characters of a tag that is remembered

_INLINE = frozenset(
    "b big code em font i s small strike strong tt u"
    " abbr acronym bdi bdo cite data del dfn ins kbd label mark q samp span sub sup time var".split()
)
_BLOCKS = frozenset(
    "p div address article aside blockquote center details dir dl fieldset figcaption figure header hgroup"
    " main menu ol section summary ul".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_ITEMS = {"li": ("/ul", "/ol"), "dt": ("/dl",), "dd": ("/dl",)}  # an item, and the ends of what it stands in
_VOID = frozenset("br hr img wbr".split())
_LINE_ENDS = _BLOCKS.union(_HEADINGS, _ITEMS, ("br", "hr"))
_BLOCK_ENDS = frozenset(f"/{name}" for name in _BLOCKS.union(_HEADINGS, _ITEMS))
_PARAGRAPH_ENDS = frozenset(f"/{name}" for name in PARAGRAPHS)
_HEADING_ENDS = frozenset(f"/{name}" for name in _HEADINGS)

_BLANK = " \t\n\f\r"  # of the standard
_NAME = rf"[^{_BLANK}/=][^{_BLANK}/=]*+"
_EQUALS = rf"[{_BLANK}]*+=[{_BLANK}]*+"
_VALUE = rf"""(?:"[^"]*+"|'[^']*+'|[^{_BLANK}"'][^{_BLANK}]*+)"""
_ATTRIBUTE = re.compile(rf"({_NAME})(?:{_EQUALS}({_VALUE}))?+")
# An inner quote that nobody escaped ends a value; what follows it at once is the name of a further attribute.
_ATTRIBUTES = rf"(?:[{_BLANK}/](?:[{_BLANK}/]++|{_NAME}(?:{_EQUALS}{_VALUE})?+)*+)?+"
_TAG = re.compile(rf"(/?[A-Za-z][A-Za-z0-9:-]*+)({_ATTRIBUTES})")
_COMMENT = re.compile(r"!--(?!-?$)(?:[^-]|-(?!-))*+--")
_RAW = re.compile(r'<(style|script)(?:[ \t\n]++[a-z-]++(?:="[^"<>]*+")?+)*+>[^<]*+</\1>')


def well_nested(source: str, blocks: Mapping[str, str]) -> HtmlText | None:
    """The text of an HTML source, or None if its tree must be built; `blocks` as in `html_text`.

    >>> well_nested("<div><p>会议<b>召</b>开。</p></div>", {}).excerpt.text
    '会议召开。'
    >>> well_nested("<p>会议<p>召开。", {}) is None
    True
    """
    if "<style" in source or "<script" in source:
        source = _RAW.sub(_as_comment, source)
    walk = _Walk(blocks)
    return walk.found() if walk.over(source) else None


def _as_comment(raw: re.Match[str]) -> str:
    return "<!--" + "x" * (len(raw.group()) - 7) + "-->"


class _Walk:
    """One pass over tags and texts; `open` holds the end tags of the open elements, the outermost first."""

    __slots__ = ("blocks", "furniture", "hidden_from", "into", "lines", "open")

    def __init__(self, blocks: Mapping[str, str]) -> None:
        self.blocks = blocks
        self.open: list[str] = []
        self.lines = Lines()
        self.into: Lines | Hidden = self.lines
        self.hidden_from = -1  # how many elements were open when the block that is left out began
        self.furniture: list[Block] = []

    def over(self, source: str) -> bool:
        """Takes all tags and texts in; False if the standard would mend what is written."""
        text, *parts = source.split("<")
        stop = len(text)
        if text:
            self.text(text, 0)
        for part in parts:
            start, stop = stop + 2, stop + 1 + len(part)  # of the text, if the tag were empty
            tag, closed, text = part.partition(">")
            bare = _BARE.get(tag)
            if not closed or not (bare[0](self, bare[1]) if bare else self.other(tag)):
                return False
            line = self.into.line
            if text and (line or not text.isspace()):
                if "&" in text or "\n" in text:
                    self.text(text, start + len(tag))
                else:
                    line.append((text, start + len(tag), stop))
        return True

    def text(self, text: str, at: int) -> None:
        """Adds a text node that begins at `at`."""
        if "&" in text:
            pieces = decoded_pieces(text, at)
            text = "".join([piece[0] for piece in pieces])
        else:
            pieces = [(text, at, at + len(text))]
        self.into.add(text, pieces, "\n" in text and self.wraps())

    def wraps(self) -> bool:
        """Whether the innermost open block is a paragraph."""
        for end in reversed(self.open):
            if end in _BLOCK_ENDS:
                return end in _PARAGRAPH_ENDS
        return False

    def closes(self, end: str) -> bool:
        """Closes the innermost element; False if it isn't the one that this end tag means."""
        opened = self.open
        if not opened or opened.pop() != end:
            return False
        if len(opened) == self.hidden_from:
            self.show()
        return True

    def closes_block(self, end: str) -> bool:
        """The same of an element that ends a line."""
        if self.into.line:
            self.into.end()
        return self.closes(end)

    def opens(self, end: str) -> bool:
        """Opens an element that may stand anywhere, by its end tag."""
        self.open.append(end)
        return True

    def opens_block(self, end: str) -> bool:
        """Opens an element that begins a line; False if it would close a paragraph."""
        opened = self.open
        if "/p" in opened:
            return False
        if self.into.line:
            self.into.end()
        opened.append(end)
        return len(opened) <= MAX_DEPTH

    def breaks(self, end: str) -> bool:
        """Ends the line."""
        self.into.end()
        return True

    def other(self, tag: str) -> bool:
        """Takes a tag with attributes, or of a rarer element, or a comment; False if it is of another kind."""
        written = (_written if len(tag) <= MAX_KEPT else _written.__wrapped__)(tag)
        if written is None:
            return _COMMENT.fullmatch(tag) is not None
        take = self.closes_block if written.name in _BLOCK_ENDS else self.closes
        return take(written.name) if written.name[0] == "/" else self.enters(written)

    def enters(self, written: "_Tag") -> bool:
        """Opens an element, which is perhaps one to leave out; False if that needs a parser."""
        name = written.name
        if not self.fits(name):
            return False
        if name in _LINE_ENDS and self.into.line:
            self.into.end()
        if name in _VOID:
            return True
        if self.hidden_from < 0:
            kinds = [self.blocks[key] for key in written.keys if key in self.blocks]
            if len(kinds) > 1 or not written.plain:
                return False
            if kinds and kinds[0]:
                self.into, self.hidden_from = Hidden(kinds[0]), len(self.open)
        self.open.append("/" + name)
        return len(self.open) <= MAX_DEPTH

    def fits(self, name: str) -> bool:
        """Whether an element may stand here without closing what is open."""
        if name in _BLOCKS or name == "hr":
            return "/p" not in self.open
        if name in _ITEMS:
            return bool(self.open) and self.open[-1] in _ITEMS[name]
        if name in _HEADINGS:
            return "/p" not in self.open and _HEADING_ENDS.isdisjoint(self.open)
        if name == "a":
            return "/a" not in self.open
        return name in _INLINE or name in _VOID or "-" in name or ":" in name

    def show(self) -> None:
        """Ends the block that is left out."""
        if isinstance(self.into, Hidden):
            self.furniture += self.into.block()
        self.into, self.hidden_from = self.lines, -1

    def found(self) -> HtmlText:
        """What was gathered, at the end of the source."""
        self.show()
        self.lines.end()
        return HtmlText(Excerpt.joined(self.lines.pieces), self.furniture)


# What each tag without attributes does, and the end tag of its element.
_BARE: dict[str, tuple[Callable[[_Walk, str], bool], str]] = {
    **{name: (_Walk.opens, "/" + name) for name in _INLINE},
    **{name: (_Walk.opens_block, "/" + name) for name in _BLOCKS},
    **{tag: (_Walk.breaks, "") for tag in ("br", "br/", "br /")},
    **{end: (_Walk.closes, end) for end in (*(f"/{name}" for name in _INLINE), "/a")},
    **{end: (_Walk.closes_block, end) for end in _BLOCK_ENDS},
}


class _Tag(NamedTuple):
    """A tag: its name in small letters, `/` before it if it closes, and the names that its element goes by.

    `keys` are its classes, and its id with `#`; `plain` says that they are what is written, with no references in them.
    """

    name: str
    keys: tuple[str, ...]
    plain: bool


@lru_cache(maxsize=1024)  # an article has one paragraph like the other
def _written(tag: str) -> _Tag | None:
    """What stands between `<` and `>`; None if it is no tag of an element."""
    match = _TAG.fullmatch(tag)
    if match is None:
        return None
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(match[2]):
        found.setdefault(name.lower(), value[1:-1] if value[:1] in ("'", '"') else value)
    keys = (*found.get("class", "").split(), "#" + found.get("id", ""))
    written = "".join(keys)
    return _Tag(match[1].lower(), keys, "&" not in written and written.isascii())

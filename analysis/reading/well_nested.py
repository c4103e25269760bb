"""The lines of HTML whose elements nest as they are written, straight from its tags; nearly all posts are such.

A parser's tree is needed where the standard mends what is written: an unclosed paragraph, a stray closing tag, a
division inside a paragraph, text in a table but in no cell. Taken here is only what it leaves alone:

* elements of `_INLINE`, `_BLOCKS` and `_VOID`, each closed by its own tag before the one around it (or by the end);
* no block inside a paragraph, no heading in a heading, no link in a link, list items directly in their lists;
* tags whose attributes are parted by blanks, with balanced quotes and no `<` inside; comments, styles and scripts
  without `<` inside and with the ordinary end;
* no other `<` at all, no doctype, no `<html>`, `<head>` or `<body>`.

Under these rules each start tag puts an element into the one that is open, each end tag closes just that one, and text
stays where it is (HTML standard, section 13.2.6.4.7), so that the order of tags and text is the tree. Anything else is
declined, and `html_text` has it parsed.
"""

import re
from collections.abc import Mapping

from analysis.reading.entities import decoded_pieces
from analysis.reading.excerpt import Excerpt
from analysis.reading.html_lines import PARAGRAPHS, Block, Hidden, HtmlText, Lines

MAX_DEPTH = 64  # open elements; real pages have some thirty, and each block looks through all that are open

_NAME, _VALUE = r"[A-Za-z_:][A-Za-z0-9_:.-]*+", r"""=(?:"[^"<]*+"|'[^'<]*+'|[^\s"'<>=`]++)"""
_ATTRIBUTES = rf"(?:[ \t\n]++{_NAME}(?:{_VALUE})?+)*+"
_MARKUP = re.compile(
    "(<(?:"
    rf"(?!(?i:style|script)[ \t\n/>])(/?[A-Za-z][A-Za-z0-9]*+){_ATTRIBUTES}[ \t\n]*+/?+"
    r"|!--(?!-?>)(?:[^<-]|-(?!-))*+--"
    rf"|(?i:style){_ATTRIBUTES}>[^<]*+</(?i:style)"
    rf"|(?i:script){_ATTRIBUTES}>[^<]*+</(?i:script)"
    ")>)"
)
_ATTRIBUTE = re.compile(rf"[ \t\n]({_NAME})({_VALUE})?+")

_INLINE = frozenset(
    "img wbr"
    " a b big code em font i s small strike strong tt u"
    " abbr acronym bdi bdo cite data del dfn ins kbd label mark q samp span sub sup time var".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_IN_LISTS = {"li": ("/ul", "/ol"), "dt": ("/dl",), "dd": ("/dl",)}
_BLOCKS = _HEADINGS | frozenset(
    "p div li dt dd address article aside blockquote center details dir dl fieldset figcaption figure header hgroup"
    " main menu ol section summary ul".split()
)
_VOID = frozenset("br hr img wbr".split())
_BLOCK_LIKE = _BLOCKS | {"br", "hr"}
_BLOCK_ENDS = frozenset(f"/{name}" for name in _BLOCKS)
_HEADING_ENDS = frozenset(f"/{name}" for name in _HEADINGS)


def well_nested(source: str, blocks: Mapping[str, str]) -> HtmlText | None:
    """The text of an HTML source, or None if its tree must be built; `blocks` as in `html_text`.

    >>> well_nested("<div><p>会议<b>召</b>开。</p></div>", {}).excerpt.text
    '会议召开。'
    >>> well_nested("<p>会议<p>召开。", {}) is None
    True
    """
    parts = _MARKUP.split(source)  # text, tag, its name (None for a comment, a style, a script), text, ...
    if "<" in "".join(parts[::3]):
        return None
    walk = _Walk(blocks)
    at = 0
    for text, tag, name in zip(parts[::3], [*parts[1::3], ""], [*parts[2::3], None], strict=True):
        if text:
            walk.text(text, at)
            at += len(text)
        if name and not (walk.closes(name) if name[0] == "/" else walk.opens(name, tag)):
            return None
        at += len(tag)
    return walk.found()


class _Walk:
    """One pass over texts and tags; `open` holds the end tags of the open elements, the outermost first."""

    __slots__ = ("blocks", "furniture", "hidden_from", "into", "lines", "open")

    def __init__(self, blocks: Mapping[str, str]) -> None:
        self.blocks = blocks
        self.open: list[str] = []
        self.lines = Lines()
        self.into: Lines | Hidden = self.lines
        self.hidden_from = -1  # how many elements were open when the block that is left out began
        self.furniture: list[Block] = []

    def text(self, text: str, at: int) -> None:
        """Adds a text node that begins at `at`."""
        pieces = [(text, at, at + len(text))]
        if "&" in text:
            pieces = decoded_pieces(text, at)
            text = "".join([piece[0] for piece in pieces])
        self.into.add(text, pieces, "\n" in text and self.wraps())

    def wraps(self) -> bool:
        """Whether the innermost open block is a paragraph."""
        return next((end[1:] in PARAGRAPHS for end in reversed(self.open) if end in _BLOCK_ENDS), False)

    def closes(self, name: str) -> bool:
        """Closes the innermost element; False if it isn't the one that the tag means."""
        if not self.open or self.open.pop() != name.lower():
            return False
        if name in _BLOCK_ENDS:
            self.into.end()
        if len(self.open) == self.hidden_from:
            self.show()
        return True

    def opens(self, name: str, tag: str) -> bool:
        """Opens an element; False if the standard would put it elsewhere."""
        name = name.lower()
        if name in _BLOCK_LIKE:
            if not self.fits(name):
                return False
            self.into.end()
        elif name not in _INLINE or (name == "a" and "/a" in self.open):
            return False
        if name in _VOID:
            return True
        if len(tag) > len(name) + 2 and self.blocks and self.hidden_from < 0:
            kind = _kind(tag, self.blocks)
            if kind is None:
                return False
            if kind:
                self.into, self.hidden_from = Hidden(kind), len(self.open)
        self.open.append("/" + name)
        return len(self.open) <= MAX_DEPTH

    def fits(self, name: str) -> bool:
        """Whether a block may stand here without closing what is open."""
        if "/p" in self.open:
            return name == "br"
        if name in _IN_LISTS:
            return bool(self.open) and self.open[-1] in _IN_LISTS[name]
        return name not in _HEADINGS or _HEADING_ENDS.isdisjoint(self.open)

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


def _kind(tag: str, blocks: Mapping[str, str]) -> str | None:
    """What furniture a tag opens, empty for none; None if its attributes need a parser."""
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(tag):
        found.setdefault(name.lower(), value[1:].strip("\"'"))
    names = [*found.get("class", "").split(), "#" + found.get("id", "")]
    kinds = [blocks[name] for name in names if name in blocks]
    plain = tag.isascii() and "&" not in tag
    return None if len(kinds) > 1 or not plain else "".join(kinds)

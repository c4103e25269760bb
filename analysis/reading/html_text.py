"""The text of an HTML body: one line a block, words healed over inline tags, furniture blocks left out.

The tree is lexbor's (by selectolax). Block elements and `<br>` end a line; a line's leading and trailing blanks
(U+3000 too) go; blanks inside stay. A line end in the source is a line end only outside paragraphs: inside it is what
an editor wrapped.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from analysis.reading.excerpt import Excerpt
from analysis.reading.html_source import RAW_ELEMENTS, Piece, VisibleText

_PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 li dd dt td th caption figcaption".split())
_BLOCKS = _PARAGRAPHS | frozenset(
    "address article aside blockquote body br center details dialog dir div dl fieldset figure footer form header"
    " hgroup hr html legend main menu ol optgroup option pre section summary table tbody tfoot thead tr ul".split()
)
_UNSEEN = frozenset(
    "head template noscript object embed svg canvas button select input nav footer audio video map datalist".split()
)
# Sina Finance: the picture's caption, the QR code that sells the app. Shown text, so what is dropped is told.
FURNITURE_BLOCKS: Mapping[str, str] = {"img_descr": "caption", "appendQr_wrap": "advert"}
_TAG = re.compile(
    r"</?(?:p|div|br|span|font|strong|b|a|img|h[1-6]|ul|ol|li|table|tr|td|section|article|html|body|center|em|blockquote)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ADVERT = re.compile(r"<!--\s*article_adlist\[(?:.*?\]article_adlist(?:\s*-{0,2}>)?|[^\n]*?(?=-->|\n|\Z))", re.DOTALL)
_BLANKS = " \t\n\r\f\v\xa0\u3000\u2002\u2003\u200b\ufeff"
_LINE_END = re.compile(rf"[{_BLANKS}]*\n[{_BLANKS}]*")


_WRAP: Piece = ("\n", -1, -1)


class HtmlText(NamedTuple):
    """The text of a body and the furniture blocks, as `(kind, verbatim, start, stop)` with their place in the source."""

    excerpt: Excerpt
    furniture: list[tuple[str, str, int, int]]


def is_html(text: str) -> bool:
    """Whether a body holds HTML tags.

    >>> is_html("<p>会议</p>"), is_html("增速 < 5%，> 3%")
    (True, False)
    """
    return "<" in text and _TAG.search(text) is not None


def html_text(source: str, root: LexborNode | None = None, blocks: Mapping[str, str] = FURNITURE_BLOCKS) -> HtmlText:
    r"""The text of an HTML source (see `without_adverts`), or of one node of its tree.

    `blocks` names the elements that are furniture: CSS class, or id with `#` before it -> kind.

    >>> html_text("<div><p>　　向<a href=x>老百姓</a>问好</p><p>完</p></div>").excerpt.text
    '向老百姓问好\n完'
    """
    root = root or LexborHTMLParser(source).root
    if root is None:
        return HtmlText(Excerpt("", []), [])
    walk = _Walk(VisibleText(source), _furniture_blocks(root, source, blocks))
    walk.over(root)
    return HtmlText(Excerpt.joined(_joined(walk.lines)), walk.furniture)


def _furniture_blocks(root: LexborNode, source: str, blocks: Mapping[str, str]) -> dict[int, str]:
    """The kind of each furniture block, by the identity of its node."""
    named = (
        (name if name[0] == "#" else f".{name}", kind) for name, kind in blocks.items() if name.strip("#") in source
    )
    return {node.mem_id: kind for selector, kind in named for node in root.css(selector)}


def without_adverts(source: str) -> str:
    """The source, as long as before, with Sina's advert comments emptied; also those that end too early."""
    return _ADVERT.sub(_comment, source) if "article_adlist" in source else source


def open_comment(source: str) -> int:
    """Where a comment begins that is never closed, and would swallow the rest of the post; -1 if none does.

    >>> open_comment("<p>甲</p><!-- 广告 <p>乙</p>"), open_comment("<!-- 广告 --><p>乙</p>")
    (8, -1)
    """
    start = source.rfind("<!--")
    return start if source.find("-->", start) < 0 else -1


def _comment(match: re.Match[str]) -> str:
    length = len(match.group())
    return "<!--" + "x" * (length - 7) + "-->" if match.group().endswith((">", "t", "-")) else " " * length


class _Walk:
    """One pass over a tree that collects its lines as pieces of the source."""

    def __init__(self, visible: VisibleText, furniture_blocks: dict[int, str]) -> None:
        self.visible, self.place = visible, 0
        self.furniture_blocks = furniture_blocks
        self.lines: list[list[Piece]] = []
        self.line: list[Piece] = []
        self.furniture: list[tuple[str, str, int, int]] = []

    def over(self, root: LexborNode) -> None:
        """Depth first without recursion: a page may nest deeper than Python's stack."""
        # element, whether it is a block, whether line ends wrap around it
        above: list[tuple[LexborNode, bool, bool]] = []
        node: LexborNode | None = root.child
        wraps = False
        while node is not None:
            tag, below = node.tag or "-", None  # a processing instruction has no tag
            if tag == "-text":
                self.text(node.text_content or "", wraps)
            elif tag in _BLOCKS:
                self.end_line()
            if tag[0] not in "-_" and not self.unseen(node, tag):
                below = node.child
            if below is not None:
                above.append((node, tag in _BLOCKS, wraps))
                wraps = tag in _PARAGRAPHS or (wraps and tag not in _BLOCKS)
                node = below
                continue
            following = node.next
            while following is None and above:
                node, block, wraps = above.pop()
                if block:
                    self.end_line()
                following = node.next
            node = following
        self.end_line()

    def unseen(self, node: LexborNode, tag: str) -> bool:
        """Whether an element is left out; its text is passed over, and a furniture block's is noted."""
        kind = self.furniture_blocks.get(node.mem_id) if self.furniture_blocks else None
        if kind is None and tag not in _UNSEEN:
            return tag in RAW_ELEMENTS
        pieces = self.skip(node)
        text = "".join([piece[0] for piece in pieces])
        if kind and (shown := text.strip(_BLANKS)):
            inked = [piece for piece in pieces if piece[0].strip(_BLANKS)]
            self.furniture.append((kind, shown, inked[0][1], inked[-1][2]))
        return True

    def skip(self, node: LexborNode) -> list[Piece]:
        """Passes over the text of a node that is left out."""
        shown: list[Piece] = []
        for child in node.traverse(include_text=True):
            if child.tag == "-text" and child.parent and child.parent.tag not in RAW_ELEMENTS:
                text = child.text_content or ""
                pieces, place = self.visible.place(text, self.place)
                shown += pieces
                if text.strip():
                    self.place = place
        return shown

    def text(self, text: str, wraps: bool) -> None:
        """Adds a text node; blanks before a line's first character, and line ends between blocks, add nothing."""
        if "\n" in text:
            if wraps or not text.isspace():
                self.wrapped(text, wraps)
            else:
                self.end_line()
        elif self.line or not text.isspace():
            self.add(text)

    def wrapped(self, text: str, wraps: bool) -> None:
        """A line end of the source ends a line; in a paragraph it is noted for `_unwrapped`."""
        for i, line in enumerate(_LINE_END.split(text)):
            if i and not wraps:
                self.end_line()
            elif i and self.line:
                self.line.append(_WRAP)
            if line:
                self.add(line)

    def add(self, text: str) -> None:
        pieces, self.place = self.visible.place(text, self.place)
        self.line += pieces

    def end_line(self) -> None:
        if self.line:
            self.lines.append(self.line)
            self.line = []


def _joined(lines: list[list[Piece]]) -> list[Piece]:
    """One list of pieces; the line end between two lines stands for the markup between them."""
    pieces: list[Piece] = []
    for line in lines:
        tidy = _stripped(_unwrapped(line) if _WRAP in line else line)
        if tidy and pieces:
            stop = pieces[-1][2]
            pieces.append(("\n", stop, max(stop, tidy[0][1])))
        pieces += tidy
    return pieces


def _unwrapped(line: list[Piece]) -> list[Piece]:
    """A wrapped line in one: a blank for the wrap between words in Latin letters, nothing beside Chinese."""
    pieces: list[Piece] = []
    wrapped = False
    for piece in line:
        if piece == _WRAP:
            wrapped = True
            continue
        if wrapped and pieces and pieces[-1][0][-1] < "\u2e80" and piece[0][0] < "\u2e80":
            pieces.append((" ", pieces[-1][2], max(pieces[-1][2], piece[1])))
        pieces.append(piece)
        wrapped = False
    return pieces


def _stripped(line: list[Piece]) -> list[Piece]:
    """Without blanks at both ends."""
    shown = [i for i, piece in enumerate(line) if piece[0].strip(_BLANKS)]
    if not shown:
        return []
    line = line[shown[0] : shown[-1] + 1]
    head, tail = line[0][0], line[-1][0]
    line[-1] = _clipped(line[-1], 0, len(tail.rstrip(_BLANKS)))
    line[0] = _clipped(line[0], len(head) - len(head.lstrip(_BLANKS)), len(line[0][0]))
    return line


def _clipped(piece: Piece, start: int, stop: int) -> Piece:
    text, source_start, _source_stop = piece
    if stop - start == len(text):
        return piece
    return text[start:stop], source_start + start, source_start + stop

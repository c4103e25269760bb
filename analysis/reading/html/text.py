"""The text of an HTML body: one line a block, words healed over inline tags, furniture blocks left out.

Most bodies are read straight from their tags (`well_nested`), the others from lexbor's tree (by selectolax).
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from selectolax.lexbor import LexborHTMLParser, LexborNode

from analysis.reading.excerpt import Excerpt
from analysis.reading.html.lines import BLOCKS, PARAGRAPHS, Block, Hidden, HtmlText, Lines
from analysis.reading.html.source import RAW_ELEMENTS, VisibleText
from analysis.reading.html.well_nested import well_nested

_UNSEEN = frozenset(
    "head template noscript object embed svg canvas button select input audio video map datalist".split()
)
_FURNITURE_TAGS = {"nav": "menu", "footer": "footer"}
_FURNITURE_TAG = re.compile(rf"<(?:{'|'.join(_FURNITURE_TAGS)})\b", re.IGNORECASE)
_NO_BLOCKS: Mapping[str, str] = MappingProxyType({})
_TAG = re.compile(
    r"</?(?:p|div|br|span|font|strong|b|a|img|h[1-6]|ul|ol|li|table|tr|td|section|article|html|body|center|em|blockquote)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ADVERT = re.compile(r"<!--\s*article_adlist\[.*?\]article_adlist(?:\s*-{0,2}>)?", re.DOTALL)
_ADVERT_END = re.compile(r"\]article_adlist(?:\s*-{0,2}>)?")
_OPEN_ADVERT = re.compile(r"<!--\s*article_adlist\[[^\n]*?(?:-->|(?=\n|\Z))")


def is_html(text: str) -> bool:
    """Whether a body holds HTML tags.

    >>> is_html("<p>会议</p>"), is_html("增速 < 5%，> 3%")
    (True, False)
    """
    return "<" in text and _TAG.search(text) is not None


def html_text(source: str, root: LexborNode | None = None, blocks: Mapping[str, str] = _NO_BLOCKS) -> HtmlText:
    r"""The text of an HTML source (see `without_adverts`), or of one node of its tree.

    `blocks` maps a class, or an id with `#` before it, to the kind of furniture that its elements are; these are left
    out and told. Case counts; names written with character references are not known.

    >>> html_text("<div><p>　　向<a href=x>老百姓</a>问好</p><p>完</p></div>").excerpt.text
    '向老百姓问好\n完'
    """
    found = well_nested(source, blocks) if root is None else None
    return found or tree_text(source, root or LexborHTMLParser(source).root, blocks)


def tree_text(source: str, root: LexborNode | None, blocks: Mapping[str, str]) -> HtmlText:
    """What `html_text` gives, from the tree of any source."""
    if root is None:
        return HtmlText(Excerpt("", []), [])
    walk = _Walk(VisibleText(source), _furniture(root, source, blocks))
    walk.over(root)
    return HtmlText(Excerpt.joined(walk.lines.pieces), walk.furniture)


def _furniture(root: LexborNode, source: str, blocks: Mapping[str, str]) -> dict[int, str]:
    """The kind of each furniture block, by the identity of its node."""
    tags = _FURNITURE_TAGS if _FURNITURE_TAG.search(source) else {}
    told = {node.mem_id: kind for tag, kind in tags.items() for node in root.css(tag)}
    return told | {
        node.mem_id: kind
        for name, kind in blocks.items()
        if name.removeprefix("#") in source  # a search of the tree costs more
        for node in root.css(name if name.startswith("#") else f".{name}")
        if name in _names(node.attributes)  # a page without a doctype is searched without regard to case
    }


def _names(attributes: Mapping[str, str | None]) -> list[str]:
    """The classes and the id of an element, as the keys of `blocks` are written."""
    return [*(attributes.get("class") or "").split(), "#" + (attributes.get("id") or "")]


def without_adverts(source: str) -> str:
    """The source, as long as before, with Sina's advert comments emptied; also those that end too early."""
    if "article_adlist" not in source:
        return source
    end = _ADVERT_END.match(source, source.rfind("]article_adlist"))
    last = end.end() if end else 0  # only before it is the end of an advert looked for: else from each, to the end
    return _ADVERT.sub(_comment, source[:last]) + _OPEN_ADVERT.sub(_comment, source[last:])


def open_comment(source: str) -> int:
    """Where the first comment begins that is never closed, and would swallow the rest of the post; -1 if none does.

    >>> open_comment("<p>甲</p><!-- 广告 <p>乙</p>"), open_comment("<!-- 广告 --><p>乙</p>")
    (8, -1)
    """
    return source.find("<!--", source.rfind("-->") + 1)


def _comment(match: re.Match[str]) -> str:
    length = len(match.group())
    return "<!--" + "x" * (length - 7) + "-->" if match.group().endswith((">", "t", "-")) else " " * length


class _Walk:
    """One pass over a tree that collects its lines as pieces of the source."""

    def __init__(self, visible: VisibleText, furniture_blocks: dict[int, str]) -> None:
        self.visible, self.place = visible, 0
        self.furniture_blocks = furniture_blocks
        self.lines = Lines()
        self.furniture: list[Block] = []

    def over(self, root: LexborNode) -> None:
        """Depth first without recursion: a page may nest deeper than Python's stack."""
        # element, whether it is a block, whether line ends wrap around it
        above: list[tuple[LexborNode, bool, bool]] = []
        node: LexborNode | None = root.child
        wraps = False
        while node is not None:
            tag, below = node.tag or "-", None  # a processing instruction has no tag
            if tag == "-text":
                self.text(self.lines, node.text_content or "", wraps)
            elif tag in BLOCKS:
                self.lines.end()
            if tag[0] not in "-_" and not self.unseen(node, tag):
                below = node.child
            if below is not None:
                above.append((node, tag in BLOCKS, wraps))
                wraps = tag in PARAGRAPHS or (wraps and tag not in BLOCKS)
                node = below
                continue
            following = node.next
            while following is None and above:
                node, block, wraps = above.pop()
                if block:
                    self.lines.end()
                following = node.next
            node = following
        self.lines.end()

    def unseen(self, node: LexborNode, tag: str) -> bool:
        """Whether an element is left out; its text is passed over, and a furniture block's is noted."""
        kind = self.furniture_blocks.get(node.mem_id) if self.furniture_blocks else None
        if kind is None and tag not in _UNSEEN:
            return tag in RAW_ELEMENTS
        hidden = Hidden(kind or "")
        for child in node.traverse(include_text=True):
            if child.tag == "-text" and child.parent and child.parent.tag not in RAW_ELEMENTS:
                self.text(hidden, child.text_content or "")
        if kind:
            self.furniture += hidden.block()
        return True

    def text(self, into: Lines | Hidden, text: str, wraps: bool = False) -> None:
        """Adds a text node; a blank one that the standard moves or drops is no place to go on from."""
        pieces, after = self.visible.place(text, self.place)
        if not text.isspace() or self.visible.text.startswith(text, self.place):
            self.place = after
        into.add(text, pieces, wraps)

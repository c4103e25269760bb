"""The marks of Markdown and of what writes it (Obsidian, Hugo, Jekyll), to be cut from a text that stays otherwise as it is."""

import re
from collections.abc import Iterator

from analysis.spans import Span

# What is cut whole: lines that draw a rule, a table's ruler or a fence of code, pictures, comments, footnote numbers,
# templates. Each has an upper length and gives no blank back (`*+`), else a line of brackets or of blanks takes the square
# of its length to read.
_CUT = (
    r"^[ \t]*+(?:(?:-[ \t]*+){3,}|(?:\*[ \t]*+){3,}|(?:_[ \t]*+){3,}|={3,}[ \t]*|\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?[ \t]*)?)$",
    r"^[ \t]*+(?:`{3,}|~{3,})[^\n`]{0,60}$",
    r"!\[[^\[\]\n]{0,300}\]\([^)\n]{0,2000}\)",
    r"!\[\[[^\[\]\n]{1,300}\]\]",  # Obsidian: ![[图.png]]
    r"%%[^%\n]{1,500}%%",
    r"<!--[^<>\n]{0,500}-->",
    r"\[\^[^\[\]\s]{1,20}\]:?",
    r"[ \t]\^[A-Za-z0-9-]{1,20}$",  # Obsidian's names of paragraphs
    r"\{\{[<%][^\n{}]{0,500}[>%]\}\}",  # Hugo
    r"\{%[^\n{}]{0,500}%\}",  # Jekyll
)
# 王**、李** is how offices hide names: what opens behind a character goes on with one, as CommonMark's rule has it.
_MARKS = re.compile(
    rf"(?P<cut>{'|'.join(_CUT)})"
    r"|^(?P<start>[ \t]*(?:#{1,6}[ \t]+|>[ \t]?(?:\[![\w-]{1,20}\][+-]?[ \t]*)?|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?))"
    r"|(?P<wiki>\[\[(?:[^\[\]|\n]{1,300}\|)?)(?P<page>[^\[\]|\n]{1,300})\]\]"  # Obsidian: [[人物/甘田|甘田]]
    r"|(?P<open>\[)(?P<shown>[^\[\]\n]{1,300})(?P<target>\]\([^)\n]{0,2000}\))"
    r"|(?P<bold>\*\*|__|~~|(?<![0-9A-Za-z=])==)(?![、，。；：！？）》”,.;:!?)])(?P<strong>[^\s=~*_][^\n]*?)(?P=bold)",
    re.MULTILINE,
)


def markdown_marks(text: str) -> list[Span]:
    r"""The ranges of what Markdown does not show: `#`, `>`, unnumbered list marks, `**`, images, all of a link but its text.

    Numbers of lists, the bars between the cells of a table and code stay.

    >>> text = "# 会议\n**要点**见[网站](http://a)，[[人物/甘田|甘田]]出席"
    >>> [text[slice(*span)] for span in markdown_marks(text)]
    ['# ', '**', '**', '[', '](http://a)', '[[人物/甘田|', ']]']
    """
    return list(_marks(text, 0, len(text)))


def _marks(text: str, start: int, stop: int) -> Iterator[Span]:
    for match in _MARKS.finditer(text, start, stop):
        shown = next((name for name in ("page", "shown", "strong") if match[name]), None)
        if shown is None:
            yield Span(*match.span())
        else:
            yield Span(match.start(), match.start(shown))
            yield from _marks(text, *match.span(shown))  # **见[网站](http://a)**: a mark never holds its own kind
            yield Span(match.end(shown), match.end())

"""The marks of simple Markdown, to be cut from a text that stays otherwise as it is."""

import re

from analysis.spans import Span

# A link has so many characters at most, else a line of brackets takes the square of its length to read.
_MARKS = re.compile(
    r"^(?P<start>[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+))"
    r"|(?P<image>!\[[^\[\]\n]{0,300}\]\([^)\n]{0,2000}\))"
    r"|(?P<open>\[)(?P<shown>[^\[\]\n]{1,300})(?P<target>\]\([^)\n]{0,2000}\))"
    r"|(?P<bold>\*\*|__)(?P<strong>\S[^\n]*?)(?P=bold)",
    re.MULTILINE,
)


def markdown_marks(text: str) -> list[Span]:
    r"""The ranges of headings' `#`, quotes' `>`, unnumbered list marks, `**`, images, and all of a link but its text.

    >>> text = "# 会议\n**要点**见[网站](http://a)"
    >>> [text[slice(*span)] for span in markdown_marks(text)]
    ['# ', '**', '**', '[', '](http://a)']
    """
    spans: list[Span] = []
    for match in _MARKS.finditer(text):
        if match["open"]:
            spans += [Span(*match.span("open")), Span(*match.span("target"))]
        elif match["bold"]:
            stop = match.end("strong")
            spans += [Span(*match.span("bold")), Span(stop, match.end())]
        else:
            spans.append(Span(*match.span()))
    return spans

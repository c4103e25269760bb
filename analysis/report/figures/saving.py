"""Figures to files and to inline SVG, byte for byte the same every time."""

import io
import re
from pathlib import Path

import matplotlib
from markupsafe import escape
from matplotlib.figure import Figure

from analysis.report.figures.canvas import STYLE
from analysis.report.font import FALLBACKS, FAMILY

DOTS_PER_INCH = 160  # a figure is 9 inches wide: 1,440 pixels, sharp in print at 12 cm
_FAMILIES = ", ".join([f"'{FAMILY}'", *(f"'{name}'" for name in FALLBACKS), "sans-serif"])
_LINES = "stroke-linejoin: round; stroke-linecap: butt"


def svg_of(figure: Figure, name: str) -> str:
    """The figure as an SVG element with text as text; `name` keeps its ids apart from those of other figures."""
    buffer = io.StringIO()
    with matplotlib.rc_context({**STYLE, "svg.hashsalt": name}):
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    svg = buffer.getvalue()
    return _slim(svg[svg.index("<svg") :].strip())


def png_to(figure: Figure, path: Path) -> None:
    """The figure as PNG, without the version of the library that drew it. A layout that was worked out is kept."""
    with matplotlib.rc_context(STYLE):
        figure.savefig(path, format="png", dpi=DOTS_PER_INCH, metadata={"Software": None})


def standalone(svg: str) -> str:
    """The element as a file in `figures/`: it names fonts that a reader may have, and its links lead to the report."""
    linked = svg.replace('<a xlink:href="#', '<a xlink:href="../report.html#')
    styled = linked.replace("<svg ", f'<svg style="font-family: {_FAMILIES}; {_LINES}" ', 1)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{styled}\n'


def inline(svg: str, title: str) -> str:
    """The element as a part of a page that brings the font, with a name for screen readers."""
    return svg.replace("<svg ", f'<svg role="img" aria-label="{escape(title)}" ', 1)


def _slim(svg: str) -> str:
    """Without what a page does not need: digits below a hundredth of a point, say, and ids that repeat."""
    used = set(re.findall(r'(?:url\(|href=")#([^")]+)', svg))
    svg = re.sub(r' id="([^"]*)"', lambda found: found[0] if found[1] in used else "", svg)
    svg = re.sub(r"font: ([\d.]+px) [^;\"]*", r"font-size: \1", svg)  # matplotlib 3.9
    svg = re.sub(r"font-family: [^;\"]*;? ?", "", svg)  # from 3.10 on
    svg = re.sub(r' transform="rotate\(-?0 [^"]*\)"', "", svg)
    svg = re.sub(r"<defs>\s*<style.*?</style>\s*</defs>", "", svg, flags=re.DOTALL)  # the same in all: see _LINES
    svg = svg.replace(' target="_blank"', "")  # links stay on the page
    svg = re.sub(r' (?:d|x|y|transform)="[^"]*"', lambda found: re.sub(r"(\.\d\d)\d+", r"\1", found[0]), svg)
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", " ", re.sub(r">\s+<", "><", svg))

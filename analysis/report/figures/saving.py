"""Figures to files and to inline SVG, byte for byte the same every time."""

import io
import re
from pathlib import Path

import matplotlib
from matplotlib.figure import Figure

from analysis.report.figures.canvas import STYLE
from analysis.report.font import FALLBACKS, FAMILY

DOTS_PER_INCH = 160  # a figure is 9 inches wide: 1,440 pixels, sharp in print at 12 cm
_DATE_FREE = {"Date": None, "Creator": None}  # nothing that changes from day to day


def svg_of(figure: Figure, name: str) -> str:
    """The figure as SVG with text as text; `name` keeps its ids apart from those of other figures on a page."""
    buffer = io.StringIO()
    with matplotlib.rc_context({**STYLE, "svg.hashsalt": name}):
        figure.savefig(buffer, format="svg", metadata=_DATE_FREE)
    return _slim(buffer.getvalue())


def png_to(figure: Figure, path: Path) -> None:
    """The figure as PNG."""
    with matplotlib.rc_context(STYLE):
        figure.savefig(path, format="png", dpi=DOTS_PER_INCH, metadata={"Software": None})


def standalone(svg: str) -> str:
    """The SVG for a file in `figures/`: its links lead into the report beside it."""
    return svg.replace('xlink:href="#', 'xlink:href="../report.html#').replace(
        '<use xlink:href="../report.html#', '<use xlink:href="#'
    )


def inline(svg: str, title: str) -> str:
    """The SVG as an element of a page that brings the font: no prologue, no font names, and a title for screen readers."""
    body = svg[svg.index("<svg") :].strip()
    body = body.replace(_family_stack(), "inherit")
    return re.sub(r"<svg ", f'<svg role="img" aria-label="{_escaped(title)}" ', body, count=1)


def _family_stack() -> str:
    return ", ".join([f"'{FAMILY}'", *(f"'{name}'" for name in FALLBACKS[:-1])])


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def _slim(svg: str) -> str:
    """Without ids that nothing refers to: they repeat from figure to figure, and a page may hold an id once only."""
    used = set(re.findall(r'(?:url\(|href=")#([^")]+)', svg))
    return re.sub(r' id="([^"]*)"', lambda found: found[0] if found[1] in used else "", svg)

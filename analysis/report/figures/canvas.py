"""Paper, ink and letters: how every figure looks, and how Chinese gets drawn without a system font."""

from collections.abc import Callable
from functools import cache, wraps
from typing import Any, ParamSpec

import matplotlib
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font
from matplotlib.text import Text
from matplotlib.ticker import MaxNLocator, StrMethodFormatter

from analysis.report.font import FALLBACKS, FAMILY, font_file

INK, MUTED, FAINT, ACCENT = "#222222", "#6b6b6b", "#e2e0dc", "#9b2423"
# Okabe & Ito (2008), Color Universal Design: told apart by colour-blind readers. Yellow is left out: too pale on white.
CATEGORIES = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#5d4a8a")
REST = "#bdbab5"
PALE = LinearSegmentedColormap.from_list("pale", ["#fbf7f4", "#f0d8cc", "#e3b8a8"])  # where most cells are full
HEAT = LinearSegmentedColormap.from_list("heat", ["#fbf7f4", "#e8bfae", "#c4685a", ACCENT, "#4f0f12"])
WIDTH = 9.0  # inches: 864 CSS pixels, the measure of the page
MISSING = "〓"  # the printer's mark for a character that is not in the case

STYLE: Any = {
    "figure.dpi": 96,
    "font.size": 9.0,
    "axes.titlesize": 9.5,
    "axes.titlelocation": "left",
    "axes.titlecolor": INK,
    "axes.labelcolor": MUTED,
    "axes.labelsize": 8.5,
    "axes.edgecolor": "#a9a6a1",
    "axes.linewidth": 0.7,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.unicode_minus": False,
    "axes.grid": False,
    "grid.color": FAINT,
    "grid.linewidth": 0.6,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelsize": 8.5,
    "ytick.labelsize": 8.5,
    "xtick.major.size": 3,
    "ytick.major.size": 3,
    "xtick.major.width": 0.7,
    "ytick.major.width": 0.7,
    "legend.frameon": False,
    "legend.fontsize": 8.5,
    "text.color": INK,
    "axes.ymargin": 0.08,
    "text.parse_math": False,  # a `$` in a title is a dollar
    "svg.fonttype": "none",  # text stays text: it can be searched and copied
}

P = ParamSpec("P")


def drawn(draw: Callable[P, Figure]) -> Callable[P, Figure]:
    """Run `draw` under our style, and give every letter of its figure our font; the caller's settings are untouched."""

    @wraps(draw)
    def styled(*args: P.args, **kwargs: P.kwargs) -> Figure:
        with matplotlib.rc_context(STYLE):
            return _lettered(draw(*args, **kwargs))

    return styled


def sheet(height: float, width: float = WIDTH) -> Figure:
    """An empty figure, in inches. Margins follow the labels, so that long names are never cut."""
    return Figure(figsize=(width, height), layout="constrained")


def _lettered(figure: Figure) -> Figure:
    for text in figure.findobj(Text):
        size = text.get_fontsize()
        text.set_fontproperties(FontProperties(family=[FAMILY, *FALLBACKS], fname=str(font_file()), size=size))
        text.set_text(drawable(text.get_text()))
        text.set_parse_math(False)
    return figure


@cache
def _characters() -> frozenset[int]:
    return frozenset(FT2Font(str(font_file())).get_charmap())


def drawable(text: str) -> str:
    r"""The text with `〓` for each character the font lacks.

    >>> drawable("张\U0002a6d6")
    '张〓'
    """
    return "".join(c if ord(c) in _characters() or c == "\n" else MISSING for c in text)


def shortened(text: str, most: int) -> str:
    """The text on one line, cut to `most` characters with an ellipsis.

    >>> shortened("中央纪委国家监委驻工业和信息化部纪检监察组", 10)
    '中央纪委国家监委驻…'
    """
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def named_ticks(axes: Axes, which: str, positions: list[float], names: list[str]) -> None:
    """Ticks with our own names on axis `x` or `y`."""
    axis = axes.xaxis if which == "x" else axes.yaxis
    axis.set_ticks(positions, labels=[drawable(name) for name in names])


def count_ticks(axes: Axes, which: str = "y", most: int = 5) -> None:
    """Whole numbers with thousands marks, from zero."""
    axis = axes.xaxis if which == "x" else axes.yaxis
    axis.set_major_locator(MaxNLocator(most, integer=True, min_n_ticks=1))
    axis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))


def nothing(message: str) -> Figure:
    """A figure that says why there is no drawing."""
    figure = sheet(1.2)
    axes = figure.add_subplot()
    axes.set_axis_off()
    axes.text(0.5, 0.5, message, ha="center", va="center", color=MUTED)
    return figure

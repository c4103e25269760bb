"""Horizontal bars with names on the left and numbers at their ends."""

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes

from analysis.report.anchors import anchor
from analysis.report.figures.canvas import ACCENT, INK, MUTED, named_ticks, shortened

ROW = 0.235  # inches a bar: one line of 9-point Chinese and a little air


def height_of(bars: int) -> float:
    """Inches for a chart of so many bars, with its title and margins."""
    return 0.55 + ROW * max(bars, 3)


def horizontal_bars(
    axes: Axes,
    values: "pd.Series[float]",
    *,
    kind: str = "",
    form: str = "{:,.0f}",
    longest: int = 18,
) -> None:
    """Bars of `values`, named by its index, from the top down.

    With a `kind`, each bar and its name link to the row of that name in the report.
    """
    names = [str(name) for name in values.index]
    places = list(range(len(names)))
    bars = axes.barh(places, values, height=0.62, color=ACCENT)
    named_ticks(axes, "y", [float(place) for place in places], [shortened(name, longest) for name in names])
    for place, value in zip(places, values, strict=True):
        axes.annotate(
            form.format(value), (value, place), (3, 0), textcoords="offset points", va="center", color=MUTED, fontsize=8
        )
    _bare(axes, float(max(values, default=0)))
    if kind:
        _link(bars.patches, axes.get_yticklabels(), [f"#{anchor(kind, name)}" for name in names])


def _bare(axes: Axes, highest: float) -> None:
    axes.set_ylim(len(axes.patches) - 0.4, -0.6)
    axes.set_xlim(0, highest * 1.14 or 1)  # room for the number at the end of the longest bar
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(axis="y", length=0, labelcolor=INK)


def _link(bars: Sequence, labels: Sequence, urls: list[str]) -> None:  # type: ignore[type-arg]
    for bar, label, url in zip(bars, labels, urls, strict=True):
        bar.set_url(url)
        label.set_url(url)

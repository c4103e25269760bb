"""Months across: counts as stacked bars, shares as small panels that can be compared."""

from collections.abc import Sequence
from math import ceil

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, PercentFormatter

from analysis.intervals import wilson
from analysis.report.figures.canvas import ACCENT, FAINT, MUTED, count_ticks, named_ticks, sheet, shortened
from analysis.report.views.documents import months_between

COLUMNS, PANEL_HEIGHT = 4, 1.45
FEW = 5  # a share of fewer than five documents is drawn hollow, and no line passes through it
LONGEST_TITLE = 11
TICKS = 12
MOST_BARS = 120  # ten years of months; a longer period is drawn by year


def month_ticks(axes: Axes, months: Sequence[str], most: int, places: Sequence[float] | None = None) -> None:
    """Marks of whole years where the period allows, else of months; at most `most`.

    `places` says where each month begins on the axis; without it, months are 0, 1, 2, …
    """
    years = [i for i, month in enumerate(months) if month.endswith("-01")]
    marked = years if len(years) >= 2 else list(range(len(months)))
    marked = marked[:: max(1, ceil(len(marked) / most))]
    names = [months[i][:4] if len(years) >= 2 else months[i] for i in marked]
    named_ticks(axes, "x", [float(places[i] if places else i) for i in marked], names)


def month_bars(
    axes: Axes, table: pd.DataFrame, colours: Sequence[str], names: Sequence[str] | None = None
) -> tuple[pd.Index, np.ndarray]:
    """Bars of `table`, months down, its columns stacked; by year if there are too many months. The periods, and their totals.

    The number above a bar is its n, as long as the numbers do not run into each other.
    """
    if len(table) > MOST_BARS:
        table = table.groupby(table.index.str[:4]).sum()
    bottom = np.zeros(len(table))
    for column, colour, name in zip(table.columns, colours, names or table.columns, strict=False):
        axes.bar(np.arange(len(table)), table[column], bottom=bottom, width=0.8, color=colour, label=name)
        bottom += table[column].to_numpy()
    _finish_bars(axes, list(table.index), bottom)
    return table.index, bottom


def _finish_bars(axes: Axes, months: list[str], totals: np.ndarray) -> None:
    month_ticks(axes, months, most=TICKS)
    axes.set_xlim(-0.7, len(months) - 0.3)
    count_ticks(axes)
    axes.grid(axis="y")
    axes.set_axisbelow(True)
    if len(months) <= 40:  # beyond that the numbers run into each other
        for i, total in enumerate(totals):
            if total:
                axes.annotate(
                    f"{total:,.0f}",
                    (i, total),
                    (0, 2),
                    textcoords="offset points",
                    ha="center",
                    fontsize=7,
                    color=MUTED,
                )


def panels(table: pd.DataFrame, titles: dict[object, str], by: str, *, same_scale: bool) -> Figure:
    """One panel for each key of `titles`, in that order: share of documents by month, with its interval if given.

    `table` has the columns `by`, month, n_documents, n_total, share, and perhaps low and high; else they are Wilson's.
    """
    if "low" not in table:
        low, high = wilson(table["n_documents"], table["n_total"])
        table = table.assign(low=low, high=high)
    months = months_between(table["month"].min(), table["month"].max())
    rows = ceil(len(titles) / COLUMNS)
    figure = sheet(0.35 + PANEL_HEIGHT * rows)
    grid = figure.subplots(rows, COLUMNS, squeeze=False, sharex=True, sharey=same_scale)
    for axes, (key, title) in zip(grid.flat, titles.items(), strict=False):
        part = table[table[by] == key].set_index("month").reindex(months)
        _panel(axes, part, months)
        axes.set_title(f"{shortened(title, LONGEST_TITLE)}  n={part['n_documents'].sum():,.0f}", fontsize=8.5)
    for axes in list(grid.flat)[len(titles) :]:
        axes.set_axis_off()
    return figure


def _panel(axes: Axes, part: pd.DataFrame, months: list[str]) -> None:
    x = np.arange(len(months))
    share = part["share"].astype(float).to_numpy()
    enough = (part["n_total"].fillna(0) >= FEW).to_numpy()
    solid = np.where(enough, share, np.nan)
    low, high = part["low"].astype(float).to_numpy(), part["high"].astype(float).to_numpy()
    axes.fill_between(x, low, high, where=enough, color=ACCENT, alpha=0.15, linewidth=0)
    alone = len(months) <= 24  # dots on every month are noise in longer periods
    axes.plot(x, solid, color=ACCENT, linewidth=1.1, marker="o" if alone else None, markersize=2.6)
    hollow = ~enough & ~np.isnan(share)
    axes.plot(x[hollow], share[hollow], "o", markerfacecolor="white", markeredgecolor=ACCENT, markersize=3, mew=0.7)
    _frame(axes, months)


def _frame(axes: Axes, months: list[str]) -> None:
    axes.set_ylim(bottom=0)
    axes.set_xlim(-0.6, len(months) - 0.4)
    axes.yaxis.set_major_locator(MaxNLocator(3, steps=[1, 2, 5, 10], min_n_ticks=2))
    axes.yaxis.set_major_formatter(PercentFormatter(xmax=1, decimals=1 if axes.get_ylim()[1] < 0.04 else 0))
    axes.grid(axis="y", color=FAINT)
    axes.set_axisbelow(True)
    axes.tick_params(labelsize=7.5, labelcolor=MUTED)
    month_ticks(axes, months, most=3)

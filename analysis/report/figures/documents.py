"""The corpus itself: months, days, lengths, filled fields."""

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import NullLocator

from analysis.report.figures.canvas import (
    ACCENT,
    CATEGORIES,
    HEAT,
    REST,
    WIDTH,
    count_ticks,
    drawn,
    named_ticks,
    nothing,
    sheet,
    shortened,
)
from analysis.report.figures.heat import CELL, LEAST, heat_map
from analysis.report.figures.months import month_bars
from analysis.report.labels import Labels
from analysis.report.views.documents import by_day, by_month, filled, months

YEARS_SHOWN = 8  # calendars of the years with most documents; a wrong date of 1970 must not make a page of blanks


@drawn
def documents_by_month(documents: pd.DataFrame, *, language: str = "zh") -> Figure:
    """Documents of each month, stacked by source, reprints hatched; the number above a bar is its n."""
    say = Labels(language)
    table = by_month(documents)
    if table.empty:
        return nothing(say("no_dates"))
    named = [shortened(str(source), 14) or say("other") for source in table.columns]
    colours = [*CATEGORIES[: len(table.columns) - ("" in table.columns)], REST]
    figure = sheet(2.9)
    axes = figure.add_subplot()
    shown, tops = month_bars(axes, table, colours, named)
    copies = _copies(documents, shown)
    if copies.any():  # on top of the bar, whatever its sources
        style: dict[str, Any] = {"facecolor": "none", "edgecolor": "white", "hatch": "/////", "linewidth": 0}
        axes.bar(np.arange(len(shown)), copies, bottom=tops - copies, width=0.8, **style)
        axes.bar(0, 0, width=0, label=say("hatched"), **style | {"facecolor": REST})  # for the legend: seen on white
    figure.legend(loc="outside upper left", ncols=7, handlelength=0.8, handleheight=0.8, columnspacing=1.2)
    return figure


def _copies(documents: pd.DataFrame, periods: pd.Index) -> np.ndarray:
    """Reprints of each period, a month or a year as its name is long."""
    table = months(documents)
    copies = (table["n_documents"] - table["n_unique"]).groupby(table["month"].str[: len(periods[0])]).sum()
    return copies.reindex(periods).to_numpy(dtype=float)


@drawn
def calendar(documents: pd.DataFrame, *, language: str = "zh") -> Figure:
    """A square a day, darker with more documents: weeks across, Monday on top, a strip a year. Gaps stand out."""
    say = Labels(language)
    days = by_day(documents)
    if days.empty:
        return nothing(say("no_dates"))
    counts = pd.Series(days.to_numpy(), index=pd.to_datetime(days.index))
    per_year = days.groupby(days.index.str[:4]).sum().sort_values(ascending=False, kind="stable")
    years = sorted(per_year.index[:YEARS_SHOWN])
    figure = sheet(0.1 + 1.52 * len(years))
    for axes, year in zip(figure.subplots(len(years), squeeze=False).flat, years, strict=True):
        _year(axes, counts, int(year), say)
    return figure


def _year(axes: Axes, counts: pd.Series, year: int, say: Labels) -> None:
    grid = _weeks(counts, year)
    most = float(counts.max())
    axes.pcolormesh(
        np.ma.masked_invalid(grid), cmap=HEAT, vmin=0, vmax=max(most, LEAST), edgecolors="white", linewidth=0.6
    )
    axes.invert_yaxis()
    axes.set_aspect("equal")
    starts = [_week(pd.Timestamp(year, month, 1)) + 0.5 for month in range(1, 13)]
    named_ticks(axes, "x", starts, [say("month_name", month=m) for m in range(1, 13)])
    named_ticks(axes, "y", [0.5, 4.5], [say("monday"), say("friday")])
    axes.tick_params(length=0, labelsize=7.5)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_title(say("calendar_year", year=year, n=int(np.nansum(grid)), peak=f"{most:,.0f}"), fontsize=8.5)


def _weeks(counts: pd.Series, year: int) -> np.ndarray:
    """Days of a year as 7 weekdays by 54 weeks; NaN before the first document of all and after the last."""
    grid = np.full((7, 54), np.nan)
    for day in pd.date_range(
        max(counts.index[0], pd.Timestamp(year, 1, 1)), min(counts.index[-1], pd.Timestamp(year, 12, 31))
    ):
        grid[day.weekday(), _week(day)] = counts.get(day, 0)
    return grid


def _week(day: pd.Timestamp) -> int:
    """Weeks begin on Monday; the year begins in week 0."""
    return (day.day_of_year - 1 + pd.Timestamp(day.year, 1, 1).weekday()) // 7


@drawn
def lengths(documents: pd.DataFrame, *, language: str = "zh") -> Figure:
    """Histogram of document lengths on a logarithmic axis, with the median. Empty documents are counted, not drawn."""
    say = Labels(language)
    chars = documents.loc[documents["n_chars"] > 0, "n_chars"].to_numpy()
    if not len(chars):
        return nothing(say("no_documents"))
    figure = sheet(2.4)
    axes = figure.add_subplot()
    low, high = np.log10(chars.min()), np.log10(chars.max())
    bins = np.logspace(low, max(high, low + 0.1), 40)
    axes.margins(y=0.15)
    axes.hist(chars, bins=bins.tolist(), color=REST, edgecolor="white", linewidth=0.5)
    axes.set_xscale("log")
    _length_axis(axes, bins)
    _median_line(axes, float(np.median(chars)), say)
    axes.set_xlabel(say("chars_log", n=len(chars)))
    return figure


def _length_axis(axes: Axes, bins: np.ndarray) -> None:
    marks = (1, 2, 5) if bins[-1] / bins[0] > 20 else (1, 1.5, 2, 3, 4, 5, 7)
    steps = [m * 10.0**e for e in range(8) for m in marks if bins[0] <= m * 10.0**e <= bins[-1]]
    named_ticks(axes, "x", steps, [f"{step:,.0f}" for step in steps])
    axes.xaxis.set_minor_locator(NullLocator())
    count_ticks(axes)


def _median_line(axes: Axes, median: float, say: Labels) -> None:
    axes.axvline(median, color=ACCENT, linewidth=1.2)
    text = say("median_is", n=f"{median:,.0f}")
    axes.annotate(
        text,
        (median, 1),
        (4, -2),
        xycoords=("data", "axes fraction"),
        textcoords="offset points",
        va="top",
        color=ACCENT,
    )


@drawn
def filled_fields(documents: pd.DataFrame, *, language: str = "zh") -> Figure:
    """Share of documents whose field is filled, over all and by source, in percent."""
    say = Labels(language)
    table = filled(documents)
    table.index = [say(f"field_{field}") for field in table.index]
    counts = [len(documents), *(int((documents["source"] == source).sum()) for source in table.columns[1:])]
    names = [shortened(source, 7) or say("all") for source in table.columns]
    figure = sheet(0.7 + CELL * len(table), width=min(WIDTH, 1.6 + 0.85 * table.shape[1]))
    axes = figure.add_subplot()
    heat_map(axes, table, lambda share: f"{100 * share:.0f}", shares=True)
    heads = [f"{name}\nn={count:,}" for name, count in zip(names, counts, strict=True)]
    named_ticks(axes, "x", [i + 0.5 for i in range(len(heads))], heads)
    return figure

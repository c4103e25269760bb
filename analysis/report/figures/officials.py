"""Officials: when they appear, with which titles, ranks and bodies, and with whom."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.report.anchors import anchor
from analysis.report.figures.bars import height_of, horizontal_bars
from analysis.report.figures.canvas import (
    CATEGORIES,
    FAINT,
    INK,
    REST,
    drawn,
    named_ticks,
    nothing,
    sheet,
    shortened,
)
from analysis.report.figures.heat import square
from analysis.report.figures.months import month_ticks
from analysis.report.labels import Labels
from analysis.report.views import officials as view
from analysis.report.views.careers import people_by_rank
from analysis.report.views.documents import months_between

DOTS = 4000  # beyond so many, a dot stands for a week or more: the page stays small, and the eye sees the same


@drawn
def appearances(
    officials: pd.DataFrame, documents: pd.DataFrame | None = None, *, top: int = 20, language: str = "zh"
) -> Figure:
    """A dot for each day on which a person stands in a document with an office, coloured by the first title written.

    The officials of a study know their day; for other frames of officials give the `documents` too.
    """
    say = Labels(language)
    table = _thinned(view.appearances(officials, documents, top))
    if table.empty:
        return nothing(say("no_officials"))
    people = list(dict.fromkeys(table["person"]))
    figure = sheet(0.9 + 0.26 * len(people))
    axes = figure.add_subplot()
    _dots(axes, table, people, say)
    _timeline_axes(axes, people, table["day"].min(), table["day"].max())
    figure.legend(loc="outside upper left", ncols=4, handletextpad=0.2, columnspacing=1.2)
    return figure


def _thinned(table: pd.DataFrame) -> pd.DataFrame:
    """One dot a person, title and day; or week, month, year, until there are few enough."""
    table = table.assign(day=pd.to_datetime(table["day"]))
    for period in ("W", "M", "Y"):
        if len(table) <= DOTS:
            break
        table = table.assign(day=table["day"].dt.to_period(period).dt.start_time)
        table = table.drop_duplicates(["person", "day", "title"])
    return table


def _dots(axes: Axes, table: pd.DataFrame, people: list[str], say: Labels) -> None:
    row = {person: i for i, person in enumerate(people)}
    titles = list(table["title"].value_counts(sort=False).sort_values(ascending=False, kind="stable").index)
    named = titles[: len(CATEGORIES)]
    for title, colour in [*zip(named, CATEGORIES, strict=False), ("", REST)]:
        part = table[table["title"] == title] if title else table[~table["title"].isin(named)]
        if len(part):
            label = shortened(title, 12) or say("other_titles")
            x, y = (part["day"] - table["day"].min()).dt.days, part["person"].map(row)
            axes.plot(x, y, "o", color=colour, markersize=3.6, mew=0, label=label, zorder=3 if title else 2)


def _timeline_axes(axes: Axes, people: list[str], first: pd.Timestamp, last: pd.Timestamp) -> None:
    named_ticks(axes, "y", [float(i) for i in range(len(people))], [shortened(person, 12) for person in people])
    for label, person in zip(axes.get_yticklabels(), people, strict=True):
        label.set_url(f"#{anchor('official', person)}")
    axes.set_ylim(len(people) - 0.4, -0.6)
    months = months_between(str(first)[:7], str(last)[:7])
    month_ticks(axes, months, most=9, places=[(pd.Timestamp(month) - first).days for month in months])
    axes.set_xlim(-3, (last - first).days + 3)
    axes.grid(axis="y", color=FAINT)
    axes.set_axisbelow(True)
    axes.tick_params(axis="y", length=0, labelcolor=INK)
    axes.spines["left"].set_visible(False)


@drawn
def body_bars(officials: pd.DataFrame, *, top: int = 20, language: str = "zh") -> Figure:
    """Bodies by the documents in which somebody stands with an office of theirs."""
    return _bars(view.counts_of(officials, "body_full").head(top), Labels(language), "bodies_by_documents")


@drawn
def title_bars(officials: pd.DataFrame, *, top: int = 20, language: str = "zh") -> Figure:
    """Titles by the documents in which somebody bears them."""
    return _bars(view.counts_of(officials, "title").head(top), Labels(language), "titles_by_documents")


def _bars(counts: pd.Series, say: Labels, title: str) -> Figure:
    if counts.empty:
        return nothing(say("no_officials"))
    figure = sheet(height_of(len(counts)))
    axes = figure.add_subplot()
    horizontal_bars(axes, counts, longest=24)
    axes.set_title(say(title))
    return figure


@drawn
def rank_bars(officials: pd.DataFrame, *, language: str = "zh") -> Figure:
    """Persons by the rank of their posts, from 正国级 down; at the end those with no post that the rules rank.

    Who has posts of two ranks counts in both.
    """
    say = Labels(language)
    counts = people_by_rank(officials)
    if not counts.sum():
        return nothing(say("no_officials"))
    names = [_rank_name(say, step, rank) for step, rank in enumerate(counts.index, start=1)]
    figure = sheet(height_of(len(counts)))
    axes = figure.add_subplot()
    horizontal_bars(axes, pd.Series(counts.to_numpy(), index=names), longest=40)
    axes.patches[-1].set_facecolor(REST)
    axes.set_title(say("persons_by_rank"))
    return figure


def _rank_name(say: Labels, step: int, rank: str) -> str:
    """The rank as its Chinese name, in English pages with its English one; a word for none."""
    name = say(f"rank_{step}") if rank else say("rank_none")
    return f"{rank} {name}" if rank and say.language == "en" else name


@drawn
def together(officials: pd.DataFrame, *, top: int = 20, language: str = "zh") -> Figure:
    """Documents in which two of the top persons both stand with an office. The diagonal is left blank."""
    people = [str(person) for person in view.people_by_documents(officials).head(top).index]
    if len(people) < 2:
        return nothing(Labels(language)("no_pairs"))
    table = view.together(officials, people).astype(float)
    np.fill_diagonal(array := table.to_numpy(copy=True), np.nan)
    return square(pd.DataFrame(array, index=people, columns=people), lambda n: f"{n:.0f}" if n else "")

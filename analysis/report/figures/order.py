"""The order of lists: the place that lists agree on with its interval, and who stands before whom."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from analysis.report.anchors import anchor
from analysis.report.figures.bars import ROW
from analysis.report.figures.canvas import ACCENT, FAINT, INK, MUTED, drawn, named_ticks, nothing, sheet, shortened
from analysis.report.figures.heat import square
from analysis.report.labels import Labels
from analysis.report.views.order import among, most_compared
from analysis.report.views.rows import each

COMPONENTS = 4  # panels: groups that no list joins; beyond these they are pairs mostly, and stand in the table


@drawn
def consensus_order(consensus_order: pd.DataFrame, *, top: int = 40, language: str = "zh") -> Figure:
    """Places in the order that lists agree on: a dot, its bootstrap interval, and how many lists name the person.

    Takes a table of `tables.CONSENSUS_ORDER`, of which the `top` persons in most lists are drawn; a panel for each component
    with two of them, the largest first, four at most, since persons of two components have no order. Places are those among
    all persons of the component.
    """
    say = Labels(language)
    parts = _components(consensus_order, top)
    if not parts:
        return nothing(say("no_lists"))
    heights = [len(part) + 3.0 for part in parts]
    figure = sheet(0.35 + ROW * sum(heights))
    grid = figure.subplots(len(parts), 1, squeeze=False, height_ratios=heights)
    sizes = consensus_order["component"].value_counts()
    for axes, part in zip(grid.flat, parts, strict=True):
        size = int(sizes[part["component"].iloc[0]])
        _intervals(axes, part, size, say)
        if len(parts) > 1:
            axes.set_title(say("component_n", component=part["component"].iloc[0], n=size))
    grid.flat[-1].set_xlabel(say("place_in_order"))
    return figure


def _components(table: pd.DataFrame, top: int) -> list[pd.DataFrame]:
    """The rows to draw, a frame a component."""
    most = table["n_lists"].sort_values(ascending=False, kind="stable").head(top).index
    drawn_rows = table.loc[sorted(most)]
    parts = [part for _, part in drawn_rows.groupby("component", sort=True) if len(part) > 1]
    return parts[:COMPONENTS]


def _intervals(axes: Axes, part: pd.DataFrame, size: int, say: Labels) -> None:
    y = np.arange(len(part))
    place, low, high = (part[name].astype(float).to_numpy() for name in ("place", "low", "high"))
    axes.hlines(y, low, high, color=ACCENT, alpha=0.35, linewidth=2.4)
    axes.plot(place, y, "o", color=ACCENT, markersize=4.6, mew=0)
    people = [str(person) for person in part["person_id"]]
    named_ticks(axes, "y", [float(at) for at in y], [shortened(person, 12) for person in people])
    for label, person in zip(axes.get_yticklabels(), people, strict=True):
        label.set_url(f"#{anchor('listed', person)}")
    for at, n in zip(y, part["n_lists"], strict=True):
        axes.annotate(
            say("n_lists_short", n=f"{n:,}"), (1, at), (4, 0), xycoords=("axes fraction", "data"),
            textcoords="offset points", va="center", color=MUTED, fontsize=8,
        )  # fmt: skip
    _place_axis(axes, len(part), size)


def _place_axis(axes: Axes, rows: int, size: int) -> None:
    axes.set_ylim(rows - 0.4, -0.6)
    margin = 0.02 * size + 0.1
    axes.set_xlim(1 - margin, size + margin)
    axes.xaxis.set_major_locator(MaxNLocator(10, integer=True, min_n_ticks=1))
    axes.grid(axis="both", color=FAINT)
    axes.set_axisbelow(True)
    axes.tick_params(axis="y", length=0, labelcolor=INK)
    axes.spines["left"].set_visible(False)


@drawn
def precedence(precedence: pd.DataFrame, *, top: int = 20, language: str = "zh") -> Figure:
    """Of the lists that order the two, the percentage in which the row stands before the column; blank where there is none.

    Takes a table of `tables.PRECEDENCE`, of which the `top` persons in most lists with others are drawn. Rows are sorted by how
    often they stand first, which is a description of these lists and no ranking of persons.
    """
    people = most_compared(precedence, top)
    share = _ahead(among(precedence, people), people)
    order = share.mean(axis=1).sort_values(ascending=False, kind="stable").dropna().index
    if order.empty:
        return nothing(Labels(language)("no_lists"))

    return square(share.loc[order, order], lambda value: f"{100 * value:.0f}", shares=True)


def _ahead(table: pd.DataFrame, people: list[str]) -> pd.DataFrame:
    share = pd.DataFrame(np.nan, index=people, columns=people)
    for row in each(table):
        if told := row.n_before + row.n_after:
            share.loc[row.person, row.other], share.loc[row.other, row.person] = row.n_before / told, row.n_after / told
    return share

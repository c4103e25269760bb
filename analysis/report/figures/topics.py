"""Topics: how many, of which words, when, and how near each other."""

from math import ceil

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from analysis.report.figures.bars import horizontal_bars
from analysis.report.figures.canvas import (
    ACCENT,
    FAINT,
    MUTED,
    REST,
    WIDTH,
    drawn,
    named_ticks,
    nothing,
    sheet,
    shortened,
)
from analysis.report.figures.heat import CELL, heat_map
from analysis.report.figures.months import panels
from analysis.report.labels import Labels
from analysis.report.views.rows import each

WORDS, ACROSS = 8, 4


@drawn
def topic_scan(scan: pd.DataFrame, *, language: str = "zh") -> Figure:
    """Stability of every number of topics that was tried, with its standard error; the chosen one is marked."""
    say = Labels(language)
    if scan.empty:
        return nothing(say("no_scan"))
    figure = sheet(2.5)
    axes = figure.add_subplot()
    error = scan.get("standard_error")
    axes.errorbar(
        scan["k"], scan["stability"], yerr=error, fmt="o-", color=ACCENT, ecolor=REST, linewidth=1.2, markersize=4
    )
    axes.margins(y=0.2)
    axes.set_ylim(bottom=0)
    for k in scan.loc[scan["chosen"].astype(bool), "k"]:
        axes.axvline(k, color=MUTED, linewidth=0.8, linestyle=(0, (4, 3)), zorder=0)
        axes.annotate(
            say("chosen_k", k=k),
            (k, 1),
            (4, -2),
            xycoords=("data", "axes fraction"),
            textcoords="offset points",
            va="top",
        )
    named_ticks(axes, "x", [float(k) for k in scan["k"]], [str(k) for k in scan["k"]])
    axes.set_xlabel(say("number_of_topics"))
    axes.set_title(say("stability"))
    axes.grid(axis="y", color=FAINT)
    return figure


@drawn
def topic_bars(topic_words: pd.DataFrame, topics: pd.DataFrame, *, language: str = "zh") -> Figure:
    """The heaviest words of each topic; weights compare within a panel only."""
    if topics.empty:
        return nothing(Labels(language)("no_topics"))
    rows = ceil(len(topics) / ACROSS)
    figure = sheet(0.2 + 1.95 * rows)
    grid = figure.subplots(rows, ACROSS, squeeze=False)
    for axes, topic in zip(grid.flat, topics["topic"], strict=False):
        words = topic_words[topic_words["topic"] == topic].head(WORDS)
        horizontal_bars(axes, words.set_index("word")["weight"], form="", longest=9)
        axes.set_title(Labels(language)("topic_n", topic=topic))
    for axes in list(grid.flat)[len(topics) :]:
        axes.set_axis_off()
    return figure


@drawn
def topic_trends(topic_trend: pd.DataFrame, topics: pd.DataFrame, *, language: str = "zh") -> Figure:
    """Share of each month's documents by topic, with intervals, all panels on one scale."""
    say = Labels(language)
    if topic_trend.empty or topics.empty:
        return nothing(say("no_dates"))
    titles = {row.topic: f"{row.topic} {row.label}" for row in each(topics)}
    return panels(topic_trend, titles, "topic", same_scale=True)


@drawn
def topic_similarity(similarity: np.ndarray, topics: pd.DataFrame, *, language: str = "zh") -> Figure:
    """Cosine of every two topics, in percent; the diagonal is left blank."""
    if len(topics) < 2:
        return nothing(Labels(language)("no_topics"))
    values = np.array(similarity, dtype=float)
    np.fill_diagonal(values, np.nan)
    names = [f"{row.topic} {shortened(row.label, 10)}" for row in each(topics)]
    table = pd.DataFrame(values, index=names, columns=[str(topic) for topic in topics["topic"]])
    side = CELL * max(len(table), 4)
    figure = sheet(0.5 + side, width=min(WIDTH, 2.2 + side))
    heat_map(figure.add_subplot(), table.clip(lower=0), lambda value: f"{100 * value:.0f}", shares=True)
    return figure

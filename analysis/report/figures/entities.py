"""Persons, organisations and places by the documents that name them."""

import pandas as pd
from matplotlib.figure import Figure

from analysis.report.figures.bars import height_of, horizontal_bars
from analysis.report.figures.canvas import drawn, nothing, sheet
from analysis.report.figures.months import panels
from analysis.report.labels import Labels
from analysis.report.views.entities import top_entities, trend

NAME_TYPES = ("PERSON", "ORGANISATION", "PLACE")


@drawn
def entity_bars(mentions: pd.DataFrame, documents: pd.DataFrame, *, top: int = 15, language: str = "zh") -> Figure:
    """The most named persons, organisations and places, side by side; the number is the documents of each."""
    say = Labels(language)
    figure = sheet(height_of(top))
    for axes, name_type in zip(figure.subplots(1, len(NAME_TYPES)), NAME_TYPES, strict=True):
        table = top_entities(mentions, documents, name_type, top)
        horizontal_bars(axes, table.set_index("text")["n_documents"], kind=name_type.lower(), longest=11)
        axes.set_ylim(top - 0.4, -0.6)  # the same bar height in all three, however few names one has
        axes.set_title(say(name_type.lower() + "s"))
        axes.spines["left"].set_visible(not table.empty)
    return figure


@drawn
def person_trends(mentions: pd.DataFrame, documents: pd.DataFrame, *, top: int = 12, language: str = "zh") -> Figure:
    """Share of each month's documents that name the person, with its 95 % interval; each panel from zero."""
    people = list(top_entities(mentions, documents, "PERSON", top)["text"])
    table = trend(mentions, documents, people, "PERSON")
    if table.empty:
        return nothing(Labels(language)("no_dates"))
    return panels(table, {person: person for person in people}, "term", same_scale=False)

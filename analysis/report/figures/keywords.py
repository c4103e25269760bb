"""Keywords of the corpus, and how their share of documents moves."""

import pandas as pd
from matplotlib.figure import Figure

from analysis.report.figures.bars import height_of, horizontal_bars
from analysis.report.figures.canvas import drawn, nothing, sheet
from analysis.report.figures.months import panels
from analysis.report.labels import Labels

PANELS = 12


@drawn
def keyword_bars(keywords: pd.DataFrame, *, top: int = 25, language: str = "zh") -> Figure:
    """The keywords of the corpus by score. Scores compare within one corpus only."""
    say = Labels(language)
    table = keywords[keywords["doc_id"] == ""].nsmallest(top, "rank")
    if table.empty:
        return nothing(say("no_keywords"))
    figure = sheet(height_of(len(table)))
    axes = figure.add_subplot()
    horizontal_bars(axes, table.set_index("keyword")["score"], kind="keyword", form="{:.3g}")
    axes.set_title(say("score_tf_idf"))
    return figure


@drawn
def keyword_trends(keyword_trend: pd.DataFrame, *, top: int = PANELS, language: str = "zh") -> Figure:
    """Share of each month's documents with the term; a panel a term, each with its own scale from zero."""
    terms = list(dict.fromkeys(keyword_trend["term"]))[:top]
    if not terms:
        return nothing(Labels(language)("no_dates"))
    return panels(keyword_trend, {term: term for term in terms}, "term", same_scale=False)

"""Events by month and type."""

import pandas as pd
from matplotlib.figure import Figure

from analysis.report.figures.canvas import CATEGORIES, REST, drawn, nothing, sheet
from analysis.report.figures.months import month_bars
from analysis.report.labels import Labels
from analysis.report.views.events import by_month


@drawn
def events_by_month(events: pd.DataFrame, documents: pd.DataFrame, *, language: str = "zh") -> Figure:
    """Events told in each month, by the day of publication, stacked by type; the number above a bar is its n."""
    say = Labels(language)
    table = by_month(events, documents)
    if table.empty:
        return nothing(say("no_events"))
    named = list(table.columns[: len(CATEGORIES)])
    shown = table[named].rename(columns={kind: say(f"type_{kind}") for kind in named})
    if len(table.columns) > len(named):
        shown[say("other")] = table.drop(columns=named).sum(axis=1)
    figure = sheet(2.9)
    month_bars(figure.add_subplot(), shown, [*CATEGORIES[: len(named)], REST])
    figure.legend(loc="outside upper left", ncols=8, handlelength=0.8, handleheight=0.8, columnspacing=1.2)
    return figure

"""Square tables as colour, with the numbers written in where they fit."""

from collections.abc import Callable

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.report.figures.canvas import HEAT, INK, PALE, WIDTH, named_ticks, sheet, shortened

CELL = 0.30  # inches: room for three digits
LONGEST = 14
LEAST = 5.0  # counts up to this do not get the darkest colour: one common document is no strong tie
DARK = 0.55  # share of the scale above which white letters read better than black ones


def heat_map(axes: Axes, table: pd.DataFrame, form: Callable[[float], str], *, shares: bool = False) -> None:
    """Rows down, columns across, colour from zero to the highest value; NaN stays blank. `shares` run to 1, in pale."""
    values = table.to_numpy(dtype=float)
    top = 1.0 if shares or not np.isfinite(values).any() else max(float(np.nanmax(values)), LEAST)
    colours = PALE if shares else HEAT
    axes.pcolormesh(np.ma.masked_invalid(values), cmap=colours, vmin=0, vmax=top, edgecolors="white", linewidth=0.8)
    axes.invert_yaxis()
    axes.xaxis.tick_top()
    named_ticks(axes, "y", [i + 0.5 for i in range(len(table))], [shortened(str(n), LONGEST) for n in table.index])
    named_ticks(
        axes, "x", [i + 0.5 for i in range(table.shape[1])], [shortened(str(n), LONGEST) for n in table.columns]
    )
    axes.tick_params(length=0, labelcolor=INK)
    for spine in axes.spines.values():
        spine.set_visible(False)
    _write_in(axes, values, top * (2 if shares else 1), form)


def _write_in(axes: Axes, values: np.ndarray, top: float, form: Callable[[float], str]) -> None:
    for (row, column), value in np.ndenumerate(values):
        if np.isfinite(value) and (text := form(float(value))):
            colour = "white" if value / top > DARK else INK
            letters = axes.text(column + 0.5, row + 0.5, text, ha="center", va="center", fontsize=7.5, color=colour)
            letters.set_in_layout(False)  # it lies inside the axes; measuring hundreds of them takes seconds


def upright(axes: Axes, names: list[str], longest: int = 4) -> None:
    """Column names written downwards where they would run into each other."""
    if max((len(name) for name in names), default=0) >= longest:
        axes.tick_params(axis="x", labelrotation=90)


def square(table: pd.DataFrame, form: Callable[[float], str], *, shares: bool = False) -> Figure:
    """A figure of a table whose rows and columns are the same persons."""
    side = 1.4 + CELL * max(len(table), 4)
    figure = sheet(side, width=min(WIDTH, side + 0.4))
    axes = figure.add_subplot()
    heat_map(axes, table, form, shares=shares)
    upright(axes, [str(name) for name in table.columns], longest=2)
    return figure

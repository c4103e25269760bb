"""Rows of a table as named tuples."""

from collections.abc import Iterator
from typing import Any

import pandas as pd


def each(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows in order, values by column name. What type a column has is declared in `analysis.tables`."""
    return iter(frame.itertuples())


def plain(frame: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """The rows in order, as tuples in column order."""
    return iter(frame.itertuples(index=False, name=None))

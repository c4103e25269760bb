"""What a page is made of: sections of prose, tiles, alerts, plots and tables. It knows neither HTML nor matplotlib."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import pandas as pd

RUN_UP = 12  # characters


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage that stands behind a number: where it was printed, and the hit in its line."""

    day: str
    source: str
    title: str
    left: str
    hit: str
    right: str
    doc_id: str

    @property
    def run_up(self) -> str:
        """The end of `left`, for a line in which the hit must be seen at once.

        >>> Quote("", "", "", "…一二三四五六七八九十一二三四", "击", "", "d").run_up
        '…三四五六七八九十一二三四'
        """
        return self.left if len(self.left) <= RUN_UP else "…" + self.left[-RUN_UP:]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a printed table; `form` is text, name, spell, long, day, count, real, fraction or share.

    A name and a spell (days, one a line) are short texts, a long one wants half of the page.
    """

    head: str
    form: str = "text"

    def shown(self, value: Any) -> str:
        """The value as printed; nothing for a missing one.

        >>> Column("n", "count").shown(12345), Column("p", "share").shown(0.0312), Column("", "real").shown(None)
        ('12,345', '3.1%', '')
        """
        if value is None or bool(pd.isna(value)):
            return ""
        return _FORMS.get(self.form, "{}").format(value)


_FORMS = {"count": "{:,.0f}", "real": "{:.3g}", "fraction": "{:.2f}", "share": "{:.1%}"}


@dataclass(frozen=True, slots=True)
class Row:
    """Values in the order of the columns, the texts behind them, and the address that bars and names link to."""

    values: Sequence[Any]
    quotes: Sequence[Quote] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A printed table; `file` is the CSV that holds all of it, `note` says what was left out."""

    kind: ClassVar[str] = "table"
    title: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    note: str = ""
    file: str = ""

    @property
    def has_quotes(self) -> bool:
        """Whether any row shows texts."""
        return any(row.quotes for row in self.rows)


@dataclass(frozen=True, slots=True)
class Plot:
    """A figure on the page; `name` is that of its files in `figures/`."""

    kind: ClassVar[str] = "plot"
    name: str
    title: str
    caption: str
    svg: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs under a title; `code` sets them as typed."""

    kind: ClassVar[str] = "prose"
    paragraphs: Sequence[str]
    title: str = ""
    code: bool = False


@dataclass(frozen=True, slots=True)
class Alert:
    """One check of the data: what was found, how grave (`bad`, `watch`, `good`), and where to see it."""

    level: str
    text: str
    examples: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Alerts:
    """The checks that failed, gravest first; those that passed are folded."""

    kind: ClassVar[str] = "alerts"
    failed: Sequence[Alert]
    passed: Sequence[Alert]


Block = Table | Plot | Prose | Alerts


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the report."""

    id: str
    title: str
    lead: str
    blocks: Sequence[Block] = ()


@dataclass(frozen=True, slots=True)
class Tile:
    """One key number and what it counts."""

    number: str
    label: str

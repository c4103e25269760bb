"""Cells: what a line of a roster holds between its blanks, colons and semicolons."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.names.persons import Name
from analysis.names.posts import Post
from analysis.officials.grammar.chain import Position
from analysis.spans import Span

LABEL, OTHER, NAMES, RUN, POST, BODY, DATUM, TEXT = (
    "label",
    "other label",
    "names",
    "run",
    "post",
    "body",
    "datum",
    "text",
)
BLANK = "[ \t]"


class Cell(NamedTuple):
    """What stands between two blanks.

    `more` has the positions in brackets behind each name, `also` whether 兼 stands there; `sure` tells that names are no
    everyday words; `text` is a body's. A run is names without separators: they count under a label only.
    """

    kind: str
    start: int
    stop: int
    names: tuple[Name, ...] = ()
    positions: tuple[Position, ...] = ()
    more: tuple[tuple[Position, ...], ...] = ()
    also: tuple[bool, ...] = ()
    sure: bool = True
    text: str = ""


class Line(NamedTuple):
    """A line or a sentence, and its cells in text order."""

    start: int
    stop: int
    cells: tuple[Cell, ...]


class Behind(NamedTuple):
    """What follows a name: where it ends, the positions in brackets, and whether 兼 stands there."""

    stop: int
    held: tuple[Position, ...]
    also: bool


def names_cell(kind: str, span: Span, names: Sequence[Name], behind: Sequence[Behind], *, sure: bool) -> Cell:
    """A cell of names, each with what follows it."""
    more, also = tuple(tail.held for tail in behind), tuple(tail.also for tail in behind)
    return Cell(kind, *span, tuple(names), more=more, also=also, sure=sure)


def compact(text: str) -> str:
    """A text without its blanks.

    >>> compact("副 组 长")
    '副组长'
    """
    return re.sub(BLANK, "", text)


def position_of(post: Post, title: str, start: int, stop: int) -> Position:
    """A post that stands alone in its cell."""
    return Position(start, start, stop, title, post.head, post.official_class, "", -1, "", post.guarded)

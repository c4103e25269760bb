"""Which name holds which post: the layouts of rosters.

A label holds until the next one. Beside it, names and posts pair by the order that leaves fewest posts without a name: names
first (佘怀瑾 县长), or posts first (副院长 步青岩 阚文渊). Both may stand on one line, or each on a line of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from analysis.names.persons import Name
from analysis.officials.grammar.chain import Position
from analysis.officials.rosters.cells import BODY, LABEL, NAMES, OTHER, POST, RUN, TEXT, Cell, Line


class Entry(NamedTuple):
    """A name of a roster: its cell, the label it stands under, the post beside it, and what it holds in brackets."""

    name: Name
    cell: Cell
    label: Cell | None
    post: Cell | None
    held: tuple[Position, ...]
    also: bool  # whether 兼 stands behind it


@dataclass
class Stack:
    """Cells that wait for their other half."""

    label: Cell | None
    cells: list[Cell]


def entries(lines: Iterable[Line]) -> Iterator[Entry]:
    """The entries of a text, in text order of their labels and lines."""
    stack = Stack(None, [])
    for line in lines:
        if not any(cell.kind in {LABEL, OTHER, NAMES, RUN, POST} for cell in line.cells):
            if any(cell.kind in {TEXT, BODY} for cell in line.cells):
                yield from paired(stack)
                stack = Stack(None, [])
            continue
        for cells, label in split(line.cells, stack.label):
            if label is not stack.label or is_whole(cells):
                yield from paired(stack)
                stack = Stack(label, [])
            stack.cells += cells
            if is_whole(cells):
                yield from paired(stack)
                stack = Stack(label, [])
    yield from paired(stack)


def split(cells: Sequence[Cell], label: Cell | None) -> Iterator[tuple[list[Cell], Cell | None]]:
    """The cells of a line under each of its labels; another label than that of an office ends what was before."""
    here: list[Cell] = []
    for cell in cells:
        if cell.kind in {LABEL, OTHER}:
            if here:
                yield here, label
            here, label = [], cell if cell.kind == LABEL else None
            yield [], label
        else:
            here.append(cell)
    if here:
        yield here, label


def is_whole(cells: Sequence[Cell]) -> bool:
    """Whether cells hold a name and a post."""
    return {NAMES, POST} <= {cell.kind for cell in cells}


def with_bodies(cells: Sequence[Cell]) -> list[Cell]:
    """Names, posts, and what parts them; a body in a cell of its own goes to the post that has none: 市妇联 | 主席 | 乌兰琪."""
    found: list[Cell] = []
    body: Cell | None = None
    for cell in cells:
        if cell.kind == BODY:
            body = cell
        elif cell.kind == POST:
            found.append(in_body(cell, body) if body else cell)
            body = None
        elif cell.kind in {NAMES, RUN, TEXT}:
            found.append(cell)
    return found


def in_body(cell: Cell, body: Cell) -> Cell:
    """The post of a cell in the body of another."""
    first, *rest = cell.positions
    if first.body:
        return cell
    return cell._replace(positions=(first.with_body(body.text, body.start), *rest))


def paired(stack: Stack) -> Iterator[Entry]:
    """Names with their posts."""
    if not stack.cells:
        return
    cells = with_bodies([cell for cell in stack.cells if stack.label or cell.kind != RUN])
    orders = (list(names_first(cells)), list(posts_first(cells)))
    posts = sum(cell.kind == POST for cell in cells)
    left = [posts - len({id(post) for _, post in order if post}) for order in orders]
    begins_with_name = next((cell.kind for cell in cells if cell.kind != TEXT), POST) != POST
    order = orders[left[0] > left[1] or (left[0] == left[1] and not begins_with_name)]
    for cell, post in order:
        if post is None and stack.label is None and not any(cell.more):
            continue
        for name, held, also in zip(cell.names, cell.more, cell.also, strict=True):
            if stack.label or post or held:
                yield Entry(name, cell, stack.label, post, held, also)


def names_first(cells: Sequence[Cell]) -> Iterator[tuple[Cell, Cell | None]]:
    """Each name with the post right behind it."""
    for cell, behind in zip(cells, [*cells[1:], None], strict=False):
        if cell.kind not in {POST, TEXT}:
            yield cell, behind if behind and behind.kind == POST else None


def posts_first(cells: Sequence[Cell]) -> Iterator[tuple[Cell, Cell | None]]:
    """Each name with the last post before it."""
    post: Cell | None = None
    for cell in cells:
        if cell.kind in {POST, TEXT}:
            post = cell if cell.kind == POST else None
        else:
            yield cell, post

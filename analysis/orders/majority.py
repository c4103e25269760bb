"""The order that majorities make: along chains of them, and by the best orders where they run in a circle."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from analysis.orders.kemeny import EXACT, agreed_order

Ints = npt.NDArray[np.int64]
Truths = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Order:
    """A partial order of n persons.

    `before[i, j]` says that i stands before j, through others too. `cycle` numbers the groups of persons between whom majorities
    run in a circle; most hold one person, and those of one group stand in `before` as far as all best orders agree.
    """

    before: Truths
    cycle: Ints

    @property
    def methods(self) -> list[str]:
        """How the place of each person in its cycle was found."""
        sizes = np.bincount(self.cycle)[self.cycle].tolist()
        return ["majority" if n == 1 else "exact" if n <= EXACT else "heuristic" for n in sizes]

    @property
    def places(self) -> tuple[Ints, Ints]:
        """Of each person, how many stand before and how many behind."""
        return self.before.sum(axis=0), self.before.sum(axis=1)


def order_of(wins: Ints) -> Order:
    """The order in `wins`, shape (n, n): lists in which the row stands before the column.

    One stands before another if a chain of majorities leads there and none back. What that leaves open in a circle of majorities is
    settled by `kemeny.agreed_order` on the lists within it. Since the best order of all never breaks a majority between
    two circles (Truchon 1998, *An extension of the Condorcet criterion and Kemeny orders*), the parts make the whole.

    >>> order_of(np.array([[0, 1, 0], [0, 0, 1], [0, 0, 0]])).before.astype(int).tolist()
    [[0, 1, 1], [0, 0, 1], [0, 0, 0]]
    """
    following = _following(np.asarray(wins > wins.T))
    groups = _strong_components(following)
    cycle = np.zeros(len(wins), dtype=np.int64)
    for number, group in enumerate(groups):
        cycle[group] = number
    before: Truths = _reached(following, groups, cycle.tolist())[np.ix_(cycle, cycle)]
    for group in groups:
        if len(group) > 1:
            before[np.ix_(group, group)] = agreed_order(wins[np.ix_(group, group)])
    return Order(before, cycle)


def _reached(following: Sequence[Sequence[int]], groups: Sequence[Sequence[int]], cycle: Sequence[int]) -> Truths:
    """Which groups reach which, shape (n_groups, n_groups); nobody who follows a group stands in a later one.

    A group reaches its followers and what they reach, kept as the bits of one number. The nearest followers come first, since
    what they reach needs no second look.
    """
    reach: list[int] = []
    for number, group in enumerate(groups):
        bits = 0
        for other in sorted({cycle[person] for member in group for person in following[member]}, reverse=True):
            if other != number and not bits >> other & 1:
                bits |= reach[other] | 1 << other
        reach.append(bits)
    width = (len(groups) + 7) // 8
    packed = np.frombuffer(b"".join(bits.to_bytes(width, "little") for bits in reach), dtype=np.uint8)
    return np.unpackbits(packed.reshape(len(groups), width), axis=1, count=len(groups), bitorder="little").astype(bool)


def strong_components(edges: Truths) -> list[list[int]]:
    """The groups of nodes that reach one another, each after all that it reaches (Tarjan 1972, without recursion).

    >>> strong_components(np.array([[0, 1, 0], [1, 0, 1], [0, 0, 0]], dtype=bool))
    [[2], [0, 1]]
    """
    return _strong_components(_following(edges))


def _following(edges: Truths) -> list[list[int]]:
    first, second = np.nonzero(edges)
    stops = np.searchsorted(first, np.arange(len(edges) + 1)).tolist()
    nodes = second.tolist()
    return [nodes[start:stop] for start, stop in pairwise(stops)]


def _strong_components(following: Sequence[Sequence[int]]) -> list[list[int]]:
    index, low = [-1] * len(following), [0] * len(following)
    stack: list[int] = []
    on_stack = [False] * len(following)
    found: list[list[int]] = []
    count = 0
    for root in range(len(following)):
        if index[root] >= 0:
            continue
        path = [(root, iter(following[root]))]
        while path:
            node, rest = path[-1]
            if index[node] < 0:
                index[node] = low[node] = count
                count += 1
                stack.append(node)
                on_stack[node] = True
            for other in rest:
                if index[other] < 0:
                    path.append((other, iter(following[other])))
                    break
                if on_stack[other]:
                    low[node] = min(low[node], index[other])
            else:
                path.pop()
                if path:
                    above = path[-1][0]
                    low[above] = min(low[above], low[node])
                if low[node] == index[node]:
                    start = stack.index(node)
                    group, stack = stack[start:], stack[:start]
                    for member in group:
                        on_stack[member] = False
                    found.append(sorted(group))
    return found


def connected_components(edges: Truths) -> Ints:
    """The number of the connected group of each node, largest group first, then by its first node, shape (n,).

    >>> connected_components(np.array([[0, 0, 0], [0, 0, 1], [0, 0, 0]], dtype=bool)).tolist()
    [1, 0, 0]
    """
    near = edges | edges.T
    number = np.full(len(edges), -1)
    groups: list[list[int]] = []
    for root in range(len(edges)):
        if number[root] >= 0:
            continue
        group, number[root] = [root], len(groups)
        for node in group:
            fresh = np.flatnonzero(near[node] & (number < 0))
            number[fresh] = len(groups)
            group.extend(fresh.tolist())
        groups.append(group)
    by_size = sorted(range(len(groups)), key=lambda i: (-len(groups[i]), groups[i][0]))
    rank = np.empty(len(groups), dtype=np.int64)
    rank[by_size] = np.arange(len(groups))
    return np.asarray(rank[number])

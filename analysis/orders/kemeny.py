"""The orders of a group that contradict the fewest lists, where majorities run in a circle.

Kemeny 1959, *Mathematics without numbers*, Daedalus 88; the exact search over subsets is the one of Held and Karp, as in
Betzler et al. 2009, *Fixed-parameter algorithms for Kemeny rankings*, Theoretical Computer Science 410.
"""

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Truths = npt.NDArray[np.bool_]
EXACT = 12  # persons: 4,096 subsets take some milliseconds; each person more doubles that
MAX_PASSES = 100  # of the local search; each makes the order strictly better, five are usual


def agreed_order(wins: Ints) -> Truths:
    """Who stands before whom in all the best orders of a group, shape (n, n).

    Parameters
    ----------
    wins : ndarray of int, shape (n, n)
        Lists in which the row stands before the column.

    Returns
    -------
    ndarray of bool, shape (n, n)
        True where the best orders have the row before the column. For up to 12 persons: where all orders of least cost do, the
        cost being the sum over pairs of the lists that say otherwise. Above: where a chain of majorities leads from the one to
        the other, without those that go against the best order of a local search, which moves one person at a time. It
        starts from the Borda order and from that of the reversed lists; the cheaper end counts, or what both keep if they cost
        the same. It may miss the best order, and leaves open whom no such chain joins.

    >>> circle = np.array([[0, 2, 1], [1, 0, 2], [1, 1, 0]])  # a before b and b before c twice as often, a and c undecided
    >>> agreed_order(circle).astype(int).tolist()
    [[0, 1, 1], [0, 0, 1], [0, 0, 0]]
    """
    return _exact(wins) if len(wins) <= EXACT else _searched(wins)


def cost(wins: Ints, order: Ints) -> int:
    """Lists, pair by pair, that say otherwise than an order."""
    return int(np.tril(wins[np.ix_(order, order)], -1).sum())


def _exact(wins: Ints) -> Truths:
    n = len(wins)
    subsets = np.arange(1 << n)
    size = np.zeros(1, dtype=np.int64)
    for _ in range(n):
        size = np.concatenate([size, size + 1])
    price = _prices(wins)
    far = np.iinfo(np.int64).max // 4
    ahead, behind = np.full(1 << n, far), np.full(1 << n, far)
    ahead[0] = behind[-1] = 0
    lacking = [(subsets >> person) & 1 == 0 for person in range(n)]
    for k in range(n):
        for person in range(n):
            here = subsets[(size == k) & lacking[person]]
            there = here | (1 << person)
            ahead[there] = np.minimum(ahead[there], ahead[here] + price[here, person])
    for k in reversed(range(n)):
        for person in range(n):
            here = subsets[(size == k) & lacking[person]]
            behind[here] = np.minimum(behind[here], behind[here | (1 << person)] + price[here, person])
    can_precede = np.zeros((n, n), dtype=bool)
    for person in range(n):
        here = subsets[lacking[person]]
        best = ahead[here] + price[here, person] + behind[here | (1 << person)] == ahead[-1]
        before = int(np.bitwise_or.reduce(here[best]))
        can_precede[:, person] = [(before >> other) & 1 for other in range(n)]
    return can_precede & ~can_precede.T


def _prices(wins: Ints) -> Ints:
    """What it costs to put a person right behind a subset: lists with one of the others before, shape (2**n, n)."""
    inside = np.zeros((1, len(wins)), dtype=np.int64)
    for row in wins:
        inside = np.concatenate([inside, inside + row])
    return np.asarray(wins.sum(axis=0) - inside, dtype=np.int64)


def _searched(wins: Ints) -> Truths:
    one, other = _improved(wins), _improved(wins.T)[::-1]
    costs = cost(wins, one), cost(wins, other)
    majority = wins > wins.T
    kept = [majority & _as_relation(order) for order in (one, other)]
    if costs[0] == costs[1]:
        return _chained(kept[0] & kept[1], one)
    return _chained(kept[0], one) if costs[0] < costs[1] else _chained(kept[1], other)


def _chained(edges: Truths, order: Ints) -> Truths:
    """Edges and chains of them; they go along `order`, so there is no circle."""
    before = edges.copy()
    for person in order[::-1]:
        before[person] |= before[before[person]].any(axis=0)
    return before


def _as_relation(order: Ints) -> Truths:
    place = np.argsort(order)
    return place[:, None] < place[None, :]


def _improved(wins: Ints) -> Ints:
    """A local search: each person in turn goes to the best place, until nobody moves."""
    ahead, behind, margin = wins.sum(axis=1), wins.sum(axis=0), wins - wins.T
    order = np.argsort(-(ahead - behind) / np.maximum(1, ahead + behind), kind="stable")
    price = np.zeros(len(order), dtype=np.int64)
    for _ in range(MAX_PASSES):
        moved = False
        for person in order.copy():
            at = int((order == person).argmax())
            rest = np.concatenate([order[:at], order[at + 1 :]])
            # what standing at each place costs more than standing first: whom one passes should follow, less those who precede
            np.cumsum(margin[person, rest], out=price[1:])
            best = int(price.argmin())
            if price[best] < price[at]:
                order, moved = np.concatenate([rest[:best], [person], rest[best:]]), True
        if not moved:
            break
    return order

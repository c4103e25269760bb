"""Pairs to groups that do not chain: every member of a group is itself like its representative.

Texts are taken in the order of publication. A text joins the group of an earlier one that it repeats, if it can be a
reprint of that group's first text too; a text that repeats texts of two groups brings them together, if all members can
be reprints of the earlier first. So a series in which each text is a little like the one before it falls apart, and a
reader may take the first text of a group for all of it.
"""

from collections.abc import Iterator
from typing import Protocol

import numpy as np

from analysis.reading.reprints.bands import Pairs
from analysis.reading.reprints.shingles import Ints

_TRIED = 8  # likest earlier texts that a text is compared with; its own first is among them unless nine are liker


class Comparing(Protocol):
    """What compares two texts by their places; see `verify.Judge`."""

    def same(self, one: int, other: int) -> bool:
        """Whether one is a reprint of the other."""

    def akin(self, one: int, other: int) -> bool:
        """Whether both can be reprints of one text."""


def firsts(n: int, pairs: Pairs, judge: Comparing) -> Ints:
    """For each of `n` texts the place of the first of its group: its own, if it repeats none.

    >>> class Same:
    ...     def same(self, one, other): return True
    ...     akin = same
    >>> pairs = Pairs(np.array([0, 1]), np.array([1, 3]), np.array([0.9, 0.9]))
    >>> firsts(4, pairs, Same()).tolist()
    [0, 0, 2, 0]
    """
    first = np.arange(n)
    members: dict[int, list[int]] = {}  # of groups with more than one
    for text, likest in _earlier(pairs):
        for other in likest:
            target, own = int(first[other]), int(first[text])
            if target != own and _belongs(text, other, target, judge):
                _join(own, target, first, members, judge)
    return first


def _earlier(pairs: Pairs) -> Iterator[tuple[int, list[int]]]:
    """Each text that has earlier ones like it, and the likest of them."""
    starts = np.flatnonzero(np.concatenate([[True], pairs.later[1:] != pairs.later[:-1]])[: len(pairs.later)])
    for start, stop in zip(starts, np.append(starts, len(pairs.later))[1:], strict=True):
        yield int(pairs.later[start]), pairs.earlier[start : min(stop, start + _TRIED)].tolist()


def _belongs(text: int, other: int, target: int, judge: Comparing) -> bool:
    """Whether `text` repeats the first of the group, or repeats `other` and can be a reprint of the first."""
    return judge.same(text, target) or (other != target and judge.same(text, other) and judge.akin(text, target))


def _join(one: int, other: int, first: Ints, members: dict[int, list[int]], judge: Comparing) -> None:
    """Make one of two groups, unless a member of the later one can't be a reprint of the first of all."""
    early, late = min(one, other), max(one, other)
    moved = members.get(late, [late])
    if len(moved) == 1 or all(judge.akin(text, early) for text in moved):
        members[early] = members.get(early, [early]) + moved
        members.pop(late, None)
        first[moved] = early

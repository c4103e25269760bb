"""The labels of the chain: O, and B, I, E, S of each type; and which may follow which."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

TYPES = ("PERSON", "ORGANISATION", "PLACE", "POST")
# Begin, inside, end, single: a type has four labels in a row, behind O, which is 0.
PARTS = "BIES"
LABELS = ("O", *(f"{part}-{name}" for name in TYPES for part in PARTS))
N_LABELS = len(LABELS)
BEGIN, INSIDE, END, SINGLE = range(4)


def label(kind: str, part: int) -> int:
    """The number of a label.

    >>> LABELS[label("PLACE", SINGLE)]
    'S-PLACE'
    """
    return 1 + 4 * TYPES.index(kind) + part


def follows() -> npt.NDArray[np.bool_]:
    """Whether label `b` may stand right behind label `a`, at `[a, b]`; shape (n_labels, n_labels)."""
    ends = np.array([name[0] in "OES" for name in LABELS])
    starts = np.array([name[0] in "OBS" for name in LABELS])
    inside = np.array([[a[0] in "BI" and b[0] in "IE" and a[2:] == b[2:] for b in LABELS] for a in LABELS])
    may: npt.NDArray[np.bool_] = (ends[:, None] & starts[None, :]) | inside
    return may


FIRST = np.array([name[0] in "OBS" for name in LABELS])
LAST = np.array([name[0] in "OES" for name in LABELS])


def written(length: int, spans: Iterable[tuple[int, int, str]]) -> npt.NDArray[np.int8]:
    """The labels of a sentence with these names; they must not overlap.

    >>> [LABELS[i] for i in written(4, [(0, 3, "PERSON")])]
    ['B-PERSON', 'I-PERSON', 'E-PERSON', 'O']
    """
    labels = np.zeros(length, dtype=np.int8)
    for start, stop, kind in spans:
        labels[start:stop] = label(kind, INSIDE)
        labels[start], labels[stop - 1] = label(kind, BEGIN), label(kind, END)
        if stop - start == 1:
            labels[start] = label(kind, SINGLE)
    return labels


class Found(NamedTuple):
    """Names in sequences of labels, as arrays of one length: sequence after sequence, in order."""

    sequence: npt.NDArray[np.int64]
    start: npt.NDArray[np.int64]
    stop: npt.NDArray[np.int64]
    kind: npt.NDArray[np.int64]


def read(labels: npt.NDArray[np.int8]) -> Found:
    """The names that sequences of labels, shape (n_places, n_sequences), stand for; `kind` counts in `TYPES`.

    >>> found = read(written(5, [(0, 1, "PLACE"), (1, 4, "PERSON")])[:, None])
    >>> found.start.tolist(), found.stop.tolist(), [TYPES[kind] for kind in found.kind]
    ([0, 1], [1, 4], ['PLACE', 'PERSON'])
    """
    kind, part = np.divmod(labels.T.astype(np.int64) - 1, 4)
    named = labels.T > 0
    sequence, start = np.nonzero(named & ((part == BEGIN) | (part == SINGLE)))
    _, last = np.nonzero(named & ((part == END) | (part == SINGLE)))
    return Found(sequence, start, last + 1, kind[sequence, start])

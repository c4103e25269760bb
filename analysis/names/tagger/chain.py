"""The linear chain: sums over all sequences of labels, and the best one, for many sequences at once.

Arrays are laid out as (place, label, sequence), sequences sorted by length, longest first, so that at each place those that
still go on are the first few, and each step is a few long rows. Sums are kept in proportion at each place (Rabiner 1989),
which spares logarithms.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.names.tagger.labels import BEGIN, END, FIRST, INSIDE, LAST, PARTS, SINGLE, TYPES, follows, label

Floats = npt.NDArray[np.float32]
# Keeps divisions and logarithms of what is as good as 0 finite.
TINY = np.float32(1e-30)
# Stands for the logarithm of 0 without its trouble in sums.
NEVER = np.float32(-1e9)


# Labels after which a name may begin, and labels that may stand there; each type's labels, a row a part.
ENDING = np.array([0, *(label(kind, part) for kind in TYPES for part in (END, SINGLE))])
OPENING = np.array([0, *(label(kind, part) for kind in TYPES for part in (BEGIN, SINGLE))])
OF_TYPES = np.array([[label(kind, part) for kind in TYPES] for part in range(4)])


class Sums(NamedTuple):
    """What forward and backward sums give.

    Attributes
    ----------
    log_total : ndarray, shape (n_sequences,)
        The logarithm of the sum over all sequences of labels.
    forward, backward, emission : ndarray, shape (n_places, n_labels, n_sequences)
        In proportion at each place: their parts in the sum.
    scale : ndarray, shape (n_places, n_sequences)
        What `forward` was divided by at each place.
    total : ndarray, shape (n_sequences,)
        The sum over labels of `forward * backward`, the same at each place.
    """

    log_total: Floats
    forward: Floats
    backward: Floats
    emission: Floats
    scale: Floats
    total: Floats

    @property
    def marginals(self) -> Floats:
        """The probability of each label at each place; 0 behind the end."""
        return self.forward * self.backward / self.total


def active(lengths: npt.NDArray[np.int64]) -> list[int]:
    """How many sequences reach each place, and a last 0."""
    return [int((lengths > place).sum()) for place in range(int(lengths[0]))] + [0]


def sums(scores: Floats, lengths: npt.NDArray[np.int64], links: Floats, allowed: Floats | None = None) -> Sums:
    """Forward and backward sums.

    Parameters
    ----------
    scores : ndarray of float32, shape (n_places, n_labels, n_sequences)
    lengths : ndarray of int64, shape (n_sequences,)
        Not rising.
    links : ndarray of float32, shape (n_labels, n_labels)
        The weight of each label (column) behind each other (row); forbidden ones do not count.
    allowed : ndarray of float32, optional, shape of `scores`
        1 where a label may stand, else 0: the sum is over the sequences that agree with an annotation that leaves some
        places open (Bellare and McCallum 2007; Greenberg et al. 2018).
    """
    peak = scores.max(1, keepdims=True)
    emission = np.exp(scores - peak)
    if allowed is not None:
        emission *= allowed
    link = np.where(follows(), np.exp(links), 0).astype(np.float32)
    reach = active(lengths)
    forward, scale = _forward(emission, link, reach)
    backward = _backward(emission, scale, link, reach)
    total = np.maximum((forward[0] * backward[0]).sum(0), TINY)
    inside = np.arange(len(reach) - 1)[:, None] < lengths[None, :]
    log_total = ((np.log(scale) + peak[:, 0]) * inside).sum(0) + np.log(total)
    return Sums(log_total, forward, backward, emission, scale, total)


def _forward(emission: Floats, link: Floats, reach: list[int]) -> tuple[Floats, Floats]:
    forward, scale = np.zeros_like(emission), np.ones((emission.shape[0], emission.shape[2]), np.float32)
    for place, n in enumerate(reach[:-1]):
        before = FIRST.astype(np.float32)[:, None] if place == 0 else link.T @ forward[place - 1, :, :n]
        here = before * emission[place, :, :n]
        scale[place, :n] = np.maximum(here.sum(0), TINY)
        forward[place, :, :n] = here / scale[place, :n]
    return forward, scale


def _backward(emission: Floats, scale: Floats, link: Floats, reach: list[int]) -> Floats:
    backward = np.zeros_like(emission)
    for place in range(len(reach) - 2, -1, -1):
        n, further = reach[place], reach[place + 1]
        backward[place, :, further:n] = LAST[:, None]
        if further:
            following = emission[place + 1, :, :further] * backward[place + 1, :, :further]
            backward[place, :, :further] = link @ (following / scale[place + 1, :further])
    return backward


def pairs(found: Sums, links: Floats) -> Floats:
    """How often each label is expected behind each other one, in all sequences; shape (n_labels, n_labels)."""
    link = np.where(follows(), np.exp(links), 0).astype(np.float32)
    ahead = found.emission * found.backward / (found.scale * found.total)[:, None]
    before, behind = (part.transpose(1, 0, 2).reshape(len(link), -1) for part in (found.forward[:-1], ahead[1:]))
    expected: Floats = (before @ behind.T) * link
    return expected


def best(scores: Floats, lengths: npt.NDArray[np.int64], links: Floats) -> npt.NDArray[np.int8]:
    """The best sequence of labels for each sequence (Viterbi 1967); shape (n_places, n_sequences)."""
    link = np.where(follows(), links, NEVER).astype(np.float32)
    steps = _steps(link)
    reach = active(lengths)
    values = np.empty_like(scores)
    values[0] = scores[0] + np.where(FIRST, np.float32(0), NEVER)[:, None]
    for place, n in enumerate(reach[1:-1], start=1):
        values[place, :, :n] = _followed(values[place - 1, :, :n], steps) + scores[place, :, :n]
    labels = np.zeros((scores.shape[0], scores.shape[2]), dtype=np.int8)
    current = np.zeros(scores.shape[2], dtype=np.int64)
    for place in range(len(reach) - 2, -1, -1):
        n, further = reach[place], reach[place + 1]
        current[:further] = (values[place, :, :further] + link[:, current[:further]]).argmax(0)
        ends = values[place, :, further:n] + np.where(LAST, np.float32(0), NEVER)[:, None]
        current[further:n] = ends.argmax(0)
        labels[place, :n] = current[:n]
    return labels


class Steps(NamedTuple):
    """The links by what they lead to: the beginnings of names and O, and the inside and the end of each type."""

    opening: Floats
    inside: tuple[Floats, Floats]
    end: tuple[Floats, Floats]


def _steps(link: Floats) -> Steps:
    begin, inside, end = OF_TYPES[BEGIN], OF_TYPES[INSIDE], OF_TYPES[END]
    return Steps(
        link[np.ix_(ENDING, OPENING)][:, :, None],
        (link[begin, inside][:, None], link[inside, inside][:, None]),
        (link[begin, end][:, None], link[inside, end][:, None]),
    )


def _followed(values: Floats, steps: Steps) -> Floats:
    """The best value that leads to each label: from the ends of names to the beginnings of others, and inside a name."""
    out = np.empty_like(values)
    out[OPENING] = (values[ENDING][:, None] + steps.opening).max(0)
    begin, inside = values[BEGIN + 1 :: len(PARTS)], values[INSIDE + 1 :: len(PARTS)]
    for part, (from_begin, from_inside) in ((INSIDE, steps.inside), (END, steps.end)):
        np.maximum(begin + from_begin, inside + from_inside, out=out[part + 1 :: len(PARTS)])
    return out


class Certainty:
    """The probability of any stretch of a labelled path.

    Parameters
    ----------
    found : Sums
    links : ndarray, as in `sums`
    labels : ndarray of int8, shape (n_places, n_sequences)
    """

    def __init__(self, found: Sums, links: Floats, labels: npt.NDArray[np.int8]) -> None:
        place, sequence = np.ogrid[: labels.shape[0], : labels.shape[1]]
        self._begins = _log(found.forward[place, labels, sequence])
        self._ends = _log(found.backward[place, labels, sequence] / found.total)
        steps = _log(found.emission[place, labels, sequence]) - np.log(found.scale)
        steps[1:] += links[labels[:-1], labels[1:]]
        self._steps = np.cumsum(steps, axis=0, dtype=np.float64)

    def of(
        self, sequence: npt.NDArray[np.int64], first: npt.NDArray[np.int64], last: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.float64]:
        """The probability that the places `first` to `last`, the latter included, bear their labels."""
        between = self._steps[last, sequence] - self._steps[first, sequence]
        logs = self._begins[first, sequence] + between + self._ends[last, sequence]
        probabilities: npt.NDArray[np.float64] = np.minimum(np.exp(logs), 1.0)
        return probabilities


def _log(values: Floats) -> Floats:
    return np.log(np.maximum(values, TINY))

"""Texts to names: keys, weights, the best labels, and how sure they are."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from functools import cache
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from analysis.errors import AnalysisError, value_invalid
from analysis.model_files import model_file
from analysis.names.tagger.chain import NEVER, Certainty, Floats, best, sums
from analysis.names.tagger.hashing import HashIndex, short
from analysis.names.tagger.labels import N_LABELS, TYPES, read
from analysis.names.tagger.page import Page
from analysis.names.tagger.templates import features
from analysis.names.tagger.weights import STEP, Weights, load

# Pages of about so many letters are worked on at a time: their scores stay in the cache.
PAGE = 1 << 15
# A longer text is read in parts: a million letters at once would take 350 MB.
STRETCH = 1 << 17
# The chain is cut behind these, which no name holds; features look across.
ENDS = re.compile("[。！？；，\n]")
# A text without them is cut after so many letters: long enough for any name, short enough that a batch stays even.
LONGEST = 120
# Sequences decoded at a time.
BATCH = 512

Item = TypeVar("Item")


class Tagged(NamedTuple):
    """A name that the model sees: its place, its type, and the probability of just these edges and this type."""

    start: int
    stop: int
    type: str
    confidence: float


class Tagger:
    """Finds persons, organisations, places and posts.

    Parameters
    ----------
    weights : Weights
    style : str, optional
        The training set whose notion of a name is followed; the first of `weights.styles` if none is given. In the default
        model that is msra, which is nearest to our guideline (`analysis/names/README.md`).

    Raises
    ------
    AnalysisError
        If there is no such style.

    >>> [(name.start, name.stop, name.type) for name in tagger().tag(["水利部副部长田远山到临江调研。"])[0]]
    [(0, 3, 'ORGANISATION'), (3, 6, 'POST'), (6, 9, 'PERSON'), (10, 12, 'PLACE')]
    """

    def __init__(self, weights: Weights, style: str | None = None) -> None:
        self.weights = weights
        self._style = _number(weights.styles[0] if style is None else style, weights.styles)
        self._index = HashIndex(weights.keys)
        rows = np.zeros((len(weights.keys) + 1, N_LABELS - 1), dtype=np.int16)
        rows[1:] = weights.values
        self._rows = rows
        self._table = weights.knowledge.table()

    def in_style(self, style: str) -> "Tagger":
        """The same model with another notion of a name."""
        other = copy(self)
        other._style = _number(style, self.weights.styles)
        return other

    def tag(self, texts: Sequence[str]) -> list[list[Tagged]]:
        """The names of each text, in text order; they do not overlap.

        Many texts at once are quicker than one by one. What a text gives does not depend on the others.
        """
        found: list[list[Tagged]] = [[] for _ in texts]
        parts = [(number, start, stop) for number, text in enumerate(texts) for start, stop in stretches(text)]
        places = iter(parts)
        for some in pages((texts[number][start:stop] for number, start, stop in parts), len):
            for names in self._tagged(some):
                number, offset, _ = next(places)
                moved = (name._replace(start=name.start + offset, stop=name.stop + offset) for name in names)
                found[number].extend(moved if offset else names)
        return found

    def _tagged(self, texts: Sequence[str]) -> list[list[Tagged]]:
        page = Page(texts)
        scores = self.scores(page)
        found: list[list[Tagged]] = [[] for _ in texts]
        pieces = [(number, start, stop) for number, text in enumerate(texts) for start, stop in clauses(text)]
        pieces.sort(key=lambda piece: piece[1] - piece[2])
        for first in range(0, len(pieces), BATCH):
            batch = pieces[first : first + BATCH]
            starts = np.array([page.starts[number] + start for number, start, _ in batch])
            lengths = np.array([stop - start for _, start, stop in batch])
            for sequence, start, stop, kind, sure in self._names(scores, starts, lengths):
                number, begin, _ = batch[sequence]
                found[number].append(Tagged(begin + start, begin + stop, kind, sure))
        return [sorted(names) for names in found]

    def scores(self, page: Page) -> Floats:
        """The score of each label at each place; shape (n, n_labels)."""
        style = np.full(len(page), self._style)
        total = np.zeros((len(page), N_LABELS - 1), dtype=np.int16)
        for _, keys in features(page, self.weights.knowledge, self._table, style):
            total += self._rows.take(self._index.find(short(keys)), axis=0)
        scores = np.zeros((len(page), N_LABELS), dtype=np.float32)
        scores[:, 1:] = total
        scores *= np.float32(STEP)
        scores[page.codes == ord("\n"), 1:] = NEVER  # no name goes over the end of a line
        return scores

    def _names(
        self, scores: Floats, starts: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64]
    ) -> Iterator[tuple[int, int, int, str, float]]:
        """(sequence, start, stop, type, probability) of the names of some sequences, longest first."""
        places = np.minimum(np.arange(lengths[0])[:, None], lengths[None, :] - 1) + starts[None, :]
        block = np.ascontiguousarray(scores[places].transpose(0, 2, 1))
        labels = best(block, lengths, self.weights.links)
        named = np.flatnonzero(labels.any(axis=0))
        if not len(named):
            return
        lengths = lengths[named]
        block, labels = np.ascontiguousarray(block[: lengths[0], :, named]), labels[: lengths[0], named]
        found = read(labels)
        certainty = Certainty(sums(block, lengths, self.weights.links), self.weights.links, labels)
        sure = certainty.of(found.sequence, found.start, found.stop - 1).round(4)
        kinds = [TYPES[kind] for kind in found.kind.tolist()]
        yield from zip(
            named[found.sequence].tolist(), found.start.tolist(), found.stop.tolist(), kinds, sure.tolist(), strict=True
        )


def _number(style: str, styles: Sequence[str]) -> int:
    if style not in styles:
        raise AnalysisError(value_invalid("style", style, styles))
    return styles.index(style) + 1


def pages(items: Iterable[Item], letters: Callable[[Item], int]) -> Iterator[list[Item]]:
    """The items, in groups of about `PAGE` letters."""
    some: list[Item] = []
    size = 0
    for item in items:
        some.append(item)
        size += letters(item)
        if size >= PAGE:
            yield some
            some, size = [], 0
    if some:
        yield some


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Parts of a text of at most `STRETCH` letters, cut behind a clause where there is one in the last thousand letters."""
    start = 0
    while len(text) - start > STRETCH:
        ends = [match.end() for match in ENDS.finditer(text, start + STRETCH - 1000, start + STRETCH)]
        stop = ends[-1] if ends else start + STRETCH
        yield start, stop
        start = stop
    yield start, len(text)


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that are labelled each by itself.

    >>> list(clauses("会议开始，由他主持。"))
    [(0, 5), (5, 10)]
    """
    start = 0
    for end in [*(match.end() for match in ENDS.finditer(text)), len(text)]:
        while end - start > LONGEST:
            yield start, start + LONGEST
            start += LONGEST
        if end > start:
            yield start, end
            start = end


@cache
def tagger(name: str = "default") -> Tagger:
    """The model of this name: `default`, trained on all sets, or `open`, on openly licensed ones alone.

    Raises
    ------
    AnalysisError
        If there is no such model.
    """
    return Tagger(load(model_file(name)))

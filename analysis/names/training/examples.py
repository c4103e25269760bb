"""Annotated sentences as arrays: the features of each letter by number, and the labels it may have."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis.names.tagger.hashing import Keys
from analysis.names.tagger.knowledge import Knowledge
from analysis.names.tagger.labels import N_LABELS, PARTS, label, written
from analysis.names.tagger.page import Page
from analysis.names.tagger.templates import IN_STYLE, features, in_style
from analysis.names.training.notations import Labelled
from analysis.names.training.sets import SETS, Sentence


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence to learn from.

    Attributes
    ----------
    names : tuple of Labelled
        With our types, not overlapping.
    free : tuple of (start, stop)
        Stretches that the set calls something we have no type for: any label may stand there.
    """

    text: str
    names: tuple[Labelled, ...]
    free: tuple[tuple[int, int], ...]
    set_name: str


def example(sentence: Sentence, set_name: str) -> Example:
    """The sentence with our types; of overlapping names the first and longest."""
    one, names, free, stop = SETS[set_name], [], [], 0
    for span in sorted(sentence.spans, key=lambda span: (span.start, -span.stop)):
        if span.start < stop:
            continue
        stop = span.stop
        kind = one.labels[span.label]
        if kind in one.types:
            names.append(span._replace(label=kind))
        else:
            free.append((span.start, span.stop))
    return Example(sentence.text, tuple(names), tuple(free), set_name)


def allowed(one: Example) -> npt.NDArray[np.bool_]:
    """The labels each letter may have, `(n, n_labels)`: a type its set does not annotate may stand wherever nothing does."""
    labels = written(len(one.text), one.names)
    may = np.zeros((len(one.text), N_LABELS), dtype=bool)
    may[np.arange(len(labels)), labels] = True
    for kind in sorted(SETS[one.set_name].unknown):
        for part in range(len(PARTS)):
            may[labels == 0, label(kind, part)] = True
    for start, stop in one.free:
        may[start:stop] = True
    return may


def all_keys(page: Page, knowledge: Knowledge, styles: npt.NDArray[np.int64]) -> Iterator[tuple[str, Keys]]:
    """Every template's keys, those of styles included."""
    for name, keys in features(page, knowledge, knowledge.table()):
        yield name, keys
        if name in IN_STYLE:
            yield f"s{name}", in_style(name, keys, styles)
    yield "sany", in_style("any", None, styles)


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """Examples as arrays.

    Attributes
    ----------
    numbers : ndarray of int32, shape (n_letters, n_templates)
        The features of each letter; 0 for those too rare to learn.
    keys : ndarray of uint64, shape (n_features,)
        The key of each feature; that of 0 is 0.
    counts : ndarray of int64, shape (n_features,)
        How many letters have it.
    bounds : ndarray of int64, shape (n_examples + 1,)
        Example `i` has the letters `bounds[i]:bounds[i + 1]`.
    templates : list of str
    """

    numbers: npt.NDArray[np.int32]
    keys: Keys
    counts: npt.NDArray[np.int64]
    bounds: npt.NDArray[np.int64]
    templates: list[str]


def material(examples: Sequence[Example], styles: Sequence[str], knowledge: Knowledge, least: int = 2) -> Material:
    """The features of the examples that occur `least` times or more."""
    page = Page([one.text for one in examples])
    style = np.zeros(len(page), dtype=np.int64)
    inside = np.zeros(len(page), dtype=bool)
    for one, start, stop in zip(examples, page.starts, page.stops, strict=True):
        style[start:stop] = styles.index(one.set_name) + 1
        inside[start:stop] = True
    columns, keys, counts, templates, n = [], [np.zeros(1, dtype=np.uint64)], [np.zeros(1, dtype=np.int64)], [], 1
    for name, values in all_keys(page, knowledge, style):
        known, where, count = np.unique(values[inside], return_inverse=True, return_counts=True)
        kept = count >= least
        number = np.where(kept, n - 1 + np.cumsum(kept), 0).astype(np.int32)
        columns.append(number[where])
        keys.append(known[kept])
        counts.append(count[kept])
        templates.append(name)
        n += int(kept.sum())
    bounds = np.concatenate([[0], np.cumsum([len(one.text) for one in examples])]).astype(np.int64)
    return Material(np.stack(columns, axis=1), np.concatenate(keys), np.concatenate(counts), bounds, templates)

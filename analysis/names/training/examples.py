"""Annotated sentences as arrays: the features of each letter by number, and the labels it may have."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from analysis.names.posts import find_posts
from analysis.names.spotter import Spotter
from analysis.names.tagger.hashing import Keys
from analysis.names.tagger.knowledge import Knowledge
from analysis.names.tagger.labels import N_LABELS, PARTS, label, written
from analysis.names.tagger.page import Page
from analysis.names.tagger.templates import features
from analysis.names.training.notations import Labelled
from analysis.names.training.sets import SETS, Sentence
from analysis.spans import keep_longest


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence to learn from.

    Attributes
    ----------
    names : tuple of Labelled
        With our types, not overlapping.
    set_name : str
    maybe : tuple of Labelled
        Stretches that may be a name of a type that the set does not annotate.
    """

    text: str
    names: tuple[Labelled, ...]
    set_name: str
    maybe: tuple[Labelled, ...] = ()


def example(sentence: Sentence, set_name: str, listed: Mapping[str, Spotter] = MappingProxyType({})) -> Example:
    """The sentence with our types; of overlapping names the first and longest.

    `listed` has, for a type, words that may be names of it. Where a set does not annotate a type, only these are left open:
    left open everywhere, the type would spread over what no set says anything about.
    """
    one, names, stop = SETS[set_name], [], 0
    for span in sorted(sentence.spans, key=lambda span: (span.start, -span.stop)):
        if span.start < stop:
            continue
        stop = span.stop
        kind = one.labels[span.label]
        if kind in one.types:
            names.append(span._replace(label=kind))
    posts = posts_beside(sentence.text, names, listed["POST"]) if "POST" in one.unknown & listed.keys() else []
    maybe = [
        Labelled(start, stop, kind)
        for kind in sorted(one.unknown & listed.keys())
        for start, stop in listed[kind].find(sentence.text)
    ]
    learnt = sorted([*names, *(post for post in posts if _is_apart(post, names))])
    return Example(sentence.text, tuple(learnt), set_name, tuple(maybe))


def posts_beside(text: str, names: Sequence[Labelled], listed: Spotter) -> list[Labelled]:
    """Posts that need no annotator: offices of our titles, and listed callings that touch an annotated person or body.

    What a set with posts calls a post (国家主席) is taken whole where our titles have its head alone. Without these, news has no
    post to learn from, since no set of news annotates them; nine in ten are right (`tests/cases/mentions.txt`).
    """
    begin, end = {name.start for name in names if name.label == "PERSON"}, {name.stop for name in names}
    words = {start: stop for start, stop in listed.find(text)}
    found = {start: stop for start, stop in words.items() if stop in begin or start in end}
    for post in find_posts(text):
        touches = post.stop in begin or post.start in end
        if post.official_class != "none" and (touches or not post.guarded):
            start = next((a for a, b in words.items() if a <= post.start and post.stop <= b), post.start)
            found[start] = max(post.stop, words.get(start, 0))
    return [Labelled(*span, "POST") for span in keep_longest(found.items())]


def _is_apart(span: Labelled, names: Iterable[Labelled]) -> bool:
    return all(span.stop <= name.start or name.stop <= span.start for name in names)


def lists(
    sentences: Iterable[tuple[str, Sentence]], places: Iterable[str], titles: Iterable[str]
) -> dict[str, Spotter]:
    """Words that may be posts: our titles, and what some set calls a post twice; and words that may be places."""
    posts = Counter(
        sentence.text[span.start : span.stop]
        for name, sentence in sentences
        for span in sentence.spans
        if SETS[name].labels[span.label] == "POST"
    )
    return {"POST": Spotter([*titles, *(post for post, n in posts.items() if n > 1)]), "PLACE": Spotter(places)}


def allowed(one: Example) -> npt.NDArray[np.bool_]:
    """The labels each letter may have, `(n, n_labels)`."""
    labels = written(len(one.text), one.names)
    may = np.zeros((len(one.text), N_LABELS), dtype=bool)
    may[np.arange(len(labels)), labels] = True
    for start, stop, kind in one.maybe:
        inside = np.flatnonzero(labels[start:stop] == 0) + start
        for part in range(len(PARTS)):
            may[inside, label(kind, part)] = True
    return may


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
    for name, values in features(page, knowledge, knowledge.table(), style):
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

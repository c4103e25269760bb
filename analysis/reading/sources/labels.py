"""The ids of documents: a name without its suffix, with it where two would be the same."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np

from analysis.reading.sources.kinds import parted


def doc_ids(names: Sequence[str]) -> list[str]:
    """One id a name: without its suffix, with it where two would be the same, numbered where even that is.

    >>> doc_ids(["a/会议.md", "b.md", "b.txt"])
    ['a/会议', 'b.md', 'b.txt']
    """
    named = [(name, parted(name)[0]) for name in names]
    labels = Labels(named)
    return [labels.of(name, stem) for name, stem in named]


class Labels:
    """What `doc_ids` gives for names that come twice: once to be counted, once to be labelled.

    Kept of each name are 16 bytes, so that the members of an archive need not be held.

    >>> labels = Labels([("a.md", "a"), ("a.txt", "a"), ("a.txt", "a")])
    >>> labels.of("a.md", "a"), labels.of("a.txt", "a"), labels.of("a.txt", "a")
    ('a.md', 'a.txt', 'a.txt~2')
    """

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        keys = np.fromiter((_key(part) for pair in named for part in set(pair)), dtype=np.uint64)
        self._known, counts = np.unique(keys, return_counts=True)
        self._twins = frozenset(self._known[counts > 1].tolist())
        self._seen: Counter[str] = Counter()

    def of(self, name: str, stem: str) -> str:
        """The label of the next of these names."""
        if not self._twins or _key(stem) not in self._twins:
            return stem
        self._seen[name] += 1
        return name if self._seen[name] == 1 else self._numbered(name)

    def _numbered(self, name: str) -> str:
        while self._is_name(label := f"{name}~{self._seen[name]}"):
            self._seen[name] += 1
        return label

    def _is_name(self, label: str) -> bool:
        key = np.uint64(_key(label))
        place = int(np.searchsorted(self._known, key))
        return place < len(self._known) and self._known[place] == key


def all_different(values: Iterable[str]) -> bool:
    """Whether no value comes twice or is empty; held are 8 bytes of each.

    >>> all_different(["a", "b"]), all_different(["a", "a"]), all_different(["a", ""])
    (True, False, False)
    """
    keys = np.fromiter((_key(value) for value in chain(("",), values)), dtype=np.uint64)
    return len(np.unique(keys)) == len(keys)


def _key(text: str) -> int:
    """A hash that is the same in every process; among a million names two agree by chance once in 10 million corpora."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest())

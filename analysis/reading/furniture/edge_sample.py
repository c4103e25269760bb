"""A sample of the edges of every source's documents: bounded in memory, and the same whatever the order they come in."""

from collections import Counter
from dataclasses import dataclass, field
from hashlib import blake2b

from analysis.document import Document
from analysis.reading.furniture.edges import Edges, edges_of

MAX_SAMPLED = 20_000  # documents of all sources together; about 30 MB
MAX_INNER = 400_000  # distinct lines inside articles that are counted; about 40 MB


@dataclass(slots=True)
class SourceSample:
    """The sampled documents of one source by a hash of their text, and how many documents each inner line stands in."""

    level: int = 0  # documents are kept whose hash ends in so many zero bits
    documents: dict[int, Edges] = field(default_factory=dict)
    inner: Counter[int] = field(default_factory=Counter)
    n_long: int = 0  # longer lines inside articles; taken as seen once each
    n_seen: int = 0

    def add(self, key: int, edges: Edges) -> None:
        """Counts a document, and keeps its edges if it falls into the sample."""
        self.n_seen += 1
        for line in edges.inner:
            self.inner[line] += 1
        self.n_long += edges.n_long
        if not key & ((1 << self.level) - 1):
            self.documents[key] = edges

    def halve(self) -> None:
        """Keeps every second document of the sample, by hash."""
        self.level += 1
        self.documents = {key: edges for key, edges in self.documents.items() if not key & ((1 << self.level) - 1)}


class EdgeSample:
    """The samples of all sources.

    When the sample is full the largest source's part is halved by hash: adaptive sampling (Wegman; Flajolet, P. (1990).
    On adaptive sampling. Computing 43, 391-400). When too many inner lines are counted, those seen once are dropped:
    lossy counting (Manku, G. S. & Motwani, R. (2002). Approximate frequency counts over data streams. VLDB).
    """

    def __init__(self) -> None:
        self.sources: dict[str, SourceSample] = {}
        self._n_sampled = self._n_inner = 0

    def add(self, document: Document) -> None:
        """Takes one document in; the document itself is not kept."""
        site = site_of(document)
        sample = self.sources.get(site) or self.sources.setdefault(site, SourceSample())
        before = len(sample.documents), len(sample.inner)
        key = int.from_bytes(blake2b(document.text.encode("utf-8", "surrogatepass"), digest_size=8).digest())
        sample.add(key, edges_of(document.text))
        self._n_sampled += len(sample.documents) - before[0]
        self._n_inner += len(sample.inner) - before[1]
        if self._n_sampled > MAX_SAMPLED:
            self._halve_largest()
        if self._n_inner > MAX_INNER:
            self._drop_rare()

    def _halve_largest(self) -> None:
        _, name = max((len(sample.documents), name) for name, sample in self.sources.items())
        before = len(self.sources[name].documents)
        self.sources[name].halve()
        self._n_sampled += len(self.sources[name].documents) - before

    def _drop_rare(self) -> None:
        for sample in self.sources.values():
            sample.inner = Counter({line: n for line, n in sample.inner.items() if n > 1})
        self._n_inner = sum(len(sample.inner) for sample in self.sources.values())


def site_of(document: Document) -> str:
    """Whose furniture a document may carry: the site that published it, else its source, else its first folder.

    >>> site_of(Document("a", metadata={"author": "临江在线"}, source="工人日报")), site_of(Document("a", path="x/y/a.md"))
    ('临江在线', 'x')
    """
    author = document.metadata.get("author")
    named = author if isinstance(author, str) and author.strip() else document.source
    return named.strip() or document.path.rpartition("/")[0].partition("/")[0]

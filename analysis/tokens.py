"""The tokens of a whole corpus in three arrays: four bytes a token, and counting is NumPy."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """What every token of every document is.

    Attributes
    ----------
    words, tags : list of str, length n_types
        The word and the part of speech of each type; a type is a (word, tag) pair.
    ids : ndarray of int32, shape (n_tokens,)
        The type of each token, document after document, in text order. Nothing is left out: the words of a document,
        joined, are its text.
    bounds : ndarray of int64, shape (n_documents + 1,)
        Document `d` has the tokens `ids[bounds[d]:bounds[d + 1]]`.

    >>> tokens = Tokens.of([[("水利部", "nt"), ("开会", "v")], [("开会", "v")]])
    >>> tokens.ids.tolist(), tokens.bounds.tolist(), tokens.words
    ([0, 1, 1], [0, 2, 3], ['水利部', '开会'])
    """

    words: list[str]
    tags: list[str]
    ids: npt.NDArray[np.int32]
    bounds: npt.NDArray[np.int64]

    @classmethod
    def of(cls, documents: Iterable[Iterable[tuple[str, str]]]) -> "Tokens":
        """Tokens from documents given as (word, tag) pairs; types are numbered as they first come."""
        types: dict[tuple[str, str], int] = {}
        ids: list[int] = []
        bounds = [0]
        for document in documents:
            ids.extend(types.setdefault(pair, len(types)) for pair in document)
            bounds.append(len(ids))
        words, tags = [word for word, _ in types], [tag for _, tag in types]
        return cls(words, tags, np.array(ids, dtype=np.int32), np.array(bounds, dtype=np.int64))

    @classmethod
    def joined(cls, parts: Sequence["Tokens"]) -> "Tokens":
        """The parts as one, documents in the order given: the same as if they had been made in one go.

        >>> a, b = Tokens.of([[("会议", "n")]]), Tokens.of([[("部", "n"), ("会议", "n")]])
        >>> Tokens.joined([a, b]).ids.tolist()
        [0, 1, 0]
        """
        types: dict[tuple[str, str], int] = {}
        ids, sizes = [np.zeros(0, dtype=np.int32)], [np.zeros(1, dtype=np.int64)]
        for part in parts:
            pairs = zip(part.words, part.tags, strict=True)
            renumber = np.array([types.setdefault(pair, len(types)) for pair in pairs], dtype=np.int32)
            ids.append(renumber[part.ids])
            sizes.append(np.diff(part.bounds))
        words, tags = [word for word, _ in types], [tag for _, tag in types]
        return cls(words, tags, np.concatenate(ids), np.cumsum(np.concatenate(sizes)))

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def document(self, d: int) -> Iterator[tuple[str, str]]:
        """The (word, tag) pairs of document `d`."""
        for i in self.ids[self.bounds[d] : self.bounds[d + 1]]:
            yield self.words[i], self.tags[i]

    def select(self, keep: Sequence[int]) -> "Tokens":
        """The tokens of the documents `keep`, in that order; types keep their numbers."""
        pieces = [self.ids[self.bounds[d] : self.bounds[d + 1]] for d in keep]
        ids = np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.int32)
        bounds = np.cumsum([0, *(len(piece) for piece in pieces)]).astype(np.int64)
        return Tokens(self.words, self.tags, ids, bounds)

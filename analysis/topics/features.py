"""Documents as numbers: counts of words and of neighbouring characters, and the few dimensions those boil down to.

Two views are kept side by side because each repairs the other: words carry the names and terms, pairs of characters
survive every mistake of the segmenter. KMeans on 20,000 headlines reached a V-measure of .31 with words, .38 with
characters, and .42 with both and a consensus of runs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from analysis.tokens import Tokens

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

TEXT_LIMIT = 2_000  # characters read of each text: news says what it is about at the top; errs against long annexes
MIN_DOCUMENTS = 2  # a feature of one document ties it to no other
MAX_SHARE = 0.8  # a feature of nearly all documents tells few apart; half would take its own words from a large topic
MAX_FEATURES = 50_000  # the most widespread ones; bounds memory and errs against rare terms
DIMENSIONS = 100  # of each view; 200 gained nothing on headlines
CHUNK = 4_000  # documents counted at once: about 100 MB of character pairs
CODE_POINT_BITS = 21  # Unicode ends at 0x10FFFF


def word_numbers(tokens: Tokens) -> Ints:
    """The number of the word of each type, the same for one word under several tags: its first type."""
    first: dict[str, int] = {}
    return np.array([first.setdefault(word, i) for i, word in enumerate(tokens.words)], dtype=np.int64)


def token_documents(tokens: Tokens) -> Ints:
    """The document of each token."""
    return np.repeat(np.arange(len(tokens)), np.diff(tokens.bounds))


def word_features(tokens: Tokens, content: npt.NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """The document and the word of every token whose type is `content`."""
    kept = content[tokens.ids]
    return token_documents(tokens)[kept], word_numbers(tokens)[tokens.ids[kept]]


def character_features(texts: Sequence[str], single: bool = True) -> tuple[Ints, Ints]:
    """The document and the code of every pair of letters (and every single letter) in the first 2,000 characters.

    Letters are what `str.isalnum` takes; a pair never spans a blank or a mark. The code of a pair is its two code
    points.
    """
    heads = [text[:TEXT_LIMIT] for text in texts]
    code = np.frombuffer("".join(heads).encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.int64)
    document = np.repeat(np.arange(len(heads)), [len(head) for head in heads])
    points, place = np.unique(code, return_inverse=True)
    letter = np.array([chr(point).isalnum() for point in points], dtype=bool)[place]
    pair = letter[1:] & letter[:-1] & (document[1:] == document[:-1])
    pairs = document[1:][pair], code[:-1][pair] << CODE_POINT_BITS | code[1:][pair]
    if not single:
        return pairs
    return np.concatenate([document[letter], pairs[0]]), np.concatenate([code[letter], pairs[1]])


def vocabulary(features: tuple[Ints, Ints], n_documents: int) -> Ints:
    """The feature codes worth counting, sorted: those in two documents or more, but not in nearly all."""
    codes = np.unique(features[1])
    n = count_matrix(features, codes, n_documents).getnnz(axis=0)
    wanted = (n >= MIN_DOCUMENTS) & (n <= max(MIN_DOCUMENTS, MAX_SHARE * n_documents))
    codes, n = codes[wanted], n[wanted]
    commonest = np.argsort(-n, kind="stable")[:MAX_FEATURES]
    return np.asarray(np.sort(codes[commonest]))


def count_matrix(features: tuple[Ints, Ints], codes: Ints, n_documents: int) -> "csr_matrix":
    """How often each document has each of the sorted `codes`: sparse float32, shape (n_documents, len(codes))."""
    from scipy.sparse import csr_matrix

    document, code = features
    column = np.searchsorted(codes, code)
    known = column < len(codes)
    known[known] = codes[column[known]] == code[known]
    ones = np.ones(int(known.sum()), dtype=np.float32)
    counts = csr_matrix((ones, (document[known], column[known])), shape=(n_documents, len(codes)))
    counts.sum_duplicates()
    return counts


@dataclass(frozen=True, slots=True, eq=False)
class Reader:
    """Reads documents as counts, in the vocabulary of the sample it was fitted on.

    Attributes
    ----------
    content : ndarray of bool, shape (n_types,)
        Which token types are words worth counting.
    words, characters : ndarray of int64
        The sorted codes of the two views.
    """

    content: npt.NDArray[np.bool_]
    words: Ints
    characters: Ints

    @classmethod
    def fitted(cls, tokens: Tokens, texts: Sequence[str], content: npt.NDArray[np.bool_]) -> "Reader":
        """A reader whose vocabulary is that of these documents."""
        words = vocabulary(word_features(tokens, content), len(texts))
        return cls(content, words, vocabulary(character_features(texts), len(texts)))

    def counts(self, tokens: Tokens, texts: Sequence[str]) -> tuple["csr_matrix", "csr_matrix"]:
        """The count matrices of words and of characters."""
        n = len(texts)
        words = count_matrix(word_features(tokens, self.content), self.words, n)
        return words, count_matrix(character_features(texts), self.characters, n)

    def mixed_counts(self, tokens: Tokens, texts: Sequence[str]) -> "csr_matrix":
        """Words and character pairs in one count matrix; single characters say little in a mixture and are left out."""
        from scipy.sparse import hstack

        pairs = self.characters[self.characters >> CODE_POINT_BITS > 0]
        words = count_matrix(word_features(tokens, self.content), self.words, len(texts))
        return hstack([words, count_matrix(character_features(texts, single=False), pairs, len(texts))]).tocsr()


def chunks(tokens: Tokens, texts: Sequence[str]) -> Iterator[tuple[Tokens, Sequence[str]]]:
    """The documents a few thousand at a time, so that memory does not grow with the corpus."""
    for start in range(0, len(texts), CHUNK):
        rows = range(start, min(start + CHUNK, len(texts)))
        yield tokens.select(rows), texts[rows.start : rows.stop]


@dataclass(frozen=True, slots=True, eq=False)
class Projection:
    """TF-IDF, then latent semantic analysis: from the counts of one view to unit vectors of at most 100 dimensions.

    Term frequency is damped as 1 + log tf, the weight of a feature is log((1 + n) / (1 + df)) + 1 (Manning, Raghavan
    and Schütze 2008, ch. 6); the dimensions are the leading singular vectors (Deerwester et al. 1990, *Indexing by
    latent semantic analysis*).
    """

    idf: Floats
    svd: Any

    @classmethod
    def fitted(cls, counts: "csr_matrix", seed: int) -> "Projection":
        """The projection these counts ask for; they need at least one column."""
        from sklearn.decomposition import TruncatedSVD

        n, n_features = counts.shape
        df = np.bincount(counts.indices, minlength=n_features)
        plain = cls((np.log((1 + n) / (1 + df)) + 1).astype(np.float32), None)
        svd = TruncatedSVD(max(1, min(DIMENSIONS, n - 1, n_features - 1)), random_state=seed)
        with np.errstate(divide="ignore", invalid="ignore"):  # rows all alike have no variance to explain
            return cls(plain.idf, svd.fit(plain.weighted(counts)))

    def weighted(self, counts: "csr_matrix") -> "csr_matrix":
        """TF-IDF with rows of length one (or zero)."""
        from sklearn.preprocessing import normalize

        damped = counts.copy()
        damped.data = (1 + np.log(damped.data)) * self.idf[damped.indices]
        return normalize(damped)

    def points(self, counts: "csr_matrix") -> Floats:
        """Unit rows (zero rows stay zero), shape (n_documents, at most 100)."""
        from sklearn.preprocessing import normalize

        return np.asarray(normalize(self.svd.transform(self.weighted(counts))), dtype=np.float32)


def latent_points(reader: Reader, tokens: Tokens, texts: Sequence[str], sample: Sequence[int], seed: int) -> Floats:
    """Every document as a point: both views projected, side by side; the projections are fitted on `sample`.

    A view of fewer than two features has no columns: there is nothing to reduce.
    """
    fit = reader.counts(tokens.select(sample), [texts[d] for d in sample])
    projections = [Projection.fitted(counts, seed) if counts.shape[1] > 1 else None for counts in fit]

    def place(counts: "csr_matrix", projection: Projection | None) -> Floats:
        return projection.points(counts) if projection else np.zeros((counts.shape[0], 0), dtype=np.float32)

    blocks = []
    for some_tokens, some_texts in chunks(tokens, texts):
        views = reader.counts(some_tokens, some_texts)
        blocks.append(np.hstack([place(c, p) for c, p in zip(views, projections, strict=True)]))
    return np.vstack(blocks)


def mixture_counts(reader: Reader, tokens: Tokens, texts: Sequence[str]) -> "csr_matrix":
    """Every document as counts for the mixture, shape (n_documents, n_words + n_pairs)."""
    from scipy.sparse import vstack

    return vstack([reader.mixed_counts(*some) for some in chunks(tokens, texts)]).tocsr()

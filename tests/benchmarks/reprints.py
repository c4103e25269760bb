"""Made reprints of real news items, found again; and what is found among the items themselves.

    python tests/benchmarks/reprints.py FOLDER [n_documents]

FOLDER holds posts (15,868 items of CCTV's evening news in our case). Copies are made of every item of 30 letters and
more, in turn: framed by a header and a footer, cut by a fifth, one letter in twenty replaced, sentences shuffled; until
there are n_documents (100,000) in all. Copies are published up to three days after the item,
each by another site.

How pairs are counted: two documents are a true pair if one item is behind both, the item itself included, whatever was
done to them; a found pair if they are in one group. Precision is true found pairs by found pairs, recall true found pairs
by true pairs. `joined` is the share of copies of a kind that are in the group of their item. The items themselves hold
near-duplicates (notices of one form): a wrong pair whose two items have a Jaccard similarity of .5 and more, as they were
published, can't be laid to the copies. Precision is given with such pairs as wrong (strict), and without them.
"""

import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import combinations
from typing import NamedTuple
from zlib import crc32

import numpy as np

from analysis.document import Corpus, Document
from analysis.reading import read_corpus
from analysis.reading.reprints import THRESHOLD, find_reprints, first_ids
from analysis.reading.reprints.shingles import letters
from analysis.reading.reprints.verify import Judge

HEADER = "本报临江讯（记者 田远山 通讯员 邱明礼）"
FOOTER = "（责任编辑：花朗 校对：辛怀谷）本网版权所有，未经授权不得转载。"
KINDS = ("framed", "cut", "noisy", "shuffled")
NOISE = 0.05
SIMILAR_ITEMS = 0.5
BASELINE_SHARE = 10  # the slow baseline reads one item in ten, with its copies
WORDS = 5  # of text-dedup: word n-grams, permutations, and bands and rows for its thresholds
PERMUTATIONS = 250
BANDS = {0.7: (25, 10), 0.5: (50, 5)}


class Made(NamedTuple):
    """Documents, the number of the item behind each, and what was done to it (an empty text: nothing)."""

    documents: list[Document]
    item: np.ndarray
    kind: np.ndarray


def changed(text: str, kind: str, rng: np.random.Generator, alphabet: np.ndarray) -> str:
    if kind == "framed":
        return f"{HEADER}{text}\n{FOOTER}"
    if kind == "cut":
        return text[: round(len(text) * 0.8)]
    if kind == "shuffled":
        sentences = re.findall(r"[^。！？\n]*[。！？\n]+|[^。！？\n]+$", text)
        return "".join(sentences[i] for i in rng.permutation(len(sentences)))
    hit = rng.random(len(text)) < NOISE
    return "".join(str(rng.choice(alphabet)) if h else c for c, h in zip(text, hit, strict=True))


def made_from(items: Corpus, n: int) -> Made:
    rng = np.random.default_rng(0)
    alphabet = np.array([c for c in "".join(d.text for d in list(items)[:500]) if "一" <= c <= "鿿"])
    documents, item, kind = list(items), list(range(len(items))), [""] * len(items)
    long = np.flatnonzero(letters([d.text for d in items]).lengths >= 30)
    print(f"{len(items):,} items; {len(items) - len(long):,} of fewer than 30 letters are not copied")
    for copy in range(n - len(items)):
        number, how = int(long[copy % len(long)]), KINDS[int(rng.integers(len(KINDS)))]
        first = items[number]
        date = first.date and first.date + timedelta(hours=float(rng.uniform(0.5, 72)))
        text = changed(first.text, how, rng, alphabet)
        documents.append(Document(f"{first.doc_id}#{copy}", first.title, text, date, f"转载网{copy // len(long)}"))
        item.append(number)
        kind.append(how)
    return Made(documents, np.array(item), np.array(kind))


def pairs_of(*labels: np.ndarray) -> int:
    """Pairs of documents that agree in all the labels."""
    _, sizes = np.unique(np.stack(labels), axis=1, return_counts=True)
    return int((sizes * (sizes - 1) // 2).sum())


def of_one_form(made: Made, found: np.ndarray) -> int:
    """Wrong pairs whose items are themselves near-duplicates."""
    items = [document.text for document, kind in zip(made.documents, made.kind, strict=True) if not kind]
    judge = Judge(items, SIMILAR_ITEMS, lambda one, other: False)
    number = {item: i for i, item in enumerate(made.item[made.kind == ""].tolist())}
    total = 0
    for group in np.split(np.argsort(found, kind="stable"), np.cumsum(np.bincount(found))[:-1]):
        sizes = Counter(made.item[group].tolist())
        total += sum(
            n * m
            for (one, n), (other, m) in combinations(sorted(sizes.items()), 2)
            if judge.similarity(number[one], number[other]) >= SIMILAR_ITEMS
        )
    return total


def report(name: str, made: Made, found: np.ndarray, seconds: float) -> None:
    """One line of the table; `found` is a group number of each document."""
    true, positive, right = pairs_of(made.item), pairs_of(found), pairs_of(made.item, found)
    formal = of_one_form(made, np.unique(found, return_inverse=True)[1])
    lost = not_joined(made, found)
    joined = " | ".join(f"{1 - lost[made.kind == kind].mean():.4f}" for kind in KINDS)
    counts = f"{len(np.unique(found)):,} of {len(np.unique(made.item)):,}"
    precision = f"{right / max(positive, 1):.4f} | {right / max(positive - formal, 1):.4f}"
    print(f"| {name} | {precision} | {right / true:.4f} | {joined} | {counts} | {seconds:.1f} |", flush=True)


def not_joined(made: Made, found: np.ndarray) -> np.ndarray:
    """Which documents are not in the group of their item."""
    home = dict(zip(made.item[made.kind == ""].tolist(), found[made.kind == ""].tolist(), strict=True))
    return found != np.array([home[i] for i in made.item.tolist()])


def timed(work: Callable[[], np.ndarray]) -> tuple[np.ndarray, float]:
    start = time.process_time()
    return work(), time.process_time() - start


def groups(documents: Sequence[Document], threshold: float) -> np.ndarray:
    import pandas as pd

    ids = pd.Series([d.doc_id for d in documents])
    return pd.factorize(first_ids(ids, find_reprints(documents, threshold=threshold)))[0]


def equal_texts(documents: Sequence[Document]) -> np.ndarray:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(d.text, len(numbers)) for d in documents])


def word_minhash(documents: Sequence[Document], threshold: float) -> np.ndarray:
    r"""As text-dedup does it: 5-grams of what `\W` splits, 250 permutations, buckets joined without a look at the texts."""
    rng, prime = np.random.default_rng(42), (1 << 61) - 1
    a, b = rng.integers(1, prime, (2, PERMUTATIONS), dtype=np.uint64)
    parent = np.arange(len(documents))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = int(parent[i])
        return i

    bands, rows = BANDS[threshold]
    seen: dict[tuple[int, bytes], int] = {}
    for i, document in enumerate(documents):
        words = re.split(r"\W", document.text.lower())
        grams = {" ".join(words[j : j + WORDS]) for j in range(max(len(words) - WORDS + 1, 0))}
        if not grams:
            continue
        hashes = np.array([crc32(gram.encode()) for gram in grams], dtype=np.uint64)
        least = ((hashes[:, None] * a + b) % np.uint64(prime) & np.uint64(0xFFFFFFFF)).min(axis=0)
        for band in range(bands):
            j = seen.setdefault((band, least[band * rows : (band + 1) * rows].tobytes()), i)
            parent[root(i)] = root(j)
    return np.array([root(i) for i in range(len(documents))])


def main(folder: str, n: int = 100_000) -> None:
    items = read_corpus(folder)
    made = made_from(items, n)
    characters = sum(len(d.text) for d in made.documents)
    print(f"{len(made.documents):,} documents, {characters:,} characters, {pairs_of(made.item):,} true pairs")
    alone = groups(list(items), THRESHOLD)
    print(f"the items alone: {len(items) - len(np.unique(alone)):,} repeat an earlier one\n")
    print(
        "| method | precision, strict | without forms | recall | joined: " + " | ".join(KINDS) + " | groups | CPU s |"
    )
    print("|" + "---|" * (5 + len(KINDS)))
    some = made.item % BASELINE_SHARE == 0
    few = Made([d for d, s in zip(made.documents, some, strict=True) if s], made.item[some], made.kind[some])
    report("equal texts", made, *timed(lambda: equal_texts(made.documents)))
    for threshold in BANDS:
        name = f"word 5-grams at {threshold}, one item in ten"
        report(name, few, *timed(lambda t=threshold: word_minhash(few.documents, t)))
    for threshold in (0.3, THRESHOLD, 0.45, 0.6):
        found, seconds = timed(lambda t=threshold: groups(made.documents, t))
        report(f"ours at {threshold}", made, found, seconds)
        if threshold == THRESHOLD:
            print(f"peak memory so far {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")
            errors(made, found)


def errors(made: Made, found: np.ndarray) -> None:
    """How long the copies are that were not joined, by kind."""
    lengths = letters([d.text for d in made.documents]).lengths
    lost = not_joined(made, found)
    print("\ncopies not joined, by letters of the copy\n\n| kind | lost | of | under 50 | to 100 | to 200 | longer |")
    print("|---|---|---|---|---|---|---|")
    for kind in KINDS:
        sizes = lengths[lost & (made.kind == kind)]
        cells = np.histogram(sizes, [0, 50, 100, 200, np.inf])[0]
        print(f"| {kind} | {len(sizes):,} | {(made.kind == kind).sum():,} | " + " | ".join(map(str, cells)) + " |")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("name a folder of posts; the benchmark makes its reprints from them.")
    main(sys.argv[1], *map(int, sys.argv[2:3]))

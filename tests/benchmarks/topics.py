"""Topics against a naive baseline, on labelled sets, at the true number of classes and at the number the scan finds.

    python tests/benchmarks/topics.py [SET …]

The baseline is what a notebook does: TF-IDF of words, KMeans with ten starts. Both get the same words (jieba's, by
rjieba) in the same run. Only training and development halves are read. Needs the folder `../shared`; prints one
Markdown table.
"""

import json
import sys
import tarfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from analysis.tokens import Tokens
from analysis.topics import find_topics

DATA = Path(__file__).parents[3] / "shared" / "data" / "topics"
Labelled = tuple[list[str], list[str]]


def tab_separated(name: str, text: int, label: int) -> Labelled:
    rows = [line.split("\t") for line in (DATA / name).read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if len(row) > max(text, label)]
    return [row[text] for row in rows], [row[label] for row in rows]


def fewclue() -> Labelled:
    lines = (DATA / "fewclue_csldcp" / "train_few_all.json").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [row["content"] for row in rows], [row["label"] for row in rows]


def radio() -> Labelled:
    texts, labels = [], []
    with tarfile.open(DATA / "radio4_gbk.tar.xz") as archive:
        for member in archive:
            *_, half, label, name = ["", "", *Path(member.name).parts]
            handle = archive.extractfile(member) if half == "train" and name.endswith(".txt") else None
            if handle:
                texts.append(handle.read().decode("gb18030", errors="replace"))
                labels.append(label)
    return texts, labels


SETS: dict[str, Callable[[], Labelled]] = {
    "thucnews_titles": lambda: tab_separated("thucnews_titles/dev.txt", 0, 1),
    "csl_ctg": lambda: tab_separated("csl_ctg/train.tsv", 1, 2),
    "csl_dcp": lambda: tab_separated("csl_dcp/dev.tsv", 1, 2),
    "fewclue_csldcp": fewclue,
    "radio4": radio,
}


def words(texts: Sequence[str]) -> list[list[str]]:
    import rjieba

    return [rjieba.cut(text) for text in texts]


def baseline(cut: list[list[str]], k: int, seed: int) -> np.ndarray:
    from sklearn.cluster import KMeans
    from sklearn.feature_extraction.text import TfidfVectorizer

    features = TfidfVectorizer().fit_transform(" ".join(document) for document in cut)
    return KMeans(k, n_init=10, random_state=seed).fit_predict(features)


def ours(cut: list[list[str]], texts: Sequence[str], k: int | None, seed: int) -> np.ndarray:
    tokens = Tokens.of([[(word, "x") for word in document] for document in cut])
    topics = find_topics(tokens, texts, [str(d) for d in range(len(texts))], n_topics=k, seed=seed)
    return topics.assignments["topic"].to_numpy(dtype=int) - 1


def accuracy(truth: np.ndarray, found: np.ndarray) -> float:
    """The share of documents right under the best one-to-one naming of the clusters."""
    from scipy.optimize import linear_sum_assignment

    table = np.zeros((truth.max() + 1, found.max() + 1), dtype=int)
    np.add.at(table, (truth, found), 1)
    return float(table[linear_sum_assignment(-table)].sum() / len(truth))


def row(name: str, method: str, truth: np.ndarray, cluster: Callable[[int], np.ndarray]) -> str:
    from sklearn.metrics import adjusted_rand_score, v_measure_score

    start = time.process_time()
    first = cluster(0)
    seconds, again = time.process_time() - start, cluster(1)
    scores = (
        v_measure_score(truth, first),
        adjusted_rand_score(truth, first),
        accuracy(truth, first),
        adjusted_rand_score(first, again),
    )
    return " | ".join([f"| {name}", method, str(first.max() + 1), *(f"{s:.3f}" for s in scores), f"{seconds:.0f} |"])


def main(names: Sequence[str]) -> None:
    print("| set | method | k | V | ARI | accuracy | ARI of two seeds | CPU s |\n|---|---|---|---|---|---|---|---|")
    for name in names or SETS:
        texts, labels = SETS[name]()
        cut, truth = words(texts), np.unique(labels, return_inverse=True)[1]
        k = int(truth.max()) + 1
        print(row(name, "baseline", truth, lambda seed, c=cut, k=k: baseline(c, k, seed)), flush=True)
        print(row(name, "ours", truth, lambda seed, c=cut, t=texts, k=k: ours(c, t, k, seed)), flush=True)
        print(row(name, "ours, k found", truth, lambda seed, c=cut, t=texts: ours(c, t, None, seed)), flush=True)


if __name__ == "__main__":
    if not DATA.is_dir():
        sys.exit(f"{DATA} is missing; this benchmark needs the labelled sets.")
    main(sys.argv[1:])

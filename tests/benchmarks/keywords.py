"""Keywords against those of editors and authors, beside jieba's TF-IDF in the same run.

`python tests/benchmarks/keywords.py`. Exact match of the first five. P = hits / given, R = hits / gold, over all
documents. The data lie outside the project.
"""

import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from analysis.keywords import document_keywords
from analysis.segment import Segmenter
from analysis.tokens import Tokens

DATA = Path(__file__).parents[3] / "shared" / "data" / "keywords"
TOP = 5
N_ERRORS = 20

Item = tuple[str, str, list[str]]  # title, text, gold keywords


def cctv() -> list[Item]:
    """Items of the evening news with the keywords of their editors."""
    lines = (DATA / "cctv_keywords" / "dev_2022_2024.jsonl").read_text(encoding="utf-8").splitlines()
    return [(item["title"], item["text"], item["keywords"]) for item in map(json.loads, lines)]


def csl() -> list[Item]:
    """Abstracts, with the title behind the last blank, and the keywords of their authors."""
    items = []
    for line in (DATA / "csl_kg" / "dev.tsv").read_text(encoding="utf-8").splitlines():
        _, source, gold = line.split("\t")
        text, _, title = source.rpartition(" ")
        is_title = bool(text) and 5 <= len(title) <= 60
        items.append((title if is_title else "", text if is_title else source, gold.split("_")))
    return items


def fewclue() -> list[Item]:
    """Abstracts without titles; only items whose keywords are true."""
    files = sorted((DATA / "fewclue_csl").glob("*.json"))
    rows = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [("", row["abst"], row["keyword"]) for row in rows if str(row["label"]) == "1"]


def ours(items: list[Item], with_titles: bool = True) -> list[list[str]]:
    """The first keywords of each item by `document_keywords`."""
    segmenter = Segmenter()

    def cut(column: int) -> Tokens:
        return Tokens.of(((t.word, t.tag) for t in segmenter.tokens(str(item[column]))) for item in items)

    ids = [f"{i:06d}" for i in range(len(items))]
    frame = document_keywords(cut(1), ids, cut(0) if with_titles else None, top=TOP)
    found = frame.groupby("doc_id")["keyword"].apply(list).to_dict()
    return [found.get(doc_id, []) for doc_id in ids]


def baseline(items: list[Item]) -> list[list[str]]:
    """The first tags of `jieba.analyse` for title and text."""
    import jieba
    import jieba.analyse

    jieba.setLogLevel(60)
    return [jieba.analyse.extract_tags(f"{title}。{text}", topK=TOP) for title, text, _ in items]


def report(name: str, items: list[Item], method: Callable[[list[Item]], list[list[str]]]) -> list[list[str]]:
    """Print precision, recall and F1 with their counts; give what was found."""
    began = time.perf_counter()
    found = method(items)
    seconds = time.perf_counter() - began
    hits = sum(len(set(one) & set(item[2])) for one, item in zip(found, items, strict=True))
    given, gold = sum(map(len, found)), sum(len(set(item[2])) for item in items)
    precision, recall = hits / max(given, 1), hits / gold
    print(
        f"{name:34} documents {len(items):5}  hits {hits:5}  given {given:5}  gold {gold:5}  "
        f"P {precision:.3f}  R {recall:.3f}  F1@{TOP} {2 * hits / (given + gold):.3f}  {seconds:.1f} s"
    )
    return found


def show_errors(items: list[Item], found: list[list[str]]) -> None:
    """Print some items whose keywords were not all found, the same ones every time."""
    missed = [i for i, item in enumerate(items) if not set(item[2]) <= set(found[i])]
    for i in sorted(random.Random(0).sample(missed, min(N_ERRORS, len(missed)))):
        title, text, gold = items[i]
        print(f"  {title or text[:30]}\n    gold  {' '.join(gold)}\n    found {' '.join(found[i])}")


def main() -> int:
    """Run all sets that are at hand."""
    if not DATA.exists():
        print("the keyword sets are not at hand; nothing was measured.")
        return 0
    for name, read in (("cctv", cctv), ("csl_kg dev", csl), ("fewclue_csl", fewclue)):
        items = read()
        report(f"{name}: jieba TF-IDF, title and text", items, baseline)
        report(f"{name}: ours, text only", items, lambda rows: ours(rows, with_titles=False))
        found = report(f"{name}: ours, title and text", items, ours)
        show_errors(items, found)
    return 0


if __name__ == "__main__":
    sys.exit(main())

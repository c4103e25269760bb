"""Speed of the segmenter beside jieba.posseg in the same run, and how many texts come out the same.

`python tests/benchmarks/segment.py [n_paragraphs]`, process time, news paragraphs from outside the project.
"""

import json
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from analysis.segment import Segmenter

DATA = Path(__file__).parents[3] / "shared" / "data" / "keywords" / "cctv_keywords" / "dev_2022_2024.jsonl"
Pairs = list[tuple[str, str]]


def paragraphs(n: int) -> list[str]:
    """The first paragraphs of the news items."""
    with DATA.open(encoding="utf-8") as lines:
        texts = (text for line in lines for text in json.loads(line)["text"].split("\n") if text.strip())
        return list(islice(texts, n))


def timed(name: str, cut: Callable[[str], Pairs], texts: list[str]) -> list[Pairs]:
    """Cut the texts and print the speed."""
    began = time.process_time()
    found = [cut(text) for text in texts]
    seconds = time.process_time() - began
    n = sum(map(len, texts))
    print(f"{name:28} {n:9,} characters  {seconds:6.2f} s  {n / seconds:11,.0f} characters/s")
    return found


def main(n: int = 5000) -> int:
    """Compare; exit code 1 if any text differs."""
    if not DATA.exists():
        print("the news paragraphs are not at hand; nothing was measured.")
        return 0
    import jieba
    import jieba.posseg

    jieba.setLogLevel(60)
    jieba.posseg.lcut("预热")
    began = time.process_time()
    segmenter = Segmenter()
    segmenter.tokens("施望舒预热")
    print(f"start-up {time.process_time() - began:.2f} s")

    def own(text: str) -> Pairs:
        return [(token.word, token.tag) for token in segmenter.tokens(text)]

    texts = paragraphs(n)
    reference = timed("jieba.posseg", lambda text: [(p.word, p.flag) for p in jieba.posseg.lcut(text)], texts)
    ours = timed("Segmenter, first time", own, texts)
    timed("Segmenter, runs remembered", own, texts)
    same = sum(a == b for a, b in zip(reference, ours, strict=True))
    print(f"identical words and tags: {same:,} of {len(texts):,} paragraphs ({same / len(texts):.3%})")
    return int(same != len(texts))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))

"""Expressions of time in a folder of news: how many by rule, how fast, beside a naive way, and a sample to read by eye.

`python tests/benchmarks/dates.py FOLDER [SAMPLE [SEED]]`, process time. The naive way is what one writes in an
afternoon: one regular expression, the publication's year or month where the text has none. Where JioNLP can be imported
(`pip install jionlp`; it is no dependency), its extractor reads some of the documents too.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from time import process_time
from typing import Any, NamedTuple

from analysis.dates import Dated, dates_of
from analysis.document import Document
from analysis.reading import read_corpus

NAIVE = re.compile(
    r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日|(?P<word>今天|昨天|明天|今日|昨日)|(?P<alone>\d{4})年"
)
SHIFTS = {"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "明天": 1}
FOR_JIONLP = 200  # documents; it reads some hundred characters in a millisecond


class Found(NamedTuple):
    """A place of a text and its first day."""

    start: int
    stop: int
    since: str


def naive(document: Document) -> list[Found]:
    """The regular expression, completed from the publication."""
    published = document.date.date() if document.date else date(2000, 1, 1)
    found = []
    for match in NAIVE.finditer(document.text):
        part = match.groupdict()
        try:
            if part["word"]:
                day = published + timedelta(days=SHIFTS[part["word"]])
            elif part["alone"]:
                day = date(int(part["alone"]), 1, 1)
            else:
                day = date(int(part["year"] or published.year), int(part["month"] or published.month), int(part["day"]))
        except ValueError:
            continue
        found.append(Found(match.start(), match.end(), day.isoformat()))
    return found


def ours(document: Document) -> list[Dated]:
    """With the dateline, as `find_dates` does."""
    return dates_of(document.text, document.date, dateline=str(document.metadata.get("dateline") or ""))


def timed(name: str, read: Callable[[Document], list[Any]], documents: Sequence[Document]) -> list[list[Any]]:
    """What a way finds, and a line with its speed."""
    begun = process_time()
    found = [read(document) for document in documents]
    seconds = process_time() - begun
    n_chars, n = sum(len(document.text) for document in documents), sum(map(len, found))
    print(
        f"{name:12} {len(documents):7,} documents {n_chars:11,} characters {n:8,} expressions {seconds:7.2f} s "
        f"{n_chars / seconds / 1e6:7.3f} M characters/s {seconds / len(documents) * 1e6:9.1f} µs/document"
    )
    return found


def compare(name: str, other: list[list[Any]], here: list[list[Dated]]) -> None:
    """How many of the other's expressions overlap one of ours, and begin on the same day."""
    n = met = same = 0
    for theirs, found in zip(other, here, strict=True):
        for item in theirs:
            n += 1
            near = [d for d in found if d.start < item.stop and item.start < d.stop]
            met += bool(near)
            same += any(d.since[:10] == item.since for d in near)
    print(f"{name}: {met:,} of its {n:,} overlap one of ours; {same:,} of these begin on the same day")


def jionlp_way() -> Callable[[Document], list[Found]] | None:
    """JioNLP's extractor of times, or None where it is not installed."""
    try:
        import jionlp
    except ImportError:
        return None

    def read(document: Document) -> list[Found]:
        base = (
            {"year": document.date.year, "month": document.date.month, "day": document.date.day}
            if document.date
            else {}
        )
        items = jionlp.ner.extract_time(document.text, time_base=base)
        return [Found(*item["offset"], _first_day(item["detail"].get("time"))) for item in items]

    return read


def _first_day(time: Any) -> str:
    return str(time[0])[:10] if isinstance(time, list) else ""


def sample(documents: Sequence[Document], found: list[list[Dated]], size: int, seed: int) -> None:
    """Expressions drawn at random, each in its sentence, to be judged by eye."""
    places = [(document, d) for document, dates in zip(documents, found, strict=True) for d in dates]
    for document, d in random.Random(seed).sample(places, min(size, len(places))):
        before, behind = document.text[max(0, d.start - 20) : d.start], document.text[d.stop : d.stop + 15]
        published = document.date.date() if document.date else "undated"
        line = f"{published} {before}[{d.text}]{behind} -> {d.since}..{d.until} {d.precision}, {d.base}, {d.rule}"
        print(line.replace("\n", "¶"))


def main(folder: str, size: int = 100, seed: int = 0) -> int:
    """Print all of it."""
    documents = list(read_corpus(folder))
    dates_of("")  # compiles the patterns
    simple = timed("naive", naive, documents)
    found = timed("dates_of", ours, documents)
    compare("naive", simple, found)
    if other := jionlp_way():
        few = documents[:: max(1, len(documents) // FOR_JIONLP)][:FOR_JIONLP]
        compare("JioNLP", timed("JioNLP", other, few), timed("dates_of", ours, few))
    for column in ("rule", "base", "precision"):
        counts = Counter(getattr(d, column) for dates in found for d in dates)
        print(f"{column}: " + ", ".join(f"{name} {n:,}" for name, n in counts.most_common()))
    sample(documents, found, size, seed)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:4])))

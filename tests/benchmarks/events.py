"""Events on the readable cases: `python tests/benchmarks/events.py [FOLDER]`.

Prints precision, recall and F1 of (event, person, role) and of (type, day) on `tests/cases/events.txt`: the naive baseline
first (every trigger is an event, every person of its sentence takes the part of its subject), then ours. Negatives count: they
hold no event. With the folder of a corpus, characters a second of the pass over officials and mentions that are there already.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from time import process_time

from analysis.annotate import find_names
from analysis.dates.find import dates_of
from analysis.document import Corpus, Document
from analysis.lexicon import lexicon
from analysis.officials.events import find_events
from analysis.officials.find import find_officials, sentences
from analysis.reading import read_corpus
from analysis.study import Study
from tests.event_cases import CASES, EVENT, PART, Case

Facts = tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]  # (person, role) and (type, day)


def wanted(case: Case) -> Facts:
    """What a case asks for."""
    parts, events = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for line in case.lines:
        if event := EVENT.fullmatch(line):
            events[event["type"], event["since"]] += 1
        elif part := PART.fullmatch(line):
            parts.update((name, part["role"]) for name in part["names"].split("、"))
    return parts, events


def baseline(case: Case) -> Facts:
    """Every trigger is an event on the first day of its sentence, and all persons there take the part of its subject."""
    page = case.document
    triggers = {row["name"]: row for row in lexicon("triggers").rows if row["type"]}
    names = find_names([page]).query("type == 'PERSON'")
    days = dates_of(page.text, page.date)
    parts, events = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for start, stop in sentences(page.text):
        told = [word for word in triggers if word in page.text[start:stop]]
        longest = [word for word in told if not any(word != other and word in other for other in told)]
        since = next((day.since[:10] for day in days if start <= day.start < stop and day.since), "-")
        people = names[(names["start"] >= start) & (names["start"] < stop)]["text"]
        for word in longest:
            events[triggers[word]["type"], since] += 1
            parts.update((name, triggers[word]["subject"]) for name in people)
    return parts, events


def ours(case: Case) -> Facts:
    """What `find_events` reads."""
    found = find_events([case.document], find_officials([case.document]), find_names([case.document]))
    parts = Counter(zip(found.participants["person"], found.participants["role"], strict=True))
    return parts, Counter((row.type, row.since[:10] or "-") for row in found.events.itertuples())


def scores(pairs: Iterable[tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]]) -> str:
    """Precision, recall and F1 over (asked, found)."""
    asked, found, right = 0, 0, 0
    for want, got in pairs:
        asked, found, right = asked + want.total(), found + got.total(), right + (want & got).total()
    precision, recall = right / max(1, found), right / max(1, asked)
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * right / max(1, asked + found):.3f} ({right} right, {found} found, {asked} asked)"


def report() -> Iterator[str]:
    """The scores of both, line by line."""
    asked = [wanted(case) for case in CASES]
    for name, reader in (("baseline: all persons beside a trigger", baseline), ("ours", ours)):
        found = [reader(case) for case in CASES]
        yield name
        for at, what in enumerate(("(person, role)", "(type, day)")):
            yield f"  {what}: {scores((want[at], got[at]) for want, got in zip(asked, found, strict=True))}"


def speed(documents: Iterable[Document]) -> str:
    """Characters a second, the best of three runs."""
    study = Study(Corpus(documents))
    tables = study.officials, study.mentions, study.dates
    n_chars, best = sum(len(document.text) for document in study.corpus), float("inf")
    for _ in range(3):
        begun = process_time()
        found = find_events(study.corpus, *tables)
        best = min(best, process_time() - begun)
    rows = f"{len(found.events):,} events, {len(found.participants):,} participants, {len(found.appointments):,} acts"
    return f"{rows}; {n_chars:,} characters in {best:.2f} CPU s: {n_chars / best:,.0f} a second"


if __name__ == "__main__":
    print(*report(), sep="\n")
    if len(sys.argv) > 1:
        print(speed(read_corpus(sys.argv[1])))

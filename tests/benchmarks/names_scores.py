"""Precision, recall and F1 of exact spans, with their counts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from analysis.names.training.notations import Labelled, Sentence
from analysis.names.training.sets import SETS

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Counts:
    """Names right, in the gold, and found.

    >>> three = Counts(right=3, gold=4, found=5)
    >>> three.precision, three.recall, round(three.f1, 3)
    (0.6, 0.75, 0.667)
    """

    right: int = 0
    gold: int = 0
    found: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.gold + other.gold, self.found + other.found)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 0.0


@dataclass(frozen=True, slots=True)
class Question:
    """A line of the table: which labels of the set are asked for, as which type of ours.

    A name found that is not right is not wrong either where it overlaps a name with an `excused` label and none that is
    asked for. `in_total` says whether the line counts in the line `all`; `target` is the F1 to reach, or None.
    """

    what: str
    labels: frozenset[str]
    type: str
    excused: frozenset[str] = frozenset()
    in_total: bool = True
    target: float | None = None


BODIES = frozenset({"government", "organization"})
TARGETS = {
    ("msra", "all"): 0.90,
    ("msra", "PERSON"): 0.93,
    ("cluener", "PERSON"): 0.84,
    ("cluener", "POST"): 0.74,
    ("aishell", "all"): 0.80,
    ("resume", "POST"): 0.93,
}


def questions(name: str) -> list[Question]:
    """One a type of the set; for cluener also its bodies without companies, which our type ORGANISATION does not tell apart."""
    one = SETS[name]
    asked = []
    for kind in one.types:
        labels = frozenset(label for label, ours in one.labels.items() if ours == kind)
        written = kind if len(labels) == 1 and name != "cluener" else f"{kind} ({'+'.join(sorted(labels))})"
        asked.append(Question(written, labels, kind, target=TARGETS.get((name, kind))))
    if name == "cluener":
        others = frozenset(one.labels) - BODIES
        for words, excused in (
            ("strict", frozenset()),
            ("company excused", frozenset({"company"})),
            ("all others excused", others),
        ):
            what = f"government+organization, {words}"
            target = 0.74 if excused == others else None
            asked.append(Question(what, BODIES, "ORGANISATION", excused, in_total=False, target=target))
    return asked


def counts(sentences: Sequence[Sentence], found: Sequence[Sequence[Labelled]], question: Question) -> Counts:
    """The answer to one question, over all sentences.

    A body found where a company is, and another across the body asked for: both wrong, or the first excused.

    >>> gold = [Labelled(0, 4, "company"), Labelled(5, 8, "government"), Labelled(9, 12, "government")]
    >>> found = [Labelled(0, 4, "ORGANISATION"), Labelled(4, 8, "ORGANISATION"), Labelled(9, 12, "ORGANISATION")]
    >>> strict = Question("bodies", BODIES, "ORGANISATION")
    >>> lenient = Question("bodies", BODIES, "ORGANISATION", frozenset({"company"}))
    >>> text = "临江水运、水利部、财政部"
    >>> [counts([Sentence(text, tuple(gold))], [found], asked) for asked in (strict, lenient)]
    [Counts(right=1, gold=2, found=3), Counts(right=1, gold=2, found=2)]
    """
    return sum((_of_one(s, f, question) for s, f in zip(sentences, found, strict=True)), Counts())


def _of_one(sentence: Sentence, found: Iterable[Labelled], question: Question) -> Counts:
    gold = _places(sentence.spans, question.labels)
    ours = _places(found, {question.type})
    right = gold & ours
    excused = _places(sentence.spans, question.excused)
    wrong = {one for one in ours - right if not _touches(one, excused) or _touches(one, gold)}
    return Counts(len(right), len(gold), len(right) + len(wrong))


def _places(spans: Iterable[Labelled], labels: "frozenset[str] | set[str]") -> set[Place]:
    return {(span.start, span.stop) for span in spans if span.label in labels}


def _touches(one: Place, others: Iterable[Place]) -> bool:
    return any(start < one[1] and one[0] < stop for start, stop in others)


def lines(
    name: str, sentences: Sequence[Sentence], found: Sequence[Sequence[Labelled]]
) -> Iterator[tuple[str, Counts, float | None]]:
    """What is asked of a set, the counts, and the target; `all` last: every type that the set annotates, together."""
    total = Counts()
    for question in questions(name):
        answer = counts(sentences, found, question)
        total += answer if question.in_total else Counts()
        yield question.what, answer, question.target
    yield "all", total, TARGETS.get((name, "all"))


HEAD = f"{'system':13} {'what':47} {'gold':>6} {'found':>6} {'right':>6} {'P':>6} {'R':>6} {'F1':>6}  target"


def line(system: str, what: str, answer: Counts, target: float | None) -> str:
    """One row of the table."""
    reached = "" if target is None else f"{target:.2f} {'reached' if answer.f1 >= target else 'missed'}"
    numbers = f"{answer.gold:6,} {answer.found:6,} {answer.right:6,} {answer.precision:6.3f} {answer.recall:6.3f} {answer.f1:6.3f}"
    return f"{system:13} {what:47} {numbers}  {reached}".rstrip()

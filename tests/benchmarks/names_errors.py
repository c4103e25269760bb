"""Misses and false alarms by pattern: the type, what went wrong, the shape of the name, and the word beside it.

Written to a file that the caller names, with two examples a pattern: the text of the sets is not ours to keep.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from analysis.names.edges import surnames
from analysis.names.training.notations import Labelled, Sentence
from analysis.names.training.sets import SETS
from analysis.names.training.unseen import shape_of
from analysis.segment import Segmenter

N_PATTERNS = 100
N_EXAMPLES = 2
N_AROUND = 12  # characters on either side of an example


class Error(NamedTuple):
    """A name that is missed, or one found that is none; `left` and `right` are the words beside it."""

    type: str
    kind: str
    shape: str
    left: str
    right: str
    example: str


def errors(
    sentence: Sentence, gold: Sequence[Labelled], found: Sequence[Labelled], segmenter: Segmenter
) -> Iterator[Error]:
    """Each error once: a name that is missed with what stands in its place, then what is found where none is missed.

    >>> gold = [Labelled(0, 3, "ORGANISATION"), Labelled(6, 9, "PERSON"), Labelled(10, 12, "PLACE")]
    >>> found = [Labelled(0, 3, "PLACE"), Labelled(5, 9, "PERSON"), Labelled(13, 15, "PERSON")]
    >>> for error in errors(Sentence("水利部副部长田远山到临江，调研"), gold, found, Segmenter()):
    ...     print(error.type, error.kind, error.shape, error.left, error.right, sep=" / ")
    ORGANISATION / taken for PLACE / …部 / | / 副
    PERSON / left too long / three / 部长 / 到
    PLACE / missed / …江 / 到 / ，
    PERSON / false alarm / two, no surname / ， / |
    """
    missed = sorted({*gold} - {*found})
    for one in missed:
        yield _error(sentence.text, one, _missed(one, gold, found), segmenter, [f for f in found if _overlap(one, f)])
    for one in sorted({*found} - {*gold}):
        if not any(_overlap(one, other) for other in missed):
            yield _error(sentence.text, one, "false alarm", segmenter, [one])


def _missed(one: Labelled, gold: Sequence[Labelled], found: Sequence[Labelled]) -> str:
    beside = [other for other in found if _overlap(one, other)]
    if not beside:
        return "missed"
    same = [other for other in beside if other.label == one.label]
    if len(beside) > 1:
        return "cut in pieces"
    other = beside[0]
    if other[:2] == one[:2]:
        return f"taken for {other.label}"
    if sum(_overlap(other, another) for another in gold) > 1:
        return f"joined with another{'' if same else f', as {other.label}'}"
    return _edges(one, other) + ("" if same else f", as {other.label}")


def _edges(gold: Labelled, found: Labelled) -> str:
    """`left too long` is an edge of ours in front of the name's."""
    left = ("", "left too short", "left too long")[(found.start > gold.start) - (found.start < gold.start)]
    right = ("", "right too long", "right too short")[(found.stop > gold.stop) - (found.stop < gold.stop)]
    return " and ".join(filter(None, (left, right)))


def _overlap(one: Labelled, other: Labelled) -> bool:
    return one.start < other.stop and other.start < one.stop


def _error(text: str, one: Labelled, kind: str, segmenter: Segmenter, found: Iterable[Labelled]) -> Error:
    tokens = segmenter.tokens(text)
    left = next((token.word for token in reversed(tokens) if token.start < one.start), "|")
    right = next((token.word for token in tokens if token.stop > one.stop), "|")
    around = f"{text[max(0, one.start - N_AROUND) : one.start]}[{text[one.start : one.stop]}]{text[one.stop : one.stop + N_AROUND]}"
    ours = " ".join(f"{text[f.start : f.stop]}/{f.label}" for f in found)
    return Error(
        one.label,
        kind,
        _shape(text[one.start : one.stop], one.label),
        left,
        right,
        f"{around}  {ours or '-'}".replace("\n", " "),
    )


def _shape(name: str, kind: str) -> str:
    if any(c.isascii() for c in name):
        return "letters or digits"
    if len(name) == 1:
        return "one"
    if kind != "PERSON":
        return f"…{name[-1]}"
    single, compound = surnames()
    has_surname = "·" in name or name[0] in single or name[:2] in compound
    return shape_of(name) + ("" if has_surname else ", no surname")


def write(
    path: Path, name: str, system: str, sentences: Sequence[Sentence], found: Sequence[Sequence[Labelled]]
) -> None:
    """Append the most frequent patterns of a set to the file: of misses, then of false alarms."""
    one, segmenter = SETS[name], Segmenter()
    made = [
        error
        for sentence, ours in zip(sentences, found, strict=True)
        for error in errors(sentence, one.typed(sentence.spans), [f for f in ours if f.label in one.types], segmenter)
    ]
    with path.open("a", encoding="utf-8") as file:
        for title, chosen in (
            ("misses", [e for e in made if e.kind != "false alarm"]),
            ("false alarms", [e for e in made if e.kind == "false alarm"]),
        ):
            file.write(f"{name}, {system}: {len(chosen):,} {title} by pattern\n")
            file.writelines(f"{row}\n" for row in patterns(chosen))


def patterns(made: Sequence[Error]) -> Iterator[str]:
    """The most frequent patterns, two lines of examples under each.

    Of the words beside a name the one is told that more errors of its type, kind and shape share, so that an error is
    counted in one pattern and patterns are not as many as errors.
    """
    shared = Counter((*error[:3], side, word) for error in made for side, word in _beside(error))
    grouped: dict[tuple[str, ...], list[Error]] = {}
    for error in made:
        side, word = max(_beside(error), key=lambda one: (shared[(*error[:3], *one)], one[0]))
        grouped.setdefault((*error[:3], side, word), []).append(error)
    for pattern, same in sorted(grouped.items(), key=lambda one: (-len(one[1]), one[0]))[:N_PATTERNS]:
        kind, what, shape, side, word = pattern
        yield f"{len(same):5} {kind:12} {what:32} {shape:18} {side} {word}"
        yield from (f"{'':6}{error.example}" for error in same[:N_EXAMPLES])


def _beside(error: Error) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("behind", error.left), ("before", error.right)

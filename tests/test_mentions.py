"""The marked sentences of cases/mentions.txt: how they are written, and how well names are found in them.

`python tests/test_mentions.py` prints precision, recall and F1 by type and by style; `--errors` lists what was missed,
and what was found amiss, in the half that may be looked at. The sentences are parted by a hash of their text, so that
a half stays as it is when lines are added: `dev` is for making rules, `eval` is scored only.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest

from analysis.annotate import find_names
from analysis.document import Document
from tests.benchmarks.names_scores import Counts

CASES = Path(__file__).parent / "cases" / "mentions.txt"
TYPES = {"P": "PERSON", "O": "ORGANISATION", "L": "PLACE", "T": "POST"}
PARTS = ("dev", "eval")
# In each part; raised with what finds names.
LEAST_F1 = {"PERSON": 0.86, "ORGANISATION": 0.81, "PLACE": 0.80, "POST": 0.85}

STYLE = "#style "
MARK = re.compile(r"\[([^\[\]]*)\]")
MARKED = re.compile(r"([A-Z]) (\S|\S.*\S)")


class Name(NamedTuple):
    """A name where it stands in the sentence without marks."""

    start: int
    stop: int
    type: str


class Marked(NamedTuple):
    """One sentence; the names in text order."""

    style: str
    text: str
    names: tuple[Name, ...]

    @property
    def part(self) -> str:
        return PARTS[sha256(self.text.encode()).digest()[0] % 2]


# how the sentences are written


def sentence_of(line: str, style: str) -> Marked:
    text, names, end = "", [], 0
    for mark in MARK.finditer(line):
        text += _plain(line[end : mark.start()])
        kind, name = _name_in(mark)
        names.append(Name(len(text), len(text) + len(name), kind))
        text, end = text + name, mark.end()
    return Marked(style, text + _plain(line[end:]), tuple(names))


def _name_in(mark: re.Match[str]) -> tuple[str, str]:
    found = MARKED.fullmatch(mark[1])
    if not found or found[1] not in TYPES:
        raise ValueError(f"{mark[0]} is no mark; a mark is one of {', '.join(TYPES)}, a blank and a name, in brackets.")
    return TYPES[found[1]], found[2]


def _plain(text: str) -> str:
    if found := re.search(r"[\[\]]", text):
        raise ValueError(
            f"The bracket {found[0]} beside {text.strip()[:12]!r} has no partner; marks have no marks inside."
        )
    return text


def sentences_of(lines: Iterable[str]) -> Iterator[Marked]:
    style = ""
    for number, line in enumerate(lines, 1):
        if line.startswith(STYLE):
            style = line.removeprefix(STYLE).strip()
        elif line and line != "#" and not line.startswith("# "):
            try:
                yield _sentence_under(style, line)
            except ValueError as wrong:
                raise ValueError(f"Line {number}: {wrong}") from None


def _sentence_under(style: str, line: str) -> Marked:
    if line.startswith("#"):
        raise ValueError(f"{line[:12]!r} is neither a style ({STYLE!r} and its name) nor a comment ('# ').")
    if not style:
        raise ValueError(f"{line[:12]!r} stands before the first style.")
    if line != line.strip():
        raise ValueError(f"{line.strip()[:12]!r} has blanks before or behind it.")
    return sentence_of(line, style)


@cache
def sentences() -> tuple[Marked, ...]:
    return tuple(sentences_of(CASES.read_text(encoding="utf-8").splitlines()))


def test_marks_are_taken_out_and_say_where_the_names_stand():
    assert list(sentences_of(["# a comment", "", "#style county", "[O 水利局][T 局长][P 田 野]到[L 临江]。"])) == [
        Marked(
            "county",
            "水利局局长田 野到临江。",
            (Name(0, 3, "ORGANISATION"), Name(3, 5, "POST"), Name(5, 8, "PERSON"), Name(9, 11, "PLACE")),
        )
    ]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            ["#style county", "[X 田野]到会。"],
            "Line 2: [X 田野] is no mark; a mark is one of P, O, L, T, a blank and a name, in brackets.",
        ),
        (
            ["#style county", "[田野]到会。"],
            "Line 2: [田野] is no mark; a mark is one of P, O, L, T, a blank and a name, in brackets.",
        ),
        (
            ["#style county", "[P  田野]到会。"],
            "Line 2: [P  田野] is no mark; a mark is one of P, O, L, T, a blank and a name, in brackets.",
        ),
        (
            ["#style county", "[P ]到会。"],
            "Line 2: [P ] is no mark; a mark is one of P, O, L, T, a blank and a name, in brackets.",
        ),
        (
            ["#style county", "[P 田野到会。"],
            "Line 2: The bracket [ beside '[P 田野到会。' has no partner; marks have no marks inside.",
        ),
        (
            ["#style county", "[O [L 临江]水利局]"],
            "Line 2: The bracket [ beside '[O' has no partner; marks have no marks inside.",
        ),
        (["", "[P 田野]到会。"], "Line 2: '[P 田野]到会。' stands before the first style."),
        (["#style county", " [P 田野]到会。"], "Line 2: '[P 田野]到会。' has blanks before or behind it."),
        (["#stile county"], "Line 1: '#stile count' is neither a style ('#style ' and its name) nor a comment ('# ')."),
    ],
)
def test_a_line_that_is_not_well_formed_is_refused_with_its_number(lines, message):
    with pytest.raises(ValueError) as wrong:
        list(sentences_of(lines))
    assert str(wrong.value) == message


def test_no_two_sentences_are_alike():
    times = Counter(sentence.text for sentence in sentences())
    assert [text for text, n in times.items() if n > 1] == []


def test_every_style_has_eighteen_sentences_or_more_and_every_type_is_in_both_parts():
    assert {style: n for style, n in Counter(s.style for s in sentences()).items() if n < 18} == {}
    marked = {(sentence.part, name.type) for sentence in sentences() for name in sentence.names}
    assert marked == {(part, kind) for part in PARTS for kind in TYPES.values()}


# how well names are found


@cache
def found_names() -> tuple[tuple[Name, ...], ...]:
    """One tuple a sentence."""
    found: list[list[Name]] = [[] for _ in sentences()]
    table = find_names([Document(str(n), text=sentence.text) for n, sentence in enumerate(sentences())])
    columns = (table[name].tolist() for name in ("doc_id", "start", "stop", "type"))
    for doc_id, start, stop, kind in zip(*columns, strict=True):
        found[int(doc_id)].append(Name(start, stop, kind))
    return tuple(map(tuple, found))


def score(part: str, *, type: str = "", style: str = "") -> Counts:
    """Exact spans of one part, of one type or all, in one style or all."""
    total = Counts()
    for sentence, found in zip(sentences(), found_names(), strict=True):
        if sentence.part == part and style in ("", sentence.style):
            gold = {name for name in sentence.names if type in ("", name.type)}
            ours = {name for name in found if type in ("", name.type)}
            total += Counts(len(gold & ours), len(gold), len(ours))
    return total


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("kind", TYPES.values())
def test_names_are_found_no_worse_than_before(part, kind):
    assert score(part, type=kind).f1 >= LEAST_F1[kind]


HEAD = f"{'':14} {'gold':>5} {'found':>5} {'right':>5} {'P':>6} {'R':>6} {'F1':>6}"


def row(what: str, counts: Counts) -> str:
    share = f"{counts.precision:6.3f} {counts.recall:6.3f} {counts.f1:6.3f}"
    return f"{what:14} {counts.gold:5} {counts.found:5} {counts.right:5} {share}"


def table_of(part: str) -> Iterator[str]:
    yield f"{part}, {sum(sentence.part == part for sentence in sentences())} sentences"
    yield HEAD
    yield from (row(kind, score(part, type=kind)) for kind in TYPES.values())
    yield row("all", score(part))
    yield ""
    yield from (row(style, score(part, style=style)) for style in dict.fromkeys(s.style for s in sentences()))


def errors() -> Iterator[str]:
    """What was missed (-) and what was found amiss (+) in `dev`, under each sentence."""
    for sentence, found in zip(sentences(), found_names(), strict=True):
        wrong = sorted(set(sentence.names) ^ set(found))
        if sentence.part == "dev" and wrong:
            yield f"\n{sentence.style}: {sentence.text}"
            yield from (
                f"  {'-' if name in sentence.names else '+'} {name.type} {sentence.text[name.start : name.stop]}"
                for name in wrong
            )


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Names in the marked sentences.")
    parser.add_argument("--errors", action="store_true", help="list the errors in dev")
    options = parser.parse_args(arguments)
    for part in PARTS:
        print(*table_of(part), sep="\n", end="\n\n")
    if options.errors:
        print(*errors(), sep="\n")


if __name__ == "__main__":
    main()

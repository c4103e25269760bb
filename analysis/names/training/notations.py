"""Annotated text as files write it: a character and its tag a line, JSON lines with inclusive ends, words with parts of speech."""

import json
import lzma
import operator
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from analysis.errors import AnalysisError, value_invalid

# `中 B-LOC` in most sets; `中0<tab>B-GPE.NAM` in Weibo, where the number is the character's place in its word.
CHARACTER = re.compile(r"(?:(?P<plain>.) |(?P<numbered>.[^0-9\t]*)[0-9]+\t)(?P<tag>O|[BIMES]-\S+) *")
WORD = re.compile(r"(?P<opens>\[?)(?P<word>.+)/(?P<tag>[A-Za-z]+)(?:\](?P<compound>[A-Za-z]+))?")


class Labelled(NamedTuple):
    """A stretch of a sentence and its label in the set's own words; `[start, stop)` in code points."""

    start: int
    stop: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a clause or paragraph, as its set cuts text, and what is annotated in it, in text order.

    >>> sentence = Sentence("温知秋到临江", (Labelled(0, 3, "PER"), Labelled(4, 6, "LOC")))
    >>> [sentence.text[span.start : span.stop] for span in sentence.spans]
    ['温知秋', '临江']
    """

    text: str
    spans: tuple[Labelled, ...] = ()


def read_tagged(path: Path, labels: Collection[str]) -> list[Sentence]:
    """Sentences of a file with one character and its tag (BIO or BMES) a line; a line of blanks ends a sentence.

    Parameters
    ----------
    path : Path
        UTF-8.
    labels : collection of str
        What may stand behind `B-`; any other label is an error.

    Raises
    ------
    AnalysisError
        If the file is missing, is not UTF-8, or a line has another form; with path and line.
    """
    found: list[Sentence] = []
    characters: list[str] = []
    tags: list[str] = []
    for number, line in enumerate((*_lines(path), ""), start=1):
        if line.strip():
            character, tag = _character(path, number, line, labels)
            characters.append(character)
            tags.append(tag)
        elif tags:
            found.append(_sentence(characters, tags))
            characters, tags = [], []
    return found


def _character(path: Path, number: int, line: str, labels: Collection[str]) -> tuple[str, str]:
    match = CHARACTER.fullmatch(line)
    if not match:
        raise _malformed(path, number, f"{line!r} is not a character, a blank and a tag such as O, B-PER or M-NAME.")
    tag = match["tag"]
    if tag != "O" and tag[2:] not in labels:
        raise _malformed(path, number, value_invalid("label", tag[2:], sorted(labels)))
    return match["plain"] or match["numbered"], tag


def _sentence(characters: Iterable[str], tags: Iterable[str]) -> Sentence:
    places, text = [], ""
    for character in characters:
        places.append(len(text))
        text += character
    places.append(len(text))
    return Sentence(text, tuple(Labelled(places[a], places[b], label) for a, b, label in _runs(tags)))


def _runs(tags: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Runs of one label: B and S begin one, E and S end it, and I, M or E begin one where none of their label is open.

    That is how conlleval reads a tag that should not stand there; the sets of 1998 have none, azuretime has 97.
    """
    start, label = 0, ""
    for place, tag in enumerate((*tags, "O")):
        goes_on = tag[0] in "IME" and tag[2:] == label
        if label and not goes_on:
            yield start, place, label
        if not goes_on:
            start, label = place, tag[2:]
        if label and tag[0] in "ES":
            yield start, place + 1, label
            label = ""


def read_json_lines(path: Path, labels: Collection[str]) -> list[Sentence]:
    """Sentences of a file like CLUENER's: `{"text": …, "label": {label: {name: [[first, last], …]}}}` a line.

    `last` is the place of the last character, inclusive. Of spans that overlap, the first is kept, then the longest.

    Raises
    ------
    AnalysisError
        If the file is missing or not UTF-8, a line has another form, or a name does not stand where its places say.
    """
    found = []
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        try:
            text, listed = _row(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError):
            raise _malformed(path, number, 'the line is not {"text": …, "label": {…}} as in CLUENER.') from None
        found.append(Sentence(text, tuple(_listed(path, number, text, listed, labels))))
    return found


def _row(row: dict[str, Any]) -> tuple[str, list[tuple[int, int, str, str]]]:
    """The text and its names as `(start, stop, label, name)`; raises one of several errors if the row is no such row."""
    places = [
        (operator.index(first), operator.index(last) + 1, label, name)
        for label, names in row["label"].items()
        for name, listed in names.items()
        for first, last in listed
    ]
    if not isinstance(row["text"], str):
        raise TypeError
    return row["text"], places


def _listed(
    path: Path, number: int, text: str, listed: list[tuple[int, int, str, str]], labels: Collection[str]
) -> Iterator[Labelled]:
    floor = 0
    for start, stop, label, name in sorted(listed, key=lambda one: (one[0], -one[1], one[2])):
        if label not in labels:
            raise _malformed(path, number, value_invalid("label", label, sorted(labels)))
        if text[start:stop] != name or not name:
            raise _malformed(path, number, f"{name!r} does not stand at {start} to {stop - 1}.")
        if start >= floor:
            yield Labelled(start, stop, label)
            floor = stop


def read_words(path: Path) -> list[Sentence]:
    """Paragraphs of a file like that of Peking University: `中国/ns [国际/n 电台/n]nt`, plain or packed with xz.

    The id in front of a paragraph (a first word with the tag m and a hyphen) is left out, and empty lines are.

    Returns
    -------
    list of Sentence
        A span a word, labelled with its part of speech; together they are the text. A compound is a further span, in front
        of its first word, and its label is in brackets: `[nt]`.

    Raises
    ------
    AnalysisError
        If the file is missing or damaged, or a word has no tag; with path and line.
    """
    return [_paragraph(path, n, line.split()) for n, line in enumerate(_lines(path), start=1) if line.strip()]


def _paragraph(path: Path, number: int, words: list[str]) -> Sentence:
    spans: list[Labelled] = []
    text, opened, begun = "", -1, 0
    for place, written in enumerate(words):
        match = WORD.fullmatch(written)
        if not match or (match["compound"] and opened < 0 and not match["opens"]):
            raise _malformed(
                path, number, f"{written!r} is not a word, a slash and a tag such as ns, or ends no compound."
            )
        if place == 0 and match["tag"] == "m" and "-" in match["word"]:
            continue
        if match["opens"]:
            opened, begun = len(text), len(spans)
        spans.append(Labelled(len(text), len(text) + len(match["word"]), match["tag"]))
        text += match["word"]
        if match["compound"]:
            spans.insert(begun, Labelled(opened, len(text), f"[{match['compound']}]"))
            opened = -1
    return Sentence(text, tuple(spans))


def _malformed(path: Path, number: int, message: str) -> AnalysisError:
    return AnalysisError(f"{path}:{number}: {message}")


def _lines(path: Path) -> list[str]:
    """The lines of a UTF-8 text, packed or not; only a line feed ends one, since a sentence may hold U+2028."""
    try:
        with lzma.open(path) if path.suffix == ".xz" else path.open("rb") as file:
            text = file.read().decode("utf-8-sig")
    except FileNotFoundError:
        raise AnalysisError(f"{path} is missing; give a folder that has it.") from None
    except (OSError, EOFError, lzma.LZMAError) as reason:
        raise AnalysisError(f"{path} cannot be read: {reason}.") from None
    except UnicodeDecodeError as reason:
        raise AnalysisError(f"{path} is not UTF-8: byte {reason.start:,} cannot be read.") from None
    return [line.removesuffix("\r") for line in text.split("\n")]

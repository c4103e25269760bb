"""What was read in simplified characters, as a text in traditional ones has it printed."""

from collections.abc import Iterable

from analysis.officials.rows import Row


def as_printed(rows: Iterable[Row], simple: str, text: str) -> list[Row]:
    """The rows that were read off `simple`, with person, title, body and sentence in the characters of `text`.

    Both texts are equally long, character for character. `body_full` stays: a canonical name is the same in both scripts.
    """
    return [_row(row, simple, text) for row in rows]


def _row(row: Row, simple: str, text: str) -> Row:
    return row._replace(
        person=_printed(row.person, simple, text, row.stop),
        title=_printed(row.title, simple, text, row.start),
        body=_printed(row.body, simple, text, row.start),
        sentence=_printed(row.sentence, simple, text, row.stop),
    )


def _printed(word: str, simple: str, text: str, place: int) -> str:
    """A word of `simple` as `text` has it: where it last ends before `place`, or else where it first stands behind it.

    What does not stand there in one piece (a title parted by blanks) is taken character by character.
    """
    at = simple.rfind(word, 0, place)
    at = at if at >= 0 else simple.find(word, max(0, place - len(word)))
    if at >= 0:
        return text[at : at + len(word)]
    return "".join(_printed(character, simple, text, place) if character in simple else character for character in word)

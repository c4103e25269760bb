"""Strict reading: what would be skipped or repaired is an error instead."""

from collections.abc import Sequence

from analysis.errors import CorpusError
from analysis.reading.problems import KEPT, Problem

# Kinds of rows on what nobody asked to be read: pictures beside posts, drafts, the output of a site generator.
_NO_POSTS = ("suffix", "draft", "site")


def refuse(problems: Sequence[Problem]) -> None:
    """Raise for the first of the rows that tells of a repair or a skip, and say how many more there are.

    Passed over are rows on what was left as it stands (an empty body, a date that can't be read), and on files of
    other kinds beside the posts.

    Raises
    ------
    CorpusError
        `path:line: what is wrong`, in one sentence.

    >>> refuse([Problem("a.md", 2, "front matter", "control characters were removed.", "repaired")])
    Traceback (most recent call last):
    analysis.errors.CorpusError: a.md:2: control characters were removed; strict=True allows no repair and no skip, and this is the only one.
    """
    wrong = [row for row in problems if row.action != KEPT and row.kind not in _NO_POSTS]
    if wrong:
        first, n = wrong[0], len(wrong) - 1
        where = first.path if first.line is None else f"{first.path}:{first.line}"
        more = "this is the only one" if not n else f"there {'is' if n == 1 else 'are'} {n:,} more"
        raise CorpusError(
            f"{where}: {first.message.removesuffix('.')}; strict=True allows no repair and no skip, and {more}."
        )

"""What went wrong with one file: a row of `Corpus.problems`."""

from typing import NamedTuple

SKIPPED, REPAIRED, KEPT, NO_FRONT_MATTER = "skipped", "repaired", "kept", "read without front matter"


class Problem(NamedTuple):
    """One thing wrong with one file; the columns of `tables.PROBLEMS` in their order.

    `line` is 1-based in the decoded file; None means the whole file.

    >>> Problem("a.md", None, "empty", "the file has 0 bytes.", SKIPPED).action
    'skipped'
    """

    path: str
    line: int | None
    kind: str
    message: str
    action: str


class Skipped(Exception):
    """A file that gives no document; `str(error)` is the sentence for the researcher, `kind` its short name."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind

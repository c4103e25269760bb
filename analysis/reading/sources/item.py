"""One thing that may become a document, a file, a member of an archive or a row of a table, and the run of them."""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from analysis.reading.problems import Problem


class Item(NamedTuple):
    """What is to be read, before it is read.

    `name` is its path below the corpus with `/` between the parts; a member or a row stands behind its container
    (`dump.zip/2021/a.md`, `posts.csv/17`; the row number is 1-based). `content()` gives the bytes that stand for it
    (of a row: a post with its fields as JSON front matter, always UTF-8) and raises `Skipped` where they can't be had.

    Call `content()` once, before the next item is drawn: an archive is read as a stream, and closed behind its last
    item. Of a file of its own (`container` is empty) it may be called later, and in another process: it can be pickled.

    `record` is a row's fields under the names of `Options.columns` or their own, None for a file or member; `encoding`
    is the codec that a row's table was read with, empty for a file or member, whose bytes are still to be decoded.
    """

    name: str
    doc_id: str
    container: str
    content: Callable[[], bytes]
    record: Mapping[str, Any] | None = None
    encoding: str = ""


class Items:
    """The items of a path, one after the other in a fixed order, and what was found on the way that is none.

    Each iteration walks anew. `problems` is emptied when one begins and complete when it has ended; each is a
    `Problem`: files with other suffixes, folders that can't be read, drafts passed over, archives refused, bad rows.
    """

    def __init__(self, walk: Callable[[list[Problem]], Iterator[Item]]) -> None:
        self._walk = walk
        self._begun: Iterator[Item] | None = None
        self.problems: list[Problem] = []

    def begin(self) -> None:
        """Walk to the first item, so that what can't be read at all is an error now; the next iteration goes on there."""
        run = iter(self)
        first = next(run, None)
        self._begun = run if first is None else chain((first,), run)

    def __iter__(self) -> Iterator[Item]:
        if self._begun is not None:
            run, self._begun = self._begun, None
            return run
        self.problems.clear()
        return self._walk(self.problems)

    def total(self) -> int | None:
        """How many items there are, by a walk of its own that opens no file; None if archives or tables are among them.

        What these hold is known only by reading through them, which would double the work.
        """
        if self._begun is not None:
            first = next(self._begun)
            self._begun = chain((first,), self._begun)
            if first.container:
                return None
        n = 0
        for item in self._walk([]):
            if item.container:
                return None
            n += 1
        return n

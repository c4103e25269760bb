"""What a walk carries along: the choices, and what was found that is no item."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

from analysis.errors import CorpusError
from analysis.reading.options import Options
from analysis.reading.problems import SKIPPED, Problem, Skipped
from analysis.reading.sources.kinds import ALLOWED, counted


class Source(NamedTuple):
    """A file or member that may be read: its name, its doc_id (of a container: what its own ids begin with), its bytes.

    `suffix` is that of the name, in small letters. `open()` gives a stream that can be read from any place, and is
    closed by who opened it.
    """

    name: str
    suffix: str
    label: str
    container: str
    content: Callable[[], bytes]
    open: Callable[[], BinaryIO]


@dataclass(slots=True)
class Walk:
    """One walk over a path; `alone` is the name of the one file that was named itself."""

    options: Options
    problems: list[Problem]
    alone: str | None = None
    others: Counter[str] = field(default_factory=Counter)

    def skip(self, name: str, kind: str, message: str, line: int | None = None) -> None:
        """Note something that is not read."""
        self.problems.append(Problem(name, line, kind, message, SKIPPED))

    def note(self, name: str, kind: str, message: str, action: str, line: int | None = None) -> None:
        """Note something that is read, but not as it stands."""
        self.problems.append(Problem(name, line, kind, message, action))

    def refuse(self, name: str, kind: str, message: str) -> None:
        """Note a table that can't be read; raise CorpusError if it was named itself."""
        if name == self.alone:
            raise CorpusError(f"{name}: {message}")
        self.skip(name, kind, message)

    def opened(self, archive: Source) -> BinaryIO | None:
        """A stream of an archive's bytes; None if they can't be had, which is noted as `refuse` does."""
        try:
            return archive.open()
        except Skipped as reason:
            self.refuse(archive.name, reason.kind, str(reason))
            return None

    def other(self, suffix: str) -> None:
        """Count a file with a suffix that is not read: a folder of posts may hold a million pictures."""
        self.others[suffix] += 1

    def tell_others(self) -> None:
        """One row for all files of one suffix."""
        for suffix, n in sorted(self.others.items()):
            message = f"{counted(n, 'file')} of this kind not read; the suffixes read are {ALLOWED}."
            self.skip(f"*{suffix}", "suffix", message)

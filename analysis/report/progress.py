"""A small bar on stderr, for people only: nothing is written where stderr is not a terminal."""

from typing import TextIO

CELLS = 24


class Bar:
    """Called as `bar(stage, done, total)`; rewrites its own line and ends it when told."""

    def __init__(self, stream: TextIO | None, *, quiet: bool = False) -> None:
        self._stream = stream if stream is not None and not quiet and stream.isatty() else None
        self._last = ""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show how far `stage` is."""
        line = bar(stage, done, total)
        if self._stream is None or line == self._last:
            return
        if self._last and not self._last.startswith(stage):
            self._stream.write("\n")
        self._stream.write(f"\r{line}")
        self._stream.flush()
        self._last = line

    def close(self) -> None:
        """End the line, if one was begun."""
        if self._stream is not None and self._last:
            self._stream.write("\n")
            self._stream.flush()
        self._last = ""


def bar(stage: str, done: int, total: int) -> str:
    """One line of plain ASCII, so that any terminal shows it.

    >>> bar("names", 5, 10)
    'names        [############............]  50 %'
    """
    share = done / total if total else 1.0
    filled = round(CELLS * min(share, 1.0))
    return f"{stage:<12} [{'#' * filled}{'.' * (CELLS - filled)}] {100 * share:3.0f} %"

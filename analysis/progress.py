"""How far a long piece of work is, how fast it goes and how long it will take: one line on stderr, for people only."""

import shutil
from collections import deque
from collections.abc import Callable
from math import ceil, inf
from time import perf_counter
from typing import TextIO

CELLS = 12
WINDOW = 10.0  # seconds behind the rate: a run that resumes is fast at first, and its last minute tells what is to come
_STEP = 0.5  # seconds between two marks of the window
_REDRAWN = 0.1  # seconds; a line that changes more often can't be read
_UNITS = {"read": "files", "annotate": "documents"}  # the stages whose steps are alike, so that a rate means something

Clock = Callable[[], float]


class Pace:
    """How many are done a second, over the last ten seconds.

    Parameters
    ----------
    clock : callable
        The time in seconds; any zero will do.
    done : int
        How many were done when the clock was first asked.

    >>> times = iter([0.0, 2.0])
    >>> Pace(lambda: next(times)).rate(600)
    300.0
    """

    def __init__(self, clock: Clock = perf_counter, done: int = 0) -> None:
        self._clock = clock
        self._marks = deque([(clock(), done)])

    def rate(self, done: int) -> float:
        """How many a second, now that `done` are done; 0.0 while no time has passed."""
        now = self._clock()
        while len(self._marks) > 1 and now - self._marks[1][0] >= WINDOW:
            self._marks.popleft()
        since, before = self._marks[0]
        if now - self._marks[-1][0] >= _STEP:
            self._marks.append((now, done))
        return (done - before) / (now - since) if now > since else 0.0


class Bar:
    """Called as `bar(stage, done, total)`; rewrites its own line, and ends it when told.

    Nothing is written unless `stream` is a terminal or the output of a notebook. `total` is None where it is not
    known. `clock` gives the time in seconds.
    """

    def __init__(self, stream: TextIO | None, *, quiet: bool = False, clock: Clock = perf_counter) -> None:
        self._stream = stream if stream is not None and not quiet and _is_seen(stream) else None
        self._clock = clock
        self._stage, self._line, self._shown = "", "", ""
        self._drawn = 0.0

    @property
    def seen(self) -> bool:
        """Whether anything is written."""
        return self._stream is not None

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Show how far `stage` is."""
        if self._stream is None:
            return
        if stage != self._stage:
            self.close()
            self._stage, self._pace, self._drawn = stage, Pace(self._clock, done), -inf
        self._line = bar(stage, done, total, self._pace.rate(done) if stage in _UNITS else 0.0)
        now = self._clock()
        if done == total or now - self._drawn >= _REDRAWN:
            self._draw()
            self._drawn = now

    def close(self) -> None:
        """End the line, if one was begun."""
        if self._stream is not None and self._line:
            self._draw()
            self._stream.write("\n")
            self._stream.flush()
        self._stage, self._line, self._shown = "", "", ""

    def _draw(self) -> None:
        line = self._line[: max(shutil.get_terminal_size().columns - 1, CELLS)]
        if line != self._shown and self._stream is not None:
            self._stream.write(f"\r{line:<{len(self._shown)}}")
            self._stream.flush()
            self._shown = line


def _is_seen(stream: TextIO) -> bool:
    """Whether somebody looks on: a terminal, or the stream that ipykernel puts in place of stderr in a notebook."""
    return stream.isatty() or type(stream).__module__.startswith("ipykernel.")


def bar(stage: str, done: int, total: int | None, rate: float = 0.0) -> str:
    """One line of plain ASCII, so that any terminal shows it; `rate` is how many a second, 0.0 if that is not known.

    >>> bar("keywords", 5, 10)
    'keywords  [######......]  50 %'
    >>> bar("read", 12_000, 15_868, 2_900.0)
    'read      [#########...]  76 %  12,000 of 15,868 files, 2,900/s, 2 s left'
    >>> bar("read", 12_000, None, 2_900.0)
    'read      12,000 files, 2,900/s'
    """
    parts = [f"{stage:<9}"]
    if total is not None:
        share = min(done / total, 1.0) if total else 1.0
        filled = round(CELLS * share)
        parts.append(f"[{'#' * filled}{'.' * (CELLS - filled)}] {100 * share:3.0f} %")
    if stage in _UNITS:
        parts.append((" " if total is not None else "") + _course(done, total, _UNITS[stage], rate))
    return " ".join(parts)


def _course(done: int, total: int | None, unit: str, rate: float) -> str:
    parts = [f"{done:,} {unit}" if total is None else f"{done:,} of {total:,} {unit}"]
    if rate > 0:
        parts.append(f"{_rounded(rate)}/s")
        if total is not None and done < total:
            parts.append(f"{duration((total - done) / rate)} left")
    return ", ".join(parts)


def _rounded(rate: float) -> str:
    """Two figures: the rest changes with every line."""
    if rate < 9.95:
        return f"{rate:.1f}"
    scale = 10 ** max(len(str(round(rate))) - 2, 0)
    return f"{round(rate / scale) * scale:,}"


def duration(seconds: float) -> str:
    """A time to wait, rounded up.

    >>> [duration(s) for s in (0.2, 60, 61, 3_600, 93_784)]
    ['1 s', '60 s', '2 min', '60 min', '26 h 4 min']
    """
    if seconds <= 60:
        return f"{max(ceil(seconds), 1)} s"
    minutes = ceil(seconds / 60)
    return f"{minutes} min" if minutes <= 60 else f"{minutes // 60} h {minutes % 60} min"

"""Items to documents, one by one: through the cache if there is one, with progress told."""

import os
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from analysis.document import Document
from analysis.progress import Bar
from analysis.reading.cache.database import Cache, key_of
from analysis.reading.options import Options
from analysis.reading.post import Reading
from analysis.reading.problems import SKIPPED, Problem, Skipped
from analysis.reading.sources import Item, Items, read_item

KeptIn = str | os.PathLike[str] | Cache
Progress = Callable[[int, int | None], object]


class Step(NamedTuple):
    """What one item gave: a document or none, and its rows."""

    document: Document | None
    problems: list[Problem]


def steps_of(
    items: Items, options: Options, cache: KeptIn | None = None, progress: Progress | bool | None = None
) -> Generator[Step, None, None]:
    """Reads the items one after the other; wherever this stops, the cache keeps what was read until then."""
    with _opened(cache) as kept, _told(progress, items) as tell:
        for done, item in enumerate(items, start=1):
            yield _step(item, options, kept)
            tell(done)


def _step(item: Item, options: Options, cache: Cache | None) -> Step:
    try:
        reading = read_item(item, options) if cache is None else _read_through(cache, item, options)
        return Step(reading.document, reading.problems)
    except Skipped as reason:
        return Step(None, [Problem(item.name, None, reason.kind, str(reason), SKIPPED)])


def _read_through(cache: Cache, item: Item, options: Options) -> Reading:
    """The reading of an item, from the cache if it is there."""
    data = item.content()
    key = key_of(data, item, options)
    outcome = cache.get(key)
    if outcome is None:
        try:
            outcome = read_item(item._replace(content=lambda: data), options)
        except Skipped as reason:
            outcome = reason
        cache.put(key, outcome)
    if isinstance(outcome, Skipped):
        raise outcome
    return outcome


@contextmanager
def _opened(cache: KeptIn | None) -> Iterator[Cache | None]:
    """The cache; closed behind us if it was given by its path, else only written."""
    if cache is None:
        yield None
    elif isinstance(cache, Cache):
        try:
            yield cache
        finally:
            cache.flush()
    else:
        with Cache(cache) as opened:
            yield opened


@contextmanager
def _told(progress: Progress | bool | None, items: Items) -> Iterator[Callable[[int], object]]:
    """What tells of each item done; nothing is counted for a bar that nobody sees."""
    bar = Bar(sys.stderr, quiet=progress is not True)
    if not callable(progress) and not bar.seen:
        yield lambda done: None
        return
    total = items.total()
    try:
        yield lambda done: progress(done, total) if callable(progress) else bar("read", done, total)
    finally:
        bar.close()

"""A file that keeps what was read, so that a second run, or one that was stopped, need not read it again.

One SQLite file with a rollback journal: several processes may read and write it at the same time, and one that is
killed leaves it as it was after its last batch. On a network drive that is only as safe as the drive's locks.
"""

import hashlib
import os
import platform
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

from analysis import __version__
from analysis.errors import CorpusError
from analysis.reading.cache.stored import Outcome, restored, stored
from analysis.reading.options import Options
from analysis.reading.sources.item import Item

APPLICATION = 0x616E_6C79  # "anly" in the header of the file: by this it is known to be ours
LAYOUT = 1  # of its tables
# What is below `analysis` and makes documents of bytes: a changed rule must not find what an older one read.
SOURCES = ("reading", "frames", "shadow", "lexicons", "document.py", "lexicon.py", "moments.py", "spans.py")
LIBRARIES = ("fsspec", "openpyxl", "pyarrow", "python-frontmatter", "PyYAML", "selectolax")
_BATCH = 256  # readings in one transaction: what is lost if the process is killed, and small against its cost (5 ms)
_BATCH_BYTES = 4 * 1024 * 1024
_PATIENCE = 60.0  # seconds to wait for another process that writes; a batch takes milliseconds

_TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE readings (key BLOB PRIMARY KEY, value BLOB NOT NULL);
"""


class Cache:
    """Readings by a hash of everything that decides them: the bytes, the name, the options, and the reader itself.

    Give it to `read_corpus` or `scan_corpus` in place of a path to learn how much of a run it has saved. A file whose
    readings are of another version of this package, or of a library it reads with, is emptied and filled anew.

    Parameters
    ----------
    path : str or PathLike
        The file; made if it is not there. Its folder must be.

    Attributes
    ----------
    found, added : int
        How many readings came from the file, and how many went into it.

    Raises
    ------
    CorpusError
        If the file is no such cache, is damaged, or can't be written; at any later call also if the disk is full.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> from analysis.reading import read_corpus
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.txt").write_text("会议召开。", encoding="utf-8")
    >>> for _ in range(2):
    ...     with Cache(folder / "reading.cache") as kept:
    ...         corpus = read_corpus(folder / "a.txt", cache=kept)
    ...         print(kept.found, kept.added)
    0 1
    1 0
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        if not isinstance(path, str | os.PathLike) or not os.fspath(path):
            raise CorpusError(f"cache={path!r} is no path; name a file in a folder that may be written.")
        self.path = os.fspath(path)
        self.found = self.added = 0
        self._waiting: list[tuple[bytes, bytes]] = []
        self._waiting_bytes = 0
        with self._told():
            self._file = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            with self._told(), self._transaction():
                self._prepare()
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> "Cache":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Write what waits, and close the file."""
        try:
            self.flush()
        finally:
            self._file.close()

    def get(self, key: bytes) -> Outcome | None:
        """What was kept under a key; None if nothing is, or it is damaged."""
        with self._told():
            row = self._file.execute("SELECT value FROM readings WHERE key = ?", (key,)).fetchone()
        outcome = restored(row[0], key) if row and isinstance(row[0], bytes) else None
        self.found += outcome is not None
        return outcome

    def put(self, key: bytes, outcome: Outcome) -> None:
        """Keep an outcome; it is in the file after the next batch."""
        value = stored(outcome, key)
        if value is None:
            return
        self._waiting.append((key, value))
        self._waiting_bytes += len(value)
        self.added += 1
        if len(self._waiting) >= _BATCH or self._waiting_bytes >= _BATCH_BYTES:
            self.flush()

    def flush(self) -> None:
        """Write what waits in one transaction."""
        waiting, self._waiting, self._waiting_bytes = self._waiting, [], 0
        if waiting:
            with self._told(), self._transaction():
                self._file.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?)", waiting)

    def _prepare(self) -> None:
        """Make the tables, or empty them if another reader filled them; a file of another program is refused."""
        ours, layout = self._fact("PRAGMA application_id") == APPLICATION, self._fact("PRAGMA user_version")
        tables = self._fact("SELECT count(*) FROM sqlite_master")
        if tables and not ours:
            raise CorpusError(f"cache={self.path!r} is a database of another program; name a new file.")
        if tables and layout != LAYOUT:
            for name in ("facts", "readings"):
                self._file.execute(f"DROP TABLE IF EXISTS {name}")
        if not tables or layout != LAYOUT:
            for statement in _TABLES.split(";"):
                self._file.execute(statement)
            self._file.execute(f"PRAGMA application_id = {APPLICATION}")
            self._file.execute(f"PRAGMA user_version = {LAYOUT}")
        if self._fact("SELECT value FROM facts WHERE name = 'reader'") != reader_version():
            self._file.execute("DELETE FROM readings")
        # Written each time, so that a file that can't be written is known before the long work.
        self._file.execute("REPLACE INTO facts VALUES ('reader', ?)", (reader_version(),))

    def _fact(self, query: str) -> object:
        row = self._file.execute(query).fetchone()
        return row[0] if row else None

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._file.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._file.execute("COMMIT")
        finally:
            if self._file.in_transaction:
                self._file.execute("ROLLBACK")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turns what SQLite says into one sentence."""
        try:
            yield
        except (sqlite3.Error, ValueError) as error:
            if isinstance(error, CorpusError):
                raise
            raise CorpusError(f"cache={self.path!r} {_trouble(error)}.") from None


def _trouble(error: Exception) -> str:
    said = str(error).lower()
    if "not a database" in said:
        return "is another kind of file; name a new file"
    if "malformed" in said or "no such table" in said or "no such column" in said:
        return f"is damaged ({said}); delete it, and it is made again"
    return f"can't be used: {said}; name a file in a folder that may be written"


def key_of(data: bytes, item: Item, options: Options) -> bytes:
    """The hash under which the reading of an item with these bytes is kept."""
    digest = hashlib.sha256()
    for part in (reader_version(), item.name, item.doc_id, item.container, options.of_one_item):
        digest.update(part.encode("utf-8", "surrogatepass") + b"\x00")
    digest.update(f"{item.record is not None} {item.encoding}\x00".encode())
    digest.update(data)
    return digest.digest()


@cache
def reader_version() -> str:
    """A hash of all that makes documents of bytes: our version and sources, Python, and the libraries."""
    digest = hashlib.sha256()
    known = [__version__, platform.python_version(), *(f"{name} {_version(name)}" for name in LIBRARIES)]
    digest.update("\n".join(known).encode())
    home = files("analysis")
    for name in SOURCES:
        for path, source in _below(home.joinpath(name), name):
            digest.update(f"\n{path}\n".encode() + source.read_bytes())
    return digest.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _below(source: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """The files at or below a source, in the order of their names, without what Python compiled."""
    if source.is_file():
        yield path, source
    elif source.name != "__pycache__":
        for inner in sorted(source.iterdir(), key=lambda inner: inner.name):
            yield from _below(inner, f"{path}/{inner.name}")

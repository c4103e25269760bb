"""The files of this machine: their names as they are shown, their folders, their bytes."""

import os
import stat
import unicodedata
from collections.abc import Callable, Sequence
from typing import BinaryIO, NamedTuple, TypeVar

from analysis.reading.post import MAX_BYTES
from analysis.reading.problems import Skipped
from analysis.reading.sources.file_bytes import file_bytes

Given = str | os.PathLike[str] | Sequence[str | os.PathLike[str]]

Result = TypeVar("Result")


class Listing(NamedTuple):
    """The names in one folder, in order; `folders` without hidden ones and links."""

    folders: list[str]
    files: list[str]


class Disk:
    """The file system of this machine."""

    def listing(self, folder: str) -> Listing:
        """What is in a folder. Raises OSError if it can't be read."""
        folders, files = [], []
        with os.scandir(folder) as entries:
            for entry in entries:
                if not entry.is_dir():
                    files.append(entry.name)
                elif not (entry.name.startswith(".") or _leads_elsewhere(entry)):
                    folders.append(entry.name)
        return Listing(sorted(folders), sorted(files))

    def join(self, folder: str, name: str) -> str:
        """The path of a name in a folder."""
        return os.path.join(folder, name)

    def read(self, file: str) -> bytes:
        """The bytes of a file of up to `MAX_BYTES`. Raises Skipped."""
        return file_bytes(file, MAX_BYTES)

    def open(self, file: str) -> BinaryIO:
        """A stream of a file of any size. Raises Skipped."""
        return opened(file)


def _leads_elsewhere(entry: "os.DirEntry[str]") -> bool:
    """A link or (on Windows) a junction: either may lead in a circle."""
    return entry.is_symlink() or bool(getattr(entry, "is_junction", bool)())


def opened(file: str) -> BinaryIO:
    """A regular file, open for reading. Raises Skipped."""
    status = _guarded(lambda: os.stat(file))
    if not stat.S_ISREG(status.st_mode):
        raise Skipped("unreadable", "it is not a regular file.")
    return _guarded(lambda: open(file, "rb"))


def _guarded(act: Callable[[], Result]) -> Result:
    try:
        return act()
    except OSError as error:
        raise Skipped("unreadable", f"the file can't be read: {why(error)}.") from None


def why(error: Exception) -> str:
    r"""What the system says, as half a sentence: its first line, begun with a small letter.

    >>> why(FileNotFoundError(2, "No such file or directory")), why(EOFError("Cut off.\nHere"))
    ('no such file or directory', 'cut off')
    """
    said = (getattr(error, "strerror", None) or str(error) or type(error).__name__).splitlines()[0].rstrip(". ")
    return said.lower() if isinstance(error, OSError) else said[:1].lower() + said[1:]


def name_below(file: str, folder: str) -> str:
    """The path below the folder as it is shown and stored."""
    inside = os.path.join(folder, "")
    below = file[len(inside) :] if folder and file.startswith(inside) else os.path.relpath(file, folder or os.curdir)
    return shown(below)


def shown(name: str) -> str:
    """With `/` between the parts, in composed characters (macOS stores decomposed ones), without bytes of no text."""
    if os.sep != "/":
        name = name.replace(os.sep, "/")
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        name = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", name)

"""Trees that are not on this machine, or not plain: whatever fsspec opens (the only door to it)."""

from typing import Any, BinaryIO, NamedTuple, cast

from analysis.errors import CorpusError
from analysis.reading.post import MAX_BYTES
from analysis.reading.problems import Skipped
from analysis.reading.sources.files import Listing, why


def is_remote(path: str) -> bool:
    """Whether a path names a protocol.

    >>> is_remote("s3://bucket/posts"), is_remote("posts")
    (True, False)
    """
    return "://" in path


class Remote:
    """A file system of fsspec. Each library behind it has errors of its own: all are told as what they say."""

    def __init__(self, system: Any) -> None:
        self._system = system

    def listing(self, folder: str) -> Listing:
        """What is in a folder. Raises OSError if it can't be read."""
        folders, files = [], []
        try:
            entries = self._system.ls(folder, detail=True)
        except Exception as error:
            raise OSError(why(error)) from None
        for entry in entries:
            name = entry["name"].rstrip("/").rpartition("/")[2]
            if entry["type"] != "directory":
                files.append(name)
            elif not name.startswith(".") and not entry.get("islink"):
                folders.append(name)
        return Listing(sorted(folders), sorted(filter(None, files)))

    def join(self, folder: str, name: str) -> str:
        """The path of a name in a folder."""
        return f"{folder.rstrip('/')}/{name}" if folder else name

    def read(self, file: str) -> bytes:
        """The bytes of a file of up to `MAX_BYTES`. Raises Skipped."""
        try:
            with self._system.open(file, "rb") as stream:
                data = cast(bytes, stream.read(MAX_BYTES + 1))
        except Exception as error:
            raise Skipped("unreadable", f"the file can't be read: {why(error)}.") from None
        if len(data) > MAX_BYTES:
            raise Skipped("size", f"the file is larger than {MAX_BYTES:,} bytes; files up to that size are read.")
        return data

    def open(self, file: str) -> BinaryIO:
        """A stream of a file of any size. Raises Skipped."""
        try:
            return cast(BinaryIO, self._system.open(file, "rb"))
        except Exception as error:
            raise Skipped("unreadable", f"the file can't be read: {why(error)}.") from None


class Place(NamedTuple):
    """A path on a file system, and whether it is a folder there."""

    tree: Remote
    path: str
    is_folder: bool


def remote_place(url: str) -> Place:
    """Where a URL of fsspec leads: `s3://bucket/posts`, `memory://posts`, `zip://::file:///data/dump.zip`.

    Raises
    ------
    CorpusError
        If fsspec (or the library it needs for the protocol) is not installed, or there is no such file or folder.
    """
    try:
        import fsspec
    except ImportError:
        raise CorpusError(
            f"reading {url} needs the library fsspec; install it with: pip install 'analysis[remote]'."
        ) from None
    try:
        system, path = fsspec.core.url_to_fs(url)
        is_folder = path in ("", "/") or system.isdir(path)
        found = is_folder or system.exists(path)
    except Exception as error:
        raise CorpusError(f"{url} can't be opened: {why(error)}.") from None
    if not found:
        raise CorpusError(f"there is no file or folder {url}.")
    return Place(Remote(system), path, is_folder)

"""The members of an archive, zip or tar: which may be read, what they are called, how much they may unpack to."""

import lzma
import re
import shutil
import tarfile
import tempfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import BinaryIO, NamedTuple, TypeVar, cast

from analysis.reading.encoding.decoding import codecs_of
from analysis.reading.post import MAX_BYTES
from analysis.reading.problems import Skipped
from analysis.reading.sources.files import shown, why
from analysis.reading.sources.kinds import ARCHIVES, POSTS, SUFFIXES, counted, is_post, parted
from analysis.reading.sources.labels import Labels
from analysis.reading.sources.limits import MAX_TABLE
from analysis.reading.sources.sites import DRAFTS, drafts_told, is_settings, site_parts, told
from analysis.reading.sources.trees import container_labels
from analysis.reading.sources.walk import Source, Walk

# What reading a broken archive may raise: its own errors, those of the packing methods, and what comes of wrong numbers.
BROKEN = (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError, RuntimeError, ValueError)

Result = TypeVar("Result")

_DRIVE = re.compile(r"[A-Za-z]:")


class Member(NamedTuple):
    """A file in an archive: its name as it stands there, its size as declared, a stream of its bytes.

    `link` says that it is a link, a device or a pipe; `refused` why its bytes can't be had, in one sentence.
    """

    name: str
    size: int
    open: Callable[[], BinaryIO]
    link: bool = False
    refused: str = ""


def decoded_name(name: bytes, hint: str | None = None) -> str:
    """The name of a member: UTF-8, else as the hint for the texts says, else GB18030 as Windows in Chinese writes it.

    >>> decoded_name("会议.md".encode("gb18030")), decoded_name("會議.md".encode("big5"), "big5")
    ('会议.md', '會議.md')
    """
    for encoding in ("utf-8", *(codecs_of(hint) if hint else ()), "gb18030"):
        try:
            return name.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name.decode("utf-8", "replace")


def inner_name(name: str) -> str:
    r"""The path of a member in its archive, with `/`; empty if it leads out of it.

    >>> [inner_name(name) for name in ("./a//b.md", r"2021\a.md", "../a.md", "/etc/a.md", r"C:\a.md")]
    ['a/b.md', '2021/a.md', '', '', '']
    """
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".")]
    outside = name.startswith(("/", "\\")) or _DRIVE.match(name) or ".." in parts
    return "" if outside else shown("/".join(parts))


def sources_in(archive: Source, names: Iterable[str], members: Iterable[Member], walk: Walk) -> Iterator[Source]:
    """What may be read of an archive: what would be read of a folder with the same files, with the same ids.

    `names` are those of the members, given before the first is read; neither is held.
    """
    outline = _Outline(archive, names, walk)
    for member in members:
        if source := outline.source(member):
            yield source
    outline.tell()


class _Outline:
    """What must be known of all names before a member is read: which ids would be the same, where a site has its root."""

    def __init__(self, archive: Source, names: Iterable[str], walk: Walk) -> None:
        self._archive, self._walk = archive, walk
        self._label = "" if archive.name == walk.alone else f"{archive.label}/"
        self._settings: dict[str, list[str]] = {}
        self._folders: set[str] = set()
        self._tables: list[tuple[str, str]] = []
        self._posts = Labels(self._looked_at(names))
        self._containers = container_labels(self._tables, self._folders)
        self._passed: dict[str, set[str]] = {}
        self._drafts: Counter[str] = Counter()
        self._links = 0

    def _looked_at(self, names: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The names and stems of posts; folders, tables and the settings of site generators are noted on the way."""
        for name in filter(None, map(inner_name, names)):
            folder, _, base = name.rpartition("/")
            while folder and folder not in self._folders:
                self._folders.add(folder)
                folder = folder.rpartition("/")[0]
            if is_settings(base):
                self._settings.setdefault(name.rpartition("/")[0], []).append(base)
            stem, suffix = parted(name)
            if suffix in POSTS:
                yield name, stem
            elif suffix in SUFFIXES:
                self._tables.append((name, stem))

    def source(self, member: Member) -> Source | None:
        """What a member is read as; None if it is passed over, which is then noted or counted."""
        name = inner_name(member.name)
        path = f"{self._archive.name}/{name or shown(member.name)}"
        if member.link:
            self._links += 1
        elif not name:
            self._walk.skip(path, "archive", "the member's name leads out of the archive; it was not read.")
        elif not self._is_passed(name):
            stem, suffix = parted(name)
            if suffix in ARCHIVES:
                self._walk.skip(path, "archive", "an archive in an archive is not opened; unpack it first.")
            elif suffix not in SUFFIXES:
                self._walk.other(suffix)
            else:
                label = (self._posts if suffix in POSTS else self._containers).of(name, stem)
                read, stream = partial(_bytes_of, member), partial(_copy_of, member)
                return Source(path, suffix, self._label + label, self._archive.name, read, stream)
        return None

    def _is_passed(self, name: str) -> bool:
        """Whether a folder above is hidden, made by macOS, of drafts, or a part of a site generator."""
        *folders, base = name.split("/")
        for depth, folder in enumerate(folders):
            above = "/".join(folders[:depth])
            settings = site_parts(self._settings.get(above, ())).get(folder)
            if settings:
                self._passed.setdefault(f"{above}/{settings}".lstrip("/"), set()).add(folder)
                return True
            if folder == DRAFTS and not self._walk.options.drafts:
                self._drafts["/".join(folders[: depth + 1])] += is_post(base)
                return True
            if folder.startswith(".") or folder == "__MACOSX":
                return True
        return False

    def tell(self) -> None:
        """Note what was passed over, one row a kind."""
        top = self._archive.name
        for settings, folders in self._passed.items():
            self._walk.skip(f"{top}/{settings}", "site", told(folders))
        for folder, n in self._drafts.items():
            self._walk.skip(f"{top}/{folder}", "draft", drafts_told(counted(n, "file")))
        if self._links:
            message = f"{counted(self._links, 'member')} not read: links, devices and pipes are not followed."
            self._walk.skip(top, "archive", message)


def _bytes_of(member: Member) -> bytes:
    """All bytes of a member, never more than `MAX_BYTES`, whatever it declares. Raises Skipped."""
    if member.size > MAX_BYTES:
        _refuse_size(member.size)
    with _opened(member) as stream:
        data = _guarded(partial(stream.read, MAX_BYTES + 1))
    if len(data) > MAX_BYTES:
        _refuse_size(len(data))
    if len(data) < member.size:
        raise Skipped("archive", f"the archive ends within the member, after {len(data):,} of {member.size:,} bytes.")
    return data


def _refuse_size(n: int) -> None:
    raise Skipped("size", f"the member has {n:,} bytes; members of up to {MAX_BYTES:,} bytes are read.")


def _copy_of(member: Member) -> BinaryIO:
    """A member that can be read from any place: in memory, or in a temporary file if it is large. Raises Skipped."""
    if member.size > MAX_TABLE:
        raise Skipped("size", f"the member has {member.size:,} bytes; tables in archives may have {MAX_TABLE:,}.")
    copy = cast(BinaryIO, tempfile.SpooledTemporaryFile(max_size=MAX_BYTES))  # noqa: SIM115  # the caller closes it
    with _opened(member) as stream:
        _guarded(partial(shutil.copyfileobj, stream, copy, 1024 * 1024))
    if copy.tell() < member.size:
        raise Skipped("archive", "the archive ends within the member.")
    copy.seek(0)
    return copy


def _opened(member: Member) -> BinaryIO:
    if member.refused:
        raise Skipped("archive", member.refused)
    return _guarded(member.open)


def _guarded(act: Callable[[], Result]) -> Result:
    try:
        return act()
    except BROKEN as error:
        raise Skipped("archive", f"the member can't be read: {why(error)}.") from None

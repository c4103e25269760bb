"""Tar archives, plain or packed by gzip, bzip2 or xz, read as a stream."""

import bz2
import gzip
import lzma
import tarfile
from collections.abc import Iterator
from contextlib import closing, suppress
from functools import partial
from typing import BinaryIO, cast

from analysis.reading.sources.files import why
from analysis.reading.sources.limits import MAX_RATIO, too_dense
from analysis.reading.sources.members import BROKEN, Member, decoded_name, sources_in
from analysis.reading.sources.walk import Source, Walk

# What a packed archive begins with: RFC 1952 2.3.1; bzip2's and xz's file formats. The suffix is not believed.
_PACKED = ((b"\x1f\x8b", gzip.open), (b"BZh", bz2.open), (b"\xfd7zXZ\x00", lzma.open))
_PADDING = tarfile.RECORDSIZE  # bytes read at a time, and the most that a member is filled up with
# Bytes of the headers of one member: a path has 4,096 at most. Python before 3.11.10 looks for words in them in
# square time (CVE-2024-6232).
_MAX_HEADER = 16 * 1024
# How often nothing may be read. The standard library passes over a member of 10 ** 30 bytes to the last, end or no end.
_MAX_ENDS = 8


class _Bounded:
    """The unpacked bytes of an archive; raises OSError where they are a bomb, or a header has no end."""

    def __init__(self, stream: BinaryIO) -> None:
        stream.seek(0)
        begin = stream.read(6)
        stream.seek(0)
        unpack = next((unpack for mark, unpack in _PACKED if begin.startswith(mark)), None)
        self._packed = stream
        self._unpacked = stream if unpack is None else cast(BinaryIO, unpack(stream))
        self._given = self._ends = 0
        self._allowed: int | None = None

    def allow(self, n: int | None) -> None:
        """How many bytes may be read from here on; None for all."""
        self._allowed = None if n is None else self._given + n

    def read(self, n: int) -> bytes:
        data = self._unpacked.read(n)
        self._given += len(data)
        self._ends += not data
        if self._ends > _MAX_ENDS:
            raise tarfile.ReadError("unexpected end of data")
        if too_dense(self._given, self._packed.tell()):
            raise OSError(f"it unpacks to more than {MAX_RATIO} times its size")
        if self._allowed is not None and self._given > self._allowed:
            raise OSError(f"the header of a member has more than {_MAX_HEADER:,} bytes")
        return data


class _Info(tarfile.TarInfo):
    """A header that says so if it is damaged or missing; the standard library takes either for the end."""

    @classmethod
    def fromtarfile(cls, tar: tarfile.TarFile) -> "_Info":
        try:
            return super().fromtarfile(tar)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]  # the stubs lack it
            raise
        except tarfile.EmptyHeaderError:  # type: ignore[attr-defined]
            raise tarfile.ReadError("it ends without an end mark") from None
        except tarfile.HeaderError as error:
            raise tarfile.ReadError(str(error)) from None


def tar_sources(archive: Source, walk: Walk) -> Iterator[Source]:
    """What may be read of a tar archive, in its own order.

    It is gone through twice, for the names and for the bytes. A member's bytes must be read before the next is drawn.
    What is damaged or cut off ends the reading and is noted.
    """
    if (stream := walk.opened(archive)) is None:
        return
    with closing(stream):
        yield from sources_in(archive, _names(stream, walk.options.encoding), _members(archive, stream, walk), walk)


def _names(stream: BinaryIO, hint: str | None) -> Iterator[str]:
    with suppress(*BROKEN):  # told when the members are read
        yield from (_name(info, hint) for _, info in _headers(_Bounded(stream)) if info.isreg())


def _members(archive: Source, stream: BinaryIO, walk: Walk) -> Iterator[Member]:
    data, n = _Bounded(stream), 0
    try:
        for tar, info in _headers(data):
            n += 1
            if not info.isdir():
                yield Member(
                    _name(info, walk.options.encoding), info.size, partial(_open, tar, info), link=not info.isreg()
                )
    except BROKEN as error:
        told = walk.skip if n else walk.refuse
        what = "the archive can't be read further" if n else "the archive can't be read"
        told(archive.name, "archive", f"{what}: {why(error)}.")


def _headers(data: _Bounded) -> Iterator[tuple[tarfile.TarFile, tarfile.TarInfo]]:
    data.allow(_PADDING + _MAX_HEADER)
    tar = tarfile.open(fileobj=cast(BinaryIO, data), mode="r|", tarinfo=_Info)  # noqa: SIM115  # it owns nothing
    while info := tar.next():
        data.allow(None)
        yield tar, info
        tar.members.clear()  # type: ignore[attr-defined]  # it keeps every header
        data.allow(info.size + _PADDING + _MAX_HEADER)  # what is left of the member is passed over


def _open(tar: tarfile.TarFile, info: tarfile.TarInfo) -> BinaryIO:
    return cast(BinaryIO, tar.extractfile(info))


def _name(info: tarfile.TarInfo, hint: str | None) -> str:
    return decoded_name(info.name.encode("utf-8", "surrogateescape"), hint)

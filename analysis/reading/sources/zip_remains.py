"""What is left of a zip archive whose directory is lost, as at the end of a broken download: its members one by one."""

import io
import struct
import zlib
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, NamedTuple

from analysis.reading.post import MAX_BYTES
from analysis.reading.sources.members import Member, decoded_name

# The header before each member: APPNOTE.TXT 4.3.7, and what tells of its sizes behind it instead: 4.3.9.
_HEADER = struct.Struct("<4s5H3L2H")
_MARK, _DESCRIPTOR = b"PK\x03\x04", b"PK\x07\x08"
_ENCRYPTED, _SIZES_BEHIND, _UTF8 = 0x1, 0x8, 0x800
_STORED, _DEFLATED = 0, 8
_PIECE = 64 * 1024


class _Found(NamedTuple):
    name: str
    method: int
    start: int
    packed: int
    size: int
    crc: int


def is_zip_without_directory(stream: BinaryIO) -> bool:
    """Whether a stream begins as a zip archive does."""
    stream.seek(0)
    return stream.read(4) == _MARK


def remains(stream: BinaryIO, hint: str | None = None) -> Iterator[Member]:
    """The whole members from the first on, up to the first that is cut off, or whose end can't be found."""
    place: int | None = 0
    while place is not None:
        stream.seek(place)
        found, place = _next(stream, hint)
        if found and not found.name.endswith("/"):
            yield Member(found.name, found.size, partial(_opened, stream, found))


def _next(stream: BinaryIO, hint: str | None) -> tuple[_Found | None, int | None]:
    """The member whose header begins here, and where the next may begin; None where there is none."""
    header = stream.read(_HEADER.size)
    if len(header) < _HEADER.size or not header.startswith(_MARK):
        return None, None
    _, _, flags, method, _, _, crc, packed, size, n_name, n_extra = _HEADER.unpack(header)
    name = stream.read(n_name)
    start = stream.seek(n_extra, io.SEEK_CUR)
    if flags & _ENCRYPTED or method not in (_STORED, _DEFLATED):
        return None, None
    if flags & _SIZES_BEHIND:
        measured = _measured(stream) if method == _DEFLATED else None
        if measured is None:
            return None, None
        packed, size, crc = measured
    stop = start + packed
    if stop > stream.seek(0, io.SEEK_END):
        return None, None
    shown = name.decode("utf-8", "replace") if flags & _UTF8 else decoded_name(name, hint)
    stream.seek(stop)
    behind = stream.read(4) == _DESCRIPTOR
    return _Found(shown, method, start, packed, size, crc), stop + (16 if behind else 0)


def _measured(stream: BinaryIO) -> tuple[int, int, int] | None:
    """Packed and unpacked size and check sum of the deflated bytes from here on; None if they are cut off or too many."""
    unpack, packed, size, crc = zlib.decompressobj(-15), 0, 0, 0
    while not unpack.eof:
        piece = unpack.unconsumed_tail or stream.read(_PIECE)
        packed += 0 if unpack.unconsumed_tail else len(piece)
        try:
            data = unpack.decompress(piece, _PIECE)
        except zlib.error:
            return None
        size, crc = size + len(data), zlib.crc32(data, crc)
        if not piece or size > MAX_BYTES:
            return None
    return packed - len(unpack.unused_data), size, crc


def _opened(stream: BinaryIO, found: _Found) -> BinaryIO:
    """The bytes of a member, whose check sum is right. Raises ValueError."""
    stream.seek(found.start)
    packed = stream.read(min(found.packed, MAX_BYTES + 1))
    data = packed if found.method == _STORED else zlib.decompressobj(-15).decompress(packed, MAX_BYTES + 1)
    if len(data) <= MAX_BYTES and zlib.crc32(data) != found.crc:
        raise ValueError("its check sum is wrong")
    return io.BytesIO(data)

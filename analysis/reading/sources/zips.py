"""Zip archives, read by their directory."""

import stat
import zipfile
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from typing import BinaryIO, cast

from analysis.reading.sources.files import why
from analysis.reading.sources.limits import MAX_RATIO, too_dense
from analysis.reading.sources.members import BROKEN, Member, decoded_name, sources_in
from analysis.reading.sources.walk import Source, Walk
from analysis.reading.sources.zip_remains import is_zip_without_directory, remains

_UTF8, _ENCRYPTED = 0x800, 0x1  # bits of a member's flags: APPNOTE.TXT 4.4.4


def zip_sources(archive: Source, walk: Walk) -> Iterator[Source]:
    """What may be read of a zip archive, in the order of its directory; refused as a whole if it is a bomb.

    Names without the mark of UTF-8 are UTF-8, as the hint for the texts says, or GB18030, and not the code page of DOS
    that the format asks for.
    """
    if (stream := walk.opened(archive)) is None:
        return
    with closing(stream):
        try:
            directory = zipfile.ZipFile(stream)
        except BROKEN as error:
            if is_zip_without_directory(stream):
                yield from _what_is_left(archive, stream, walk)
            else:
                walk.refuse(archive.name, "archive", f"the archive can't be read: {why(error)}.")
            return
        infos = [
            info for info in directory.infolist() if not info.filename.endswith("/")
        ]  # `is_dir` fails on a name without a letter
        unpacked, packed = sum(info.file_size for info in infos), stream.seek(0, 2)
        if too_dense(unpacked, packed):
            message = (
                f"the archive unpacks to {unpacked:,} bytes, more than {MAX_RATIO} times its size; it was not read."
            )
            walk.refuse(archive.name, "archive", message)
            return
        hint = walk.options.encoding
        yield from sources_in(archive, (_name(info, hint) for info in infos), _members(directory, infos, hint), walk)


def _what_is_left(archive: Source, stream: BinaryIO, walk: Walk) -> Iterator[Source]:
    hint = walk.options.encoding
    yield from sources_in(archive, (member.name for member in remains(stream, hint)), remains(stream, hint), walk)
    message = (
        "the archive has no directory, it may be cut off; its members were read up to the first that is not whole."
    )
    walk.skip(archive.name, "archive", message)


def _members(directory: zipfile.ZipFile, infos: list[zipfile.ZipInfo], hint: str | None) -> Iterator[Member]:
    for info in infos:
        stream = partial(_open, directory, info)
        yield Member(_name(info, hint), info.file_size, stream, stat.S_ISLNK(info.external_attr >> 16), _refused(info))


def _open(directory: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    return cast(BinaryIO, directory.open(info))


def _refused(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & _ENCRYPTED:
        return "the member is encrypted; unpack the archive with its password first."
    if too_dense(info.file_size, info.compress_size):
        return f"the member unpacks to more than {MAX_RATIO} times its size; it was not read."
    return ""


def _name(info: zipfile.ZipInfo, hint: str | None) -> str:
    written = info.orig_filename.partition("\x00")[0]
    return written if info.flag_bits & _UTF8 else decoded_name(written.encode("cp437", "replace"), hint)

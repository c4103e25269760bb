"""What a path means: a folder with all below it, a glob, a list of files, an archive, a table, a remote tree, one file."""

import glob
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import PurePath

from analysis.errors import CorpusError
from analysis.reading.options import Options
from analysis.reading.problems import Problem
from analysis.reading.sources.files import Disk, Given, name_below, shown
from analysis.reading.sources.item import Item, Items
from analysis.reading.sources.kinds import ALLOWED, ARCHIVES, TABLES, counted
from analysis.reading.sources.remote import is_remote, remote_place
from analysis.reading.sources.rows import rows_of
from analysis.reading.sources.tars import tar_sources
from analysis.reading.sources.trees import (
    Files,
    Folder,
    Named,
    container_labels,
    containers_among,
    sources_among,
    sources_below,
)
from analysis.reading.sources.walk import Source, Walk
from analysis.reading.sources.zips import zip_sources

_GIVE = "give a folder, a glob such as posts/**/*.md, or files."


def find_items(path: Given, options: Options | None = None) -> Items:
    """The items that `path` means: files, members of archives and rows of tables, found lazily with flat memory.

    The walk goes folder by folder, each in the order of its names. Ids are unique over the whole walk.

    Raises
    ------
    CorpusError
        At once, before anything is iterated: if there is no such path, a glob matches nothing, nothing found can be a
        document, a library for it is missing, or `Options.columns` does not fit a table that was named itself.
    """
    options = options or Options()
    if isinstance(path, str | os.PathLike):
        given = os.fspath(path)
        return _remote(given, options) if is_remote(given) else _named(given, options)
    try:
        names = [os.fspath(p) for p in path]
    except TypeError:
        raise CorpusError(f"path={path!r} is no path; {_GIVE}") from None
    return _listed(names, options)


def _named(given: str, options: Options) -> Items:
    if os.path.isdir(given):
        return _begun(lambda walk: sources_below(Disk(), Folder(given), walk), f"the folder {given}", options)
    if os.path.lexists(given):
        return _one(Disk(), given, shown(os.path.basename(given)), f"the file {given}", options)
    if glob.has_magic(given):
        return _matched(given, options)
    raise CorpusError(f"there is no file or folder {given}; {_GIVE}")


def _one(files: Files, file: str, name: str, what: str, options: Options) -> Items:
    named = [Named.of(file, name)]
    labels = container_labels(containers_among(named), ())
    return _begun(lambda walk: sources_among(files, Folder(""), named, walk, labels), what, options, name)


def _remote(given: str, options: Options) -> Items:
    tree, top, is_folder = remote_place(given)
    if is_folder:
        return _begun(lambda walk: sources_below(tree, Folder(top), walk), f"the folder {given}", options)
    return _one(tree, top, top.rpartition("/")[2], f"the file {given}", options)


def _matched(pattern: str, options: Options) -> Items:
    matches = sorted(glob.glob(pattern, recursive=True))
    if not matches:
        raise CorpusError(f"the glob {pattern} matches no file; {_GIVE}")
    before = list(_until_magic(PurePath(pattern).parts))
    folder = str(PurePath(*before)) if before else ""
    return _begun(partial(_sources_of, matches, folder), f"the glob {pattern}", options)


def _until_magic(parts: Iterable[str]) -> Iterator[str]:
    for part in parts:
        if glob.has_magic(part):
            return
        yield part


def _listed(names: list[str], options: Options) -> Items:
    if not names:
        raise CorpusError(f"the list of files is empty; {_GIVE}")
    there = dict.fromkeys(name for name in names if os.path.lexists(name))
    if not there:
        raise CorpusError(f"none of the {len(names):,} listed files exists; the first is {names[0]}.")

    def sources(walk: Walk) -> Iterator[Source]:
        for name in (name for name in names if name not in there):
            walk.skip(shown(name), "missing", "there is no such file.")
        yield from _sources_of(list(there), _common_folder(there), walk)

    return _begun(sources, "the list of files", options)


def _common_folder(names: Iterable[str]) -> str:
    folders = {os.path.abspath(name if os.path.isdir(name) else os.path.dirname(name)) for name in names}
    try:
        return os.path.commonpath(folders)
    except ValueError:  # two drives of Windows
        return ""


def _sources_of(paths: list[str], folder: str, walk: Walk) -> Iterator[Source]:
    """What may be read of files and folders; a path that lies in one of the folders is read there."""
    folders = {os.path.normpath(path) for path in paths if os.path.isdir(path)}
    kept = [path for path in dict.fromkeys(map(os.path.normpath, paths)) if folders.isdisjoint(_above(path))]
    names = sorted((name_below(file, folder), file) for file in kept if file not in folders)
    named = [Named.of(file, name) for name, file in names]
    tops = [(path, name_below(path, folder)) for path in kept if path in folders]
    labels = container_labels(containers_among(named), [name for _, name in tops])
    yield from sources_among(Disk(), Folder(""), named, walk, labels)
    for path, name in tops:
        inner = (
            Folder(path) if path == os.path.normpath(folder) else Folder(path, f"{name}/", f"{labels.of(name, name)}/")
        )
        yield from sources_below(Disk(), inner, walk)


def _above(path: str) -> Iterator[str]:
    """The folders that a path lies in."""
    path = os.path.normpath(path)
    while (folder := os.path.dirname(path)) not in ("", path):
        yield folder
        path = folder


def _begun(sources: Callable[[Walk], Iterator[Source]], what: str, options: Options, alone: str | None = None) -> Items:
    """The items of sources, of which there is one at least. Raises CorpusError."""

    def run(problems: list[Problem]) -> Iterator[Item]:
        walk, any_item = Walk(options, problems, alone), False
        for source in sources(walk):
            for item in _items_of(source, walk):
                any_item = True
                yield item
        if not any_item:
            raise CorpusError(f"{what} has no post to read: {_instead(walk)}; the suffixes read are {ALLOWED}.")
        walk.tell_others()

    items = Items(run)
    items.begin()
    return items


def _instead(walk: Walk) -> str:
    if walk.others:
        return f"it has {counted(walk.others.total(), 'file')} with other suffixes"
    first = next(iter(walk.problems), None)
    return f"{first.path}: {first.message.rstrip('.')}" if first else "it is empty"


def _items_of(source: Source, walk: Walk) -> Iterator[Item]:
    if source.suffix in ARCHIVES:
        for member in zip_sources(source, walk) if source.suffix == ".zip" else tar_sources(source, walk):
            yield from _items_of(member, walk)  # no archive: one within another is not given
    elif source.suffix in TABLES:
        yield from rows_of(source, walk)
    else:
        yield Item(source.name, source.label, source.container, source.content)

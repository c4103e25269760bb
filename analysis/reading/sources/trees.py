"""A folder with all below it: folder by folder, each in the order of its names."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import BinaryIO, NamedTuple, Protocol

from analysis.reading.problems import Skipped
from analysis.reading.sources.files import Listing, shown, why
from analysis.reading.sources.kinds import ARCHIVES, POSTS, SUFFIXES, TABLES, counted, is_post, parted
from analysis.reading.sources.labels import Labels
from analysis.reading.sources.sites import DRAFTS, drafts_told, site_parts, told
from analysis.reading.sources.walk import Source, Walk


class Files(Protocol):
    """A file system, as far as reading needs it: `files.Disk`, `remote.Remote`."""

    def listing(self, folder: str) -> Listing:
        """What is in a folder. Raises OSError."""

    def join(self, folder: str, name: str) -> str:
        """The path of a name in a folder."""

    def read(self, file: str) -> bytes:
        """The bytes of a file. Raises Skipped."""

    def open(self, file: str) -> BinaryIO:
        """A stream of a file. Raises Skipped."""


class Folder(NamedTuple):
    """Where a walk is: the folder's path, and what names and ids in it begin with (`2021/`, or nothing at the top)."""

    path: str
    name: str = ""
    label: str = ""


class Named(NamedTuple):
    """A file of a folder: its path, its name in the folder, and that name in two parts."""

    path: str
    name: str
    stem: str
    suffix: str

    @classmethod
    def of(cls, path: str, name: str) -> "Named":
        """A file with the parts of its name.

        >>> Named.of("/news/a.MD", "a.MD")
        Named(path='/news/a.MD', name='a.MD', stem='a', suffix='.md')
        """
        return cls(path, name, *parted(name))


def sources_below(files: Files, top: Folder, walk: Walk) -> Iterator[Source]:
    """What may be read in a folder and below it.

    Passed over are hidden folders (`.git`), links to folders (which may lead in a circle), reports that
    `analysis.report` wrote (their pages quote the posts, and are none), and what `sites` names. Held are the names of
    one folder at a time, and the folders still to be seen.
    """
    waiting = [top]
    while waiting:
        here = waiting.pop()
        try:
            folders, names = files.listing(here.path)
        except OSError as error:
            walk.skip(here.name.rstrip("/") or ".", "unreadable", f"the folder can't be read: {why(error)}.")
            continue
        if "manifest.json" in names and _is_report(files, files.join(here.path, "manifest.json")):
            continue
        folders = _without_drafts(files, here, _without_parts(here, folders, names, walk), walk)
        named = [Named.of(files.join(here.path, name), shown(name)) for name in names]
        inside = [(files.join(here.path, name), shown(name)) for name in folders]
        labels = container_labels(containers_among(named), [name for _, name in inside])
        yield from sources_among(files, here, named, walk, labels)
        waiting += reversed([_inner(here, path, name, labels.of(name, name)) for path, name in inside])


def _inner(here: Folder, path: str, name: str, label: str) -> Folder:
    return Folder(path, f"{here.name}{name}/", f"{here.label}{label}/")


def sources_among(
    files: Files, here: Folder, named: Sequence[Named], walk: Walk, containers: Labels
) -> Iterator[Source]:
    """What may be read of some files, in their order; the others are counted."""
    posts = Labels((name, stem) for _, name, stem, suffix in named if suffix in POSTS)
    for path, name, stem, suffix in named:
        if suffix not in SUFFIXES:
            walk.other(suffix)
            continue
        label = (posts if suffix in POSTS else containers).of(name, stem)
        read, stream = partial(files.read, path), partial(files.open, path)
        yield Source(here.name + name, suffix, here.label + label, "", read, stream)


def container_labels(containers: Iterable[tuple[str, str]], folders: Iterable[str]) -> Labels:
    """What ids begin with of what stands in archives and tables (name and stem), and in folders beside them."""
    return Labels(chain(containers, ((name, name) for name in folders)))


def containers_among(named: Iterable[Named]) -> Iterator[tuple[str, str]]:
    """The archives and tables among some files: name and stem."""
    return ((name, stem) for _, name, stem, suffix in named if suffix in TABLES or suffix in ARCHIVES)


def _without_parts(here: Folder, folders: list[str], names: list[str], walk: Walk) -> list[str]:
    """The folders without those that hold a site generator's output, themes and templates."""
    parts = site_parts(names)
    passed: dict[str, list[str]] = {}
    for folder in folders:
        if folder in parts:
            passed.setdefault(parts[folder], []).append(folder)
    for file, found in passed.items():
        walk.skip(here.name + file, "site", told(found))
    return [folder for folder in folders if folder not in parts]


def _without_drafts(files: Files, here: Folder, folders: list[str], walk: Walk) -> list[str]:
    if walk.options.drafts or DRAFTS not in folders:
        return folders
    n = _n_posts(files, files.join(here.path, DRAFTS))
    walk.skip(here.name + DRAFTS, "draft", drafts_told(counted(n, "file")))
    return [folder for folder in folders if folder != DRAFTS]


def _n_posts(files: Files, folder: str) -> int:
    waiting, n = [folder], 0
    while waiting:
        path = waiting.pop()
        try:
            folders, names = files.listing(path)
        except OSError:
            continue  # what is not counted is not read either
        n += sum(map(is_post, names))
        waiting += [files.join(path, name) for name in folders]
    return n


def _is_report(files: Files, manifest: str) -> bool:
    try:
        facts = json.loads(files.read(manifest))
    except (Skipped, ValueError, RecursionError):
        return False
    return isinstance(facts, dict) and facts.get("made_by") == "analysis.report"

"""Which files a path means: a folder with all below it, a glob, a list of files, one file."""

import glob
import json
import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import NamedTuple

from analysis.errors import CorpusError
from analysis.reading.problems import SKIPPED, Problem

SUFFIXES = (".md", ".markdown", ".txt", ".html", ".htm")
_ALLOWED = ", ".join(SUFFIXES)

Given = str | os.PathLike[str] | Sequence[str | os.PathLike[str]]


class Found(NamedTuple):
    """The files to read, as the system's path and the name below the corpus folder, and rows for those not read."""

    files: list[tuple[str, str]]
    problems: list[Problem]


def find_files(path: Given) -> Found:
    """The files that `path` means, in the order of their names.

    Folders are searched to the bottom, except hidden ones (`.git`), links to folders (which may lead in a circle) and
    reports that `analysis.report` wrote: their pages quote the posts, and are none.

    Raises
    ------
    CorpusError
        If there is no such path, a glob matches nothing, or nothing found has one of the suffixes.
    """
    if isinstance(path, str | os.PathLike):
        return _named(os.fspath(path))
    try:
        return _listed([os.fspath(p) for p in path])
    except TypeError:
        raise CorpusError(f"path={path!r} is no path; give a folder, a glob such as posts/**/*.md, or files.") from None


def _named(given: str) -> Found:
    if os.path.isdir(given):
        errors: list[OSError] = []
        found = _chosen(_below(given, errors), given, f"the folder {given}")
        closed = [
            Problem(_name(e.filename, given), None, "unreadable", f"the folder can't be read: {_why(e)}.", SKIPPED)
            for e in errors
        ]
        return Found(found.files, found.problems + closed)
    if os.path.lexists(given):
        return _chosen([given], os.path.dirname(given), f"the file {given}")
    if glob.has_magic(given):
        return _matched(given)
    raise CorpusError(f"there is no file or folder {given}; give a folder, a glob such as posts/**/*.md, or files.")


def _matched(pattern: str) -> Found:
    matches = [name for match in glob.glob(pattern, recursive=True) for name in _expanded(match)]
    if not matches:
        raise CorpusError(f"the glob {pattern} matches no file; give a folder, a glob such as posts/**/*.md, or files.")
    before = [part for part in _until_magic(PurePath(pattern).parts)]
    return _chosen(sorted(set(matches)), str(PurePath(*before)) if before else "", f"the glob {pattern}")


def _until_magic(parts: Iterable[str]) -> Iterable[str]:
    for part in parts:
        if glob.has_magic(part):
            return
        yield part


def _listed(names: list[str]) -> Found:
    if not names:
        raise CorpusError("the list of files is empty; give a folder, a glob such as posts/**/*.md, or files.")
    there = [name for name in names if os.path.lexists(name)]
    if not there:
        raise CorpusError(f"none of the {len(names):,} listed files exists; the first is {names[0]}.")
    files = list(dict.fromkeys(file for name in there for file in _expanded(name)))
    found = _chosen(files, _common_folder(files), "the list of files")
    gone = [
        Problem(_shown(name), None, "missing", "there is no such file.", SKIPPED) for name in names if name not in there
    ]
    return Found(found.files, found.problems + gone)


def _common_folder(files: list[str]) -> str:
    folders = {os.path.dirname(os.path.abspath(file)) for file in files}
    try:
        return os.path.commonpath(folders)
    except ValueError:  # no files, or two drives of Windows
        return ""


def _expanded(name: str) -> list[str]:
    return _below(name) if os.path.isdir(name) else [name]


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _below(folder: str, errors: list[OSError] | None = None) -> list[str]:
    files = []
    for where, folders, names in os.walk(folder, onerror=None if errors is None else errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if "manifest.json" in names and _is_report(os.path.join(where, "manifest.json")):
            folders.clear()
        else:
            files += [os.path.join(where, name) for name in names]
    return files


def _is_report(manifest: str) -> bool:
    try:
        with open(manifest, encoding="utf-8") as file:
            facts = json.load(file)
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(facts, dict) and facts.get("made_by") == "analysis.report"


def _chosen(files: list[str], folder: str, what: str) -> Found:
    posts = [file for file in files if file.lower().endswith(SUFFIXES)]
    if not posts:
        others = f"it has {_files(len(files))} with other suffixes" if files else "it is empty"
        raise CorpusError(f"{what} has no post to read: {others}; the suffixes read are {_ALLOWED}.")
    named = sorted((_name(file, folder), file) for file in posts)
    return Found(
        [(file, name) for name, file in named], _others(file for file in files if not file.lower().endswith(SUFFIXES))
    )


def _files(n: int) -> str:
    return f"{n:,} file" if n == 1 else f"{n:,} files"


def _others(files: Iterable[str]) -> list[Problem]:
    """One row for all files of one suffix: a folder of posts may hold a million pictures."""
    counts = Counter(os.path.splitext(file)[1].lower() for file in files)
    return [
        Problem(
            f"*{suffix}",
            None,
            "suffix",
            f"{_files(n)} of this kind not read; the suffixes read are {_ALLOWED}.",
            SKIPPED,
        )
        for suffix, n in sorted(counts.items())
    ]


def _name(file: str, folder: str) -> str:
    """The path below the folder as it is shown and stored."""
    inside = os.path.join(folder, "")
    return _shown(
        file[len(inside) :] if folder and file.startswith(inside) else os.path.relpath(file, folder or os.curdir)
    )


def _shown(name: str) -> str:
    """With `/` between the parts, in composed characters (macOS stores decomposed ones), without bytes of no text."""
    if os.sep != "/":
        name = name.replace(os.sep, "/")
    try:
        return unicodedata.normalize("NFC", name.encode("utf-8").decode("utf-8"))
    except UnicodeEncodeError:
        return unicodedata.normalize("NFC", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def doc_ids(names: Sequence[str]) -> list[str]:
    """One id a name: without its suffix, with it where two would be the same, numbered where even that is.

    >>> doc_ids(["a/会议.md", "b.md", "b.txt"])
    ['a/会议', 'b.md', 'b.txt']
    """
    stems = [os.path.splitext(name)[0] for name in names]
    counts = Counter(stems)
    seen: Counter[str] = Counter()
    ids = []
    for name, stem in zip(names, stems, strict=True):
        chosen = stem if counts[stem] == 1 else name
        seen[chosen] += 1
        ids.append(chosen if seen[chosen] == 1 else f"{chosen}~{seen[chosen]}")
    return ids

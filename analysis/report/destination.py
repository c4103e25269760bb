"""Where a report may be written, and how it gets there whole or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from analysis.errors import OutputError
from analysis.report import manifest


def check(folder: Path) -> None:
    """See that a report may be written to `folder`: it is new, empty, or holds an earlier report of ours.

    Raises
    ------
    OutputError
        For a file, or a folder with other things in it. Nothing is touched.
    """
    if folder.is_symlink() and not folder.exists():
        raise OutputError(f"{folder} is a link to nowhere; name a folder.")
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder} is a file; name a folder for the report.")
    if folder.is_dir() and any(folder.iterdir()) and manifest.files_of(folder) is None:
        raise OutputError(f"{folder} holds files that are no report of ours; name a new or an empty folder.")


@contextmanager
def published(folder: Path) -> Iterator[Path]:
    """A workshop folder beside `folder`; what was written there becomes `folder` when the block ends without an error.

    An earlier report of ours is replaced: the files that its manifest lists go, files that others put there stay.

    Raises
    ------
    OutputError
        As `check`, or if the place cannot be written to.
    """
    check(folder)
    folder = folder.resolve()  # a link to a folder stays a link
    workshop = folder.parent / f".{folder.name}.part-{os.getpid()}"
    try:
        workshop.mkdir(parents=True)
        yield workshop
        _move_in(workshop, folder)
    except OSError as error:
        raise OutputError(f"{folder} cannot be written: {error.strerror or error}.") from error
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _move_in(workshop: Path, folder: Path) -> None:
    old = _listed(folder)
    if not old:
        folder.mkdir(exist_ok=True)
        folder.rmdir()  # rename refuses an existing folder on Windows
        workshop.rename(folder)
        return
    new = sorted((path for path in workshop.rglob("*") if path.is_file()), key=lambda path: path.name == manifest.NAME)
    for path in new:  # the manifest last: until then the folder is known by the old one
        place = folder / path.relative_to(workshop)
        place.parent.mkdir(parents=True, exist_ok=True)
        path.replace(place)
    _clear(old - {folder / path.relative_to(workshop) for path in new}, folder)


def _listed(folder: Path) -> set[Path]:
    """The files of the earlier report; a name that leads out of the folder is no file of ours."""
    names = (manifest.files_of(folder) or []) if folder.is_dir() else []
    paths = {folder / name for name in names}
    inside = {path for path in paths if path.resolve().is_relative_to(folder) and path.is_file()}
    return inside | {folder / manifest.NAME} if names else set()


def _clear(stale: set[Path], folder: Path) -> None:
    for path in sorted(stale):
        path.unlink(missing_ok=True)
    for parent in sorted({path.parent for path in stale} - {folder}):
        if parent.is_dir() and not any(parent.iterdir()):
            parent.rmdir()

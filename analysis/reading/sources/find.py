"""What a path means: a folder with all below it, a glob, a list of files, an archive, a table, a remote tree, one file."""

from analysis.reading.options import Options
from analysis.reading.sources.files import Given
from analysis.reading.sources.item import Items


def find_items(path: Given, options: Options | None = None) -> Items:
    """The items that `path` means: files, members of archives and rows of tables, found lazily with flat memory.

    The walk goes folder by folder, each in the order of its names. Ids are unique over the whole walk.

    Raises
    ------
    CorpusError
        At once, before anything is iterated: if there is no such path, a glob matches nothing, nothing found can be a
        document, a library for it is missing, or `Options.columns` does not fit a table that was named itself.
    """
    raise NotImplementedError

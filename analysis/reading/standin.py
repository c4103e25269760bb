"""Stand-in for analysis.reading.sources until it is merged."""

from collections.abc import Iterator
from functools import partial

from analysis.reading.corpus_bytes import bytes_of
from analysis.reading.discovery import Given, doc_ids, find_files
from analysis.reading.options import Options
from analysis.reading.post import Reading, document_from
from analysis.reading.problems import Problem
from analysis.reading.sources.item import Item, Items


def find_items(path: Given, options: Options | None = None) -> Items:
    """Items."""
    found = find_files(path)

    def walk(problems: list[Problem]) -> Iterator[Item]:
        ids = doc_ids([name for _, name in found.files])
        for (file, name), doc_id in zip(found.files, ids, strict=True):
            yield Item(name, doc_id, "", partial(bytes_of, file))
        problems += found.problems

    return Items(walk)


def read_item(item: Item, options: Options | None = None) -> Reading:
    """Reading."""
    return document_from(item.content(), item.name, item.doc_id, container=item.container)

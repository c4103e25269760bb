"""Stand-in for analysis.reading.sources until it is merged."""

from collections.abc import Iterator
from functools import partial

from analysis.reading.corpus_bytes import bytes_of
from analysis.reading.discovery import Given, doc_ids, find_files
from analysis.reading.options import Options
from analysis.reading.post import Reading, document_from
from analysis.reading.problems import Problem
from analysis.reading.sources.item import Item


class Items:
    def __init__(self, path: Given) -> None:
        self._files, self.problems = find_files(path)
        self.total: int | None = len(self._files)

    def __iter__(self) -> Iterator[Item]:
        ids = doc_ids([name for _, name in self._files])
        for (file, name), doc_id in zip(self._files, ids, strict=True):
            yield Item(name, doc_id, "", partial(bytes_of, file))


def find_items(path: Given, options: Options) -> Items:
    return Items(path)


def read_item(item: Item, options: Options) -> Reading:
    return document_from(item.content(), item.name, item.doc_id, container=item.container)


_ = Problem

"""What a source gives, in full: the way that `read_corpus` goes."""

from pathlib import Path

from analysis.document import Document
from analysis.reading.options import Options
from analysis.reading.problems import Problem, Skipped
from analysis.reading.sources import find_items, read_item


def read(path: object, **choices: object) -> tuple[list[Document], list[Problem]]:
    """The documents of a path in their order, and all problems in theirs."""
    options = Options(**choices)
    items = find_items(path, options)
    documents, problems = [], []
    for item in items:
        try:
            document, rows = read_item(item, options)
        except Skipped as reason:
            problems.append(Problem(item.name, None, reason.kind, str(reason), "skipped"))
        else:
            documents.append(document)
            problems += rows
    return documents, problems + items.problems


def ids(path: object, **choices: object) -> list[str]:
    return [item.doc_id for item in find_items(path, Options(**choices))]


def told(path: object, **choices: object) -> list[tuple]:
    return [tuple(problem) for problem in read(path, **choices)[1]]


def write(folder: Path, **files: str | bytes) -> Path:
    """Files by their names, in which `__` stands for `/` and the last `_` for the dot before the suffix."""
    for name, content in files.items():
        put(folder / name.replace("__", "/")[::-1].replace("_", ".", 1)[::-1], content)
    return folder


def put(file: Path, content: str | bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file

"""Files to a corpus, at once or shard by shard: every file is a document or a row of `Corpus.problems`."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from typing import NamedTuple

from analysis.document import Corpus, Document
from analysis.errors import CorpusError
from analysis.progress import Bar
from analysis.reading.cache import Cache, key_of
from analysis.reading.options import Options
from analysis.reading.post import Reading
from analysis.reading.problems import SKIPPED, Problem, Skipped
from analysis.reading.sources.item import Item
from analysis.reading.standin import Given, Items, find_items, read_item
from analysis.reading.strict import refuse
from analysis.tables import PROBLEMS

Progress = Callable[[int, int | None], object]
KeptIn = str | os.PathLike[str] | Cache


def read_corpus(
    path: Given,
    *,
    columns: Mapping[str, str] | None = None,
    encoding: str | None = None,
    strict: bool = False,
    drafts: bool = False,
    learn: bool = True,
    cache: KeptIn | None = None,
    progress: Progress | bool | None = None,
) -> Corpus:
    r"""The corpus in a folder (with all below it), a glob, a list of files, or one file.

    Read are files that end in .md, .markdown, .txt, .html or .htm, of up to 20 MB: Markdown posts with YAML front
    matter, HTML pages, plain passages; in UTF-8 (also with a byte-order mark, also damaged), UTF-16 with a
    mark, or GB18030. A file that can't be read, and every repair, is a row of `Corpus.problems`; none is lost and
    none stops the reading.

    Parameters
    ----------
    path : str, PathLike or sequence of them
        Hidden folders and links to folders are passed over.
    columns : mapping, optional
        Field of a document to the column of a table that holds it; what is not named is guessed from the header.
    encoding : str, optional
        Tried before detection, as "big5".
    strict : bool
        A file that would be skipped or repaired is an error instead.
    drafts : bool
        Read drafts of site generators too.
    learn : bool
        Find the lines that recur across the documents of one source beyond chance, and take them out.
    cache : str, PathLike or Cache, optional
        A file that keeps what was read: a second run, and one after Ctrl-C, reads only what is new. Several
        processes may share it.
    progress : callable or True, optional
        Called as `progress(done, total)` after each file, with None as the total where the source does not tell;
        True shows a line on stderr, if that is a terminal or a notebook.

    Returns
    -------
    Corpus
        Documents by date, then `doc_id`.

    Raises
    ------
    CorpusError
        If there is no such path, or nothing in it has one of the suffixes; if an option is not allowed; if the cache
        is no cache, or can't be written; with `strict`, for the first repair or skip, as `path:line: what is wrong`.

    See Also
    --------
    scan_corpus : the same in shards, for what does not fit into memory.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.md").write_text("---\ntitle: 会议\ndate: 2021-11-12\n---\n会议召开。", encoding="utf-8")
    >>> _ = (folder / "b.txt").write_bytes(b"")
    >>> corpus = read_corpus(folder)
    >>> corpus
    Corpus(1 document, 2021-11-12 to 2021-11-12; 1 file skipped)
    >>> corpus.problems[["path", "message"]].values.tolist()
    [['b.txt', 'the file has no text (0 bytes).']]
    """
    options = Options(columns, encoding, strict, drafts, learn)
    items = find_items(path, options)
    documents: list[Document] = []
    problems: list[Problem] = []
    with closing(_steps(items, options, cache, progress)) as steps:
        for step in steps:
            documents += step.documents
            problems += step.problems
    return _corpus(documents, problems + items.problems, options)


def scan_corpus(
    path: Given,
    *,
    documents_per_shard: int = 1024,
    columns: Mapping[str, str] | None = None,
    encoding: str | None = None,
    strict: bool = False,
    drafts: bool = False,
    cache: KeptIn | None = None,
    progress: Progress | bool | None = None,
) -> Iterator[Corpus]:
    r"""The corpora of `read_corpus` in shards, in the order of the files, with memory for one shard only.

    Each shard has its own documents, by date, and its own problems; rows on the source as a whole are in the last
    one. What is kept of a shard is up to the caller: counts, rows of a table, a report.

    Parameters
    ----------
    path : str, PathLike or sequence of them
    documents_per_shard : int
        At most so many; a file that is skipped counts as one.
    columns, encoding, strict, drafts, cache, progress
        As in `read_corpus`; `strict` speaks of the first shard that holds a repair or a skip.

    Yields
    ------
    Corpus
        One or more; the last one is shorter.

    Raises
    ------
    CorpusError
        As `read_corpus`, and if `documents_per_shard` is not 1 or more.

    Examples
    --------
    Counters are fed shard by shard, and so is a `Study`, whose tables are then joined:

    >>> import pathlib, tempfile
    >>> from collections import Counter
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> for day in (1, 2, 3):
    ...     post = f"---\ndate: 2021-11-0{day}\ntitle: 会议\n---\n水利部副部长田远山到临江调研。"
    ...     _ = (folder / f"{day}.md").write_text(post, encoding="utf-8")
    >>> months = Counter()
    >>> for shard in scan_corpus(folder, documents_per_shard=2):
    ...     months.update(f"{document.date:%Y-%m}" for document in shard)
    >>> months
    Counter({'2021-11': 3})
    >>> import pandas as pd
    >>> from analysis import Study
    >>> officials = pd.concat(Study(shard).officials for shard in scan_corpus(folder, documents_per_shard=2))
    >>> officials[["doc_id", "person", "title"]].values.tolist()
    [['1', '田远山', '副部长'], ['2', '田远山', '副部长'], ['3', '田远山', '副部长']]
    """
    if isinstance(documents_per_shard, bool) or not isinstance(documents_per_shard, int) or documents_per_shard < 1:
        raise CorpusError(f"documents_per_shard={documents_per_shard!r} is not allowed; give a whole number from 1 up.")
    options = Options(columns, encoding, strict, drafts, learn=False)
    return _shards(find_items(path, options), options, documents_per_shard, cache, progress)


class _Step(NamedTuple):
    """What one item gave: a document or none, and its rows."""

    documents: list[Document]
    problems: list[Problem]


def _shards(
    items: Items, options: Options, size: int, cache: KeptIn | None, progress: Progress | bool | None
) -> Iterator[Corpus]:
    documents: list[Document] = []
    problems: list[Problem] = []
    n_steps = 0
    with closing(_steps(items, options, cache, progress)) as steps:
        for step in steps:
            if n_steps == size:
                yield _corpus(documents, problems, options)
                documents, problems, n_steps = [], [], 0
            documents += step.documents
            problems += step.problems
            n_steps += 1
    yield _corpus(documents, problems + items.problems, options)


def _steps(items: Items, options: Options, cache: KeptIn | None, progress: Progress | bool | None) -> Iterator[_Step]:
    """Reads the items one by one; the cache is left whole wherever this stops."""
    with _opened(cache) as kept, _teller(progress) as tell:
        for done, item in enumerate(items, start=1):
            try:
                reading = read_item(item, options) if kept is None else _through(kept, item, options)
                step = _Step([reading.document], reading.problems)
            except Skipped as reason:
                step = _Step([], [Problem(item.name, None, reason.kind, str(reason), SKIPPED)])
            tell(done, items.total)
            yield step


def _through(cache: Cache, item: Item, options: Options) -> Reading:
    """The reading of an item, from the cache if it is there."""
    data = item.content()
    key = key_of(data, item, options)
    outcome = cache.get(key)
    if outcome is None:
        try:
            outcome = read_item(item._replace(content=lambda: data), options)
        except Skipped as reason:
            outcome = reason
        cache.put(key, outcome)
    if isinstance(outcome, Skipped):
        raise outcome
    return outcome


@contextmanager
def _opened(cache: KeptIn | None) -> Iterator[Cache | None]:
    """The cache, closed behind us if it was given by its path."""
    if cache is None or isinstance(cache, Cache):
        try:
            yield cache
        finally:
            if cache is not None:
                cache.flush()
    else:
        with Cache(cache) as opened:
            yield opened


@contextmanager
def _teller(progress: Progress | bool | None) -> Iterator[Progress]:
    if callable(progress):
        yield progress
        return
    bar = Bar(sys.stderr, quiet=not progress)
    try:
        yield lambda done, total: bar("read", done, total)
    finally:
        bar.close()


def _corpus(documents: list[Document], problems: list[Problem], options: Options) -> Corpus:
    in_order = sorted(problems, key=_order)
    if options.strict:
        refuse(in_order)
    return Corpus(documents, PROBLEMS.of(in_order))


def _order(problem: Problem) -> tuple[str, int, str, str]:
    return problem.path, problem.line or 0, problem.kind, problem.message

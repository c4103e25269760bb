"""Files to a corpus, at once or shard by shard: every file is a document or a row of `Corpus.problems`."""

from collections.abc import Generator, Iterator, Mapping
from contextlib import closing

from analysis.document import Corpus, Document
from analysis.errors import CorpusError
from analysis.reading.furniture import LearnedFurniture, learn_furniture, without_learned
from analysis.reading.options import Options
from analysis.reading.problems import Problem
from analysis.reading.sources import Items, find_items
from analysis.reading.sources.files import Given
from analysis.reading.steps import KeptIn, Progress, Step, steps_of
from analysis.reading.strict import refuse
from analysis.tables import PROBLEMS


def read_corpus(  # noqa: PLR0913 (options by name)
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
    r"""The corpus in a folder (with all below it), a glob, a list of files, an archive, a table, or one file.

    Read are Markdown posts with front matter, HTML pages and plain passages of up to 20 MB each, in files of their own
    or in archives, and the rows of tables; `analysis.reading.sources` has the suffixes, `analysis.reading.encoding.decoding` the
    encodings. A file that can't be read, and every repair, is a row of `Corpus.problems`; none is lost and none stops
    the reading.

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
    with closing(steps_of(items, options, cache, progress)) as steps:
        read = list(steps)
    learned = learn_furniture(step.document for step in read if step.document) if learn else None
    return _corpus(read, items.problems, options, learned)


def scan_corpus(  # noqa: PLR0913 (options by name)
    path: Given,
    *,
    documents_per_shard: int = 1024,
    columns: Mapping[str, str] | None = None,
    encoding: str | None = None,
    strict: bool = False,
    drafts: bool = False,
    learned: LearnedFurniture | None = None,
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
    learned : LearnedFurniture, optional
        Lines that recur across documents, to be taken out. A scan can't look ahead and learns none itself: let
        `learn_furniture` learn them from a scan before this one, or from a sample.

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

    What recurs in a source is learned by a first scan, and taken out in a second one:

    >>> learned = learn_furniture(document for shard in scan_corpus(folder) for document in shard)
    >>> clean = scan_corpus(folder, learned=learned)
    """
    if isinstance(documents_per_shard, bool) or not isinstance(documents_per_shard, int) or documents_per_shard < 1:
        raise CorpusError(f"documents_per_shard={documents_per_shard!r} is not allowed; give a whole number from 1 up.")
    options = Options(columns, encoding, strict, drafts, learn=False)
    items = find_items(path, options)
    steps = steps_of(items, options, cache, progress)
    return (_corpus(shard, more, options, learned) for shard, more in _shards(items, steps, documents_per_shard))


def _shards(items: Items, steps: Generator[Step, None, None], size: int) -> Iterator[tuple[list[Step], list[Problem]]]:
    """The steps of each shard; each waits for the first step beyond it, so that the last one has the source's rows."""
    with closing(steps):
        shard: list[Step] = []
        for step in steps:
            if len(shard) == size:
                yield shard, []
                shard = []
            shard.append(step)
    yield shard, items.problems


def _corpus(steps: list[Step], more: list[Problem], options: Options, learned: LearnedFurniture | None) -> Corpus:
    problems = sorted([row for step in steps for row in step.problems] + more, key=_order)
    if options.strict:
        refuse(problems)
    documents: Iterator[Document] = (step.document for step in steps if step.document)
    if learned is not None and learned.lines:
        documents = (without_learned(document, learned) for document in documents)
    return Corpus(documents, PROBLEMS.of(problems))


def _order(problem: Problem) -> tuple[str, int, str, str]:
    return problem.path, problem.line or 0, problem.kind, problem.message

"""A folder of crawled news to a corpus: every file is a document or a row of `Corpus.problems`."""

from collections.abc import Callable

from analysis.document import Corpus, Document
from analysis.reading.discovery import Given, doc_ids, find_files
from analysis.reading.file_bytes import file_bytes
from analysis.reading.post import MAX_BYTES, document_from
from analysis.reading.problems import SKIPPED, Problem, Skipped
from analysis.tables import PROBLEMS


def read_corpus(path: Given, *, progress: Callable[[int, int], object] | None = None) -> Corpus:
    r"""The corpus in a folder (with all below it), a glob, a list of files, or one file.

    Read are files that end in .md, .markdown, .txt, .html or .htm, of up to 20 MB: Markdown posts with YAML
    front matter, HTML pages, plain passages; in UTF-8 (also with a byte-order mark, also damaged), UTF-16 with a
    mark, or GB18030. A file that can't be read, and every repair, is a row of `Corpus.problems`; none is lost and
    none stops the reading.

    Parameters
    ----------
    path : str, PathLike or sequence of them
        Hidden folders and links to folders are passed over.
    progress : callable, optional
        Called as `progress(done, total)` after each file.

    Returns
    -------
    Corpus
        Documents by date, then `doc_id`.

    Raises
    ------
    CorpusError
        If there is no such path, or nothing in it has one of the suffixes.

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
    files, problems = find_files(path)
    documents: list[Document] = []
    ids = doc_ids([name for _, name in files])
    for done, ((file, name), doc_id) in enumerate(zip(files, ids, strict=True), start=1):
        try:
            document, rows = document_from(file_bytes(file, MAX_BYTES), name, doc_id)
            documents.append(document)
            problems += rows
        except Skipped as reason:
            problems.append(Problem(name, None, reason.kind, str(reason), SKIPPED))
        if progress:
            progress(done, len(files))
    in_order: list[Problem] = sorted(problems, key=_order)
    return Corpus(documents, PROBLEMS.of(in_order))


def _order(problem: Problem) -> tuple[str, int, str, str]:
    return problem.path, problem.line or 0, problem.kind, problem.message

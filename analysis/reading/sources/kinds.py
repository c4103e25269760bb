"""What a file's name says it is: a post, a table, an archive, or nothing that is read."""

import os

POSTS = (".md", ".markdown", ".txt", ".html", ".htm")
TABLES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".xlsx", ".parquet")
ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
SUFFIXES = (*POSTS, *TABLES, *ARCHIVES)
ALLOWED = ", ".join(SUFFIXES)

_PACKED = (".gz", ".bz2", ".xz")


def parted(name: str) -> tuple[str, str]:
    """The stem and the suffix of a name: what stands behind the last dot, in small letters.

    The suffix of a packed tar archive has the `.tar` before it.

    >>> parted("2021/dump.TAR.GZ"), parted("a.b.md"), parted("README")
    (('2021/dump', '.tar.gz'), ('a.b', '.md'), ('README', ''))
    """
    stem, suffix = os.path.splitext(name)
    suffix = suffix.lower()
    if suffix in _PACKED and stem[-4:].lower() == ".tar":
        return stem[:-4], f".tar{suffix}"
    return stem, suffix


def is_post(name: str) -> bool:
    """Whether a file of this name may be one post.

    >>> is_post("a.MD"), is_post("a.csv")
    (True, False)
    """
    return parted(name)[1] in POSTS


def counted(n: int, noun: str) -> str:
    """A number of things in words.

    >>> counted(1, "file"), counted(1200, "file")
    ('1 file', '1,200 files')
    """
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"

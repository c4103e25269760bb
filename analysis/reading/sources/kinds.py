"""What a file's name says it is: a post, a table, an archive, or nothing that is read."""

import os

POSTS = (".md", ".markdown", ".txt", ".html", ".htm")
TABLES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".xlsx", ".parquet")
ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
SUFFIXES = (*POSTS, *TABLES, *ARCHIVES)
ALLOWED = ", ".join(SUFFIXES)

_LONGEST_FIRST = sorted(SUFFIXES, key=len, reverse=True)


def suffix_of(name: str) -> str:
    """The suffix that is read, in small letters, or whatever stands behind the last dot.

    >>> suffix_of("dump.TAR.GZ"), suffix_of("a.pdf"), suffix_of("README")
    ('.tar.gz', '.pdf', '')
    """
    small = name.lower()
    return next((suffix for suffix in _LONGEST_FIRST if small.endswith(suffix)), os.path.splitext(small)[1])


def is_post(name: str) -> bool:
    """Whether a file of this name may be one post.

    >>> is_post("a.MD"), is_post("a.csv")
    (True, False)
    """
    return suffix_of(name) in POSTS


def stem_of(name: str) -> str:
    """The name without its suffix.

    >>> stem_of("2021/dump.tar.gz"), stem_of("a.b.md"), stem_of(".md")
    ('2021/dump', 'a.b', '.md')
    """
    if name.lower().endswith((".tar.gz", ".tar.bz2", ".tar.xz")):
        name = name[: name.lower().rindex(".tar.")] + ".tar"
    return os.path.splitext(name)[0]


def counted(n: int, noun: str) -> str:
    """A number of things in words.

    >>> counted(1, "file"), counted(1200, "file")
    ('1 file', '1,200 files')
    """
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"

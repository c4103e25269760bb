"""Hostile input by the hundred thousand: `python tests/benchmarks/fuzz.py CASES [SEED]`.

CASES is the number in all; each part of the reader gets its share of cases that are made up or mutated (`hostile_cases`),
and then the inputs that slow patterns down: what any pattern of the reader holds, 20,000 times. Of each case it asks that

* nothing is raised but `Skipped` and `AnalysisError`, and nothing takes more than a second of processor time;
* text, fields and removed pieces stand inside the decoded source, where it reads so; metadata are texts, lists and mappings;
* no text has a NUL, and the same bytes give an equal document twice;
* nothing is written outside the scratch folder, and the process does not grow.

A line tells each failure, with the number by which the case is made again; the exit status is 1 if there is one.
"""

import os
import random
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import process_time

from analysis.errors import AnalysisError
from analysis.reading.cache.database import Cache
from analysis.reading.cache.stored import restored, stored
from analysis.reading.encoding.decoding import decoded
from analysis.reading.options import Options
from analysis.reading.post import document_from
from analysis.reading.problems import Skipped
from tests.benchmarks import hostile_cases as cases
from tests.benchmarks import hostile_patterns
from tests.benchmarks.hostile_checks import (
    Wrong,
    check_html,
    check_learned,
    check_path,
    check_post,
    check_shadow,
    check_text,
    clean,
    expect,
)

CASE_SECONDS = 3.0  # of processor time for a case, which is read two or three times
PATIENCE = 20  # seconds after which a case is broken off
GROWTH = 300  # MB by which one part may let the process grow: the caches of patterns, lexicons and lines fill up
LOOK = 1_000  # cases between two looks at the memory
SUFFIXES = (".md", ".md", ".html", ".txt")
Check = Callable[[random.Random], None]


class Parts:
    """The parts of the reader, each with a share of the cases in a hundred and what makes and checks one."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.posts = folder, cases.seeds()
        self.texts = [post.decode("utf-8", "replace") for post in self.posts]
        self.ready = {".xlsx": cases.workbook(), ".parquet": cases.parquet()}
        document = document_from(self.posts[0], "a.md")
        with Cache(folder / "seed.cache") as kept:
            kept.put(b"key", document)
        self.kept = (folder / "seed.cache").read_bytes()
        self.stored = stored(document, b"key") or b""
        self.shares: dict[str, tuple[int, Check]] = {
            "front matter": (20, lambda c: check_post(cases.front_matter(c), "a.md")),
            "html": (20, lambda c: check_html(clean(cases.page(c)))),
            "pages": (10, lambda c: check_post(cases.page(c).encode("utf-8", "replace"), c.choice(("a.html", "a.md")))),
            "posts": (20, self.post),
            "archives": (7, self.archive),
            "tables": (7, self.table),
            "dates and lines": (6, lambda c: check_text(self.text(c))),
            "shadows": (4, lambda c: check_shadow(self.text(c), c.random() < 0.2)),
            "encodings": (3, self.encoding),
            "cache": (2, self.cache),
            "learned lines": (1, check_learned),
        }

    def post(self, chance: random.Random) -> None:
        data = cases.mutated(chance, chance.choice(self.posts), self.posts)
        check_post(
            data, "2021/" + "a" + chance.choice(SUFFIXES), chance.choice((None, None, None, "big5", "utf-16", "cp1252"))
        )

    def text(self, chance: random.Random) -> str:
        if chance.random() < 0.5:
            return cases.woven(chance, hostile_patterns.tokens(), 30)
        return cases.mutated(chance, chance.choice(self.posts), self.posts).decode("utf-8", "replace")

    def encoding(self, chance: random.Random) -> None:
        data = chance.choice(self.texts)[:2_000].encode(
            chance.choice(("gb18030", "big5", "utf-16", "utf-32", "utf-8")), "replace"
        )
        read = decoded(
            cases.mutated(chance, data, self.posts),
            chance.choice((None, "big5", "gbk", "utf-7", "idna", "punycode", "unicode_escape")),
        )
        expect(isinstance(read.text, str), "no text")

    def archive(self, chance: random.Random) -> None:
        name, data = cases.archive(chance, self.posts)
        self.file(name, data)

    def table(self, chance: random.Random) -> None:
        suffix = chance.choice((".csv", ".csv", ".tsv", ".json", ".jsonl", ".jsonl", ".xlsx", ".parquet"))
        self.file("a" + suffix, cases.table(chance, suffix, self.ready))

    def file(self, name: str, data: bytes) -> None:
        """Reads the bytes as a file that was named itself, and looks at what lies in its folder behind."""
        folder = self.folder / "corpus"
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
        try:
            check_path(folder / name, Options())
        finally:
            left = os.listdir(folder)
            (folder / name).unlink()
        expect(left == [name], f"the folder holds {left}")

    def cache(self, chance: random.Random) -> None:
        data = cases.mutated(chance, self.stored, [self.stored])
        if chance.random() < 0.5:
            data = hostile_patterns.with_checksum(data)
        restored(data, b"key")
        file = self.folder / "a.cache"
        file.write_bytes(cases.mutated(chance, self.kept, [self.kept]))
        try:
            with Cache(file) as kept:
                kept.get(b"key")
                kept.put(b"other", Skipped("empty", "x"))
        finally:
            for left in self.folder.glob("a.cache*"):
                left.unlink()


def megabytes() -> float:
    """What the process holds now; 0 where the system does not tell."""
    with suppress(OSError):
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    return 0.0


def watch_writing(folder: Path, seen: list[str]) -> None:
    """Notes every file that is opened to be written, made or renamed outside of a folder, and every process begun."""
    changes = ("os.mkdir", "os.rename", "os.link", "os.symlink", "os.system", "subprocess.Popen", "socket.connect")

    def hook(event: str, args: tuple[object, ...]) -> None:
        writes = event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if (writes or event in changes) and not str(args[0]).startswith((str(folder), "/dev/null")):
            seen.append(f"{event} {args[0]!r}")

    sys.addaudithook(hook)


class Slow(BaseException):
    """Raised into a case that goes on for too long; no `except Exception` may take it."""


def _give_up(*_: object) -> None:
    raise Slow


def verdict(check: Callable[[], None]) -> tuple[str, float]:
    """What is wrong with a case, empty for nothing, and its seconds of processor time."""
    said, begun = "", process_time()
    try:
        check()
    except (Skipped, AnalysisError):
        pass
    except Slow:
        said = f"broken off after {PATIENCE} s"
    except Wrong as error:
        said = str(error)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        frame = traceback.extract_tb(error.__traceback__)[-1]
        said = f"{type(error).__name__}: {error!s:.200} ({Path(frame.filename).name}:{frame.lineno})"
    seconds = process_time() - begun
    return said or (f"{seconds:.1f} s" if seconds > CASE_SECONDS else ""), seconds


def run(name: str, checks: Iterator[tuple[object, Callable[[], None]]], written: list[str]) -> bool:
    """Runs the cases of a part and prints a line of them; whether all were right."""
    n, slowest, total, kinds, before = 0, (0.0, None), 0.0, Counter[str](), megabytes()
    for number, check in checks:
        if hasattr(signal, "SIGALRM"):
            signal.alarm(PATIENCE)
        said, seconds = verdict(check)
        if written:
            said = said or f"wrote outside: {written.pop()}"
            written.clear()
        n, total = n + 1, total + seconds
        slowest = max(slowest, (seconds, str(number)))
        if n % LOOK == 0 and megabytes() - before > GROWTH:
            said, before = f"the process has grown from {before:.0f} to {megabytes():.0f} MB", megabytes()
        if said:
            kinds[said[:60]] += 1
            if kinds[said[:60]] <= 3:
                print(f"  {name} {number}: {said}", flush=True)
    print(
        f"{name:18} {n:8,} cases {total:8.1f} s  {sum(kinds.values()):5,} wrong  slowest {slowest[0]:.3f} s ({slowest[1]})  {megabytes() - before:+.0f} MB",
        flush=True,
    )
    return not kinds


def main(n_cases: int, seed: int = 0) -> int:
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, _give_up)
    right, written = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        tempfile.tempdir = str(folder)
        parts = Parts(folder)
        watch_writing(folder, written)
        for part, (share, check) in parts.shares.items():
            numbers = range(n_cases * share // 100)
            made = ((i, partial(check, random.Random(f"{seed} {part} {i}"))) for i in numbers)
            right.append(run(part, made, written))
        slow = (
            (f"{w} {text[:12]!r}", partial(hostile_patterns.through, w, text)) for w, text in hostile_patterns.inputs()
        )
        right.append(run("patterns", slow, written))
        tempfile.tempdir = None
    return 0 if all(right) else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0))

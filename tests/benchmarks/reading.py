"""Speed, memory and cache of reading: `python tests/benchmarks/reading.py FOLDER [speed] [memory] [cache]`.

Speed: CPU time of `read_corpus`, furniture and dates included, beside what a researcher writes in ten minutes,
python-frontmatter and the text of BeautifulSoup, which leaves the furniture in; each in a process of its own, in turns,
the least of three runs. Memory: `scan_corpus` over the folder and over ten copies of it, `read_corpus` beside it.
Cache: a first run, a second one, and one without.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

RUNS, COPIES = 3, 10


def rss() -> float:
    """Memory held now, in MB; 0 where the system does not tell."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def peak() -> float:
    """Most memory held so far, in MB; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


def naive(folder: Path) -> None:
    """CPU seconds of the naive way, and how many posts."""
    import frontmatter
    from bs4 import BeautifulSoup

    files = sorted(folder.rglob("*.md"))
    begun = process_time()
    texts = [
        BeautifulSoup(frontmatter.load(file, encoding="utf-8").content, "html.parser").get_text() for file in files
    ]
    print(process_time() - begun, len(texts))


def ours(folder: Path) -> None:
    """CPU seconds of our way, and how many posts."""
    from analysis.reading import read_corpus

    begun = process_time()
    corpus = read_corpus(folder)
    print(process_time() - begun, len(corpus))


def stages(folder: Path) -> None:
    """Where our time goes: each stage of a file wrapped in a clock."""
    from analysis.reading import corpus, post
    from analysis.reading.sources import files

    spent: dict[str, float] = {}

    def timed(module: Any, name: str, stage: str) -> None:
        work = getattr(module, name)

        def clocked(*given: Any, **named: Any) -> Any:
            begun = process_time()
            try:
                return work(*given, **named)
            finally:
                spent[stage] = spent.get(stage, 0.0) + process_time() - begun

        setattr(module, name, clocked)

    for module, name, stage in (
        (files, "file_bytes", "opening"),
        (post, "decoded", "encoding"),
        (post, "split_front_matter", "front matter"),
        (post, "read_body", "body and furniture"),
        (post, "described", "facts and dates"),
        (corpus, "learn_furniture", "learning"),
    ):
        timed(module, name, stage)
    begun = process_time()
    n = len(corpus.read_corpus(folder))
    total = process_time() - begun
    spent["the rest: finding, hashing, the corpus"] = total - sum(spent.values())
    for stage, seconds in spent.items():
        print(f"  {stage:<36} {seconds / n * 1e6:6.1f} µs a post  {100 * seconds / total:4.1f} %")


def scan(folder: Path) -> None:
    """Memory of a scan: before, held between shards, at most; and how many posts."""
    from analysis.reading import scan_corpus

    before, held, n = rss(), [], 0
    for shard in scan_corpus(folder):
        n += len(shard)
        held.append(rss())
    print(before, statistics.median(held[len(held) // 2 :]), peak(), n)


def hold(folder: Path) -> None:
    """The same of a corpus that is held."""
    from analysis.reading import read_corpus

    before = rss()
    n = len(read_corpus(folder))
    print(before, rss(), peak(), n)


def cached(folder: Path, path: str | None = None) -> None:
    """CPU and wall seconds of one run, and how many readings came from the cache."""
    from analysis.reading import Cache, read_corpus

    cpu, wall, found = process_time(), perf_counter(), 0
    if path is None:
        n = len(read_corpus(folder))
    else:
        with Cache(path) as cache:
            n = len(read_corpus(folder, cache=cache))
            found = cache.found
    print(process_time() - cpu, perf_counter() - wall, n, found)


TASKS: dict[str, Callable[..., None]] = {
    "naive": naive, "ours": ours, "stages": stages, "scan": scan, "hold": hold, "cached": cached,
}  # fmt: skip


def result(task: str, folder: Path, *more: str) -> list[float]:
    """The numbers that a task prints in a process of its own."""
    command = [sys.executable, __file__, str(folder), "--task", task, *more]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return [float(word) for word in done.stdout.split()]


def speed(folder: Path) -> None:
    runs = [(result("naive", folder), result("ours", folder)) for _ in range(RUNS)]
    least = []
    for name, results in zip(("naive", "ours"), zip(*runs, strict=True), strict=True):
        seconds, n = min(cpu for cpu, _ in results), int(results[0][1])
        least.append(seconds / n)
        all_runs = ", ".join(f"{cpu / n * 1e6:.0f}" for cpu, _ in results)
        print(f"{name}: {seconds:.2f} CPU s for {n:,} posts, {seconds / n * 1e6:.0f} µs a post (runs: {all_runs})")
    print(f"ratio: {least[0] / least[1]:.1f}")
    subprocess.run([sys.executable, __file__, str(folder), "--task", "stages"], check=True)


def memory(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        many = copies_of(folder, Path(scratch))
        for name, task, where in (
            ("scan_corpus", "scan", folder),
            ("scan_corpus", "scan", many),
            ("read_corpus", "hold", folder),
        ):
            before, held, most, n = result(task, where)
            print(f"{name}, {int(n):,} posts: {before:.0f} MB before, {held:.0f} MB held, {most:.0f} MB at most")


def copies_of(folder: Path, scratch: Path) -> Path:
    """A folder with ten copies of the posts, each with a name of its own; linked where the system can."""
    for copy in range(COPIES):
        for file in folder.rglob("*.md"):
            target = scratch / f"copy-{copy}" / file.relative_to(folder).with_name(f"{copy}-{file.name}")
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(file, target)
            except OSError:
                shutil.copyfile(file, target)
    return scratch


def cache(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "reading.cache"
        for name, more in (("no cache", []), ("first run", [str(path)]), ("second run", [str(path)])):
            cpu, wall, n, found = result("cached", folder, *more)
            per_post = cpu / n * 1e6
            print(f"{name}: {cpu:.2f} CPU s, {wall:.2f} s, {per_post:.0f} µs a post, {int(found):,} from the cache")
        print(f"size of the cache: {path.stat().st_size / 1e6:.1f} MB")


PARTS: dict[str, Callable[[Path], None]] = {"speed": speed, "memory": memory, "cache": cache}


def main(arguments: list[str]) -> None:
    if not arguments or not next(Path(arguments[0]).rglob("*.md"), None):
        sys.exit("Name a folder of Markdown posts.")
    folder = Path(arguments[0])
    if arguments[1:2] == ["--task"]:
        TASKS[arguments[2]](folder, *arguments[3:])
        return
    for name in arguments[1:] or PARTS:
        print(f"[{name}]", flush=True)
        PARTS[name](folder)


if __name__ == "__main__":
    main(sys.argv[1:])

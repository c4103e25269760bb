"""The whole pipeline against the naive one, in one run: `python tests/benchmarks/pipeline.py FOLDER [DOCUMENTS]`.

The naive pipeline is what a researcher writes in an afternoon: python-frontmatter, tags stripped, `jieba.posseg`, TF-IDF and
ten starts of k-means in scikit-learn, `jieba.analyse`. It finds no officials, no furniture and no spans, and writes no report.
Each runs in a process of its own, so that neither pays for the other; CPU seconds a thousand documents, and peak memory.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from typing import Any

N_TOPICS = 10


def peak_memory() -> float:
    """In MB; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    scale = 1024 if sys.platform != "darwin" else 1024 * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale


class Stages:
    """CPU seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def of(self, name: str) -> Iterator[None]:
        begun = process_time()
        yield
        self.seconds[name] = process_time() - begun

    def print(self, name: str, n_documents: int) -> None:
        rows = {**self.seconds, "total": sum(self.seconds.values())}
        print(f"{name}, {n_documents:,} documents, peak {peak_memory():,.0f} MB")
        for stage, seconds in rows.items():
            print(f"  {stage:<12} {seconds * 1000 / n_documents:8.3f} CPU s a thousand documents")


def files_of(folder: Path, n: int) -> list[Path]:
    return sorted(folder.rglob("*.md"))[:n]


def naive(files: list[Path]) -> None:
    import re

    stages = Stages()
    with stages.of("imports"):
        import frontmatter
        import jieba.analyse
        import jieba.posseg
        from sklearn.cluster import KMeans
        from sklearn.feature_extraction.text import TfidfVectorizer

        jieba.initialize()
    with stages.of("read"):
        posts = [frontmatter.loads(path.read_text(encoding="utf-8")) for path in files]
        texts = [re.sub(r"<[^>]+>", "", post.content) for post in posts]
    with stages.of("names"):
        tagged = [[(pair.word, pair.flag) for pair in jieba.posseg.lcut(text)] for text in texts]
        people = [[word for word, tag in pairs if tag == "nr"] for pairs in tagged]
    with stages.of("keywords"):
        _ = [jieba.analyse.extract_tags(text, topK=10) for text in texts]
    with stages.of("topics"):
        words = [[word for word, _ in pairs] for pairs in tagged]
        matrix = TfidfVectorizer(analyzer=lambda tokens: tokens).fit_transform(words)
        KMeans(N_TOPICS, n_init=10, random_state=0).fit(matrix)
    stages.print(f"naive ({sum(map(len, people)):,} person tokens)", len(files))


def ours(files: list[Path]) -> None:
    stages = Stages()
    with stages.of("imports"):
        import analysis as an

        _ = an.Study, an.Settings, an.read_corpus
    with stages.of("read"):
        corpus = an.read_corpus(files)
    study = an.Study(corpus, an.Settings(n_topics=N_TOPICS))
    study.compute()
    stages.seconds |= {stage: spent["cpu_s"] for stage, spent in study.timings.items()}
    with tempfile.TemporaryDirectory() as scratch, stages.of("report"):
        study.save(Path(scratch) / "report")
    stages.print(f"ours ({len(study.officials):,} positions of officials)", len(files))


PIPELINES: dict[str, Callable[[list[Path]], Any]] = {"naive": naive, "ours": ours}


def main(arguments: list[str]) -> None:
    if not arguments:
        sys.exit("Name a folder of Markdown posts.")
    folder, n = Path(arguments[0]), int(arguments[1]) if len(arguments) > 1 else 1000
    files = files_of(folder, n)
    if not files:
        sys.exit(f"There are no .md files in {folder}.")
    if len(arguments) > 2:
        PIPELINES[arguments[2]](files)
        return
    for name in PIPELINES:
        subprocess.run([sys.executable, __file__, str(folder), str(n), name], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])

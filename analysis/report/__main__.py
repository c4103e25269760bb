"""`python -m analysis.report CORPUS`: read, study, report. Exit code 0 done, 2 the user's error, 130 interrupted."""

import os
import shlex
import sys
from argparse import Namespace
from collections.abc import Sequence
from glob import has_magic
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis import __version__
from analysis.clock import Clock
from analysis.errors import AnalysisError, CorpusError, OutputError
from analysis.progress import Bar
from analysis.report.arguments import parse

if TYPE_CHECKING:
    from analysis.document import Corpus
    from analysis.settings import Settings
    from analysis.study import Study

SAMPLE = Path(__file__).parents[1] / "sample" / "posts"  # written for this project: what is read if no corpus is named


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code."""
    _speak_any_encoding()
    arguments = parse(argv)
    try:
        if arguments.version:
            return _say(f"analysis {__version__}")
        return _report(
            arguments, shlex.join(["python", "-m", "analysis.report", *(sys.argv[1:] if argv is None else argv)])
        )
    except AnalysisError as error:
        print(f"python -m analysis.report: {' '.join(str(error).split())}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("python -m analysis.report: interrupted; no report was written.", file=sys.stderr)
        return 130


def _speak_any_encoding() -> None:
    """A terminal that lacks Chinese gets the code points of the characters, not a crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _say(*lines: str) -> int:
    """Print; a reader that has gone away (`| head -0`) is no error."""
    try:
        print(*lines, sep="\n", flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _report(arguments: Namespace, command: str) -> int:
    from analysis.report.writing import write_report
    from analysis.study import Study

    given = str(SAMPLE) if arguments.corpus is None else arguments.corpus
    _check_corpus(given)
    output = arguments.output or Path("reports") / ("sample" if arguments.corpus is None else _name(given))
    _check_output(output, given)
    settings = _settings(arguments)
    bar = Bar(sys.stderr, quiet=arguments.quiet)
    try:
        clock = Clock()
        with clock.of("read"):
            corpus, told = _read(given, bar, arguments)
            corpus = _period(corpus, given, arguments)
        study = Study(corpus, settings)
        study.note(clock)
        study.compute(bar)
        page = write_report(study, output, language=arguments.language, command=command, progress=bar)
    finally:
        bar.close()
    return _say(f"Report: {page.as_posix()}", _counts(study), *told, *_own_words(study))


def _name(given: str) -> str:
    """The name of the folder (also for `.` and `..`), of the file without its suffix, of the folder a glob searches."""
    path = Path(given.rpartition("://")[2])
    if not path.exists():
        path = Path(*takewhile(lambda part: not has_magic(part), path.parts))
    name = path.resolve().name
    return (name if path.is_dir() else name.removesuffix(path.suffix).removesuffix(".tar")) or "corpus"


def _check_corpus(given: str) -> None:
    """Refuse what cannot be read before the long work begins; what a URL or a glob means is found later."""
    if "://" in given or has_magic(given):
        return
    _check_path(Path(given))
    if not Path(given).exists():
        raise CorpusError(f"{given} does not exist; name a folder, a file, an archive, a table or a glob.")


def _check_output(output: Path, given: str) -> None:
    """Refuse what cannot be written before the long work begins."""
    from analysis.report import destination

    _check_path(output)
    folder = Path(given)
    if folder.is_dir() and output.resolve().is_relative_to(folder.resolve()):
        raise OutputError(f"{output} lies inside the corpus {given}; name a folder outside of it.")
    destination.check(output)


def _check_path(path: Path) -> None:
    """Refuse what the system takes for no path: a name too long, links that lead in a circle."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return  # whether it must be there is asked later
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise AnalysisError(f"{_cut(str(path))} is no usable path: {reason.lower()}; name a folder.") from None


def _cut(text: str, most: int = 80) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _read(given: str, bar: Bar, arguments: Namespace) -> tuple["Corpus", list[str]]:
    """The corpus, and a sentence on the cache if there is one."""
    from analysis.reading import read_corpus

    options: dict[str, Any] = {
        "encoding": arguments.encoding,
        "strict": arguments.strict,
        "drafts": arguments.drafts,
        "learn": not arguments.no_learn,
        "progress": lambda done, total: bar("read", done, total),
    }
    if arguments.cache is None:
        return read_corpus(given, **options), []
    from analysis.reading import Cache

    with Cache(arguments.cache) as cache:
        corpus = read_corpus(given, cache=cache, **options)
    return corpus, [f"Cache: {cache.found:,} of {cache.found + cache.added:,} files came from {cache.path}."]


def _period(corpus: "Corpus", given: str, arguments: Namespace) -> "Corpus":
    if arguments.since or arguments.until:
        corpus = corpus.between(arguments.since, arguments.until)
    if not len(corpus):
        raise CorpusError(f"no document of {given} could be read{_bounds(arguments)}; there is nothing to report.")
    return corpus


def _bounds(arguments: Namespace) -> str:
    since = f" from {arguments.since}" if arguments.since else ""
    until = f" until {arguments.until}" if arguments.until else ""
    return f" in the period{since}{until}" if since or until else ""


def _settings(arguments: Namespace) -> "Settings":
    from analysis.settings import Settings

    return Settings(
        n_topics=arguments.topics,
        seed=arguments.seed,
        top=arguments.top,
        reprints=arguments.reprints,
        simplified=arguments.simplified,
        lexicon=arguments.lexicon,
        threshold=arguments.threshold,
        model=arguments.model,
        jobs=arguments.jobs,
    )


def _counts(study: "Study") -> str:
    from analysis.report.manifest import counts

    return ", ".join(f"{number:,} {name.replace('_', ' ')}" for name, number in counts(study).items())


def _own_words(study: "Study") -> list[str]:
    """A sentence on the user's lexicon, if there is one."""
    from analysis.user_lexicon import lexicon_of

    lexicon = lexicon_of(study.settings.lexicon)
    if lexicon is None:
        return []
    never = int((study.lexicon_use["n_mentions"] == 0).sum())
    n, noun = len(lexicon.wrong), "problem" if len(lexicon.wrong) == 1 else "problems"
    wrong = f"; {n:,} {noun} with its rows (data/problems.csv)" if n else ""
    return [
        f"Lexicon: {never:,} of {len(lexicon):,} entries of {lexicon.file} stand in no text (data/lexicon_use.csv){wrong}."
    ]


if __name__ == "__main__":
    raise SystemExit(main())

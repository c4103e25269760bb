"""`python -m analysis.report CORPUS`: read, study, report. Exit code 0 done, 2 the user's error, 130 interrupted."""

import os
import shlex
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import __version__
from analysis.clock import Clock
from analysis.errors import AnalysisError, CorpusError, OutputError
from analysis.report.arguments import parse
from analysis.report.progress import Bar

if TYPE_CHECKING:
    from analysis.document import Corpus
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

    folder = arguments.corpus or SAMPLE
    output = arguments.output or Path("reports") / (_name(folder) if arguments.corpus else "sample")
    _check(folder, output)
    bar = Bar(sys.stderr, quiet=arguments.quiet)
    try:
        clock = Clock()
        with clock.of("read"):
            corpus = _period(_read(folder, bar), folder, arguments)
        study = _study(corpus, arguments)
        study.note(clock)
        study.compute(bar)
        page = write_report(study, output, language=arguments.language, command=command, root=folder, progress=bar)
    finally:
        bar.close()
    return _say(f"Report: {page.as_posix()}", _counts(study))


def _name(folder: Path) -> str:
    """The folder's own name, also for `.` and `..`."""
    return folder.resolve().name or "corpus"


def _check(folder: Path, output: Path) -> None:
    """Refuse what cannot work before the long work begins."""
    from analysis.report import destination

    for path in (folder, output):
        _check_path(path)
    if not folder.exists():
        raise CorpusError(f"{folder} does not exist; name a folder of posts.")
    if folder.is_dir() and output.resolve().is_relative_to(folder.resolve()):
        raise OutputError(f"{output} lies inside the corpus {folder}; name a folder outside of it.")
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


def _read(folder: Path, bar: Bar) -> "Corpus":
    from analysis.reading import read_corpus

    return read_corpus(folder, progress=lambda done, total: bar("read", done, total))


def _period(corpus: "Corpus", folder: Path, arguments: Namespace) -> "Corpus":
    if arguments.since or arguments.until:
        corpus = corpus.between(arguments.since, arguments.until)
    if not len(corpus):
        raise CorpusError(f"no document of {folder} could be read{_bounds(arguments)}; there is nothing to report.")
    return corpus


def _bounds(arguments: Namespace) -> str:
    since = f" from {arguments.since}" if arguments.since else ""
    until = f" until {arguments.until}" if arguments.until else ""
    return f" in the period{since}{until}" if since or until else ""


def _study(corpus: "Corpus", arguments: Namespace) -> "Study":
    from analysis.settings import Settings
    from analysis.study import Study

    given = arguments
    settings = Settings(given.topics, given.seed, given.top, given.jobs, given.reprints)
    return Study(corpus, settings)


def _counts(study: "Study") -> str:
    from analysis.report.manifest import counts

    return ", ".join(f"{number:,} {name.replace('_', ' ')}" for name, number in counts(study).items())


if __name__ == "__main__":
    raise SystemExit(main())

"""The command line: what may be written there, and one sentence for everything else."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from analysis.report.labels import LANGUAGES

EXAMPLES = """examples:
  python -m analysis.report                          the embedded sample, into reports/sample
  python -m analysis.report posts -o reports/mine    a folder of posts
  python -m analysis.report dump.zip --cache reading.cache
  python -m analysis.report posts --since 2022-01-01 --until 2023-01-01 --topics 12 --language en
"""
SEEDS = 2**32 - 1  # what NumPy takes


class _Parser(argparse.ArgumentParser):
    """Errors in one line, without the usage before them."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {_sentence(message)}\n")


def _sentence(message: str) -> str:
    return " ".join(message.removesuffix(".").split()) + "."


def whole(least: int, most: int) -> Callable[[str], int]:
    """A parser of whole numbers from `least` to `most`."""

    def parse(text: str) -> int:
        if not (text.isascii() and text.removeprefix("-").isdigit() and least <= int(text) <= most):
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {least} to {most}")
        return int(text)

    return parse


def share(text: str) -> float:
    """A number from 0 to 1."""
    try:
        found = float(text)
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return found


def topics(text: str) -> int | str:
    """`auto`, or how many."""
    return text if text == "auto" else _or("auto, or ", whole(1, 500))(text)


def _or(words: str, parse: Callable[[str], int]) -> Callable[[str], int]:
    def parsed(text: str) -> int:
        try:
            return parse(text)
        except argparse.ArgumentTypeError as error:
            raise argparse.ArgumentTypeError(str(error).replace("is not a", f"is not {words}a")) from None

    return parsed


def day(text: str) -> date:
    """A day as 2022-10-16, and in no other form."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day like 2022-10-16")
    return found


def parser() -> argparse.ArgumentParser:
    """All that the command line takes."""
    made = _Parser(
        prog="python -m analysis.report",
        description="Read Chinese official news and write one offline report.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add: Any = made.add_argument
    add("corpus", nargs="?", metavar="CORPUS", help="folder, file, archive, table or glob; the sample if left out")
    add("-o", "--output", type=Path, metavar="FOLDER", help="where the report goes (default: reports/NAME OF CORPUS)")
    add("--encoding", metavar="NAME", help="of the files, tried before it is detected, as big5")
    add("--drafts", action="store_true", help="read the drafts of site generators too")
    add("--strict", action="store_true", help="stop at a file that would have to be skipped or repaired")
    add("--no-learn", action="store_true", help="leave in the lines that recur across a source's documents")
    add("--cache", type=Path, metavar="FILE", help="keeps what was read, so that the next run reads what is new")
    add("--language", choices=LANGUAGES, default="zh", help="of the labels (default: zh)")
    add("--since", type=day, metavar="DAY", help="first day of publication, as 2022-10-16")
    add("--until", type=day, metavar="DAY", help="first day that is left out")
    add("--topics", type=topics, default="auto", metavar="N", help="number of topics, or auto (default)")
    add("--seed", type=whole(0, SEEDS), default=0, metavar="N", help="of the random numbers (default: 0)")
    add("--top", type=whole(1, 1000), default=10, metavar="N", help="keywords of each document (default: 10)")
    add("--lexicon", type=Path, metavar="FILE", help="your own names and words, as CSV, TSV or jieba's text")
    add("--threshold", type=share, default=0.0, metavar="P", help="leave out names less sure than this (default: 0)")
    add("--model", default="default", metavar="NAME", help="that finds names: default, or open (openly licensed texts)")
    add("--simplified", action="store_true", help="match traditional characters as simplified ones (needs OpenCC)")
    add("--jobs", type=whole(1, 1024), default=1, metavar="N", help="processes (default: 1); changes no result")
    add("--reprints", choices=("keep", "fold"), default="keep", help="count them (default), or only what they repeat")
    add("--quiet", action="store_true", help="no progress on stderr")
    add("--version", action="store_true", help="print the version and stop")
    return made


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """The arguments, checked one by one and against each other. Exits with 2 and one sentence if they do not hold."""
    made = parser()
    given = made.parse_args(argv)
    if given.since and given.until and given.since >= given.until:
        made.error(f"--since {given.since} is not before --until {given.until}; the period is since <= day < until")
    return given

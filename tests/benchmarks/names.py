"""Names against the annotated sets: `python tests/benchmarks/names.py [DATA] [--only PART …]`.

Entity F1 by type, exact spans, on the part of each set that is never trained on, in the style of that set: two taggers of
words first, then our rules, then the model and both together where there is a model. Parts: the names of the sets,
`unseen` (names that training never saw), `robust` (other ways of writing) and `speed` (with `--posts`). The set pfr is
scored on its sentences with unseen names, which are left out of training.

Of CLUENER `government` and `organization` are asked for together, while our ORGANISATION takes in its `company` too. So that
line is given three ways: strict (a company found is a false alarm), with companies excused, and with names of all other
labels excused; excused is what overlaps such a name and none that is asked for: neither right nor wrong.
"""

import argparse
import contextlib
import sys
from pathlib import Path

from analysis.names.training.notations import Sentence
from analysis.names.training.sets import SETS, read_set, without_names
from analysis.names.training.unseen import unseen_names
from tests.benchmarks import names_errors, names_robust, names_scores, names_speed, names_unseen
from tests.benchmarks.names_systems import SYSTEMS, System

DATA = Path(__file__).parents[3] / "shared" / "data" / "ner"
N_ROBUST = 400  # sentences of msra


def held_back(folder: Path, name: str) -> list[Sentence]:
    """What a set is scored on."""
    if name != "pfr":
        return read_set(folder, name, "held_back")
    sentences = read_set(folder, name)
    kept = set(map(id, without_names(sentences, unseen_names(folder))))
    return [sentence for sentence in sentences if id(sentence) not in kept]


def score(folder: Path, name: str, finders: dict[str, System], errors: Path | None) -> None:
    """Print the table of one set; the errors of the last system go to the file."""
    sentences = held_back(folder, name)
    n_chars = sum(len(sentence.text) for sentence in sentences)
    print(f"\n{name}, held back: {len(sentences):,} sentences, {n_chars:,} characters ({SETS[name].style})")
    print(names_scores.HEAD)
    for system, find in finders.items():
        found = find([sentence.text for sentence in sentences], name)
        for what, answer, target in names_scores.lines(name, sentences, found):
            print(names_scores.line(system, what, answer, target), flush=True)
        if errors and system == list(finders)[-1]:
            names_errors.write(errors, name, system, sentences, found)


def unseen(folder: Path, finders: dict[str, System]) -> None:
    print("\nunseen names in three frames")
    print(names_unseen.HEAD)
    for system, find in finders.items():
        print(*names_unseen.rows(folder, system, find), sep="\n", flush=True)


def robust(folder: Path) -> None:
    texts = [sentence.text for sentence in read_set(folder, "msra", "held_back")[:N_ROBUST]]
    print(f"\nfind_names on {len(texts)} sentences of msra, written otherwise")
    print(names_robust.HEAD)
    print(*names_robust.rows(texts), sep="\n", flush=True)


def asked(arguments: list[str]) -> argparse.Namespace:
    parts = [*SETS, "unseen", "robust", "speed"]
    parser = argparse.ArgumentParser(description="Names against the annotated sets.")
    parser.add_argument("data", nargs="?", type=Path, default=DATA, help="the folder of the sets")
    parser.add_argument("--only", nargs="+", choices=parts, default=parts, metavar="PART", help=", ".join(parts))
    parser.add_argument("--systems", nargs="+", choices=[*SYSTEMS], default=[*SYSTEMS], metavar="SYSTEM")
    parser.add_argument("--errors", type=Path, help="a file for the errors of the last system, outside the project")
    parser.add_argument("--posts", type=Path, help="a folder of Markdown posts, for the speed")
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> None:
    options = asked(arguments)
    if not options.data.is_dir():
        sys.exit(f"There are no annotated sets at {options.data}; name their folder.")
    finders = {name: find for name, find in SYSTEMS.items() if name in options.systems}
    if options.errors:
        options.errors.write_text("", encoding="utf-8")
    for name in SETS:
        if name in options.only:
            score(options.data, name, finders, options.errors)
    if "unseen" in options.only:
        unseen(options.data, finders)
    if "robust" in options.only:
        robust(options.data)
    if "speed" in options.only and options.posts:
        print()
        sys.stdout.flush()
        names_speed.main([str(options.posts)])


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        main(sys.argv[1:])

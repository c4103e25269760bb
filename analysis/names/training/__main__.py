"""`python -m analysis.names.training FOLDER`: the weights of the names model, made again from the annotated sets."""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from analysis.errors import AnalysisError
from analysis.lexicon import lexicon
from analysis.names.tagger.weights import save
from analysis.names.training.compress import compressed
from analysis.names.training.examples import Example, example, lists, material
from analysis.names.training.fit import Choices, fit
from analysis.names.training.frames import framed
from analysis.names.training.knowledge import knowledge, place_words
from analysis.names.training.sets import SETS, read_set, without_names
from analysis.names.training.unseen import unseen_names

# Modern text is scarce, so its sets count more than once: chosen on the held-back parts.
TIMES = {"cluener": 3, "aishell": 2, "resume": 2}


def examples_of(folder: Path, names: Sequence[str]) -> list[Example]:
    """The sentences of the sets, without those that hold one of the 3,000 names kept for measuring."""
    unseen = unseen_names(folder)
    sentences = [(name, sentence) for name in names for sentence in without_names(read_set(folder, name), unseen)]
    maybe = lists(sentences, place_words(), lexicon("titles").column("name"))
    annotated = [example(sentence, name, maybe) for name, sentence in sentences for _ in range(TIMES.get(name, 1))]
    return [*annotated, *framed(persons_of(annotated), names[0])]


def persons_of(examples: Iterable[Example]) -> list[str]:
    """The persons of the examples, each once, sorted; lone letters are none."""
    names = {one.text[a:b] for one in examples for a, b, kind in one.names if kind == "PERSON"}
    return sorted(name for name in names if len(name) > 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, compress and write; what is printed goes into the model's card."""
    options = _options().parse_args(arguments)
    try:
        return _train(options)
    except AnalysisError as error:
        print(error, file=sys.stderr)
        return 2


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m analysis.names.training", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder of annotated sets (msra, pfr199801, cluener, …)")
    parser.add_argument("--sets", choices=["all", "open"], default="all", help="all sets, or openly licensed ones only")
    parser.add_argument(
        "--text", type=Path, help="a folder of posts without annotation, from which words are clustered"
    )
    parser.add_argument("--features", type=int, default=900_000, help="how many features are kept (default: 900,000)")
    parser.add_argument("--epochs", type=int, default=4, help="times that all sentences are seen (default: 4)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, required=True, help="the file to write, for instance names-default.npz")
    return parser


def _train(options: argparse.Namespace) -> int:
    began = time.process_time()

    def told(line: str) -> None:
        print(f"{time.process_time() - began:7.1f} s  {line}", flush=True)

    styles = [name for name, one in SETS.items() if options.sets == "all" or one.is_open]
    examples = examples_of(options.folder, styles)
    persons = persons_of(examples)
    texts = [one.text for one in examples]
    known = knowledge(persons, texts, _posts(options.text))
    told(f"{len(examples):,} sentences, {sum(map(len, texts)):,} letters, {len(persons):,} persons")
    made = material(examples, styles, known)
    told(f"{len(made.templates)} templates, {len(made.keys):,} features")
    fitted = fit(made, examples, Choices(epochs=options.epochs, seed=options.seed), told)
    small = compressed(made, fitted, known, styles, options.features)
    save(small, options.out)
    told(f"{len(small.keys):,} features kept, {options.out.stat().st_size:,} bytes written to {options.out.name}")
    print(json.dumps({name: sum(one.set_name == name for one in examples) for name in styles}))
    return 0


def _posts(folder: Path | None) -> list[str]:
    if folder is None:
        return []
    from analysis.reading import read_corpus

    return [document.text for document in read_corpus(folder)]


if __name__ == "__main__":
    raise SystemExit(main())

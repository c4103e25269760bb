"""Names that training must never see, chosen from the corpus of Peking University: what recall on new names is measured with."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from analysis.names.training.notations import Sentence
from analysis.names.training.sets import digest, pfr_words, read_set
from analysis.shadow.characters import HAN

# At most so many names of a shape; three characters fill up. The corpus has 293 dotted names, 282 of them clean and rare.
SHARES = MappingProxyType({"dotted": 300, "two": 900})
N_NAMES = 3000
# A name in more sentences is not chosen: the 3,000 cost 2,000 of the set's 47,012 sentences, for lists hold many of them.
N_SENTENCES = 6
HAN_NAME = re.compile(f"[{HAN}]{{2,3}}")
DOTTED = re.compile(f"[{HAN}]+(?:·[{HAN}]+)+")
# 赛德克|已: an adverb or a verb that was left with the name. These characters transliterate nothing.
LEFT_OVER = frozenset("已将也就会")


def shape_of(name: str) -> str:
    """The shape of a name: 'dotted' (foreign, or of a minority), 'two', 'three' or 'longer'.

    >>> [shape_of(name) for name in ("艾尔肯·买买提", "石文", "温知秋", "欧阳知秋")]
    ['dotted', 'two', 'three', 'longer']
    """
    if "·" in name:
        return "dotted"
    return {2: "two", 3: "three"}.get(len(name), "longer")


def unseen_names(folder: str | Path) -> list[str]:
    """3,000 persons of the set pfr, to be left out of all training by `sets.without_names`.

    A name is taken if it is clean: one of `written_names`, and annotated as this person wherever its letters stand in
    the set. The rarest come first, names of as many sentences in the order of their SHA-256.

    Returns
    -------
    list of str
        282 dotted names, 900 of two characters and 1,818 of three; sorted.

    Raises
    ------
    AnalysisError
        If a file is missing or malformed.
    """
    return choose(written_names(pfr_words(folder)), read_set(folder, "pfr"))


def choose(
    names: Iterable[str],
    sentences: Sequence[Sentence],
    shares: Mapping[str, int] = SHARES,
    n: int = N_NAMES,
) -> list[str]:
    """The names to hold back among `names`, by the sentences of their set; see `unseen_names`.

    Parameters
    ----------
    names : iterable of str
    sentences : sequence of Sentence
        Persons are labelled `PER`.
    shares : mapping
        How many names of a shape are taken at most.
    n : int
        How many names there are in all: names of three characters fill up.

    >>> from analysis.names.training.notations import Labelled
    >>> said = [Sentence("温知秋说", (Labelled(0, 3, "PER"),)), Sentence("石文说", (Labelled(0, 2, "PER"),)), Sentence("石文")]
    >>> choose(["温知秋", "石文"], said)
    ['温知秋']
    """
    by_shape: dict[str, list[str]] = {}
    for name in names:
        by_shape.setdefault(shape_of(name), []).append(name)
    short = frozenset(by_shape.get("two", []) + by_shape.get("three", []))
    dotted = tuple(dict.fromkeys(by_shape.get("dotted", [])))
    standing = [Counter(_standing(sentence.text, short, dotted)) for sentence in sentences]
    rare = _rare(standing, Counter(_annotated(sentences)))
    chosen = [name for shape, share in shares.items() for name in _of_shape(rare, shape)[:share]]
    return sorted([*chosen, *_of_shape(rare, "three")[: n - len(chosen)]])


def _standing(text: str, short: frozenset[str], dotted: Iterable[str]) -> Iterator[str]:
    """Each name once for each time its letters stand in a text, inside longer words and names too."""
    for length in (2, 3):
        yield from (text[i : i + length] for i in range(len(text) - length + 1) if text[i : i + length] in short)
    if "·" in text:
        yield from (name for name in dotted for _ in range(text.count(name)))


def _annotated(sentences: Iterable[Sentence]) -> Iterator[str]:
    for sentence in sentences:
        yield from (sentence.text[span.start : span.stop] for span in sentence.spans if span.label == "PER")


def _rare(standing: Sequence[Counter[str]], n_annotated: Counter[str]) -> list[str]:
    """Names that are a person wherever their letters stand, and in few sentences: the rarest first."""
    n_times: Counter[str] = Counter()
    for found in standing:
        n_times.update(found)
    n_sentences = Counter(name for found in standing for name in found)
    clean = (name for name, times in n_times.items() if times == n_annotated[name] and n_sentences[name] <= N_SENTENCES)
    return sorted(clean, key=lambda name: (n_sentences[name], digest(name)))


def _of_shape(names: Iterable[str], shape: str) -> list[str]:
    return [name for name in names if shape_of(name) == shape]


def written_names(paragraphs: Iterable[Sentence]) -> list[str]:
    """Persons of paragraphs of words: a surname and a given name, tagged apart and alone; or one word with a dot; sorted.

    A surname is one character that stands so before two given names at least: the corpus decides, not a list of ours, or a
    new line of that list would change what a model is asked.

    >>> from analysis.names.training.notations import Labelled
    >>> words = [Labelled(0, 1, "nr"), Labelled(1, 3, "nr"), Labelled(3, 4, "w"), Labelled(4, 5, "nr"), Labelled(5, 6, "nr")]
    >>> written_names([Sentence("温知秋、温文", tuple(words))])
    ['温文', '温知秋']
    """
    runs = [run for paragraph in paragraphs for run in _runs(paragraph)]
    pairs = {
        (run[0], run[1]) for run in runs if len(run) == 2 and len(run[0]) == 1 and HAN_NAME.fullmatch("".join(run))
    }
    n_given = Counter(surname for surname, _ in pairs)
    names = {surname + given for surname, given in pairs if n_given[surname] > 1}
    dotted = {word for run in runs for word in run if DOTTED.fullmatch(word) and word[-1] not in LEFT_OVER}
    return sorted(names | dotted)


def _runs(paragraph: Sentence) -> Iterator[list[str]]:
    """Words tagged nr that stand side by side."""
    words = [span for span in paragraph.spans if not span.label.startswith("[")]
    for is_person, run in groupby(words, key=lambda span: span.label == "nr"):
        if is_person:
            yield [paragraph.text[span.start : span.stop] for span in run]

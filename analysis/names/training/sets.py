"""The annotated sets: where each lies, what it annotates and in which style, its terms, and which part is held back.

The folder is laid out as `SETS` says: `msra/train_clean.bio`, `cluener/train.json` and so on. The sets are no part of this
project. A set annotates some of our four types; what it does not annotate is unknown in it, not absent.
"""

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import AnalysisError, value_invalid
from analysis.names.spotter import Spotter
from analysis.names.training.notations import Labelled, Sentence, read_json_lines, read_tagged, read_words

__all__ = [
    "SETS",
    "TYPES",
    "AnnotatedSet",
    "Labelled",
    "Sentence",
    "digest",
    "is_held_back",
    "pfr_words",
    "read_set",
    "without_names",
]

TYPES = ("PERSON", "ORGANISATION", "PLACE", "POST")
PARTS = ("train", "held_back")
# One sentence in ten is held back where a set has no part of its own for that.
HELD_BACK_ONE_IN = 10
THREE = {"PER": "PERSON", "ORG": "ORGANISATION", "LOC": "PLACE"}


@dataclass(frozen=True, slots=True)
class AnnotatedSet:
    """One set of annotated sentences.

    Attributes
    ----------
    name : str
        Also the name of its style.
    train, held_back : tuple of str
        Files below the folder of all sets. The same files in both: the parts are told by `is_held_back`.
    labels : mapping
        From each label of the set to our type; to an empty text where we have none.
    unknown : frozenset of str
        Our types that the set does not annotate, or only here and there: nothing can be learnt from their absence.
    terms : str
        Its licence, as its makers give it.
    is_open : bool
        Whether text and labels are openly licensed.
    style : str
        What is peculiar to its annotation, in a line.
    """

    name: str
    train: tuple[str, ...]
    held_back: tuple[str, ...]
    labels: Mapping[str, str]
    unknown: frozenset[str]
    terms: str
    is_open: bool
    style: str

    @property
    def types(self) -> tuple[str, ...]:
        """Our types that the set annotates, in the order of `TYPES`."""
        return tuple(kind for kind in TYPES if kind not in self.unknown)

    def typed(self, spans: Iterable[Labelled]) -> list[Labelled]:
        """The spans with our types as labels; those for which we have no type are left out.

        >>> SETS["resume"].typed([Labelled(0, 3, "NAME"), Labelled(4, 6, "EDU"), Labelled(6, 8, "TITLE")])
        [Labelled(start=0, stop=3, label='PERSON'), Labelled(start=6, stop=8, label='POST')]
        """
        kinds = ((span, self.labels[span.label]) for span in spans)
        return [span._replace(label=kind) for span, kind in kinds if kind in self.types]


SETS: Mapping[str, AnnotatedSet] = {
    one.name: one
    for one in (
        AnnotatedSet(
            name="msra",
            train=("msra/train_clean.bio",),
            held_back=("msra_dev/example.dev",),
            labels=THREE,
            unknown=frozenset({"POST"}),
            terms="none given; SIGHAN 2006 bakeoff data for research, newspaper text",
            is_open=False,
            style="one-letter places (中, 美); neighbouring places apart (四川|成都); 省委, 市委, 人大 alone are bodies",
        ),
        AnnotatedSet(
            name="pfr",
            train=("pfr199801/train_clean_msra_style.bio",),
            held_back=(),
            labels=THREE,
            unknown=frozenset({"POST"}),
            terms="given away for research by Peking University; newspaper text",
            is_open=False,
            style="made from words to be like msra; lone surnames (江|主席) are persons; 省委, 市委, 人大 alone are none",
        ),
        AnnotatedSet(
            name="aishell",
            train=("aishell_ner/devtest_dedup.bio",),
            held_back=("aishell_ner/devtest_dedup.bio",),
            labels=THREE,
            unknown=frozenset({"POST"}),
            terms="Apache-2.0",
            is_open=True,
            style="clauses read aloud: no punctuation, numbers in characters; a place in front of a body is part of it",
        ),
        AnnotatedSet(
            name="uner",
            train=("uner_zh/gsdsimp_train.char.bio", "uner_zh/pud_simplified_t2s.char.bio"),
            held_back=("uner_zh/gsdsimp_dev.char.bio",),
            labels=THREE,
            unknown=frozenset({"POST"}),
            terms="CC BY-SA 4.0 (GSD), CC BY-SA 3.0 (PUD)",
            is_open=True,
            style="encyclopaedia; nested places are one (中国西藏自治区昌都地区); no one-letter places; fiction counts",
        ),
        AnnotatedSet(
            name="cluener",
            train=("cluener/train.json",),
            held_back=("cluener/train.json",),
            labels={
                "name": "PERSON",
                "government": "ORGANISATION",
                "organization": "ORGANISATION",
                "company": "ORGANISATION",
                "address": "PLACE",
                "scene": "PLACE",
                "position": "POST",
                "book": "",
                "movie": "",
                "game": "",
            },
            unknown=frozenset(),
            terms="none given; THUCNews text for research",
            is_open=False,
            style="web news; teams named after towns are organizations; callings (记者, 学生, 艺术家) are positions",
        ),
        AnnotatedSet(
            name="resume",
            train=("resume/train.char.bmes",),
            held_back=("resume/dev.char.bmes",),
            labels={
                "NAME": "PERSON",
                "ORG": "ORGANISATION",
                "TITLE": "POST",
                "CONT": "",
                "EDU": "",
                "LOC": "",
                "PRO": "",
                "RACE": "",
            },
            unknown=frozenset({"PLACE"}),
            terms="none given; executives' summaries for research (Zhang and Yang 2018)",
            is_open=False,
            style="executives; degrees of titles (高级会计师) are posts; each post of a list apart; places as good as none",
        ),
        AnnotatedSet(
            name="azuretime",
            train=("azuretime_jobs/example.train",),
            held_back=("azuretime_jobs/example.dev",),
            labels={"PER": "PERSON", "ORG": "ORGANISATION", "JOB": "POST"},
            unknown=frozenset({"PLACE"}),
            terms="MIT",
            is_open=True,
            style="executives, whole careers; learned degrees (博士) are posts; uneven: 财务部 is now a body, now nothing",
        ),
        AnnotatedSet(
            name="weibo",
            train=("weibo/weiboNER_2nd_conll.train",),
            held_back=("weibo/weiboNER_2nd_conll.dev",),
            labels={
                "PER.NAM": "PERSON",
                "ORG.NAM": "ORGANISATION",
                "GPE.NAM": "PLACE",
                "LOC.NAM": "PLACE",
                "PER.NOM": "",
                "ORG.NOM": "",
                "GPE.NOM": "",
                "LOC.NOM": "",
            },
            unknown=frozenset({"POST"}),
            terms="CC BY-SA",
            is_open=True,
            style="social media; nicknames are persons; common nouns (NOM) are left out here",
        ),
    )
}


def read_set(folder: str | Path, name: str, part: str = "train") -> list[Sentence]:
    """The sentences of one part of a set, in the order of its files.

    Parameters
    ----------
    folder : path
        The folder of all sets.
    name : str
        One of `SETS`.
    part : {'train', 'held_back'}
        Nothing of `held_back` may be trained on: what stands in both files of a set (45 posts of weibo) is left out of
        `train`. Where a set has no such part of its own (aishell, cluener), it is the sentences for which `is_held_back`
        is true. Of pfr names are held back, not sentences (`unseen.unseen_names`): that part is empty.

    Returns
    -------
    list of Sentence
        With labels in the set's own words; `AnnotatedSet.typed` gives ours.

    Raises
    ------
    AnalysisError
        If folder or file is missing, the name or the part is unknown, or a line is malformed (with path and line).
    """
    if name not in SETS:
        raise AnalysisError(value_invalid("name", name, SETS))
    if part not in PARTS:
        raise AnalysisError(value_invalid("part", part, PARTS))
    one, root = SETS[name], existing(folder)
    if one.train == one.held_back:
        sentences = _read(root, one.train, one.labels)
        return [sentence for sentence in sentences if is_held_back(sentence.text) == (part == "held_back")]
    held_back = _read(root, one.held_back, one.labels)
    if part == "held_back":
        return held_back
    known = {sentence.text for sentence in held_back}
    return [sentence for sentence in _read(root, one.train, one.labels) if sentence.text not in known]


def existing(folder: str | Path) -> Path:
    """The folder as a path.

    Raises
    ------
    AnalysisError
        If there is no such folder.
    """
    root = Path(folder)
    if not root.is_dir():
        raise AnalysisError(f"there is no folder {root}; give the one that holds msra, cluener and the other sets.")
    return root


def _read(root: Path, files: Iterable[str], labels: Mapping[str, str]) -> list[Sentence]:
    readers = [(root / file, read_json_lines if file.endswith(".json") else read_tagged) for file in files]
    return [sentence for path, read in readers for sentence in read(path, labels)]


def is_held_back(text: str) -> bool:
    """Whether a sentence is of the tenth that is never trained on.

    Told by the SHA-256 of its text (NFC, UTF-8), so that it stays on its side whatever is added to the set, and a double
    stands on the same side. Neighbours of one article may fall on both sides: scores are a little kinder than on new text.

    >>> [text for text in ("甲乙", "丙丁", "戊己", "庚辛", "壬癸", "子丑", "寅卯", "辰巳") if is_held_back(text)]
    []
    """
    return int(digest(text), 16) % HELD_BACK_ONE_IN == 0


def digest(text: str) -> str:
    """SHA-256 of the text in NFC and UTF-8, in hexadecimal digits: the order in which a choice falls that nothing bends."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")).hexdigest()


def pfr_words(folder: str | Path) -> list[Sentence]:
    """The words and parts of speech from which the set pfr was made, a sentence a paragraph (see `notations.read_words`).

    Digits and letters are full-width there, as printed; in the set they are not.
    """
    return read_words(existing(folder) / "pfr199801" / "199801_utf8.txt.xz")


def without_names(sentences: Iterable[Sentence], names: Iterable[str]) -> list[Sentence]:
    """The sentences that hold none of the names, not even as part of a longer word.

    >>> [s.text for s in without_names([Sentence("温知秋说"), Sentence("温知夏说")], ["知秋"])]
    ['温知夏说']
    """
    spotter = Spotter(names)
    return [sentence for sentence in sentences if not spotter.find(sentence.text)]

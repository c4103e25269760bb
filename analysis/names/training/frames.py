"""Sentences made of our own frames and names of the sets: what official writing has and annotated news has not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from random import Random

from analysis.lexicon import lexicon
from analysis.names.training.examples import Example
from analysis.names.training.notations import Labelled

SLOT = re.compile(r"\[(?P<kind>[POLT])(?P<more>[+>]?)\]")
TYPES = {"P": "PERSON", "O": "ORGANISATION", "L": "PLACE", "T": "POST"}
# How often each frame is filled.
TIMES = 60
# A list has so many names at most.
LIST = {"P": 6, "T": 3}
# Offices of a body below the head, and local bodies, behind a division.
GRADES = ("", "", "", "副", "副", "常务副")
LOCAL = tuple(
    "人民政府 委员会 纪委 监委 人大常委会 政协 公安局 教育局 水利局 财政局 人民检察院 中级人民法院 发展和改革委员会 住房和城乡建设局 卫生健康委员会 总工会".split()
)
FRAMES = "frames.txt"


@dataclass(frozen=True, slots=True)
class Fillers:
    """What slots are filled with, each a list in a fixed order."""

    persons: Sequence[str]
    bodies: Sequence[str]
    divisions: Sequence[str]
    titles: Sequence[str]


def fillers(persons: Sequence[str]) -> Fillers:
    """Persons as given; bodies, divisions and titles of our lexicons."""
    divisions = [name for name in lexicon("divisions").column("name") if len(name) > 2]
    rows = lexicon("bodies").rows
    bodies = [name for row in rows for name in (row["name"], *row["aliases"].split("|")) if len(name) > 2]
    titles = [row["name"] for row in lexicon("titles").rows if row["official_class"] != "none" and not row["guard"]]
    return Fillers(sorted(set(persons)), sorted(set(bodies)), sorted(set(divisions)), sorted(set(titles)))


def framed(persons: Sequence[str], set_name: str, seed: int = 0) -> list[Example]:
    """`TIMES` sentences of each frame, in the style of a set; the same for the same names and seed."""
    random, given = Random(seed), fillers(persons)
    lines = (files("analysis.names.training") / FRAMES).read_text(encoding="utf-8").splitlines()
    frames = [line for line in lines if line and not line.startswith("#")]
    return [filled(frame, given, random, set_name) for frame in frames for _ in range(TIMES)]


def filled(frame: str, given: Fillers, random: Random, set_name: str) -> Example:
    """One frame with names in its slots."""
    text, names, done = "", [], 0
    for slot in SLOT.finditer(frame):
        text += frame[done : slot.start()]
        done = slot.end()
        for joint, name in _names(slot["kind"], slot["more"], given, random):
            text += joint
            names.append(Labelled(len(text), len(text) + len(name), TYPES[slot["kind"]]))
            text += name
    return Example(text + frame[done:], tuple(names), set_name)


def _names(kind: str, more: str, given: Fillers, random: Random) -> Iterator[tuple[str, str]]:
    """Names for one slot, each with what stands in front of it."""
    if more == ">":
        yield "", random.choice(given.divisions)
    n = random.randint(1, LIST[kind]) if more == "+" else 1
    for i in range(n):
        yield ("、" if i else ""), _name(kind, given, random)


def _name(kind: str, given: Fillers, random: Random) -> str:
    if kind == "P":
        return random.choice(given.persons)
    if kind == "L":
        return random.choice(given.divisions)
    if kind == "O":
        return (
            random.choice(given.bodies)
            if random.random() < 0.6
            else random.choice(given.divisions) + random.choice(LOCAL)
        )
    title = random.choice(given.titles)
    return title if title.startswith("副") else random.choice(GRADES) + title

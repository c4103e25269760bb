"""What the sequence model sees, as names: without what it hardly believes and words that are never names, and of one type in one text."""

import re
from collections.abc import Iterable, Iterator, Sequence

from analysis.names.edges import not_names
from analysis.names.found import Found
from analysis.names.gazetteer import Hit
from analysis.names.tagger import Tagged

# Names of this probability and more stand before those of the gazetteer: below it, on the held-back parts of msra and aishell,
# a gazetteer's place inside or across the model's name is right three times in four.
SURE = 0.75
# Below this they are left out: of 27 such stretches in the held-back parts of msra, aishell and cluener 3 are names, of those
# up to .4 four in ten.
LEAST = 0.3
# A.B. or A·B· in front of a name. The model may see the letters as none of it, since names so written are rare in its sets.
INITIALS = re.compile(r"(?<![A-Za-z0-9])(?:[A-Z][.．·] ?){1,3}$")
# One word of Latin letters is a product or an abbreviation as often as somebody (Steam, JSON); first and last name are two.
LATIN_WORD = re.compile(r"[A-Za-z0-9(]+")
# A bracket that closes nothing inside the name is none of it: 中国新闻周刊|》.
OPENING, CLOSING = "《〈（(「『“‘", "》〉）)」』”’"
FURTHEST = 9  # characters of three initials with their blanks


def seen_names(text: str, tagged: Iterable[Tagged], hits: Sequence[Hit]) -> Iterator[Found]:
    """The names of a text that the model sees; those of our lists mean what the list says.

    >>> text = "J·R·韦恩说"
    >>> [text[name.start : name.stop] for name in seen_names(text, [Tagged(4, 6, "PERSON", 0.9)], [])]
    ['J·R·韦恩']
    """
    entities = {(start, stop): entry.entity for start, stop, entry in hits}
    for start, end, name_type, sure in tagged:
        stop = end - _ends_in_a_bracket(text[start:end])
        person = name_type == "PERSON"
        if sure < LEAST or (person and sure < SURE and text[start:stop] in not_names()):
            continue
        if person and LATIN_WORD.fullmatch(text, start, stop):
            continue
        begin = _with_initials(text, start) if person else start
        yield Found(begin, stop, name_type, sure, "model", entities.get((begin, stop), text[begin:stop]))


def _ends_in_a_bracket(name: str) -> bool:
    """Whether the last sign of a name closes a bracket that was opened before it."""
    place = CLOSING.find(name[-1])
    return len(name) > 1 and place >= 0 and OPENING[place] not in name


def _with_initials(text: str, start: int) -> int:
    match = INITIALS.search(text, max(0, start - FURTHEST - 1), start)
    return match.start() if match else start


def agreed(found: Sequence[Found]) -> list[Found]:
    """The names, where those of the same letters are of one type: that which the model is surest of in all; sure ones stay.

    >>> sure, unsure = Found(0, 2, "PERSON", 0.98, "model", "苏林"), Found(9, 11, "PLACE", 0.6, "model", "苏林")
    >>> [name.type for name in agreed([sure, unsure])]
    ['PERSON', 'PERSON']
    """
    weight: dict[tuple[str, str], float] = {}
    for name in found:
        weight[name.entity, name.type] = weight.get((name.entity, name.type), 0.0) + name.confidence
    types: dict[str, str] = {}
    for (entity, name_type), _ in sorted(weight.items(), key=lambda item: (-item[1], item[0])):
        types.setdefault(entity, name_type)
    return [name if name.confidence >= SURE else name._replace(type=types[name.entity]) for name in found]

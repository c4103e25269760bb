"""What the sequence model sees, as names: without what it hardly believes and words that are never names, with initials."""

import re
from collections.abc import Iterable, Iterator, Sequence

from analysis.names.edges import not_names
from analysis.names.found import Found
from analysis.names.gazetteer import Hit
from analysis.names.tagger import Tagged

# Names of this probability and more stand before those of the gazetteer: below it, on the held-back parts of msra and aishell,
# a gazetteer's place inside or across the model's name is right three times in four.
SURE = 0.75
# Below this they are left out: of 15 such stretches in the held-back parts of msra, aishell and cluener 4 are names.
LEAST = 0.3
# A.B. or A·B· in front of a name. The model may see the letters as none of it, since names so written are rare in its sets.
INITIALS = re.compile(r"(?<![A-Za-z0-9])(?:[A-Z][.．·] ?){1,3}$")
FURTHEST = 9  # characters of three initials with their blanks


def seen_names(text: str, tagged: Iterable[Tagged], hits: Sequence[Hit]) -> Iterator[Found]:
    """The names of a text that the model sees; those of our lists mean what the list says.

    >>> text = "J·R·韦恩说"
    >>> [text[name.start : name.stop] for name in seen_names(text, [Tagged(4, 6, "PERSON", 0.9)], [])]
    ['J·R·韦恩']
    """
    entities = {(start, stop): entry.entity for start, stop, entry in hits}
    for start, stop, name_type, sure in tagged:
        person = name_type == "PERSON"
        if sure < LEAST or (person and sure < SURE and text[start:stop] in not_names()):
            continue
        begin = _with_initials(text, start) if person else start
        yield Found(begin, stop, name_type, sure, "model", entities.get((begin, stop), text[begin:stop]))


def _with_initials(text: str, start: int) -> int:
    match = INITIALS.search(text, max(0, start - FURTHEST - 1), start)
    return match.start() if match else start

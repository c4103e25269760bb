"""The kind of each name of a document."""

from collections.abc import Iterable

from analysis.names.found import Found
from analysis.names.kinds.address import form_of
from analysis.names.kinds.mask import Mask, Reading


def with_kinds(text: str, found: Iterable[Found], offices: Iterable[int] = ()) -> list[Found]:
    """The names of one text with their kinds, in text order.

    A name inside the reach of a frame is of the frame's kind, so that 中国 in a doctrine is no place that acts. What stands alone
    as a surname is `surname` or `honorific`, unless a rule says more.

    Parameters
    ----------
    text : str
    found : iterable of Found
    offices : iterable of int
        Where offices begin that are not among the names.

    >>> with_kinds("弘扬田远山精神", [Found(2, 5, "PERSON", 0.9, "title", "田远山")])[0][-2:]
    ('concept', 'doctrine')
    """
    names = sorted(found)
    mask, frame = Mask(text), None
    begins = {f.start for f in names if f.type == "POST"}.union(offices)
    read = []
    for name in names:
        reading = mask.reading(name.start, name.stop, name.type)
        if reading is None and frame and name.stop <= frame.span.stop:
            reading = frame
        elif reading and reading.span.start == name.start:
            frame = _longer(frame, reading)
        read.append(_with_kind(name, reading, text, begins))
    return read


def _longer(one: Reading | None, other: Reading) -> Reading:
    return one if one and one.span.stop > other.span.stop else other


def _with_kind(name: Found, reading: Reading | None, text: str, offices: set[int]) -> Found:
    if reading:
        return name._replace(kind=reading.kind, kind_rule=reading.rule)
    form = form_of(text, name.start, name.stop, name.stop in offices) if name.type == "PERSON" else None
    return name._replace(kind=form[0], kind_rule=form[1]) if form else name

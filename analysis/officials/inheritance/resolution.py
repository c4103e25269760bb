"""What is asked of a body and what is answered: a position with what stands before it, a full name with what told it."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.names.persons import Name
from analysis.officials.grammar.chain import Position

# How sure a body is by what tells it: the share that was right among 1,339 resolved positions of the readable cases
# (written 684 of 719, chain 196 of 199, block 224 of 231, heading 62 of 66, host 47 of 48, region 48 of 49), rounded down
# since these cases were seen; the rest, each met ten times or less, are estimates.
CONFIDENCE = {
    "written": 0.95,
    "chain": 0.97,
    "block": 0.95,
    "title": 0.95,
    "repeat": 0.95,
    "host": 0.9,
    "heading": 0.9,
    "region": 0.9,
    "source": 0.8,
    "publisher": 0.8,
    "dateline": 0.6,
}


class Resolution(NamedTuple):
    """The body of a title: its full name or '', what told it, and how sure that is from 0 to 1."""

    body_full: str = ""
    inherited_from: str = ""
    confidence: float | None = None


UNKNOWN = Resolution()


def told(body: str, by: str) -> Resolution:
    """A body as this source tells it; unknown if there is none.

    >>> told("水利部", "chain"), told("", "chain") == UNKNOWN
    (Resolution(body_full='水利部', inherited_from='chain', confidence=0.97), True)
    """
    return Resolution(body, by, CONFIDENCE[by]) if body else UNKNOWN


class Asked(NamedTuple):
    """A position whose body is asked for.

    `own` are the bodies before it in its chain; `beside` those of the blocks before it in its sentence, the nearest block first, the
    first position of a block first. A body that the document names and we could not resolve has a ? in front.
    """

    position: Position
    own: Sequence[str]
    beside: Sequence[Sequence[str]]
    holder: Name

    @property
    def is_foreign(self) -> bool:
        """Whether the holder's name is foreign by its shape."""
        return self.holder.shape in {"foreign", "parted"}

    @property
    def firsts(self) -> list[str]:
        """The first body of each block before: a second post of another person is not inherited."""
        return [bodies[0] for bodies in self.beside if bodies]

    @property
    def near(self) -> list[tuple[str, str]]:
        """What told and body, of the chain and of the blocks before."""
        blocks = [("block", body) for bodies in self.beside for body in bodies]
        return [*(("chain", body) for body in reversed(self.own)), *blocks]

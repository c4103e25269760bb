"""The sources of a body that is not written beside its title, in the order in which they are asked.

A source gives bodies, the likeliest first; the first source with a body of the wanted kind decides. What must not be
inherited is refused here: nothing by a title behind a word that was not read, nothing of a guest on a page of one's
own, nothing abroad for a Chinese post, nothing where two bodies are as likely.
"""

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from analysis.names.bodies import NOT_IN_A_BODY
from analysis.names.words import Words
from analysis.officials.bodies.abroad import is_foreign
from analysis.officials.inheritance.hosts import Hosts
from analysis.officials.inheritance.resolution import UNKNOWN, Asked, Resolution, told

# What stands right before a title that has no body: the end of a body that could not be read, so that none is inherited.
UNREAD = re.compile("(?:[协局委办院司处部厅校队组站所室社团联盟厂]|中心|公司|集团)$")
# Tags (ICTCLAS) of words that end the name of a body, by their first letter: nouns, short forms, idioms, adjectives.
NOUNS = frozenset("njlia")
# Posts of schools, hospitals and companies: on a page of one's own they are not those of the guests.
OF_A_HOUSE = re.compile("^(?:校长|院长|董事长|总经理|行长|党委书记|党委副书记|党委委员|党委常委)(?:助理)?$")
OWN_WORDS = ("校", "学", "院", "医", "公司", "集团")

Want = Callable[[str, bool], str]  # the full body that a candidate gives, or ''; True for one from outside the list


class Source(NamedTuple):
    """A source: what it is called in `inherited_from`, where it lies, and the bodies that it gives for what is asked.

    `place` is `list` (the chain and the list of the sentence), `page` (the sentences and the heading) or `maker` (who made
    the page). An `only` source decides where it has one body of the kind, and not where it has several.
    """

    told_by: str
    place: str
    bodies: Callable[["Sources", Asked], Sequence[str]]
    only: bool = False


class Sources:
    """The sources of one document."""

    def __init__(self, text: str, words: Words, hosts: Hosts) -> None:
        self._text, self._words, self.hosts = text, words, hosts
        self.shown: deque[str] = deque(maxlen=200)  # bodies of titles, nearest first; rosters have thousands

    def search(self, asked: Asked, want: Want, *, ours: bool = False, near: bool = False) -> Resolution:
        """The first body, in the order of the sources, that is what is wanted.

        Parameters
        ----------
        asked : Asked
        want : callable
            From a body, and whether it is from outside the list, the full name that it gives, or ''.
        ours : bool
            Whether the body is the page's own (我校), so that only its maker can be meant.
        near : bool
            Whether to ask the chain and the list alone.
        """
        if not asked.position.body and self.is_unread(asked):
            return UNKNOWN
        for source in self._asked(asked, ours, near):
            far = source.place != "list"
            fitting = [body for body in dict.fromkeys(source.bodies(self, asked)) if want(body.lstrip("?"), far)]
            if far and asked.position.body:  # 部 of a Chinese text is no ministry abroad
                fitting = [body for body in fitting if not is_foreign(body)]
            if fitting and not (source.only and len(fitting) > 1):
                unsure = fitting[0].startswith("?") or (far and self._is_divided(asked, fitting))
                return UNKNOWN if unsure else told(want(fitting[0], False), source.told_by)
        return UNKNOWN

    def _asked(self, asked: Asked, ours: bool, near: bool) -> Iterator[Source]:
        """The sources that may be asked."""
        guests = self.hosts.is_ours and self._is_of_a_house(asked)
        for source in ORDER:
            inside = source.place == "list"
            if ours and source.place != "maker":
                continue
            if guests and (source.place == "page" or (source.told_by == "block" and asked.position.body)):
                continue  # 校 behind a guest's university is not that
            if inside or not near:
                yield source

    def is_unread(self, asked: Asked) -> bool:
        """Whether a noun stands right before the title, so that it has a body of its own which could not be read."""
        place = asked.position.begin
        if asked.holder.stop == place:
            return False
        if UNREAD.search(self._text, max(0, place - 2), place):
            return True
        word = self._words.ending(place)
        return word is not None and word.word not in NOT_IN_A_BODY and (word.tag[0] in NOUNS or word.tag == "vn")

    def _is_of_a_house(self, asked: Asked) -> bool:
        return bool(OF_A_HOUSE.match(asked.position.head)) or asked.position.body.startswith(OWN_WORDS)

    def _is_divided(self, asked: Asked, fitting: Sequence[str]) -> bool:
        """Whether a body abroad could have a Chinese post as well: 秘书长 of 国务院 or of 联合国."""
        if asked.position.official_class in {"foreign", "international"} or asked.position.body:
            return False
        return any(map(is_foreign, fitting))


ORDER = (
    Source("chain", "list", lambda _, asked: asked.own[::-1]),
    Source("block", "list", lambda _, asked: asked.firsts),
    Source("host", "page", lambda page, asked: page.hosts.there(asked.position.begin)),
    Source("host", "page", lambda page, asked: page.hosts.before(asked.position.begin)),
    Source("heading", "page", lambda page, asked: page.hosts.above(asked.position.begin)),
    Source("host", "page", lambda page, asked: page.hosts.opening(asked.position.begin)),
    Source("heading", "page", lambda page, _: page.hosts.heading),
    Source("source", "maker", lambda page, _: page.hosts.source),
    Source("heading", "page", lambda page, _: page.hosts.lead),
    Source("host", "page", lambda page, _: list(page.shown), only=True),
    Source("publisher", "maker", lambda page, _: page.hosts.publisher),
)

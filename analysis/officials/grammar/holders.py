"""The elements behind a title, and the name in front of one: who may hold it.

Every name is weighed by what stands at its right edge, by the sequence model, and by what follows a 和 behind it; of a surname's
lengths the reader of names gives the likeliest first. What weighs nothing is not offered.
"""

import re
from collections.abc import Iterator, Sequence

from analysis.names.bodies import known
from analysis.names.credible import Around
from analysis.names.edges import CLOSING, IN_FRONT, NO_LONE_SURNAME, STRONG, surnames
from analysis.names.own import Hit
from analysis.names.persons import Name, PersonReader
from analysis.names.posts import Post
from analysis.names.tagger import Tagged
from analysis.officials.grammar.chain import ChainReader, Position
from analysis.officials.grammar.lattice import Element
from analysis.officials.grammar.rules import EDGED, FRONT, HOME, LABEL, NAME, NEXT, OF, TAIL, WEIGHTS
from analysis.segment import is_word
from analysis.spans import Span

NEXT_NAME = re.compile("、|和|及(?!其)|以及|与| +")
COLON = re.compile("[：:] *| +")
AFTER_NAME = re.compile(
    "(?: ?[（(](?:女|兼|挂职|[\u4e00-\u9fff]{1,6}族|女，[\u4e00-\u9fff]{1,6}族|正[部厅]级|副[部厅]级)[）)]|同志|先生|女士|院士|教授|研究员|亲王|阁下"
    "|太平绅士|(?:陆军|海军|空军|武警|警察)?(?:元帅|大将|[上中少]将|[大上中少]校|[上中少]尉))"
)
IN_BRACKETS = re.compile("[（(]([^（）()\n]{2,60})[）)]")
GROUP_WORDS = frozenset(
    "领导人 国家领导人 负责人 负责同志 主要负责人 主要负责同志 指挥 总指挥 领袖 成员 班子成员 代表 队长 组长 站长".split()
)  # never behind a name
FOREIGN_TOO = frozenset(
    {"主席", "总理", "副总理", "秘书长", "总干事", "部长", "外长", "议长"}
)  # heads of Chinese and foreign holders
# Tags (ICTCLAS) of words that 和 cannot join to a name: times.
NOT_JOINED = frozenset({"t"})
JOINING = frozenset("和及")
# Bearers among 100,000 people from which on a surname counts alone, as in the reader of names.
OFTEN = 30
# Tags (ICTCLAS) of persons.
PERSONS = frozenset("nr nrt nrfg".split())
# Tags (ICTCLAS) of persons and places, which names are made of.
NAMES = PERSONS | {"ns"}
# From here on a name that the grammar does not read is the model's word against nothing.
LIKELY = 0.5
# Bearers below which a surname is rare.
RARE = 3
# A title may open a position that reads like a further name no farther than this.
OPENS_WITHIN = 40


class Holders:
    """Spots the holders of the titles of one text.

    Parameters
    ----------
    text : str
    chains : ChainReader
    persons : PersonReader
    tagged : sequence of Tagged, optional
        What the sequence model sees; None where there is no model.
    """

    def __init__(
        self, text: str, chains: ChainReader, persons: PersonReader, tagged: Sequence[Tagged] | None = None
    ) -> None:
        self.text, self._chains, self._persons = text, chains, persons
        self.words = persons.words
        self._has_model = tagged is not None
        self._seen = {name.start: name for name in tagged or () if name.type == "PERSON"}

    def behind(self, place: int, limit: int, around: Around, *, past: bool = False) -> Iterator[Element]:
        """The list of names that may begin behind a title which ends at `place`, with its separators.

        `past` tells that the title is one of the past, which a 的 may part from the name: 时任县委书记|的|庾道平.
        """
        label = COLON.match(self.text, place)
        if label:
            yield Element(place, label.end(), LABEL, 0.0, "colon" if label[0].strip() else "blank")
        elif past and self.text.startswith("的", place):
            yield Element(place, place + 1, OF, 0.0)
        listed = label is not None and bool(label[0].strip())
        begin = label.end() if label else place + (past and self.text.startswith("的", place))
        waiting, known = [(begin, listed, True)], {begin}
        for start, in_list, first in waiting:
            for name in self._names(start, limit, around, in_list, first):
                yield name
                stop, held = self.after_name(name.stop)
                if stop > name.stop:
                    yield Element(name.stop, stop, TAIL, 0.0, "", held)
                joint = NEXT_NAME.match(self.text, stop)
                if joint and joint.end() < limit and not self._meets(name, joint):
                    yield Element(stop, joint.end(), NEXT, 0.0, joint[0])
                    if joint.end() not in known:
                        known.add(joint.end())
                        waiting.append((joint.end(), joint[0] == "、" or joint[0].isspace(), False))

    def _meets(self, name: Element, joint: re.Match[str]) -> bool:
        """Whether the 与 behind a name leads to somebody of whom the text has spoken: 书记甲某|与|乙某一行交流."""
        if joint[0] != "与":
            return False
        other = self._persons.name_at(joint.end())
        return other is not None and self.text.find(other.person, 0, name.start) >= 0

    def _names(self, start: int, limit: int, around: Around, listed: bool, first: bool) -> Iterator[Element]:
        around = around._replace(listed=listed, wary=not first and not listed)
        for place, name in enumerate(self._persons.names_at(start, around) or self._seen_at(start)):
            if name.stop > limit or not (first or self._goes_on(start, name)):
                return
            says, weight = self._weighed(name, around)
            if not place and weight <= 0 and not self._joins_nothing(name.stop):
                return  # what is no name at its likeliest length is none at another: 后首访
            weight += WEIGHTS["other length"] if place else 0.0
            if weight > 0:
                yield Element(name.start, name.stop, self._kind(name), weight, says, name)

    def _seen_at(self, start: int) -> list[Name]:
        """The name that only the model sees at a place, as likely as not: 会长|于富民, whose surname is a preposition too."""
        seen = self._seen.get(start)
        if seen is None or seen.confidence < LIKELY or seen.stop - seen.start < 2 or self._is_a_word(seen):
            return []
        return [Name(seen.start, seen.stop, self.text[seen.start : seen.stop], "han")]

    def _is_a_word(self, seen: Tagged) -> bool:
        """Whether what the model sees is one word of the dictionary that is no name, or a short one, or begins with 称: 旧金山, 鲜明."""
        letter = self.text[seen.start]
        if letter in IN_FRONT and letter not in surnames()[0]:
            return True
        token = self._persons.words.at(seen.start)
        if token is None or token.stop != seen.stop:
            return False
        return is_word(token.word) and (token.tag not in PERSONS or len(token.word) == 2)

    def _kind(self, name: Name) -> str:
        given = self._persons.words.given_from.get(name.start)
        return EDGED if not (given and given.entry >= 0) and self._persons.closes(name.stop) < STRONG else NAME

    def _goes_on(self, start: int, name: Name) -> bool:
        """Whether what reads as a further name is one: no position begins there, and no title follows it."""
        return not self._chains.begins_post(name.stop) and not self._opens_a_position(start, name)

    def _opens_a_position(self, place: int, name: Name) -> bool:
        """Whether what reads as a further name is the beginning of a title: 、江苏|省委书记."""
        index = self._chains.next_post(place)
        post = self._chains.posts[index] if index < len(self._chains.posts) else None
        if post is None or post.start - place > OPENS_WITHIN or self._chains.floor(place, post.start) != place:
            return False
        position = self._chains.position(place, post)
        return position.begin == place and position.start > name.start and bool(position.body or post.start == place)

    def _weighed(self, name: Name, around: Around) -> tuple[str, float]:
        """What speaks for a name behind a title, and what that weighs."""
        given = self._persons.words.given_from.get(name.start)
        if given:
            return _weighed_as_given(given)
        says, weight = self._edge(name.stop)
        seen = self._seen.get(name.start)
        if seen and seen.stop == name.stop:
            says, weight = f"{says}, seen by the model", weight + seen.confidence
        elif seen:
            weight += seen.confidence * WEIGHTS["cut elsewhere by model"]
        elif self._has_model and self._is_unlike(name, around):
            weight += WEIGHTS["unlike a name"]
        elif self._begins_with_a_word(name):
            weight += WEIGHTS["begins with a word"]
        if self._chains.begins_post(name.stop):
            weight += WEIGHTS["before a title"]
        if self._joins_nothing(name.stop):
            weight += WEIGHTS["joins nothing"]
        return says, weight

    def _begins_with_a_word(self, name: Name) -> bool:
        """Whether a name is a word of the dictionary and a rest: 贺信|并."""
        token = self._persons.words.at(name.start)
        if token is None or name.shape != "han" or len(token.word) < 2 or token.stop >= name.stop:
            return False
        return token.tag not in NAMES and is_word(token.word)

    def _is_unlike(self, name: Name, around: Around) -> bool:
        """Whether a name that the model does not see lacks a surname, is of words, or has a rare surname and no sure edge.

        念兹|在兹, 贺信|在会上, 曾两次|到过; inside a list all of these are believed.
        """
        unsure = self._persons.closes(name.stop) < STRONG
        if name.shape == "foreign" and (around.foreign or around.listed):
            return unsure and name.stop - name.start == 2
        if name.shape == "foreign":
            return True
        rare = surnames()[0].get(name.person[0], RARE) < RARE
        return not around.listed and ((unsure and (rare or self._is_one_word(name))) or self._is_of_words(name))

    def _is_one_word(self, name: Name) -> bool:
        token = self._persons.words.at(name.start)
        return token is not None and token.stop == name.stop and token.tag not in NAMES and is_word(token.word)

    def _is_of_words(self, name: Name) -> bool:
        """Whether an adverb or the like and a word of two characters fill the name."""
        words = self._persons.words
        return words.is_function(name.start) and words.is_tiled(name.start, name.stop)

    def _edge(self, stop: int) -> tuple[str, float]:
        close = self._persons.closes(stop)
        if close == CLOSING:
            return "name before a mark", WEIGHTS["name before mark"]
        if close == STRONG:
            return "name before a known word", WEIGHTS["name before word"]
        return "name at an edge", WEIGHTS["name at edge"]

    def _joins_nothing(self, stop: int) -> bool:
        """Whether a 和 behind a name joins it to nothing that can be joined: 管仲|和昨天."""
        token = self._persons.words.at(stop + 1) if self.text[stop : stop + 1] in JOINING else None
        return token is not None and token.tag in NOT_JOINED

    def after_name(self, stop: int) -> tuple[int, tuple[Position, ...]]:
        """Behind the brackets and honorifics of a name, and the positions in brackets: 张某（时任中心主任助理）."""
        while tail := AFTER_NAME.match(self.text, stop):
            stop = tail.end()
        bracket = IN_BRACKETS.match(self.text, stop)
        chain = self._chains.chain_from(bracket.start(1), bracket.end(1)) if bracket else None
        if bracket is None or chain is None or chain.stop != bracket.end(1):
            return stop, ()
        return bracket.end(), chain.positions

    def in_front(self, post: Post, floor: int) -> Iterator[Element]:
        """The name right in front of a title, and the body that may stand before that name: 省水务局|温知秋|副局长."""
        if post.official_class == "none" or post.head in GROUP_WORDS:
            return
        foreign = post.official_class in {"foreign", "international"} or post.head in FOREIGN_TOO
        name = self._persons.name_before(post.start, foreign=foreign, guarded=post.guarded) or self._surname(post)
        if name is None or name.start < floor:
            return
        yield Element(name.start, name.stop, FRONT, *self._weighed_in_front(name)[::-1], name)
        body = self._chains.position_before_name(floor, name.start)
        if body:
            yield Element(body.start, body.stop, HOME, WEIGHTS["body"], "body of the holder", Span(*body))
        stop, held = self.after_name(post.stop)
        if stop > post.stop:
            yield Element(post.stop, stop, TAIL, 0.0, "", held)

    def _surname(self, post: Post) -> Name | None:
        """A surname alone between a body and a deputy's title: 南溪大学|王|副书记."""
        start = post.start - 1
        letter = self.text[start : post.start] if start > 0 else ""
        if not post.title.startswith("副") or surnames()[0].get(letter, 0) < OFTEN or letter in NO_LONE_SURNAME:
            return None
        body = self._chains.position_before_name(0, start)
        return Name(start, post.start, letter, "surname") if body else None

    def _weighed_in_front(self, name: Name) -> tuple[str, float]:
        given = self._persons.words.given_until.get(name.stop)
        if given:
            return _weighed_as_given(given)
        if name.shape == "surname":
            return "surname alone", WEIGHTS["surname in front"]
        says, weight = "name in front of its title", WEIGHTS["name in front"]
        if self._persons.words.is_person(name.start, name.stop) and name.person not in known():
            says, weight = "name to the tokenizer", WEIGHTS["name to the tokenizer"]
        seen = self._seen.get(name.start)
        if seen and seen.stop == name.stop:
            return f"{says}, seen by the model", weight + seen.confidence
        return says, weight


def _weighed_as_given(hit: Hit) -> tuple[str, float]:
    """What speaks for a name that a user's lexicon has, or that the model is sure of, and what that weighs."""
    if hit.entry >= 0:
        return "name of the lexicon", WEIGHTS["name of lexicon"]
    return "name sure to the model", WEIGHTS["name sure to model"]

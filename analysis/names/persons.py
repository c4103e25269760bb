"""Personal names, read from a place where one is expected: after a title, in an enumeration, before a verb.

A name is not guessed from its characters alone. Each length that a surname allows is tried, and what stands behind it decides:
石文|介绍, not 石文介|绍; 江澄|与大家, not 江澄与|大家. That is the role model of Zhang et al. (2003, "Chinese named entity
recognition using role model"), reduced to its right context.
"""

from dataclasses import dataclass

from analysis.names.bodies import known
from analysis.names.credible import Around, Edges
from analysis.names.edges import (
    CLOSING,
    FOREIGN,
    IN_FRONT,
    IS_HAN,
    JOINING,
    LONE_AT_FIRST,
    NO_LONE_SURNAME,
    NOT_IN_A_NAME,
    PARTED,
    PARTED_BEFORE,
    REIGN,
    REIGNING,
    SINGLE,
    STRONG,
    WEAK,
    WORDS_ALONE,
    WORDS_IN_ACTS,
    followers,
    japanese_surnames,
    surnames,
)
from analysis.names.own import Hit

NOWHERE = Around()
LONGEST = 16  # characters of a transliterated name without dots; 阿卜杜勒萨拉莫夫 has eight


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as it stands in the shadow, or the canonical one of a user's lexicon; `shape` is how it was read."""

    start: int
    stop: int
    person: str
    shape: str


def _given(hit: Hit) -> Name:
    """A name that a user's lexicon or the sequence model gives: nothing about it is doubted."""
    return Name(hit.start, hit.stop, hit.canonical, "parted" if "·" in hit.form else shape_of(hit.form))


def shape_of(name: str) -> str:
    """`foreign` if a name is longer than Chinese ones and its letters transliterate, else `han`.

    >>> shape_of("内塔尼亚胡"), shape_of("欧阳文山"), shape_of("田远山")
    ('foreign', 'han', 'han')
    """
    single, compound = surnames()
    long = name[:2] not in compound and (len(name) > 3 or (len(name) == 3 and name[0] not in single))
    return "foreign" if long and sum(letter in FOREIGN for letter in name) * 4 >= len(name) * 3 else "han"


class PersonReader(Edges):
    """Reads names in one text; the parameters are those of `Edges`."""

    def name_at(self, start: int, around: Around = NOWHERE) -> Name | None:
        """The name that begins at `start`, or None."""
        self._around = around
        if start in self.words.given_from:
            return _given(self.words.given_from[start])
        if start >= len(self.text) or not IS_HAN.match(self.text[start]):
            return None
        reigning = REIGNING.match(self.text, start) if around.foreign else None
        if reigning:
            return self._name(start, reigning.end(), "foreign")
        han = self._han(start, around.listed)
        from_japan = around.place == "日本" or (around.foreign and japanese_surnames().at(self.text, start))
        if from_japan and (not han or self.closes(han.stop) == WEAK):
            return self._japanese(start) or han
        if around.foreign and (not han or self.closes(han.stop) == WEAK):
            return self._parted(start) or self._transliterated(start, 2, anywhere=True) or han
        surnamed = self.text[start : start + 2] in self._compound  # 吉克木嘎|说
        if han and not surnamed and self.closes(han.stop) == WEAK and self._is_foreign(start, han.stop):
            han = self._bare(start, 4) or han  # 卓玛央宗, not 卓玛
        parted = self._parted(start)
        if parted and han and han.stop < parted.stop and self._ends_before_another(han):
            return han
        return (
            parted
            or han
            or self._transliterated(start, 3 if not around.listed else 2)
            or self._bare(start, 2 if around.listed else 4)
        )

    def names_at(self, start: int, around: Around = NOWHERE) -> list[Name]:
        """The name that begins at `start`, and after it the other lengths that its surname allows and an edge supports."""
        best = self.name_at(start, around)
        if best is None or best.shape != "han" or start in self.words.given_from:
            return [best] if best else []
        stops = [start + size for size in self._sizes(start) if best.stop != start + size <= len(self.text)]
        others = [
            stop
            for stop in stops
            if self.closes(stop)
            and self.text[stop - 1] not in WORDS_ALONE
            and self._credible(start, stop, around.listed)
        ]
        return [best, *(self._name(start, stop, "han") for stop in others)]

    def _bare(self, start: int, at_least: int) -> Name | None:
        """扎西措培, 那仁毕力格: a name without a surname, up to the next sign; half its letters transliterate and none is a word."""
        stop = next(
            (n for n in range(start + at_least, min(start + 6, len(self.text) + 1)) if self.closes(n) == CLOSING), 0
        )
        letters = sum(c in FOREIGN for c in self.text[start:stop])
        believed = stop and letters * 2 >= stop - start and not self.words.holds_a_word(start, stop)
        return (
            self._name(start, stop, "foreign")
            if believed and self._credible(start, stop, False, framed=False)
            else None
        )

    def _japanese(self, start: int) -> Name | None:
        """高木正树: behind a known surname one to three characters up to a sure edge; else three to five, four likeliest."""
        given = japanese_surnames().at(self.text, start)
        near = [stop for stop in range(given + 1, given + 4) if self.closes(stop) >= STRONG] if given else []
        stops = [*near[:1], *(start + size for size in (4, 3, 5))]
        stop = next((stop for stop in stops if stop <= len(self.text) and self.closes(stop)), 0)
        return self._name(start, stop, "foreign") if stop and self._credible(start, stop, True) else None

    def _ends_before_another(self, name: Name) -> bool:
        """田远山|向克劳迪娅·…: the name ends at a word, and the dot belongs to the next one."""
        follower = self.text[name.stop]
        return follower not in FOREIGN and (follower in SINGLE or self.closes(name.stop) >= STRONG)

    def _is_foreign(self, start: int, stop: int) -> bool:
        """Whether only transliterating characters stand here: not so in 田远山向|克劳迪娅·…."""
        return all(c in FOREIGN for c in self.text[start:stop])

    def name_before(self, stop: int, *, foreign: bool = False, guarded: bool = False) -> Name | None:
        """The name that ends at `stop`, where an office begins: 温知秋|副局长. A lone surname counts last.

        Here the beginning is in doubt, not the end, so that a surname which is a preposition is none (和普尔金总统); behind a
        `guarded` office only what the tokenizer calls a person, or what opens a clause, is believed.
        """
        if stop in self.words.given_until:
            return _given(self.words.given_until[stop])
        parted = PARTED_BEFORE.search(self.text, max(0, stop - 24), stop)
        if parted and self._is_foreign(stop - 2, stop):
            return self._name(self._parted_start(parted.start(), stop), stop, "parted")
        for size in (4, 3, 2):
            start = stop - size
            if self.text[stop - 1] in WORDS_IN_ACTS:
                break
            if start >= 0 and self._opens(start) and size in self._sizes(start) and self._is_held(start, stop, guarded):
                return self._name(start, stop, "han")
        if foreign:
            return self._transliterated_before(stop) or self._lone_surname(stop)
        return None if guarded else self._lone_surname(stop)

    def _parted_start(self, start: int, stop: int) -> int:
        """Where a dotted name begins: behind a preposition and at a token's edge."""
        place = start
        while place < stop - 2 and (not self.words.starts(place) or self.words.is_function(place)):
            place += 1
        return place if self.words.starts(place) else start

    def _is_held(self, start: int, stop: int, guarded: bool) -> bool:
        """Whether a stretch in front of an office is its holder's name."""
        if stop - start == 4 and self.text[start : start + 2] not in self._compound:
            return False
        opens_clause = start == 0 or not IS_HAN.match(self.text[start - 1])
        if self.text[start] in IN_FRONT and not opens_clause:
            return False
        tagged = self.words.is_person(start, stop)
        if tagged:
            return not NOT_IN_A_NAME.search(self.text, start, stop)
        if self.words.is_function(start) or not self._credible(start, stop, False, framed=opens_clause):
            return False
        return opens_clause or not (guarded or self.words.is_tiled(start, stop))

    def _transliterated_before(self, stop: int) -> Name | None:
        start = stop
        while start > 0 and self.text[start - 1] in FOREIGN and stop - start < 9:
            start -= 1
        while start < stop - 1 and (not self.words.starts(start) or self.words.is_function(start)):
            start += 1
        country = known().at(self.text, start)
        start = country if start < country < stop - 1 else start
        if self.text[stop - 1] in WORDS_ALONE:
            return None
        return self._name(start, stop, "foreign") if stop - start >= 2 and self._credible(start, stop, True) else None

    def _lone_surname(self, stop: int) -> Name | None:
        """李|部长: one surname, at the head of a clause or behind a verb or a preposition."""
        start = stop - 1
        if start < 0 or self.text[start] not in self._single or self.text[start] in NO_LONE_SURNAME:
            return None
        if self._single[self.text[start]] < 30 or self.words.is_function(start) or not self.words.starts(start):
            return None
        first = start == 0 or not IS_HAN.match(self.text[start - 1])
        joined = self.text[start] not in LONE_AT_FIRST and self.words.is_function(start - 1, ends=True)
        alone = first or joined
        return self._name(start, stop, "surname") if alone else None

    def _opens(self, start: int) -> bool:
        """Whether a name may begin here: after punctuation or at a token's edge."""
        return start == 0 or not IS_HAN.match(self.text[start - 1]) or self.words.starts(start)

    def _sizes(self, start: int) -> tuple[int, ...]:
        """The lengths that the surname at `start` allows, likeliest first."""
        text = self.text
        if text[start : start + 2] in self._compound:
            return (4, 3, 2) if text[start] in self._single else (4, 3)
        if text[start] not in self._single:
            return ()
        double = start + 1 < len(text) and text[start + 1] in self._single
        return (3, 2, 4) if double else (3, 2)

    def _han(self, start: int, listed: bool) -> Name | None:
        best, best_close = None, 0
        for size in self._sizes(start):
            stop = start + size
            close = self.closes(stop) if stop <= len(self.text) else 0
            if close > best_close and self._credible(start, stop, listed) and not self._ends_in_a_word(start, stop):
                best, best_close = stop, close
        return self._name(start, best, "han") if best else None

    def _ends_in_a_word(self, start: int, stop: int) -> bool:
        """王益等, 石文介绍: a shorter name and a word that may follow it."""
        size = stop - start
        if self.text[start : start + 2] in self._compound and self.text[start + 2 : stop] in followers():
            return True
        if size == 3 or self.text[start : start + 2] in self._compound:
            words = WORDS_ALONE | WORDS_IN_ACTS if self._around.before_body else WORDS_ALONE
            if self.text[stop - 1] in JOINING and (stop in self._post_starts or known().at(self.text, stop)):
                return self.closes(stop - 1) > 0
            return self.text[stop - 1] in words and self.closes(stop - 1) > 0
        near = self._around.place in {"香港", "澳门"}
        if size == 4 and (near or (self._in_cantonese and self.closes(stop) >= STRONG)):  # a married name: 范徐丽芬
            common = all(self._single.get(c, 0) >= 30 for c in self.text[start : start + 2])
            if self.text[stop - 1] in WORDS_ALONE and self.closes(stop - 1):
                return True  # 林金诚|致欢迎辞
            return not (common and self.closes(stop)) or any(self.closes(start + n) >= STRONG for n in (2, 3))
        if size == 4 and self.text[start : start + 2] not in self._compound:
            return self.closes(stop) < CLOSING or any(self.closes(start + n) for n in (2, 3))
        return False

    def _parted(self, start: int) -> Name | None:
        """艾尔肯·吐尼亚孜, 雷诺·艾德: dots join the parts, the last part ends like any name."""
        match = PARTED.match(self.text, start)
        if not match:
            return None
        if any(place in self._post_starts for place in range(start, match.end())):
            return None
        first = match[0].partition("·")[0]
        rare = sum(c not in FOREIGN for c in first)
        if rare > 1 and (len(first) > 5 or rare > len(first) / 2):
            return None
        last = self.text.rindex("·", start, match.end()) + 1
        run = last + 1  # the first character of a part may be a rare one: 确吉, 别尔德
        while run < match.end() and self.text[run] in FOREIGN:
            run += 1
        if run - last >= 2:
            near = (*range(run, min(run + 3, match.end() + 1)), *range(last + 2, run))
            ends = [stop for stop in near if self.closes(stop) >= (WEAK if stop == run else STRONG)]
            return self._name(start, ends[0] if ends else run, "parted")
        stops = [stop for stop in range(last + 1, match.end() + 1) if self.closes(stop)]
        sure = [stop for stop in stops if self.closes(stop) >= STRONG and stop - last <= 5]
        return self._name(start, (sure or stops or [match.end()])[0], "parted")

    def _transliterated(self, start: int, at_least: int, *, anywhere: bool = False) -> Name | None:
        """A run of transliterating characters; `anywhere` lets the first be a rare one (席尔瓦诺, 腓力-奥古斯特三世)."""
        text, stop = self.text, start + anywhere
        while stop < min(len(text), start + LONGEST) and (
            text[stop] in FOREIGN or (text[stop] in "-—" and stop > start)
        ):
            stop += 1
        reign = REIGN.match(text, stop)
        if reign and stop > start + 1:
            return self._name(start, reign.end(), "foreign")
        ends = [end for end in range(start + at_least, min(stop, start + 12) + 1) if self.closes(end)]
        sure = [end for end in ends if self.closes(end) >= STRONG]
        end = sure[0] if sure else ends[-1] if ends else 0
        framed = self.text[start] in FOREIGN
        return self._name(start, end, "foreign") if end and self._credible(start, end, False, framed=framed) else None

    def _name(self, start: int, stop: int, shape: str) -> Name:
        return Name(start, stop, self.text[start:stop], shape)

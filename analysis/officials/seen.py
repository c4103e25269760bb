"""What the sequence model sees of the persons of one text: it knows letters and edges, the grammar knows titles."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from analysis.names.edges import FOREIGN, IS_HAN, followers, surnames
from analysis.names.own import Hit
from analysis.names.persons import Name
from analysis.names.tagger import Tagged
from analysis.names.words import Words
from analysis.officials.doubts import is_doubted
from analysis.officials.grammar.blocks import Block

# From here on the model cuts a name; between .75 and this it is right as often as the grammar (副主任|和春秀).
SURE = 0.9
# Prepositions that are no surnames.
GOVERNING = frozenset("同对")
MARKS = frozenset("，、；")
BLANKS = frozenset({"", " ", "\t", "\n"})


class Seen:
    """The model's names of one text, by place.

    Where the grammar reads a name and the model is sure of another person there, the model is right: so it was at nearly all
    of 80 such places in 1,500 items of television news (克林顿|派, 和|通伦, 李克|强). Where it sees no person, the grammar
    keeps the name (任命陆治原为…) unless the tokenizer takes it for words too: `doubts`.

    Parameters
    ----------
    text : str
    tagged : sequence of Tagged
        In text order, apart.
    own : sequence of Hit
        A user's entries: they win, so what overlaps them is not seen.

    >>> seen = Seen("美国总统克林顿派代表祝贺", [Tagged(0, 2, "PLACE", 0.9), Tagged(4, 7, "PERSON", 0.99)])
    >>> seen.settled(Name(4, 8, "克林顿派", "han"))
    Name(start=4, stop=7, person='克林顿', shape='han')
    """

    def __init__(self, text: str, tagged: Sequence[Tagged], own: Iterable[Hit] = ()) -> None:
        taken = {place for hit in own for place in range(hit.start, hit.stop)}
        self._text = text
        free = (name for name in tagged if taken.isdisjoint(range(name.start, name.stop)))
        self._names = [self._without_preposition(name) for name in free]
        self._starts = [name.start for name in self._names]
        self._taken = taken

    def persons(self) -> list[Hit]:
        """The persons that it is sure of, as the readers of names take those that are given to them."""
        return [self._given(name) for name in self._names if self._is_sure(name)]

    def _without_preposition(self, name: Tagged) -> Tagged:
        """A transliterated person without the word that governs it: 主席|同|卢拉总统, 主席|对|萨勒曼国王."""
        form = self._of(name)
        governed = form[0] in GOVERNING and len(form) > 2 and FOREIGN.issuperset(form[1:])
        if name.type != "PERSON" or not governed or not IS_HAN.match(self._text[name.start - 1 : name.start]):
            return name
        return name._replace(start=name.start + 1)

    def settled(self, name: Name) -> Name:
        """The name, cut as the model cuts it where it is sure of a person there."""
        if name.start in self._taken:
            return name
        sure = next(filter(self._is_sure, self._over(name)), None)
        if sure is None or (sure.start, sure.stop) == (name.start, name.stop) or self._is_cut_short(name, sure):
            return name
        return replace(name, start=sure.start, stop=sure.stop, person=self._of(sure))

    def _is_cut_short(self, name: Name, seen: Tagged) -> bool:
        """Whether what the model leaves of a dotted name transliterates too: 帕尔哈提·玉素|因21日."""
        rest = self._text[seen.stop : name.stop]
        return "·" in name.person and seen.start == name.start and bool(rest) and FOREIGN.issuperset(rest)

    def in_blocks(self, blocks: Iterable[Block], words: Words) -> Iterator[Block]:
        """The blocks with their names settled, less those that it does not see and the tokenizer takes for words."""
        read = list(blocks)
        for block, before, after in zip(read, [None, *read], [*read[1:], None], strict=False):
            amid = after is not None and self._is_amid(before, block, after)
            vetoed = {name for name in block.names if not amid and self._is_vetoed(name, block, words)}
            if len(vetoed) < len(block.names):
                kept = [n for n, name in enumerate(block.names) if name not in vetoed or self._is_listed(name)]
                names = tuple(self._alone(self.settled(block.names[n]), block) for n in kept)
                yield replace(block, names=names, more=tuple(block.more[n] for n in kept) if block.more else ())

    def _is_amid(self, before: Block | None, block: Block, after: Block) -> bool:
        """Whether a list of holders goes on behind this one: 主任花千朵、副主任林望舒; …田远山，院长幸福来，副院长茅小雨."""
        behind = self._text[block.stop : after.start]
        in_front = self._text[before.stop : block.start] if before else ""
        return block.rule == "titles names" and (behind == "、" or MARKS.issuperset((in_front, behind)))

    def _alone(self, name: Name, block: Block) -> Name:
        """The surname alone, where the model is sure of it in front of the title: 纪念|周|总理."""
        last = next((other for other in self._over(name) if other.stop == name.stop == other.start + 1), None)
        alone = block.rule == "name title" and last and last.type == "PERSON" and last.confidence >= SURE
        return replace(name, start=last.start, person=self._of(last), shape="surname") if last and alone else name

    def _is_vetoed(self, name: Name, block: Block, words: Words) -> bool:
        unseen = name.start not in self._taken and all(other.type != "PERSON" for other in self._over(name))
        return unseen and not self._fills_a_cell(name) and is_doubted(name, block, words)

    def _fills_a_cell(self, name: Name) -> bool:
        """Whether a name has a line or a column of its own, as in rosters."""
        before, after = self._text[name.start - 1 : name.start], self._text[name.stop : name.stop + 1]
        return before in BLANKS and after in BLANKS

    def _is_listed(self, name: Name) -> bool:
        """Whether a name stands between marks: beside other names of the same block a word is a name too (、高山、)."""
        before, after = self._text[name.start - 1 : name.start], self._text[name.stop : name.stop + 1]
        ends = after in set("，。；等") or followers().at(self._text, name.stop) > 0
        return after == "、" or (before == "、" and ends)

    def _is_sure(self, name: Tagged) -> bool:
        """Whether the model is sure of a whole name: not of a surname alone (李, 宇文), behind which more may stand."""
        whole = name.stop - name.start > 1 and self._of(name) not in surnames()[1]
        return whole and name.type == "PERSON" and name.confidence >= SURE

    def _given(self, name: Tagged) -> Hit:
        form = self._of(name)
        return Hit(name.start, name.stop, form, "PERSON", form, "nr", -1)

    def _of(self, name: Tagged) -> str:
        return self._text[name.start : name.stop]

    def _over(self, name: Name) -> list[Tagged]:
        first = max(0, bisect_left(self._starts, name.start) - 1)
        last = bisect_left(self._starts, name.stop)
        return [other for other in self._names[first:last] if other.stop > name.start]

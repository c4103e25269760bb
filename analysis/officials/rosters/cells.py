"""Lines and cells: what a line of a roster holds between its blanks, colons and semicolons.

    组　长：郝　越　　副省长        label 组长, name, post
    1　亓正清　党组书记、局长       datum, name, post
    姓名：佘怀瑾                    field: its content alone counts
    党组书记、局长瞿若楠：主持…     post, name, text
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.names.bodies import SUFFIXES, known
from analysis.names.credible import Around
from analysis.names.edges import STRONG, surnames
from analysis.names.persons import Name, PersonReader
from analysis.names.posts import Post, find_posts
from analysis.officials.blocks import is_office
from analysis.officials.chain import ChainReader, Position
from analysis.officials.rosters.runs import names_in_run

LABEL, OTHER, NAMES, RUN, POST, BODY, DATUM, TEXT = "label", "other label", "names", "run", "post", "body", "datum", "text"
BLANK = "[ \t]"
LINE = re.compile("[^。！？!?\n]+[。！？!?]?")
PIECE = re.compile("[^ \t；;|]+")
COLON = re.compile(f"{BLANK}*[：:]")
# A label may be as long as 党支部书记、村委会主任; longer ones are the beginnings of sentences.
LONGEST_LABEL = 24
# A line without a blank and a colon that is longer than this is prose, unless 、 stands in it so often.
LONGEST_LINE, LISTED_FROM = 40, 3
# Titles of groups that are made for a task.
IN_GROUPS = re.compile("组长$|组员$|成员$|指挥长?$|指挥官$|召集人$|委员$|专员$|秘书长$|委员长$|主任$")
NUMBER = re.compile("[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:[）)]|[、.．](?![0-9]))")
# Fields whose content is read, and all others of a form; a form's other fields may stand between a name and its post.
NAME_FIELD, POST_FIELD = frozenset({"姓名", "名字"}), frozenset({"职务", "职位", "现任职务", "现任职", "行政职务", "党内职务"})
FIELD = re.compile(
    "(?:序号|编号|姓名|性别|民族|籍贯|年龄|出生|出生年月|学历|学位|政治面貌|入党时间|参加工作时间|任职时间|任期|职务|职位|职称|单位|部门|工作单位|所在单位"
    "|分工|分管|分管工作|分管领域|分管科室|工作分工|主要职责|职责|负责工作|分工情况|电话|联系电话|办公电话|联系方式|手机|传真|邮箱|电子邮箱|地址|办公地址|邮编|备注|照片|简历|个人简历"
    "|现任职务|现任职|行政职务|党内职务|名字)"
)
DATUM_ONLY = re.compile(
    "(?:[0-9０-９./\\-—年月日:]+(?:[（(][0-9]+岁[）)])?|男|女|[一-鿿]{1,5}族|汉|中共(?:党员)?|党员|群众|无党派(?:人士)?|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|(?:博士|硕士|大学|大专|本科|研究生)(?:研究生|本科|学历)?|至今|[（(][^（）()]*[）)])"
)
BRACKET = re.compile("[（(]([^（）()\n]{1,60})[）)]")
ORDER = re.compile("[（(](?:按|以|共|排名|[0-9]+[名人位])[^（）()]*[）)]\\Z")  # （按姓氏笔画为序排列）
HONORIFIC = re.compile("同志|先生|女士|等$")
NEXT = re.compile("、|，(?![^，]*[。])|和|及|与")
BESIDES = frozenset({"兼", "兼任"})
UNIT = re.compile("..[科室处队组站办局课股]$")  # 危化科 begins like a name
NOBODY = frozenset({"负责人", "负责同志", "主要负责人", "主要负责同志", "代表", "成员"})  # said of whoever holds them
LISTED, ALONE = Around(listed=True), Around()


class Cell(NamedTuple):
    """What stands between two blanks.

    `more` has the positions in brackets behind each name, `also` whether 兼 stands there; `sure` tells that names are no
    everyday words; `text` is a body's. A run is names without separators: they count under a label only.
    """

    kind: str
    start: int
    stop: int
    names: tuple[Name, ...] = ()
    positions: tuple[Position, ...] = ()
    more: tuple[tuple[Position, ...], ...] = ()
    also: tuple[bool, ...] = ()
    sure: bool = True
    text: str = ""


class Line(NamedTuple):
    """A line or a sentence, and its cells in text order."""

    start: int
    stop: int
    cells: tuple[Cell, ...]

    def has(self, kind: str) -> bool:
        """Whether a cell is of this kind."""
        return any(cell.kind == kind for cell in self.cells)


class CellReader:
    """Reads the cells of one text.

    Parameters
    ----------
    text : str
    chains : ChainReader
    persons : PersonReader
    """

    def __init__(self, text: str, chains: ChainReader, persons: PersonReader) -> None:
        self.text, self._chains, self._persons = text, chains, persons
        self._known = {start: hit.stop for start, hit in persons.words.given_from.items()}
        self._heads = {post.title: post for post in chains.posts}  # those of a user's lexicon among them

    def lines(self) -> list[Line]:
        """All lines of the text that are not blank."""
        return [self._line(*match.span()) for match in LINE.finditer(self.text)]

    def _line(self, start: int, stop: int) -> Line:
        text = self.text
        blank = text.find(" ", start, stop) >= 0 or text.find("\t", start, stop) >= 0
        colons = list(COLON.finditer(text, start, stop))
        long = stop - start > LONGEST_LINE and not blank and text.count("、", start, stop) < LISTED_FROM
        if not colons and (text[stop - 1] in "。！？!?" or long):
            return Line(start, stop, (Cell(TEXT, start, stop),))
        cells: list[Cell] = []
        place = start
        for colon in colons:
            if colon.start() < place:
                continue
            label = self._label(place, colon.start())
            cells += self._pieces(place, label.start, bool(cells) and cells[-1].kind == LABEL)
            field = self._field(label, colon.end(), stop)
            cells += field or ([label] if label.kind == LABEL else [*self._pieces(label.start, label.stop), label])
            place = field[-1].stop if field else colon.end()
        return Line(start, stop, (*cells, *self._pieces(place, stop, bool(cells) and cells[-1].kind == LABEL)))

    def _label(self, floor: int, stop: int) -> Cell:
        """The label that ends at a colon: its title may be spread (副 组 长), or follow a run without a blank (副县长|副组长)."""
        order = ORDER.search(self.text, floor, stop)
        stop = order.start() if order else stop
        pieces = [m.start() for m in PIECE.finditer(self.text, max(floor, stop - LONGEST_LABEL), stop)] or [stop]
        for start in pieces[-6:-1]:
            if self._spread(start, stop):
                return Cell(LABEL, start, stop, positions=self._spread(start, stop))
        start = self._past_number(pieces[-1], stop)
        positions = self._office(start, stop) or self._spread(start, stop)
        if positions:
            return Cell(LABEL, start, stop, positions=positions)
        run = next((p for p in self._ending(stop) if p.start >= floor and IN_GROUPS.search(p.title)), None)
        if run:
            return Cell(LABEL, run.start, stop, positions=(position_of(run, run.title, run.start, stop),))
        return Cell(OTHER, start, stop)

    def _ending(self, stop: int) -> Iterator[Post]:
        index = self._chains.next_post(stop) - 1
        if index >= 0 and self._chains.posts[index].stop == stop:
            yield self._chains.posts[index]

    def _past_number(self, start: int, stop: int) -> int:
        """Behind 1、 or （二） in front of a cell."""
        number = NUMBER.match(self.text, start, stop)
        return number.end() if number else start

    def _field(self, label: Cell, start: int, stop: int) -> list[Cell]:
        """What stands in a field of a form; [] if the label is none."""
        name = compact(self.text[label.start : label.stop])
        if label.kind == LABEL or not FIELD.fullmatch(name):
            return []
        end = self._next_label(start, stop)
        start += len(self.text[start:end]) - len(self.text[start:end].lstrip())
        if name in NAME_FIELD:
            return self._pieces(start, end) or [Cell(DATUM, label.start, start)]
        positions = self._office(start, self._trimmed(start, end)) if name in POST_FIELD else ()
        return [Cell(POST, start, end, positions=positions) if positions else Cell(DATUM, label.start, end)]

    def _trimmed(self, start: int, stop: int) -> int:
        return start + len(self.text[start:stop].rstrip(" \t。；;"))

    def _next_label(self, start: int, stop: int) -> int:
        """Where the label of the next colon on the line begins."""
        colon = COLON.search(self.text, start, stop)
        if not colon:
            return stop
        pieces = [m.start() for m in PIECE.finditer(self.text, start, colon.start())]
        return next((p for p in pieces if FIELD.fullmatch(compact(self.text[p : colon.start()]))), stop)

    def _pieces(self, start: int, stop: int, labelled: bool = False) -> list[Cell]:
        """The cells between two places, a title whose letters are spread (局 长) being one; `labelled` if a label is in front."""
        spans = [m.span() for m in PIECE.finditer(self.text, start, stop)]
        cells: list[Cell] = []
        place = 0
        while place < len(spans):
            ends = range(min(len(spans), place + 6), place + 1, -1)
            end = next((e for e in ends if self._is_spread(spans[place:e])), 0)
            if end:
                a, b = spans[place][0], spans[end - 1][1]
                cells.append(Cell(POST, a, b, positions=self._spread(a, b)))
            else:
                cells += self._cell(*spans[place], labelled and not place) 
                cells += self._name_and_verb(cells)
            place = end or place + 1
        return cells

    def _name_and_verb(self, cells: list[Cell]) -> list[Cell]:
        """The last cell again, without the verb behind its name: 蒲松川 竹映雪|出席仪式."""
        if len(cells) < 2 or cells[-1].kind not in {TEXT, RUN, BODY} or cells[-2].kind != NAMES:
            return []
        name = self._persons.name_at(cells[-1].start, LISTED)
        if name is None or name.stop >= cells[-1].stop or self._persons.closes(name.stop) != STRONG:
            return []
        cells.pop()
        return [_names_cell(NAMES, name.start, name.stop, [name], [Behind(name.stop, (), False)], False)]

    def _is_spread(self, spans: list[tuple[int, int]]) -> bool:
        return all(b - a <= 2 for a, b in spans) and bool(self._spread(spans[0][0], spans[-1][1]))

    def _spread(self, start: int, stop: int) -> tuple[Position, ...]:
        """The office that a cell names, its blanks left out; () if it is none."""
        title = compact(self.text[start:stop])
        if len(title) < 2 or len(title) > 12 or title == self.text[start:stop] and title not in self._heads:
            return ()
        post = self._heads.get(title) or next(
            (p for p in find_posts(title) if p.start == 0 and p.stop == len(title)), None
        )
        return (position_of(post, title, start, stop),) if post else ()

    def _office(self, start: int, stop: int) -> tuple[Position, ...]:
        """The positions that fill a stretch, or ()."""
        chain = self._chains.chain_from(start, stop) if start < stop else None
        return chain.positions if chain and chain.stop == stop and chain.begin == start else ()

    def _cell(self, start: int, stop: int, labelled: bool) -> list[Cell]:
        start, end = self._past_number(start, stop), stop - (self.text[stop - 1] in "。，,、")
        while (bracket := BRACKET.match(self.text, start, end)) and bracket.end() < end:
            start = bracket.end()  # （以姓氏笔画为序）丁一…
        if start >= end:
            return []
        if DATUM_ONLY.fullmatch(self.text, start, end) or FIELD.fullmatch(self.text, start, end):
            return [Cell(DATUM, start, end)]
        order = ORDER.search(self.text, start, end)
        positions = self._office(start, order.start() if order else end)
        if positions:
            # 现任校领导 is a heading, not an office that the next line's name holds.
            kind = TEXT if positions[-1].title.endswith("领导") else POST
            return [Cell(kind, start, end, positions=positions)]
        names = self._names(start, end, labelled)
        return (
            ([names] if names else [])
            or self._office_and_names(start, end)
            or (self._names_and_offices(start, end) or self._vita(start, end) if labelled else [])
            or [
                self._run(start, end)
                or Cell(BODY if self._is_body(start, end) else TEXT, start, end, text=self.text[start:end])
            ]
        )

    def _office_and_names(self, start: int, stop: int) -> list[Cell]:
        """党组书记、局长|瞿若楠."""
        chain = self._chains.chain_from(start, stop)
        if chain is None or chain.begin != start:
            return []
        names = self._names(chain.stop, stop)
        return [Cell(POST, start, chain.stop, positions=chain.positions), names] if names else []

    def _names(self, start: int, stop: int, labelled: bool = False) -> Cell | None:
        """Names that fill a cell, with 、 between them and brackets behind them."""
        names: list[Name] = []
        behind: list[Behind] = []
        place, sure = start, True
        while place < stop:
            name = self._persons.name_at(place, LISTED) or (self._bare(place, stop) if labelled else None)
            if name is None or name.stop > stop or UNIT.search(name.person):
                return None
            sure = sure and self._persons.name_at(place, ALONE) == name
            names.append(name)
            behind.append(self._behind(name.stop, stop))
            place = behind[-1].stop
            joint = NEXT.match(self.text, place, stop)
            if place < stop and not joint:
                return None
            place = joint.end() if joint else place
        return _names_cell(NAMES, start, stop, names, behind, sure or len(names) > 1)

    def _bare(self, start: int, stop: int) -> Name | None:
        """终一鸣, 那木拉: two to four characters under a label up to the next sign, of no surname we know and of no word."""
        end = next((i for i in range(start, stop) if not "一" <= self.text[i] <= "鿿"), stop)
        if not 2 <= end - start <= 4 or known().at(self.text, start) or self._chains.next_post(start) < self._chains.next_post(end):
            return None
        return Name(start, end, self.text[start:end], "han") if not self._persons.words.share_of_words(start, end) else None

    def _behind(self, place: int, stop: int) -> "Behind":
        """What stands in the brackets behind a name, honorifics left out."""
        held: tuple[Position, ...] = ()
        also = False
        while tail := BRACKET.match(self.text, place, stop) or HONORIFIC.match(self.text, place, stop):
            if tail.lastindex:
                inside = self._office(*tail.span(1))
                held = held or (inside if any(is_office(position) for position in inside) else ())
                also = also or tail[1] in BESIDES
            place = tail.end()
        return Behind(place, held, also)

    def _run(self, start: int, stop: int) -> Cell | None:
        """Names without anything between them, but for brackets; words must not fill more than half of it."""
        names: list[Name] = []
        behind: list[Behind] = []
        place = start
        while place < stop:
            end = next((i for i in range(place, stop) if self.text[i] in "（(、，"), stop)
            cut = names_in_run(self.text, place, end, self._known)
            if not cut:
                return None
            names += [Name(a, b, self.text[a:b], "parted" if "·" in self.text[a:b] else "han") for a, b in cut]
            tail = self._behind(end, stop)
            behind += [Behind(b, (), False) for _, b in cut[:-1]] + [tail]
            place = tail.stop + (self.text[tail.stop : min(tail.stop + 1, stop)] in {"、", "，"})
        if len(names) < 2 or self._persons.words.share_of_words(start, stop) > 0.5:
            return None
        return _names_cell(RUN, start, stop, names, behind, False)

    def _names_and_offices(self, start: int, stop: int) -> list[Cell]:
        """盛若冲|县发展和改革局局长|昝文达|县财政局局长: names and their offices in turn, up to where the turns end."""
        cells: list[Cell] = []
        place = start
        while place < stop and (turn := self._turn(place, stop)):
            cells += turn
            place = turn[-1].stop
        return cells

    def _vita(self, start: int, stop: int) -> list[Cell]:
        """叶涛，某研究所副所长，博导: a name under a label, and what it is, between commas."""
        comma = self.text.find("，", start, stop)
        name = self._persons.name_at(start, LISTED) if comma > 0 else None
        if name is None or name.stop != comma:
            return []
        parts = re.finditer("[^，]+", self.text[comma:stop])
        held = tuple(p for part in parts for p in self._office(comma + part.start(), comma + part.end()))
        return [_names_cell(NAMES, start, stop, [name], [Behind(stop, held, False)], True)]

    def _turn(self, start: int, stop: int) -> list[Cell]:
        """A name and the office right behind it, whose body is written there and is known, or whose title fills the rest."""
        turns = [turn for size in lengths(self.text, start) if (turn := self._turn_at(start, start + size, stop))]
        # Where both lengths read, that is right behind which a known body begins: 杜鹰|发展改革委, not 杜鹰发|展改革委.
        return max(turns, key=lambda turn: known().at(self.text, turn[1].start) > 0, default=[])

    def _turn_at(self, start: int, end: int, stop: int) -> list[Cell]:
        if not all("一" <= c <= "鿿" for c in self.text[start:end]) or known().at(self.text, start):
            return []
        chain = self._chains.chain_from(end, stop) if end < stop else None
        if chain is None or chain.begin != end or chain.positions[-1].head in NOBODY:
            return []
        if self._persons.words.is_common(start, end, sure=True):
            return []
        held = Cell(POST, end, chain.stop, positions=chain.positions)
        name = Name(start, end, self.text[start:end], "han")
        return [Cell(NAMES, start, end, (name,), more=((),), also=(False,), sure=False), held]

    def _is_body(self, start: int, stop: int) -> bool:
        return stop - start > 2 and bool(SUFFIXES.search(self.text, start, stop))


class Behind(NamedTuple):
    """What follows a name: where it ends, the positions in brackets, and whether 兼 stands there."""

    stop: int
    held: tuple[Position, ...]
    also: bool


def _names_cell(
    kind: str, start: int, stop: int, names: Sequence[Name], behind: Sequence[Behind], sure: bool
) -> Cell:
    more, also = tuple(tail.held for tail in behind), tuple(tail.also for tail in behind)
    return Cell(kind, start, stop, tuple(names), more=more, also=also, sure=sure)


def lengths(text: str, start: int) -> tuple[int, ...]:
    """How long a name that begins here may be, by its surname, likeliest first."""
    if text[start : start + 2] in surnames()[1]:
        return 4, 3
    return (3, 2) if text[start] in surnames()[0] else ()


def compact(text: str) -> str:
    """A text without its blanks."""
    return re.sub(BLANK, "", text)


def position_of(post: Post, title: str, start: int, stop: int) -> Position:
    """A post that stands alone in its cell."""
    return Position(start, start, stop, title, post.head, post.official_class, "", -1, "", post.guarded)

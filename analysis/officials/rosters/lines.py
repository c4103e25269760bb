"""Lines: their labels, fields and cells.

组　长：郝　越　　副省长        label 组长, name, post
1　亓正清　党组书记、局长       datum, name, post
姓名：佘怀瑾                    field: its content alone counts
党组书记、局长瞿若楠：主持…     post, name, text
"""

import re
from collections.abc import Iterator

from analysis.names.bodies import SUFFIXES
from analysis.names.persons import PersonReader
from analysis.names.posts import Post, find_posts
from analysis.officials.grammar.chain import ChainReader, Position
from analysis.officials.rosters.cells import (
    BLANK,
    BODY,
    DATUM,
    LABEL,
    OTHER,
    POST,
    TEXT,
    Cell,
    Line,
    compact,
    position_of,
)
from analysis.officials.rosters.people import BRACKET, PersonCells

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
NAME_FIELD, POST_FIELD = (
    frozenset({"姓名", "名字"}),
    frozenset({"职务", "职位", "现任职务", "现任职", "行政职务", "党内职务"}),
)
FIELD = re.compile(
    "(?:序号|编号|姓名|性别|民族|籍贯|年龄|出生|出生年月|学历|学位|政治面貌|入党时间|参加工作时间|任职时间|任期|职务|职位|职称|单位|部门|工作单位|所在单位"
    "|分工|分管|分管工作|分管领域|分管科室|工作分工|主要职责|职责|负责工作|分工情况|电话|联系电话|办公电话|联系方式|手机|传真|邮箱|电子邮箱|地址|办公地址|邮编|备注|照片|简历|个人简历"
    "|现任职务|现任职|行政职务|党内职务|名字)"
)
DATUM_ONLY = re.compile(
    "(?:[0-9０-９./\\-—年月日:]+(?:[（(][0-9]+岁[）)])?|男|女|[一-鿿]{1,5}族|汉|中共(?:党员)?|党员|群众|无党派(?:人士)?|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|(?:博士|硕士|大学|大专|本科|研究生)(?:研究生|本科|学历)?|至今|[（(][^（）()]*[）)])"
)
ORDER = re.compile("[（(](?:按|以|共|排名|[0-9]+[名人位])[^（）()]*[）)]\\Z")  # （按姓氏笔画为序排列）


def is_prose(text: str, start: int, stop: int) -> bool:
    """Whether a line is no line of a roster: it has no colon, and ends as sentences do or is long.

    >>> is_prose("会议召开。", 0, 5), is_prose("组长：田远山", 0, 6), is_prose("田远山 邱明礼", 0, 7)
    (True, False, False)
    """
    if text.find("：", start, stop) >= 0 or text.find(":", start, stop) >= 0:
        return False
    if text[stop - 1] in "。！？!?":
        return True
    blank = text.find(" ", start, stop) >= 0 or text.find("\t", start, stop) >= 0
    return stop - start > LONGEST_LINE and not blank and text.count("、", start, stop) < LISTED_FROM


class LineReader:
    """Reads the lines of one text.

    Parameters
    ----------
    text : str
    chains : ChainReader
    persons : PersonReader
    """

    def __init__(self, text: str, chains: ChainReader, persons: PersonReader) -> None:
        self.text, self._chains = text, chains
        self._people = PersonCells(text, chains, persons)
        self._heads = {post.title: post for post in chains.posts}  # those of a user's lexicon among them

    def lines(self) -> list[Line]:
        """All lines of the text that are not blank."""
        return [self._line(*match.span()) for match in LINE.finditer(self.text)]

    def _line(self, start: int, stop: int) -> Line:
        text = self.text
        if is_prose(text, start, stop):
            return Line(start, stop, (Cell(TEXT, start, stop),))
        colons = list(COLON.finditer(text, start, stop))
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
        positions = self._people.office(start, stop) or self._spread(start, stop)
        if positions:
            return Cell(LABEL, start, stop, positions=positions)
        run = next((p for p in self._ending(stop) if p.start > floor and IN_GROUPS.search(p.title)), None)
        run = run if run and (run.start in pieces or any(self._ending(run.start))) else None
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
        positions = self._people.office(start, self._trimmed(start, end)) if name in POST_FIELD else ()
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
                cells += self._people.before_verb(cells)
            place = end or place + 1
        return cells

    def _is_spread(self, spans: list[tuple[int, int]]) -> bool:
        return all(b - a <= 2 for a, b in spans) and bool(self._spread(spans[0][0], spans[-1][1]))

    def _spread(self, start: int, stop: int) -> tuple[Position, ...]:
        """The office that a cell names, its blanks left out; () if it is none."""
        title = compact(self.text[start:stop])
        if len(title) < 2 or len(title) > 12 or (title == self.text[start:stop] and title not in self._heads):
            return ()
        post = self._heads.get(title) or next(
            (p for p in find_posts(title) if p.start == 0 and p.stop == len(title)), None
        )
        return (position_of(post, title, start, stop),) if post else ()

    def _cell(self, start: int, stop: int, labelled: bool) -> list[Cell]:
        start, end = self._past_number(start, stop), stop - (self.text[stop - 1] in "。，,、")
        while (bracket := BRACKET.match(self.text, start, end)) and bracket.end() < end:
            start = bracket.end()  # （以姓氏笔画为序）丁一…
        if start >= end:
            return []
        if DATUM_ONLY.fullmatch(self.text, start, end) or FIELD.fullmatch(self.text, start, end):
            return [Cell(DATUM, start, end)]
        order = ORDER.search(self.text, start, end)
        positions = self._people.office(start, order.start() if order else end)
        if positions:
            # 现任校领导 is a heading, not an office that the next line's name holds.
            kind = TEXT if positions[-1].title.endswith("领导") else POST
            return [Cell(kind, start, end, positions=positions)]
        names = self._people.names(start, end, labelled)
        return (
            ([names] if names else [])
            or self._people.behind_office(start, end)
            or self._people.before_office(start, end)
            or (self._people.in_turns(start, end) or self._people.with_vita(start, end) if labelled else [])
            or [
                self._people.run(start, end)
                or Cell(BODY if self._is_body(start, end) else TEXT, start, end, text=self.text[start:end])
            ]
        )

    def _is_body(self, start: int, stop: int) -> bool:
        return stop - start > 2 and bool(SUFFIXES.search(self.text, start, stop))

"""The outer lines of a document, as lines are compared: what may be furniture, and what surely belongs to the paper."""

import re
from itertools import combinations
from typing import NamedTuple
from zlib import crc32

MAX_LINE = 120  # characters; longer lines are prose, and the rules for all sites know the long disclaimers
MAX_SENTENCE = 40  # characters of a line that ends as a sentence; longer ones are prose too
MAX_DEPTH = 40  # lines from an end; a portal's menu has about 30 entries
N_MARKS = 3  # the longest lines tell an article from another

_SENTENCE_ENDS = "。！？；”"
_DIGITS = re.compile(r"\d+")
_NUMERALS = "一二三四五六七八九十百〇○零0"
# Lines that recur at the ends of official papers and belong to them; the list errs towards leaving lines in.
_OF_THE_PAPER = re.compile(
    rf"[（(]?[{_NUMERALS}]+[）)、.．]|第[{_NUMERALS}]+[章节条款届次部分期]"  # numbered headings and items
    r"|附[件表录图注]|[图表注]\s?[0:：]|[问答][:：]"  # enclosures, figures, questions
    r"|.*[年月]\s?\S{1,3}\s?日\W*$|.*0-0-0\W*$"  # the day under a signature
    r"|.*[〔\[［（(]0[〕\]］）)].*号\W*$"  # 国发〔2021〕3号
    r"|.*[:：]$"  # salutations, and lines that open a list
    r"|[（(]此[件页]|特此|此[致复令]|[《“\"「『]|(?:中华人民共和国|中共|国务院)",  # closing formulas, titles, signatures
)
# The characters that a line of those begins or ends with; the pattern is asked for no other line.
_BEGINS = frozenset(_NUMERALS + '（(第附图表注问答特此《“"「『中国')
_ENDS = frozenset("日号:：0）)]】. ")


class Edges(NamedTuple):
    """The lines of one document that may be furniture, outermost first, and marks of the article itself.

    A run ends before the first line that is none: too long, or sure to belong to the paper; `head_stop` and
    `tail_stop` are keys of that line. `inner` are keys of the short lines between the runs, beside `n_long` others.
    """

    head: tuple[str, ...]
    tail: tuple[str, ...]
    head_stop: int
    tail_stop: int
    marks: tuple[int, ...]
    inner: tuple[int, ...]
    n_long: int
    n_chars: int


def edges_of(text: str) -> Edges:
    r"""The edges of a text.

    >>> edges = edges_of("临江在线\n首页\n一、会议召开\n会议指出，要抓好落实。\n返回首页")
    >>> edges.head, edges.tail
    (('临江在线', '首页'), ('返回首页', '会议指出，要抓好落实。'))
    """
    lines = [line for line in text.split("\n") if line and not line.isspace()]
    shown = [learnable(line) for line in lines]
    head, tail = _run(shown), _run(shown[::-1])
    first, last, n_chars = len(head), len(lines) - len(tail), sum(map(len, lines))
    return Edges(
        head,
        tail,
        line_key(lines[first]) if first < len(lines) else 0,
        line_key(lines[last - 1]) if last else 0,
        _marks(sorted(lines, key=len)[-N_MARKS:], n_chars) if head or tail else (),
        tuple({line_key(line) for line in shown[first:last] if line}),
        shown[first:last].count(""),
        n_chars,
    )


def _run(lines: list[str]) -> tuple[str, ...]:
    outer = lines[:MAX_DEPTH]
    return tuple(outer[: outer.index("")] if "" in outer else outer)


def _marks(longest: list[str], n_chars: int) -> tuple[int, ...]:
    """A key for each line, or else each two lines, that hold most of a text: another text with one of them is a reprint."""
    if longest and 2 * len(longest[-1]) > n_chars:
        return (line_key(longest[-1]),)
    return tuple(line_key(f"{a}\n{b}") for a, b in combinations(longest, 2) if 2 * (len(a) + len(b)) > n_chars)


def line_key(line: str) -> int:
    """A number that stands for a line."""
    return crc32(line.encode("utf-8", "surrogatepass"))


def learnable(line: str) -> str:
    """A line as lines are compared; empty if it is too long for furniture or sure to belong to the paper.

    >>> learnable("共 128 页"), learnable("附件：名单"), learnable("2021年3月7日")
    ('共 0 页', '', '')
    """
    if len(line) > MAX_LINE or (len(line) > MAX_SENTENCE and line[-1] in _SENTENCE_ENDS):
        return ""
    shown = compared(line)
    if shown and (shown[0] in _BEGINS or shown[-1] in _ENDS) and _OF_THE_PAPER.match(shown):
        return ""
    return shown


def compared(line: str) -> str:
    """A line as lines are compared: runs of digits are one 0, runs of blanks one blank.

    >>> compared("第 12 页　　共 128 页")
    '第 0 页 共 0 页'
    """
    return " ".join(_DIGITS.sub("0", line).split())

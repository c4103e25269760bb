"""The outer lines of a document, as lines are compared: what may be furniture, and what surely belongs to the paper."""

import re
from typing import NamedTuple
from zlib import crc32

MAX_LINE = 120  # characters; longer lines are prose, and the rules for all sites know the long disclaimers
MAX_DEPTH = 40  # lines from an end; a portal's menu has about 30 entries
N_MARKS = 3  # the longest lines tell an article from another

_DIGITS = re.compile(r"\d+")
_NUMERAL = "[一二三四五六七八九十百〇○零0]"
# Lines that recur at the ends of official papers and belong to them; the list errs towards leaving lines in.
_OF_THE_PAPER = re.compile(
    rf"[（(]?{_NUMERAL}+[）)、.．]|第{_NUMERAL}+[章节条款届次部分期]"  # numbered headings and items
    r"|附[件表录图注]|[图表注]\s?[0:：]|[问答][:：]"  # enclosures, figures, questions
    r"|.*[年月]\s?\S{1,3}\s?日\W*$|.*0-0-0\W*$"  # the day under a signature
    r"|.*[〔\[［（(]0[〕\]］）)].*号\W*$"  # 国发〔2021〕3号
    r"|.*[:：]$"  # salutations, and lines that open a list
    r"|[（(]此[件页]|特此|此[致复令]|[《“\"「『]|(?:中华人民共和国|中共|国务院)",  # closing formulas, titles, signatures
)


class Edges(NamedTuple):
    """The lines of one document that may be furniture, outermost first, and marks of the article itself.

    A run ends before the first line that is none: too long, or sure to belong to the paper; `head_stop` and
    `tail_stop` are keys of that line. `inner` are keys of the short lines between the runs.
    """

    head: tuple[str, ...]
    tail: tuple[str, ...]
    head_stop: int
    tail_stop: int
    marks: tuple[int, ...]
    inner: tuple[int, ...]


def edges_of(text: str) -> Edges:
    r"""The edges of a text.

    >>> edges = edges_of("临江在线\n首页\n一、会议召开\n会议指出，要抓好落实。\n返回首页")
    >>> edges.head, edges.tail
    (('临江在线', '首页'), ('返回首页', '会议指出，要抓好落实。'))
    """
    lines = [line for line in text.split("\n") if line and not line.isspace()]
    head, tail = _run(lines), _run(lines[::-1])
    inner = lines[len(head) : len(lines) - len(tail)]
    return Edges(
        head,
        tail,
        crc32(lines[len(head)].encode()) if len(head) < len(lines) else 0,
        crc32(lines[-len(tail) - 1].encode()) if len(tail) < len(lines) else 0,
        tuple(sorted(crc32(line.encode()) for line in sorted(lines, key=len)[-N_MARKS:])),
        tuple({crc32(compared(line).encode()) for line in inner if len(line) <= MAX_LINE}),
    )


def _run(lines: list[str]) -> tuple[str, ...]:
    run = []
    for line in lines[:MAX_DEPTH]:
        if not (shown := learnable(line)):
            break
        run.append(shown)
    return tuple(run)


def learnable(line: str) -> str:
    """A line as lines are compared; empty if it is too long for furniture or sure to belong to the paper.

    >>> learnable("共 128 页"), learnable("附件：名单"), learnable("2021年3月7日")
    ('共 0 页', '', '')
    """
    if len(line) > MAX_LINE:
        return ""
    shown = compared(line)
    return "" if _OF_THE_PAPER.match(shown) else shown


def compared(line: str) -> str:
    """A line as lines are compared: runs of digits are one 0, runs of blanks one blank.

    >>> compared("第 12 页　　共 128 页")
    '第 0 页 共 0 页'
    """
    return " ".join(_DIGITS.sub("0", line).split())

"""What stands behind the editors at the foot of a text: buttons, channels, headlines of other articles, terms of reuse.

The line that names the editors closes an article. Short lines that are no sentences, and lines that speak of channels
or of rights, are furniture behind it; anything else means that the text goes on. It errs towards leaving lines in.
"""

import re
from collections.abc import Callable, Sequence

from analysis.reading.furniture.credits import EDITORS, SOURCE, Credit
from analysis.reading.furniture.edges import learnable
from analysis.reading.furniture.line_rules import Verdict

BEHIND, BEHIND_RULE = "behind the editors", "behind the editors at the foot"
MAX_LINES, MAX_BEHIND_SOURCE = 16, 3
MAX_SHORT, MAX_TERMS = 32, 320  # characters
MIN_BEFORE = 0.6  # of a text's characters stand before its closing editors
_SENTENCE = re.compile("[。！？；]")
_ENDS = ("。", "？", "；", "”", "」")
_BLANK = Verdict(BEHIND)
_TERMS = re.compile(
    "客户端|公众号|视频号|小程序|APP|转载|版权|未经.{0,10}(?:授权|许可)|侵权|热线|邮箱|投稿|[爆报]料|下载|扫码|二维码|免责|举报电话",
    re.IGNORECASE,
)
_CELL = re.compile(r"[\d.,%＋+\-—/／:：\s]+")


def behind_editors(lines: Sequence[str], judged: Callable[[str], Verdict]) -> int:
    """The index of the first line behind the editors that close the text; `len(lines)` if none close it.

    `judged` says what other rules make of a line. A line with the source alone closes a text too, if little follows.

    >>> from analysis.reading.furniture.line_rules import whole_line
    >>> behind_editors(["会议召开，大家发言。", "编辑：甘田", "某网客户端"], whole_line)
    2
    """
    short: list[int] = []  # lengths of the lines that only their place tells
    found = False
    for i in range(len(lines) - 1, -1, -1):
        line = lines[i].strip()
        kind, _, credits = judged(line) if line else _BLANK
        if found and (kind == "end mark" or _names_editors(credits, len(short))):
            return i + 1 if _closes(lines[:i], sum(short)) else len(lines)
        if not kind:
            found = True
            if not _speaks_of_terms(line):
                short.append(len(line))
                if len(short) > MAX_LINES or not _is_short(line):
                    break
    return len(lines)


def _names_editors(credits: Sequence[Credit], n_short: int) -> bool:
    kinds = {credit.kind for credit in credits}
    return EDITORS in kinds or (SOURCE in kinds and n_short <= MAX_BEHIND_SOURCE)


def _speaks_of_terms(line: str) -> bool:
    return len(line) <= MAX_TERMS and _TERMS.search(line) is not None


def _is_short(line: str) -> bool:
    return len(line) <= MAX_SHORT and not line.endswith(_ENDS) and bool(learnable(line)) and not _CELL.fullmatch(line)


def _closes(before: Sequence[str], n_behind: int) -> bool:
    """Whether the lines before the editors hold sentences and are most of all."""
    n_before = sum(map(len, before))
    return n_before >= MIN_BEFORE * (n_before + n_behind) and any(_SENTENCE.search(line) for line in before)

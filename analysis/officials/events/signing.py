"""Whether 签署 tells of the signing of a paper by two sides, and not of how many papers there are."""

import re

from analysis.officials.events.page import Page
from analysis.officials.events.parts import Part

PAPERS = re.compile("协议|协定|备忘录|声明|合同|文件|公报|条约|意见书|宣言|议定书|联合公告|责任书|纲要|计划书")
TITLES = re.compile("《[^》]*》?(?=的)")  # 签署关于《条约》的法律
COUNTED = re.compile("[0-9]+(?:多|余)?(?:个|份|项|家)|累计|目前|已经?(?:与|同|和|签)")
SIDES = re.compile("双方|两国|三方|各方|代表")
REACH = 40  # characters between the verb and the paper
MARKS = re.compile("[，。；：\n]")


def is_signed(page: Page, clause: int, part: Part) -> bool:
    """Whether a paper is named behind the verb and somebody before it: a person, a body, two sides.

    与28个国家签署21份协定 is a count. `clause` is where the clause of the verb begins.
    """
    text, verb = page.text, part.verb
    mark = MARKS.search(text, verb.stop, verb.stop + REACH)
    behind = text[verb.stop : mark.start() if mark else verb.stop + REACH]
    if PAPERS.search(TITLES.sub("", behind)) is None:
        return False
    if part.subjects:
        return True
    named = any(place.is_body for place in page.places_in(clause, verb.start)) or SIDES.search(text, clause, verb.start)
    return bool(named) and COUNTED.search(text, clause, verb.stop + 12) is None

"""The departments inside a body: which words name one, and at which level its head stands."""

import re

# One department and no more: 办公厅, 水文司, 人事处. A 局 inside a body is one only in central organs (干部一局).
DEPARTMENT = re.compile("(?:[^省市县区州]{1,12}?(?:司|厅|处|科|室)|办公厅|办公室|机关党委)$")
BUREAU = re.compile("[^省市县区州]{1,12}?局$")
OUTER = re.compile("[^省市县区州]{1,12}?(?:司|厅|局)(?=[^长].*[处科室]$)")  # 水文司|规划处
# By the level of the body: 司局 of a ministry and of a bureau under one, 处 of a provincial department and of a university,
# 处 of a bureau in a city of sub-provincial rank, 科 of a city's bureau. Below that there is none.
INSIDE = {3: 5, 4: 5, 5: 7, 6: 7, 7: 9}


def level_inside(words: str, level: int | None) -> int | None:
    """The level of a department that stands in the body's name behind a body of `level`; None if no rule decides.

    >>> level_inside("办公厅", 3), level_inside("水文司规划处", 3), level_inside("人事处", 5), level_inside("交警支队", 7)
    (5, 7, 7, None)
    """
    outer = OUTER.match(words) if level in {3, 4} else None
    if outer:
        return level_inside(words[outer.end() :], level_inside(outer[0], level))
    if level is None or not (DEPARTMENT.match(words) or (level in {3, 4} and BUREAU.match(words))):
        return None
    return INSIDE.get(level)

"""Whether a row says that a post is held, was held, or is to be held."""

import pandas as pd

HELD, FORMER, ENDED, COMING = "held", "former", "ended", "coming"

# 时任 says that it was so at the time of a story; 原, 前 and 曾任 that it is no longer so.
OVER = "[原前]|曾"
THEN = "时任"
TO_BE = "候任|拟|提名"
REMOVALS = "免|不再|撤|辞|罢|卸|解除|开除"
# A nominee does not hold the post yet; whoever is proposed may not get it.
PROPOSALS = "提名|拟|建议|推荐"
STARTS = "任命|当选|继任|任|选举|委任|决定任命|就任|接任|出任"


def tenses(officials: pd.DataFrame) -> pd.Series:
    """held, former (时任), ended (原, 前, removals) or coming (候任, 拟任, 提名) for each row.

    >>> rows = pd.DataFrame({"modifier": ["", "原", "时任", "", "", "代"], "act": ["", "", "", "免去", "提名", ""]})
    >>> tenses(rows).tolist()
    ['held', 'ended', 'former', 'ended', 'coming', 'held']
    """
    modifier, act = officials["modifier"], officials["act"]
    found = pd.Series(HELD, index=officials.index, dtype=object)
    found[modifier.str.contains(THEN)] = FORMER
    found[modifier.str.contains(TO_BE) | act.str.contains(PROPOSALS)] = COMING
    found[(modifier.str.contains(OVER) & ~modifier.str.contains(THEN)) | act.str.contains(REMOVALS)] = ENDED
    return found


def begins(officials: pd.DataFrame) -> pd.Series:
    """Whether a row tells of an appointment or an election that has taken place."""
    act = officials["act"]
    return act.str.contains(STARTS) & ~act.str.contains(REMOVALS) & ~act.str.contains(PROPOSALS)

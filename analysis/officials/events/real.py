"""Whether what a trigger tells has happened, once: not 将会见, 没有出席, 曾会见, 多次赴A考察, 的调研."""

import re

from analysis.officials.events.page import Page
from analysis.officials.events.triggers import Verb
from analysis.officials.events.when import INHERITED

# Between the subject and the trigger: not done, not yet, long ago, again and again, or wanted of somebody.
UNREAL = re.compile(
    "没|祝贺|感谢|预祝|庆祝(?![^，。]{0,30}(?:会|仪式))|未(?!来|央)|不(?:再|会|能|得|准|予|可|必|宜|愿|想|断)|无法|拒绝|取消|推迟|谢绝|计划|(?<!模)拟|准备|打算|预计|即将|将(?![军士领帅来近])|定于|有望|曾"
    "|希望|(?<![志自意心情])愿(?!望)|呼吁|建议|要求|(?<![邀提申聘])请(?!示|求)|欢迎|可以|必须|(?<![重主需纪首政必简概扼])要(?![闻员素点情案])|想|争取|期待"
    "|如果|假如|届时|邀请(?![对来赴访出参到前]|$)"
)
HABIT = re.compile(
    "多次|(?<![第届])(?:[两三四五六七八九几数]|[0-9]{1,3})次(?!会议|全会|全体|大会)|每[次年月周天当逢]|经常"
)
INVITED = re.compile("[应受][^，。；]{0,30}?(?:邀请?|委托|指派)(?:，|$)?|受邀|获邀|应邀|特邀")
BEFORE = 70  # characters before a trigger that are looked at
NOUNS = frozenset({"guests", "inspection", "speech", "visit"})  # types whose triggers are nouns behind 的


def is_unreal(text: str, start: int, verb: Verb) -> bool:
    """Whether the words between `start`, where the clause or its predicate begins, and the trigger deny it or put it off.

    >>> from analysis.officials.events.triggers import find_verbs
    >>> [is_unreal(text, 1, next(find_verbs(text))) for text in ("甲会见乙", "甲将会见乙", "甲没有出席会议", "甲的调研")]
    [False, True, True, True]
    """
    told = INVITED.sub("", text[max(start, verb.start - BEFORE) : verb.start])
    if verb.type == "speech" and "、" in (text[verb.start - 1 : verb.start], text[verb.stop : verb.stop + 1]):
        return True  # 报告、讲话、演讲等重要文献
    if verb.type in NOUNS and told.endswith(("的", "的重要", "的联合")):
        return True
    return UNREAL.search(told) is not None


def is_habit(page: Page, start: int, sentence: int, verb: Verb) -> bool:
    """Whether it happens again and again (三次到A考察), or over years (党的十八大以来).

    `start` is where the predicate begins, `sentence` where the sentence does.
    """
    text = page.text
    if HABIT.search(text, max(start, verb.start - BEFORE), verb.start):
        return True
    if "以来" not in text[max(sentence, verb.start - 2 * BEFORE) : verb.start]:
        return False
    return not any(day.precision in INHERITED for day in page.days_in(sentence, verb.start))

"""The words that tell of events: which event each makes, and which parts the persons around it take.

Most are rows of `lexicons/triggers.tsv`. A few are frames with words in the middle (发表…讲话); what only reports words
(表示, 指出) comes from `lexicons/verbs.tsv`.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from analysis.lexicon import lexicon


class Verb(NamedTuple):
    """A trigger where it stands.

    `type` is that of the event it makes; empty for words of an event that is told elsewhere. `refers` is the type of the
    event that it names as known (参加会见), and `says` whether it only reports words.
    """

    start: int
    stop: int
    type: str
    subject: str
    object: str
    refers: str = ""
    says: bool = False


# What makes a word another one, before and behind it: 增长率, 会见厅, 检查站.
NOT_BEHIND = {
    "率": "[增长效税汇利频概比功表草坦轻产占倍胜命中死活病生育]",
    "陪": "[奉失]",
    "检查": "[自体复]",
    "通话": "[普]",
    "授予": "[被]",
}
NOT_BEFORE = {
    "率": "[先直真]",
    "陪": "[同伴练护审葬衬读玩]",
    "会见": "[厅室]",
    "会谈": "[纪厅室]",
    "会晤": "[厅机]",
    "考察": "[报团组队站期成员地点船]",
    "调研": "[报组团队员课成提问]",
    "检查": "[报组团队站员机关院结单点表官哨]",
    "慰问": "[电信金品函]",
    "走访": "[中发]",
    "督导": "[组员制]",
    "督查": "[组员室办制]",
    "巡查": "[员队组站]",
    "签约": "[仪式额率]",
    "演讲": "[比者稿家]",
    "讲话": "[精稿时中指和要]",
    "发言": "[人权席稿材提]",
    "参加": "[工革保高考抗]",
    "主持": "[人词下的]",
    "出席": "[率人情]",
    "迎接": "[中新建挑党二]",
    "落马": "[洲]",
    "点评": "[会]",
    "举行": "[到]",
    "开幕": "[式会词辞仪]",
    "闭幕": "[式会词辞仪]",
    "陪同": "[下人团]",
}
KNOWN = {
    "会见": "guests", "会谈": "guests", "会晤": "guests", "考察": "inspection", "调研": "inspection", "慰问": "inspection",
    "检查": "inspection", "视察": "inspection", "走访": "inspection", "看望": "inspection", "督导": "inspection", "活动": "any",
}  # fmt: skip
# 参加会见, 陪同考察: a part in an event that the text has told of.
REFERENCE = (
    r"(?P<refers>(?:参加|陪同|出席|随同|列席)(?:了|上述|有关|相关|此次)*"
    rf"(?P<known>{'|'.join(KNOWN)})(?:活动|工作)?(?=[，。；、：\n并和及]|$)|(?:陪同|随同)(?:了)?(?P<led>{'|'.join(KNOWN)})(?!座谈|组|团|室|厅))"
)
DELIVERY = (
    r"(?P<delivery>发表(?:了)?[^，。；：\n]{0,12}?(?:讲话|演讲|致辞|谈话)"
    r"|(?<![工合操动写著运协制创耕当看称叫视化农])作(?:了|出)?[^，。；：\n]{0,10}?(?:讲话|报告|发言|说明)(?!厅|会|团|中|的)"
    r"|致(?:了)?[^，。；：\n]{0,6}?辞)"
)
TALKS = r"(?P<talks>(?:举行|进行)(?:了)?[^，。；：、\n]{0,8}?(?:会谈|会晤|会见)|通了?电话)"
JOURNEY = r"(?P<journey>进行(?:了)?[^，。；：\n]{0,10}?访问)"
INQUIRY = r"(?P<inquiry>接受[^，。；：\n]{0,24}?(?:纪律审查|监察调查|审查调查|组织审查|组织调查)|被(?:依法)?(?:判处|双开|提起公诉|逮捕))"
FRAMES = (REFERENCE, DELIVERY, TALKS, JOURNEY, INQUIRY)
DELIVERS = re.compile("^(?:发表|作|致|答)")  # words that make an event of their own where none is told of


def _guarded(word: str) -> str:
    before = f"(?<!{NOT_BEHIND[word]})" if word in NOT_BEHIND else ""
    behind = f"(?!{NOT_BEFORE[word]})" if word in NOT_BEFORE else ""
    return f"{before}{re.escape(word)}{behind}"


@cache
def _listed() -> dict[str, tuple[str, str, str]]:
    return {row["name"]: (row["type"], row["subject"], row["object"]) for row in lexicon("triggers").rows}


@cache
def _sayings() -> frozenset[str]:
    """Words that report what a person says; of one character 说 alone, since 称 and 问 begin too many words."""
    words = {row["name"] for row in lexicon("verbs").rows if row["role"] == "speak"} - set(_listed())
    return frozenset(word for word in words if len(word) > 1 or word == "说")


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted({*_listed(), *_sayings()}, key=lambda word: (-len(word), word))
    first = "".join(sorted({word[0] for word in words} | set("参陪出随列发作致举进通接被")))
    return re.compile(f"(?=[{first}])(?:{'|'.join((*FRAMES, *map(_guarded, words)))})")


def find_verbs(text: str) -> Iterator[Verb]:
    """The triggers of a text, left to right; none overlaps another.

    >>> [(verb.type or verb.refers, verb.subject) for verb in find_verbs("甲会见乙。丙参加会见。会见厅里灯亮了。")]
    [('guests', 'host'), ('guests', 'attend')]
    """
    for match in _pattern().finditer(text):
        yield _verb(match)


def _verb(match: re.Match[str]) -> Verb:
    start, stop = match.span()
    if match.lastgroup is None:
        return _listed_verb(start, stop, match[0])
    if match["refers"]:
        role = "accompany" if match[0].startswith(("陪同", "随同")) else "attend"
        return Verb(start, stop, "", role, "", KNOWN[match["known"] or match["led"]])
    if match["delivery"]:
        return Verb(start, stop, "speech", "speak", "")
    if match["talks"]:
        return Verb(start, stop, "guests", "host", "guest")
    if match["journey"]:
        return Verb(start, stop, "visit", "visitor", "")
    return Verb(start, stop, "case", "subject", "")


def _listed_verb(start: int, stop: int, word: str) -> Verb:
    if word in _listed():
        return Verb(start, stop, *_listed()[word])
    return Verb(start, stop, "", "speak", "", says=True)

"""The rules for kinds of mention, by form: what a name stands in, or what stands on its two sides.

A `Stretch` is a piece of text, and every name inside it is of its kind. A `Frame` is what stands before and behind one person or
office; it reaches from the name to its own end, so that 中国 in 田远山新时代中国特色水利思想 is of the same kind. Stretches are asked
first, then frames in their order. Each rule brings an example, with the name in brackets; the tests run them all.
"""

import re
from dataclasses import dataclass

HAN = "[㐀-䶿一-鿿]"
NAME = f"{HAN}[㐀-䶿一-鿿·]{{1,11}}"
NAMES = f"{NAME}(?:[ \t、/|｜,　]{{1,3}}{NAME}){{0,7}}"
# Who makes a piece. Behind 记者： an interview may go on with a question, so that it counts only where names alone follow.
CREDITS = (
    "责任编辑|执行编辑|值班编辑|文字编辑|图片编辑|新媒体编辑|责编|美编|编辑|责任校对|校对|审校|审核|初审|复审|终审|监制|总监制|主播|摄影|摄像|剪辑|制图|绘图|海报"
    "|视频|配音|文/图|图/文|文|图|来源|编译|翻译|作者|统筹|策划|撰稿|撰文|供稿|供图|制片人|值班主任|总编辑|出品人"
)
FIRST_OF_CREDITS = "".join(sorted({credit[0] for credit in CREDITS.split("|")}))  # a set in front makes a search fast
REPORTERS = "特派记者|特约记者|实习记者|见习记者|记者|通讯员|特约撰稿人|摄影师|实习生"
MADE = "摄影报道|摄影|摄|供图|供稿|报道|文|图|绘|制图|整理|编译|撰文"
HOUSES = "本报|本台|本刊|本网|本社|新华社|中新社|总台|央视|央广|日报|晚报|早报|晨报|时报|商报|周报|电视台|广播电台|新闻网|新闻社|客户端"
# What may follow a name as its bearer's office: enough of it for the words of officials, which others study.
OFFICE = (
    f"(?:{HAN}{{0,5}}?(?:书记|主席|同志|总理|委员长|先生|女士|总统|首相|[部省市县区局厅州院校会行]长|主任|书记处书记))?"
)
OCCASION = (
    "(?:(?:一?系列)|在[^，。；\n]{1,24}?[上中时](?:发表|作出|提出)?的|[对就][^，。；\n]{1,24}?(?:作出|发表|提出)的|关于[^，。；\n]{1,40}?的?|的)?"
    "(?:“[^”\n]{1,16}”)?(?:一?系列)?"
)
WORDS = (
    "(?:(?:重要|系列)(?:讲话|指示|批示|论述|回信|贺信|文章|精神|思想|要求|论断|思路)"
    "|(?:讲话|指示|批示|论述|回信|贺信|致辞|谈话|来信)精神(?!文明|病|卫生|科|障碍|面貌|状态))"
)
WORKS = "电影|影片|电视剧|连续剧|纪录片|专题片|动画片|歌曲|歌剧|舞剧|话剧|戏曲|京剧|小说|专著|图书|诗集|传记|油画|雕塑|组歌|节目|栏目|专栏|书"
# A doctrine is not what begins another word: 田远山|精神饱满. A missing word turns an appearance into a concept.
DOCTRINE = (
    "(?:精神(?!饱满|抖擞|矍铄|焕发|状态|面貌|很|十分|非常|不振|压力|恍惚|崩溃|紧张|失常|上|文明|卫生|病|科|头|世界|生活|损|一振|为之|极度|受|高度|正常|错乱)"
    "|思想(?!政治|汇报|工作|认识|觉悟|品德|活跃|先进|转变|境界|包袱|波动|斗争|家|者|深刻|僵化|解放|准备|上)"
    "|理论(?!联系|学习|水平|功底|素养|研究|中心组|文章|界|课|知识|基础|宣讲|扎实|上)|主义)"
)
FIELDS = "新时代|经济|生态文明|外交|法治|强军|文化|军事|教育|哲学|文艺|科技|党建|政治|水利"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text in which every name is of one kind."""

    name: str
    kind: str
    pattern: re.Pattern[str]
    example: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before (ending at the name, within `REACH` characters) and behind a name of one of the types."""

    name: str
    kind: str
    types: frozenset[str]
    behind: re.Pattern[str]
    example: str
    before: re.Pattern[str] | None = None


REACH = 40  # characters that a frame looks back; the longest list of reporters in front of the last one is shorter
PERSON, HOLDER, OFFICE_ALONE = frozenset({"PERSON"}), frozenset({"PERSON", "POST"}), frozenset({"POST"})


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)


STRETCHES = (
    Stretch("book_title", "quoted", _re("《(?:[^《》\n]|《[^《》\n]{1,60}》){1,80}》"), "他读完《[田远山]传》。"),
    Stretch("article_title", "quoted", _re("〈[^〈〉\n]{1,60}〉"), "文章〈[田远山]印象〉发表。"),
    Stretch("work_in_quotes", "quoted", _re(f"(?:{WORKS})[“「][^“”「」\n]{{1,40}}[”」]"), "电视剧“[田远山]传奇”开播。"),
    Stretch(
        "quotes_called_a_work",
        "quoted",
        _re("“[^“”\n]{1,40}”(?=一书|一文|一剧|一片|一歌|一诗)"),
        "作者谈“[田远山]传奇”一书。",
    ),
    Stretch(
        "credit",
        "byline",
        _re(
            f"(?=[{FIRST_OF_CREDITS}])(?:^|(?<=[\\s（(【\\[|｜。；]))(?:{CREDITS})(?:[、 ](?:{CREDITS}))*[：:／/丨|](?:(?!(?:{CREDITS})[：:／/丨|])[^，。；：:？！\n]){{1,40}}"
        ),
        "责任编辑：[田远山]",
    ),
    Stretch(
        "credit_line", "byline", _re(f"^[ \t　]*(?:{CREDITS}|{REPORTERS})[ \t　]+{NAMES}[ \t　]*$"), "责编 [田远山]"
    ),
    Stretch(
        "reporter_line",
        "byline",
        _re(f"^[ \t　]*[^，。；：:\n]{{0,12}}(?:{REPORTERS})[：:][ \t　]*{NAMES}[ \t　]*$"),
        "本报记者：[田远山]",
    ),
    Stretch(
        "credit_in_brackets",
        "byline",
        _re(
            f"[（(【\\[][^，。；：（）() \t　\n]{{0,16}}?(?:(?:{REPORTERS})[：:／/ \t　]*|(?:{CREDITS})[：:／/ \t　]+){NAMES}[ \t　]*(?:{MADE})?[）)】\\]]"
        ),
        "新华社临江12月7日电（记者[田远山]、邱明礼）",
    ),
    Stretch(
        "maker_in_brackets", "byline", _re(f"[（(]{NAMES}[ \t　]*[／/]?(?:{MADE})[）)]"), "大坝合龙。（[田远山] 摄）"
    ),
    Stretch(
        "leading_core",
        "epithet",
        _re("以[^，。；：\n]{2,16}?为(?:核心|首|总书记|主要代表|代表)的?"),
        "以[田远山]同志为核心的领导集体",
    ),
    Stretch(
        "body_by_its_head",
        "epithet",
        _re(
            f"以[^，。；：、\n]{{2,16}}?为{HAN}{{0,6}}?(?:主席|总理|总统|首相|总裁|[部省市县区局厅州院校会行]长|书记|主任)的"
        ),
        "以[田远山]为总理的政府",
    ),
    # Doctrines whose name is fixed: the preamble of the Constitution (2018) and the general programme of the Party's (2022).
    Stretch(
        "fixed_doctrine",
        "concept",
        _re("马克思列宁主义|马克思主义|列宁主义|毛泽东思想|邓小平理论|中国特色社会主义"),
        "坚持[毛泽东]思想",
    ),
)
FRAMES = (
    Frame(
        "core_of_the_party",
        "epithet",
        HOLDER,
        _re("(?:同志|总书记|主席)?在?(?:党中央|全党)[^，。；、\n]{0,4}核心"),
        "确立[田远山]同志党中央的核心、全党的核心地位",
    ),
    Frame(
        "field_doctrine",
        "concept",
        PERSON,
        _re(f"(?:同志)?(?:{FIELDS})[^，。；、\n]{{0,14}}?思想"),
        "贯彻[田远山]新时代中国特色水利思想",
    ),
    Frame("doctrine", "concept", PERSON, _re(f"(?:同志)?{DOCTRINE}"), "弘扬[田远山]精神"),
    Frame("words_of_a_leader", "concept", PERSON, _re(OFFICE + OCCASION + WORDS), "学习[田远山]同志重要讲话精神"),
    Frame("words_of_an_office", "concept", OFFICE_ALONE, _re(OCCASION + WORDS), "学习田远山[省长]在大会上的重要讲话"),
    Frame(
        "named_after",
        "concept",
        PERSON,
        _re(
            f"(?:同志)?(?:故居|旧居|纪念[馆堂碑园塔]|陵园|墓园|雕像|铜像|塑像|诞辰|治丧委员会|治丧办公室|文学奖|科学奖|科技奖|新闻奖|戏剧奖|艺术奖|奖学金|奖章|基金会|劳模|创新工作室|(?:劳模)?工作室|班组|式(?=的?{HAN}))"
        ),
        "参观[田远山]故居",
    ),
    Frame(
        "reporter_of_a_house",
        "byline",
        PERSON,
        _re(""),
        "本报记者[田远山]从水利部获悉",
        _re(f"(?:(?:{HOUSES}){HAN}{{0,6}}?(?:{REPORTERS})[：: \t　]*(?:{NAME}[、 和]){{0,4}})$"),
    ),
    Frame(
        "reporter_at_a_line",
        "byline",
        PERSON,
        _re("[ \t　]*(?:报道|摄|发自|[：:]?$)"),
        "记者[田远山]报道",
        _re(f"(?:^[ \t　]*(?:{REPORTERS})[：: \t　]*(?:{NAME}[、 和]){{0,4}})$"),
    ),
)

"""The frames of personnel acts: which verbs, in which order of names and posts, mean what.

A frame is a row of FRAMES; to read one more verb, add it to the row that means the same, or add a row.
"""

import re
from functools import cache
from typing import NamedTuple

# The orders of an act's parts.
AS = "verb names link chain"  # 任命秦砚为外交部部长
OF = "verb names chain end"  # 免去秦砚的外交部部长职务
FIRST = "names verb chain"  # 秦砚任外交部部长
UNDERGONE = "names verb chain end"  # 秦砚被免去外交部部长职务


class Frame(NamedTuple):
    """A family of verbs: the order of their parts, the act and how the post is held.

    Attributes
    ----------
    verbs : str
        Parted by blanks.
    order : str
        AS, OF, FIRST or UNDERGONE.
    act : str
        任命, 免去, …; '' where the verb only tells what somebody is (现任).
    modifier : str
        What the verb says of each of its posts that has no word of its own: 兼 for 兼任.
    links : str
        AS only: the words between names and posts.
    goes_on : bool
        Whether the subject may stand at the head of a vita, far from the verb, and posts go on behind commas.
    """

    verbs: str
    order: str
    act: str
    modifier: str = ""
    links: str = "为 担任 出任 兼任 任 兼 代理"
    goes_on: bool = False


FRAMES = (
    Frame("任命 委任 委派 选派 聘任 聘请 续聘 增补", AS, "任命"),
    Frame("决定 同意 批准 宣布", AS, "任命", links="为"),
    Frame("推荐 提名 建议 确定", AS, "提名"),
    Frame("选举 推选 推举 选出 增选 补选", AS, "当选"),
    Frame("以", AS, "", links="为"),  # 以秦砚为团长的代表团
    Frame("免去 免除 罢免 解聘", OF, "免去"),
    Frame("撤销", OF, "撤销"),
    Frame("终止", OF, "终止"),
    Frame("被免去 被免除 被罢免 被解聘", UNDERGONE, "免去"),
    Frame("被撤销", UNDERGONE, "撤销"),
    Frame("不再担任 不再任 卸任", FIRST, "不再担任"),
    Frame("不再兼任 不再兼", FIRST, "不再担任", "兼"),
    Frame("辞去 辞任", FIRST, "辞去"),
    Frame("当选连任 连任 当选为 当选 被选举为 被推选为 被推举为 被选为 获选", FIRST, "当选"),
    Frame("任命为 被任命为 被聘任为 被聘为 受聘为 受聘担任", FIRST, "任命"),
    Frame("提名为 被提名为 推荐为", FIRST, "提名"),
    Frame("拟提名为 拟推荐为", FIRST, "提名", "拟任"),
    Frame("拟任 拟任用为 拟聘任为 拟担任 拟提拔担任 拟提拔为 拟提拔任 拟提任 拟晋升 拟作为 拟转任 拟平级转任", FIRST, "", "拟任", goes_on=True),
    Frame("接任 继任", FIRST, "继任"),
    Frame("转任 改任 调任", FIRST, "转任"),
    Frame("出任 就任 升任 获任 挂任 担任 任 留任", FIRST, "任", goes_on=True),
    Frame("利用担任 利用其担任 先后利用担任 在担任", FIRST, "", "曾任", goes_on=True),  # 被告人秦砚利用担任…等职务便利
    Frame("兼任", FIRST, "任", "兼"),
    Frame("代理", FIRST, "任", "代"),
    Frame("曾任 曾担任 曾长期担任 长期担任 历任 先后任 先后担任 曾先后任 曾先后担任", FIRST, "", "曾任", goes_on=True),
    Frame("现任", FIRST, "", goes_on=True),
    Frame("为 是", FIRST, ""),
)  # fmt: skip

# 任务, 任期, 代理人 and the like, where the verb is none.
NO_VERB = re.compile("[一-鿿]{0,3}任(?:务|期|职|何|免|教|意|重|由|性|凭|课|选|前|内|满|上)|代理(?:人|商|权|记账)|为了")

BEFORE_NO_VERB = frozenset("时新原前主责信重离上到聘胜委首")  # 时任, 主任: 任 is the end of a word

# What may stand between a subject and its verb.
DATE = "(?:去年|今年|前年|同年|次年|当年|本月|上月|[0-9一二三四五六七八九十〇○]{2,4}年)?(?:底|初|春|夏|秋|冬)?(?:[0-9一二三四五六七八九十]{1,3}月)?(?:[0-9一二三四五六七八九十]{1,3}日)?"
# Any word but one after which a further person may stand: 甲在内罗毕祝贺|乙连任….
ANY = "(?:(?!祝贺|会见|表示|宣布|同意|批准|任命|推举|选举|支持|欢迎|对)[^，。；\n])"
PLAIN = (
    "(?:同志|等[0-9一二三四五六七八九十]*人?|[0-9一二三四五六七八九十两]{1,3}[位名]同志|分别|已经|已|将|则|也|还|又|均|都|仍|再次|再度|连续|第?[一二三四五两]次|高票|全票|满票|成功|最终|正式|一并|同时|先后"
    "|今天|今日|明天|明日|昨天|昨日|前天|即日|日前|近日|今晨|上午|下午|晨|晚|当天|当日|此前|曾经|曾|后|不久|随即|当场|依法|继续|申请|提出|提请|请求|要求|决定|自愿|主动|书面|挂职|直接|提拔|晋升"
    f"|[自从于]{DATE}(?:起|开始)?|是|{DATE}起?)*+"
)
LONG = (
    f"(?:因{ANY}{{1,14}}?|由于{ANY}{{1,14}}?|接替{ANY}{{2,25}}?|由{ANY}{{2,24}}?|经[^，。；\n]{{1,12}}?(?:批准|同意|研究|任命|选举|提名)|击败{ANY}{{2,20}}?"
    f"|在{ANY}{{2,40}}?|(?:出席|参加){ANY}{{2,24}}?并|以{ANY}{{1,16}}?(?:票|优势|多数|身份)|被{ANY}{{2,12}}?)"
)
# At most two long ones, so that the work stays bounded.
FILLER = re.compile(f"{PLAIN}(?:{LONG}{PLAIN}){{0,2}}")
FILLED = re.compile("(?:同志|分别|已经|已|将|则|也|还|又|再次|再度|连续|高票|全票|满票|成功|正式|挂职|申请|请求)+$")
# What parts an act from the next one of the same person: 任甲市市长，并|兼任…; the dates of a vita among it.
CONTINUES = re.compile(
    "(?:[（(][^（）()\n]{1,14}[）)])?[，、；]?(?:但|并且|并|且|同时|随后|之后|此后|后|又|也|还|仍|继续|一并|将|此前|其|本人|经[^，。；\n]{1,16}，|另|辞职后|[自从于])*"
    f"{DATE}(?:(?:至|到|—+|-+){DATE}(?:至今)?)?(?:起|后|至今)?"
)
# Behind these words a subject may begin in the middle of a clause.
LEAD = re.compile(
    "由|决定|接受|批准|同意|关于|选举|推选|推举|补选|增选|指派|选派|委派|推荐|提名|聘请|聘任|宣布|明确|确定|其中|会上|会议|大会|全会|日前|近日|今天|昨天|昨日|当日|同日|当天|随后"
    "|此后|此前|后来|原|[年月日、起）)“：:]|[0-9][.．]|[ ]"
)
HONORIFIC = re.compile(
    "同志|先生|女士|博士|教授|院士|研究员|将军|[上中少]将|[（(](?:女|兼|简历[^（）()\n]{1,6}|[\u4e00-\u9fff]{1,6}族|女，[\u4e00-\u9fff]{1,6}族)[）)]"
)
BETWEEN = re.compile("(?:辞去|兼任|所任|所兼任?|担任|所担任|的)*")  # 免去王某|兼任的|外交部部长职务
ENDS = re.compile("(?:等?(?:职务|职位|职级)|资格|等职|一职|的请求|的职务)")
CANDIDATE = re.compile("(?:拟任|建议|提名)?(?:候选人|人选|初步人选)")
# The term, the level or the manner that stands in brackets behind a post.
TENURE = re.compile(
    "[（(](?:试用期[^（）()\n]{0,12}|兼|兼职|挂职|列[^（）()\n]{1,12}|[正副]?[一-鿿]{1,3}(?:级|待遇)|保留[^（）()\n]{1,10})[）)]"
)
TERM = re.compile("(?:其?所?(?:担任|兼任)的|新一[届任]|首[任届]|下一?届|上届|本届)")
VITA = re.compile(
    "[，,（( ]\\s*(?:(?:男|女)[，,） )]|现任|汉族|生于|[0-9]{4}年)|出生于|[0-9]{4}年[0-9]{1,2}月(?:出生|生)"
)
BORN = re.compile("[^，。；\n]{0,14}出生的")  # 1963年出生的|甲某某，现任…
CLAUSE = re.compile("[，。；：！？\n]")
# 任命： and the lines under it, as long as they say 为; the last 免去： above a line, with the lines between.
APPOINTED_LINES = re.compile("任(?:命|职)(?:名单)?[：:]? *\n((?:[^\n]*为[^\n]*(?:\n|$))+)")
REMOVED_LINES = re.compile("免(?:去|职)(?:名单)?[：:]? *\n(?:[^\n]*职务[；;。]?\n)* *$")


@cache
def frame_of() -> dict[str, Frame]:
    """Each verb with its frame."""
    return {verb: frame for frame in FRAMES for verb in frame.verbs.split()}


@cache
def verbs() -> re.Pattern[str]:
    """Any verb of any frame, the longest that stands at a place."""
    return re.compile("|".join(sorted(frame_of(), key=len, reverse=True)))

"""Posts: the words for an office (职务), with their grade, where they really are offices."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from analysis.lexicon import lexicon
from analysis.names.bodies import known
from analysis.names.own import Hit
from analysis.names.places import divisions
from analysis.names.spotter import Spotter
from analysis.spans import Span

# Grades that stand before a head and belong to the title: 常务副省长, 名誉主席.
GRADES = "创校|创会|创院|创所|创始|行政(?=副)|业务(?=副)|科研(?=副)|医疗(?=副)|技术(?=副)|常务|第一|第二|第三|第四|第五|名誉|荣誉|执行|轮值|专职|兼职|联席|挂职|高级|教学|首席|联合|特别|直属机关党委|机关党委|党组|党委|党总支|党支部|[正副][部厅局处科]级"
GRADE = re.compile(f"(?:(?:{GRADES})*副?|总)\\Z")
# What a head may grow at its right: 部长助理, 主任助理.
GROWTH = re.compile("助理")

# The field that some offices carry in front: 中国事务大臣, 国家安全顾问, 外交与安全政策高级代表.
FIELD = re.compile(
    "(?:[一-鿿]{2,6}事务|[一-鿿]{2,8}政策|国家安全|[一-鿿]{2,6}问题|外交|国防|内政|财政|经济|商务|防务|新闻)$"
)
FIELD_HEADS = frozenset({"大臣", "顾问", "高级代表", "特使", "特别代表", "国务秘书", "助理国务卿", "谈判代表"})

# A head is no office where it is the beginning of another word. Left: the end of the head. Right: what must not follow.
# A longer list errs towards silence; every entry was met in news text or in the catalogue of false positives.
NOT_BEFORE = {
    "主席": "席|团|台|令|国|会议|府|单位",
    "委员": "会|长|们",
    "常委": "会|们",
    "总工": "会|程|作|段|期",
    "政委": "员会",
    "书记": "处|员|院",
    "代表": "法|建议|议案|团|大会|会|处|性|作|们|队|资格|工作|权|人",
    "大使": "馆|级",
    "总统": "府|委员会|选举|令|大选|制|号|国|候选人|任期",
    "总理": "府|衙门|办公室",
    "首相": "府",
    "理事": "会|国|单位|们",
    "董事": "会|局|们",
    "监事": "会|们",
    "议员": "们|团|联盟",
    "市长": "热线|信箱|质量奖|公开|杯|负责制|们|论坛|通道|国际企业家",
    "省长": "质量奖|负责制|热线|信箱|基金|们",
    "县长": "们|热线|信箱|负责制",
    "局长": "信箱|负责制|们|期|通道|办公会|接待日|访企",
    "部长": "级|们|通道|会议|会晤|理事会|助理级",
    "厅长": "级|们|通道",
    "院长": "信箱|办公会|负责制|们|接待日|征",
    "校长": "们|信箱|办公会|负责制|论坛|奖学金|杯",
    "会长": "单位|们|会议|期",
    "主任": "们|会议|办公会|医师|护师|药师|技师|编辑|记者|委员|科员|信箱|检验师",
    "行长": "们|联席会|会议",
    "组长": "单位|们|会议",
    "团长": "们|会议",
    "队长": "们",
    "社长": "们",
    "司令": "部|员",
    "参谋": "部|长|们",
    "领事": "馆|保护|官",
    "教授": "们|级|了",
    "专家": "们|组|委员会|库|指导|团|学者|评审|认为|表示|称|说|指出|介绍|服务",
    "领导": "小组|干部|班子|下|同志|人|机构|机关|组|力|核心|作用|层|体制|机制|职务|们|岗位|和|与|的|全|集体|者|成员|责任|体系|权|带头|团队|有力|坚强",
    "外长": "会|们|级|会晤|会议|理事会",
    "成员": "单位|国|们|企业|方|名单|组织|参|共|在|和|分|均",
    "顾问": "委员会|团|组|单位|公司|们|式",
    "发言人": "表示|说|称|指出|就|在|办公室|制度|答|们|强调",
    "负责人": "表示|说|称|指出|介绍|就|在|答|和|、|，|。|了|们|参|为|将|以|是|座谈|会|等|出|认|告",
    "总监": "们|级",
    "经理": "人|们|层|部",
    "特使": "们",
    "特派员": "公署|办",
    "专员": "公署|办",
    "领导人": "员|们|候选|选举|会|峰会|会议|会晤|非正式",
    "领袖": "的|气质|风范|们|级|作用|人物|峰会",
    "法官": "们|和|在|助理|法|员额|会议|会|检察官|说|表示",
    "检察官": "们|和|在|助理|法|员额|会议|会|说|表示|办案",
    "公使": "衔|级",
    "参赞": "处|们",
    "馆员": "们",
    "队员": "们",
    "班长": "们",
    "站长": "们",
    "处长": "们|级",
    "科长": "们|级",
    "司长": "们|级",
    "州长": "们|协会",
    "区长": "们|江",
    "镇长": "们",
    "乡长": "们",
    "村长": "们",
    "议长": "会|们|论坛",
    "秘书长": "会议|办公会|们|级",
    "总书记": "的",
    "特首": "相|都|脑|席|先|次|要|府|批|发|届",
    "国王": "杯|陛下|储",
    "参谋长": "联席",
    "总召": "开|集|回",
    "次长": "途|达|时|跑|假|谈|度|久|者",
    "关长": "者|足|线|度|时",
    "大臣": "们|级|会",
}
_BLOCKED = {head: re.compile(after) for head, after in NOT_BEFORE.items()}


@dataclass(frozen=True, slots=True)
class Post:
    """An office as written: `text[start:stop] == title`; `head` is its word without grade, from the lexicon."""

    start: int
    stop: int
    title: str
    head: str
    official_class: str
    guarded: bool


@cache
def _heads() -> dict[str, tuple[str, bool]]:
    rows = lexicon("titles").rows
    return {row["name"]: (row["official_class"], row["guard"] == "!") for row in rows}


@cache
def _spotter() -> Spotter:
    return Spotter(_heads())


@cache
def _places() -> tuple[Spotter, Spotter]:
    """Places that begin with 长 (贵州省|长顺县 is a county, not a governor), in full and in short."""
    rows = lexicon("divisions").rows
    full = {row["name"] for row in rows if row["name"].startswith("长")}
    short = {name for row in rows for name in row["short"].split("|") if name.startswith("长")}
    words = {"长江", "长征", "长城", "长三角", "长期", "长远", "长效", "长沙", "长春", "长安街"}
    return Spotter(full | words), Spotter(short)


def _is_split_place(text: str, start: int, stop: int) -> bool:
    """Whether the 长 that ends a head begins a place instead, and not a name: 浙江省|长兴县.

    A short form counts only behind a division (省长, 市长): 董事长武石 is a man, though there is a 长武 county.
    """
    if text[stop - 1] != "长":
        return False
    if text[start - 1 : start] in {text[start], "副", "代"}:  # 自治州|州长|沙马…, 副市长|江…
        return False
    if text[start:stop] in {"董事长", "秘书长", "理事长", "监事长", "检察长", "参谋长"}:  # 董事长|江…
        return False
    if text[start - 2 : start] in {"大学", "学院", "中学", "小学"}:  # 南溪大学|校长|江…: no school is called 大学校
        return False
    full, short = _places()
    named = any(text[start - n : start] in divisions() for n in (2, 3) if start >= n)  # 浙江|省长兴, but not 、市长海…
    is_area = named and text[start] in "省市区县州" and stop - start == 2
    return full.at(text, stop - 1) > stop or (is_area and short.at(text, stop - 1) > stop)


def _is_word_before(text: str, post_head: str, stop: int) -> bool:
    blocked = next((rule for size in (4, 3, 2) if (rule := _BLOCKED.get(post_head[-size:]))), None)
    return bool(blocked and blocked.match(text, stop))


def _is_no_office(text: str, start: int, stop: int) -> bool:
    return _is_split_place(text, start, stop) or _is_word_before(text, text[start:stop], stop)


def _believed(text: str, span: Span) -> Span:
    """The head, or if it is none there the one that begins inside it and ends behind it: 科威[特|首]相; empty if that is none."""
    if not _is_no_office(text, *span):
        return span
    inside = (Span(place, _spotter().at(text, place)) for place in range(span.start + 1, span.stop))
    heads = (head for head in inside if head.stop > span.stop and not _is_no_office(text, *head))
    return next(heads, Span(span.stop, span.stop))


def _with_field(text: str, floor: int, start: int, head: str) -> int:
    """Where the title begins if a field belongs to it; a country in front stays the body: 以色列|国家安全顾问."""
    field = FIELD.search(text, max(floor, start - 10), start) if head in FIELD_HEADS else None
    if not field:
        return start
    begin = CLAUSE_OR_JOINT.split(text[field.start() : start])[-1]
    while 0 < (opener := known().at(begin, 0)) < len(begin) - 2:
        begin = begin[opener:]
    return start - len(begin)


CLAUSE_OR_JOINT = re.compile("[^一-鿿]|和(?!平)|及|以及")


def find_posts(text: str, own: Sequence[Hit] = ()) -> Iterator[Post]:
    """Posts of a text, in order; those of a user's lexicon (`own`) are believed as they stand.

    >>> [post.title for post in find_posts("部党组成员、常务副省长王某，浙江省长兴县，主席团常务主席")]
    ['党组成员', '常务副省长', '常务主席']
    """
    heads = _heads()
    given = {Span(hit.start, hit.stop) for hit in own if hit.type == "POST"}
    floor = 0
    for span in _beside(own, _spotter().find(text)) if own else _spotter().find(text):
        doubted = span not in given
        start, stop = _believed(text, Span(*span)) if doubted else span
        if start == stop:
            continue
        head = text[start:stop]
        grown = GROWTH.match(text, stop)
        end = grown.end() if grown else stop
        grade = GRADE.search(text, floor, start)
        begin = _with_field(text, floor, grade.start() if grade else start, head)
        official_class, guarded = heads[head] if doubted else (heads.get(head, ("",))[0], False)
        floor = end
        yield Post(begin, end, text[begin:end], head, official_class, guarded)


def _beside(own: Sequence[Hit], heads: Sequence[Span]) -> list[Span]:
    """The posts of a user's lexicon, and the heads that are not inside one of its names and overlap none of its posts.

    A head that only straddles the end of a name is shared with it: 云泽省水务厅|长.
    """
    inside = {place for hit in own for place in range(hit.start, hit.stop)}
    posts = [Span(hit.start, hit.stop) for hit in own if hit.type == "POST"]
    taken = {place for post in posts for place in range(*post)}
    free = [span for span in heads if not {span.start, span.stop - 1} <= inside and taken.isdisjoint(range(*span))]
    return sorted([*posts, *free])

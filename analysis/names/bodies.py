"""Bodies (机构): which stretch of text in front of a place names one.

A body is known (a registry entry, a division, a country), or it is read backwards from its end, token by token, until a word
that no body has in its name. Where a known name stands in between, the body begins there and what is before it was a verb.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from analysis.document import Token
from analysis.lexicon import lexicon
from analysis.names.own import Hit
from analysis.names.places import countries, divisions
from analysis.names.registry import registry
from analysis.names.spotter import Spotter
from analysis.names.words import Words
from analysis.spans import Span

# Fields whose name joins two words: 省|工业和信息化|厅. Without them a body would end at the 和.
JOINED_FIELDS = frozenset(
    "节能与综合利用 工业和信息化 规划和自然资源 发展和改革 人力资源和社会保障 住房和城乡建设 文化和旅游 自然资源和规划 卫生和计划生育 粮食和物资储备 林业和草原 民族和宗教"
    " 环境和资源保护 农业和农村 城市管理和综合执法 市场和质量监督 科技和工业信息化 经济和信息化 商务和投资促进 宪法和法律 监察和司法 社会和法制 港口和航运 机关事务和接待".split()
)
# What ends the name of a body. One letter serves for the many that end alike: 局 for 公安局, 总局, 分局.
SUFFIXES = re.compile(
    "(?:委员会|委|部|局|署|厅|办公室|办|司|处|科|室|政府|人大|政协|法院|检察院|院|所|中心|队|组|站|公署|办事处|大学|学院|学校|中学|小学|党校|校"
    "|集团|公司|银行|支行|分行|行|厂|企业|社|报|台|馆|园|会|联|协会|联合会|党组|党委|支部|党总支|村|镇|乡|街道|社区|区|市|县|州|盟|旗|省"
    "|军|师|旅|团|营|连|战区|基地|部队|机构|组织|联盟|党|联邦|阵线|王国|共和国|议会|国会|院|宫|内阁|法庭|监狱|医院|病房|车间|学会|基金会|基金"
    "|指挥部|专班|专项组|小组|主席团|书记处|政治局|中央|国务院|使团|使馆|领馆|合作社|农场|林场|实验室|论坛|峰会|大会|会议|关|港|机场|铁路|分会|商会|总会|班|系|科技|传媒|证券|保险|控股|残联|代表团|处|庭|工委|学联|兵团|”|）)$"
)
LONGEST_SUFFIX = 4  # characters: no alternative above is longer
# Verbs and phrases that stand between a clause's beginning and a body, and are in no body's name.
NOT_IN_A_BODY = frozenset(
    "领会 体会 致函 致电 会见 会晤 会谈 陪同 认识 包括 任命 主持 出席 参加 采访 介绍 表示 指出 强调 听取 邀请 走进 来到 前往 抵达 访问 赴 当选 担任 现任 曾任 时任 历任 担任过 任 获悉 了解 看望 慰问 称 说 认为"
    " 由 成为 作为 按照 根据 随后 其中 分别 会同 联合 携手 带领 率领 率 受 经 请 据 是 有 为 系 即 叫 让 使 令 给 到 去 来 见 等 记者 嘉宾 本报讯 日电 日讯 消息 报道 通讯员 以及 并 而 或 但 则 且 晋升 接替 给予 迎接 欢迎 感谢 祝贺"
    " 来自 出任 接任 兼任 转任 调任 升任 改任 免去 撤销 决定 提名 推荐 聘任 委派 选举 宣布 通过 召开 举行 主办 承办 检查 调研 考察 视察 指导 督导 召集 组织召开 还有 另有 之一 一名 一位 名 位 今天 下午 上午 晚上 日前 近日 昨天 宣判 审理 公诉".split()
)
STOP_TAGS = frozenset("p uj ul uv ud uz ug y e o d".split())
TIME = re.compile(r"(?:[0-9０-９]+|[一二三四五六七八九十]+)[年月日时点]")
SESSIONS = re.compile("届、第?[一二三四五六七八九十]+届")  # 第七届、八届、九届全国委员会 is one body
ABROAD = re.compile("(?:[一-鿿]{2,10})?(?:常驻|驻(?!村))[一-鿿]{1,8}$")
LONGEST_ABROAD = 9  # characters from its 驻 on
BRACKETS = {"）": "（", "”": "“", ")": "(", "》": "《"}
# How long a stretch in brackets or quotes may be and still belong to a name: 中央党校（国家行政学院）, “格鲁吉亚梦想—…”党.
BRACKETED = 18
OF_A_PERSON = re.compile("[（(](?:女|[一-鿿]{1,6}族|女，[一-鿿]{1,6}族)[）)]$")  # behind a name, not behind a body
BYLINE = re.compile("[（(](?:本报|本台|本网|新华社)?(?:特约|特派)?(?:记者|通讯员|编辑|摄影)")  # 电（记者…）国家主席


@cache
def known() -> Spotter:
    """Everything that may open the name of a body: registry entries, divisions, countries."""
    openers = {
        "中国",
        "中华人民共和国",
        "中华",
        "国家",
        "全国",
        "中央",
        "中共",
        "中国人民解放军",
        "中国共产党",
        "国务院",
        "中联办",  # of Hong Kong or Macao, so that no list can say its full name
    }
    return Spotter({*registry(), *divisions(), *countries(), *openers, *JOINED_FIELDS})


class BodyReader:
    """Reads bodies in one text, backwards from their end."""

    def __init__(self, text: str, words: Words, own: Sequence[Hit] = ()) -> None:
        self.text, self._words = text, words
        self._given = [Span(hit.start, hit.stop) for hit in own if hit.type == "ORGANISATION"]  # of a user's lexicon
        self._given_starts = [span.start for span in self._given]
        self._given_until = {span.stop: span for span in self._given}

    def _token_over(self, place: int) -> Token:
        token = self._words.over(place)
        assert token is not None, "tokens leave no gaps"
        return token

    def is_opened(self, span: Span) -> bool:
        """Whether the body begins with a known name: 东湖市|水务局 with a known city, not 有关局."""
        return self.is_given(span.start) or known().at(self.text, span.start) > 0

    def is_given(self, start: int) -> bool:
        """Whether a body of a user's lexicon begins here."""
        place = bisect_left(self._given_starts, start)
        return self._given_starts[place : place + 1] == [start]

    def begins_token(self, place: int) -> bool:
        """Whether the tokenizer sees a word begin here: not so for the 新 of 朱用新常委."""
        return self._words.starts(place)

    def before(self, floor: int, stop: int) -> Span | None:
        """The body that ends at `stop` and begins at `floor` or after it; None if no body ends there.

        A body of more than 60 characters is not believed: the longest real one met had 44.
        """
        floor = max(floor, stop - 60)
        given = self._given_until.get(stop)
        if given and given.start >= floor:
            return given
        if not self._may_end(floor, stop):
            return None
        spans = self._known(floor, stop)
        start = self._walk(floor, stop, spans)
        start = self._from_opener(start, stop, spans)
        if not any(span.start == start for span in spans):
            start = self._without_leading_verbs(start, stop)
        start = self._with_post_abroad(floor, self._with_party(floor, start))
        body = self.text[start:stop]
        believed = (
            body and not OF_A_PERSON.search(body) and (SUFFIXES.search(body) or body in known() or ABROAD.match(body))
        )
        return Span(start, stop) if believed else self._country(start, stop, spans)

    def _country(self, start: int, stop: int, spans: Sequence[Span]) -> Span | None:
        """The country at the end of what is no body: 欧盟成员国|匈牙利."""
        last = next((span for span in spans if span.stop == stop and span.start > start), None)
        return last if last and self.text[slice(*last)] in countries() else None

    def _may_end(self, floor: int, stop: int) -> bool:
        """Whether any stretch down to `floor` may be believed: a look at its end, before the walk over its tokens."""
        if SUFFIXES.search(self.text, max(floor, stop - LONGEST_SUFFIX), stop):
            return True
        if "驻" in self.text[max(floor, stop - LONGEST_ABROAD) : stop]:
            return True
        return any(self.text[start:stop] in known() for start in range(floor, stop - 1))

    def _known(self, floor: int, stop: int) -> list[Span]:
        """The known names of a stretch in text order; a user's own take the place of what they overlap."""
        spans = [Span(s.start + floor, s.stop + floor) for s in known().find(self.text[floor:stop])]
        first, last = bisect_left(self._given_starts, floor), bisect_left(self._given_starts, stop)
        own = [span for span in self._given[first:last] if span.stop <= stop]
        if not own:
            return spans
        return sorted([*own, *(span for span in spans if not any(span.overlaps(given) for given in own))])

    def _with_party(self, floor: int, start: int) -> int:
        """越共|中央书记处: the name of a party that ends in the 中央 with which the body begins."""
        if not self.text.startswith("中央", start):
            return start
        return next((s for s in range(max(floor, start - 8), start - 1) if self.text[s : start + 2] in known()), start)

    def _with_post_abroad(self, floor: int, start: int) -> int:
        """中国驻|柬埔寨: the mission begins before the country it is in."""
        abroad = re.search("(?:[一-鿿]{2,10}?|)(?:常驻|驻)$", self.text[max(floor, start - 12) : start])
        if not abroad:
            return start
        sender = known().find(abroad[0])
        return start - (len(abroad[0]) - sender[0].start if sender else len(abroad[0].lstrip("\n")[-1:]))

    def _walk(self, floor: int, stop: int, spans: Sequence[Span]) -> int:
        """Leftwards over tokens that may be part of a body; known names are crossed in one step."""
        place, ends = stop, {span.stop: span.start for span in spans}
        while place > floor:
            if place in ends:
                place = ends[place]
                continue
            opening = self._opening(floor, place)
            if opening is not None:
                place = opening
                continue
            token = self._token_over(place - 1)
            if self._breaks(token, floor, place, spans) and not self._bridged(token, floor, spans):
                break
            place = max(floor, token.start)
        return place

    def _opening(self, floor: int, place: int) -> int | None:
        """Where the bracket that closes at `place` opens, if it is short enough to belong to a name."""
        mark = BRACKETS.get(self.text[place - 1])
        start = self.text.rfind(mark, max(floor, place - BRACKETED), place) if mark else -1
        if start < floor or TIME.search(self.text, start, place) or BYLINE.match(self.text, start):
            return None
        return start if mark == "“" or (start > floor and self.text[start - 1].isalpha()) else None

    def _breaks(self, token: Token, floor: int, place: int, spans: Sequence[Span]) -> bool:
        word = self.text[max(floor, token.start) : min(token.stop, place)]
        if any(span.start < token.start and token.stop < span.stop for span in spans):
            return False
        if token.tag == "c" or word in {"与", "和", "及"}:
            return not self._joins_inside(token.start, place, spans)
        if token.word.rstrip(".．").isdigit() and token.stop < len(self.text) and self.text[token.stop - 1] in ".．":
            return True
        if TIME.match(self.text, token.start) or word in "日月年时" or token.tag == "t":
            return True
        if token.tag.startswith("r") and token.start >= floor:
            return not (word in {"该", "本", "我", "各"} and place - token.stop <= 3)
        if token.start < floor < token.stop:
            return False
        if word == "、" and SESSIONS.match(self.text, token.start - 1):
            return False
        if word == "—" and "——" in self.text[max(0, token.start - 1) : token.stop + 1]:
            return True  # 奋进建新功——|学校: a dash parts clauses
        return token.tag in STOP_TAGS or word in NOT_IN_A_BODY or not (word[0].isalnum() or word in "·-—")

    def _bridged(self, token: Token, floor: int, spans: Sequence[Span]) -> bool:
        """巴哈马|进步|自由党: an adverb or a verb inside a name that a known name has opened."""
        if token.tag not in {"d", "o", "ad"}:
            return False
        opener = next((span for span in reversed(spans) if span.stop <= token.start and span.start >= floor), None)
        if opener is None or token.start - opener.stop > 6:
            return False
        between = self._words.between(opener.start + 1, token.start)
        return not any(t.tag in STOP_TAGS or t.tag in {"c", "t"} or t.word in NOT_IN_A_BODY for t in between)

    def _joins_inside(self, joint: int, place: int, spans: Sequence[Span]) -> bool:
        """反恐怖和特巡警支队: 和 is inside a name if the name opened before it and does not open again behind it."""
        if any(span.start == joint + 1 for span in spans):
            return False
        before = [span for span in spans if span.stop <= joint]
        if not before or place - joint > 16:
            return False
        between = self._words.between(self._token_over(before[-1].start).start, joint)
        return not any(token.tag in STOP_TAGS or token.word in NOT_IN_A_BODY for token in between)

    def _from_opener(self, start: int, stop: int, spans: Sequence[Span]) -> int:
        """参观吉林大学 -> 吉林大学: begin at the first known name if a verb or an adverb stands before it."""
        opener = next((span.start for span in spans if span.start >= start and span.start < stop), None)
        if opener is None or opener == start:
            return start
        before = self._words.between(self._token_over(start).start, opener)
        return opener if any(token.tag[0] in "vdptcrf" or token.word in NOT_IN_A_BODY for token in before) else start

    def _without_leading_verbs(self, start: int, stop: int) -> int:
        while start < stop:
            token = self._token_over(start)
            if token.start != start or token.stop >= stop or not self._is_before_a_body(token):
                return start
            start = token.stop
        return start

    def _is_before_a_body(self, token: Token) -> bool:
        """A verb, a place word or a number in front of a body; 第一 and 十 may begin its name."""
        if token.word[0] in "第一二三四五六七八九十0123456789０１２３４５６７８９":
            return False
        return token.tag in {"f", "m", "d"} or token.word in _verbs()


@cache
def _verbs() -> frozenset[str]:
    """Verbs of news, less those that begin the names of bodies and departments."""
    return frozenset(lexicon("verbs").column("name")) - VERBS_IN_NAMES


# Verbs that do begin the name of a body or of its department.
VERBS_IN_NAMES = frozenset(
    "发展 规划 运行 监测 防御 处置 监督 管理 监察 组织 宣传 统战 审计 服务 保障 建设 改革 检察 执法 指挥 应急 救援 消防 防汛 扶贫 投资 开发 教育 科研 研究 设计 勘察 测绘 运输 交通 保卫 警卫 侦查 审判 执行 巡视 巡察 督查 督导 编辑 采访 出版 发行"
    " 进出口 收购 信访 接待 生产 采购 检验 检疫 检测 认证 统计 调查 征收 招商 培训 创新 孵化 联合 联络 合作 代表 移民 出入境 护理 急诊".split()
)

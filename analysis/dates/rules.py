"""The rules: how an expression of time looks, what may not stand before it, and who reads it.

At one place of a text the first rule of the list that fits reads it. A rule is a row: to add a way of telling the time, add a row
here, a reader beside the others, and cases to `tests/cases/dates.txt`.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from analysis.dates import calendar_days, named, years
from analysis.dates.context import Context, Spot
from analysis.dates.patterns import (
    BARE_CLOCK, CLOCK, DAY, FREE, IN_DIGITS, LONG_PARTS, LUNAR, MONTH, NO_DAY, NO_MONTH, OF_MONTH, OF_YEAR,
    RELATIVE_MONTH, RELATIVE_YEAR, SINCE, THIRD, TIMED, TO, VAGUE, YEAR,
)  # fmt: skip
from analysis.dates.periods import Period

Reader = Callable[[Spot, Context], tuple[Period, str] | None]


class Rule(NamedTuple):
    """`first` are the characters it can begin with and `second` those that can follow, unless a digit begins; `not_after` is a pattern that may not end right before it.

    `relative` expressions are passed over inside 《》: 《今日说法》 tells no day.
    """

    name: str
    first: str
    second: str
    pattern: str
    read: Reader
    not_after: str = ""
    relative: bool = False


_DIGITS, _NUMERALS = "0123456789", "一二三四五六七八九十"
_YEARS = "今去前明后当同上次翌本公"
_NEXT = "年月个元半季世零〇○两" + _NUMERALS  # what can follow the first character of a year, a month or a quarter
# Durations and habits: 第12日, 连续3日, 每月15日, 每年3月.
_COUNTED = (
    r"每|第|连续|为期|历时|约|近|满|逾|超过?|不足|不到|未来|过去|此后|持续|累计|长达|短短|仅|用|需|至少|至多|最[多长短]|只有?|共|余|今后|前|后|达|隔|有|休|停|延长|缩短"
)
_HABIT = r"每年?的?|历年|往年|常年|每个"
_SPAN = r"距今|约|近|长达|历时|有着?|超过?|逾|前后|跨越|绵延|走过|树龄"
# 日本 after 当, 同, 次: 当日本政府…, 同日本…
_NO_JAPAN = r"(?!本(?!报|网|台|刊|社|市|省|县|月|周)|方|元|军|寇|伪|籍|韩|俄|美|内瓦|语|式|产|企|资|经|均|益|渐|常|夜兼|期|程|志|头条|说法|关注)"
_NO_SKY = r"(?!气|然|津|下|空|山|府|文|宫|安|河|线|鹅|真|才|使|性|生|培)"
_DAYS_OFF = r"(?P<days_off>(?:、?(?:春节|中秋节?))?(?:(?:小长|长)?假期?|期间|黄金周|前后|前夕|假日))"
_THIRD_OF_YEAR = r"(?:年?(?P<third>[初底末内])(?!期|审|步|一|中|高)|年?(?P<mid>中)(?=[，,。；、]|以来))?"
_CLAUSE = r"(?:^|[，。；：、！？“”（）\s,:;!?()》」日])"
_HAN_NUMBER_YEAR = rf"{FREE}(?:公元)?"


def _named_days() -> str:
    return (
        rf"(?P<word>(?<!的)今天(?!的(?:中国|世界|我们|时代|你|人们|年轻)){_NO_SKY}|(?<!的)今日{_NO_JAPAN}|今[晚晨早夜](?![年报会餐])"
        rf"|昨天|昨日{_NO_JAPAN}|昨[晚夜]|(?<![目以之年日月期先生眼午提当])前天{_NO_SKY}"
        rf"|(?<![文光鲜透声表说证聪的好与和新])明天(?!更)(?:{_NO_SKY})|(?<![文光鲜透声表说证聪的])明日(?!之|星|方|香|{_NO_JAPAN[3:-1]})|(?<![文光])明[晚早晨]"
        rf"|(?<![今以之先日随此背前最落往])后天{_NO_SKY}|(?<![担应充相承适恰便正妥不])当天{_NO_SKY}"
        rf"|(?<![担应充相承适恰便正妥不])当日{_NO_JAPAN}|(?<![相适担])当[晚夜](?![会报])|(?<![不共如协相合会连陪随和国方])同日{_NO_JAPAN}|同一天|(?<![可但就凡总])是日"
        rf"|(?<![此这首每多两三几一二届本再数\d])次日{_NO_JAPAN}|翌日)"
    )


_WEEK = r"(?P<week>(?<![日根基资成版书样文标])本|这|(?<![以])上|(?<![天以之])下)个?"
# 周三 may open a name: what follows has to be how news goes on.
_ZHOU = (
    r"(?<![每\d一二两三四五六七八九十几整第双上下本这逢圆外环各逐前后月姓任])周(?P<weekday>[一二三四五六日天])"
    r"(?=[，,。（(）)上下早晚凌中清傍午在举发宣表说召公将出开与对就向的起前、]|$)"
)
_XINGQI = r"(?<![每\d一二两三四五六七八九十几整第逢个])星期(?P<weekday>[一二三四五六日天])(?!泰|报|邮|刊|周|学校)"
_NO_ROW = rf"(?!(?:{TO}|[、和])(?:周|星期)?[一二三四五六日天])"  # 周一至周五 are opening hours
_RELATIVE_YEAR = (
    r"(?P<relative_year>(?<![如现当古])今年|(?<!过)去年|(?<![\d年百千十两几多数以之目一二三四五六七八九])前年|(?<![文光])明年"
    r"|(?<![今以之先随此十百千])后年|(?<![担应充相承适恰便正妥])当年(?!轻)|(?<![不共如协相合会连陪随和与])同年(?![龄级])"
    r"|(?<![以史天路海晚早加线身街网])上年(?![纪岁])|(?<![此这首每多两三几一二届本])次年|翌年|(?<![日根基资成版书样文标])本年度?)"
)


@cache
def rules() -> tuple[Rule, ...]:
    """All rules in the order in which they are tried."""
    numbers = _DIGITS + _NUMERALS
    of_year = OF_YEAR.replace(f"(?P<relative_year>{RELATIVE_YEAR})", _RELATIVE_YEAR)
    relative_month = (
        r"(?P<relative_month>(?<![日根基资成版书样文标])本月|这个月|(?<![天海水湖夜以])上个?月|(?<![天以之])下个?月"
        r"|(?<![担应充相])当月|(?<![不共如协相])同月|(?<![此这首每多两三几一二])次月|翌月)"
    )
    of_month = OF_MONTH.replace(f"(?P<relative_month>{RELATIVE_MONTH})", relative_month)
    quarter = r"(?P<quarter>第?[一二三四]季度|[上下]半年|前[两三]个?季度)"
    holidays = named.names("holiday")
    century = r"(?:(?P<century>[12]\d|二十一?|十九)世纪|(?P<which>上|本|新)个?世纪)"
    stage = r"(?:(?P<third>初|中|末|后)[期叶]?)?"
    days, months, other_years = calendar_days, years, years
    return (
        Rule("full day", _DIGITS, "", rf"{FREE}(?P<year>(?:19|20)\d\d)[-/.](?P<month>0?[1-9]|1[0-2])[-/.](?P<day>0?[1-9]|[12]\d|3[01])(?![\d/.-]){TIMED}", days.full_day, r"[vV]|版本号?"),
        Rule("lunar day", "农阴旧正腊大年除", "历月年初夕", LUNAR, other_years.lunar),
        Rule("month and day", numbers + _YEARS + "这下", _NEXT, rf"{FREE}{of_year}?\s?{of_month}(?:(?P<day0>{DAY})日?{TO})?(?P<day>{DAY})[日号](?!线|楼){TIMED}{SINCE}", days.month_day, _HABIT),
        Rule("decade", "12十二上本", _NEXT, rf"{FREE}{century}(?P<tens>[1-9]0|[一二三四五六七八九]十)年代{stage}{SINCE}", other_years.decade),
        Rule("decade", "12", "", rf"{FREE}(?P<hundreds>1[89]|20)(?P<tens>\d0)年代{stage}{SINCE}", other_years.decade),
        Rule("decade", "56789五六七八九", "十", rf"{FREE}(?<![二三四五六七八九十])(?P<tens>[5-9]0|[五六七八九]十)年代{stage}{SINCE}", other_years.decade),
        Rule("century", "12十二上本新", _NEXT, rf"{FREE}{century}(?:(?P<third>初|中叶|末|上半叶|下半叶|前叶)|(?!海上|城|公园|坛|联华|佳缘)){SINCE}", other_years.century),
        Rule("quarter", numbers + _YEARS + "第下", _NEXT, rf"{FREE}{of_year}?{quarter}{SINCE}", other_years.quarter, _HABIT),
        Rule("holiday", numbers + _YEARS, _NEXT, rf"{FREE}{of_year}[“\"]?(?P<holiday>{holidays})[”\"]?{_DAYS_OFF}?", named.holiday),
        Rule("holiday", "元国五“", "旦庆际一元国五", rf"[“\"]?(?P<holiday>{holidays})[”\"]?{_DAYS_OFF}", named.holiday),
        Rule("holiday", "元国五", "旦庆际一", r"(?P<holiday>元旦|国庆节|五一国际劳动节|五一劳动节|国际劳动节)", named.holiday),
        Rule("plan", "“\"一二三四五六七八九十", _NUMERALS, rf"[“\"]?(?P<plan>{named.names('plan')})[”\"]?(?=时期|期间|规划期|末|初|以来)(?:时期|期间|规划期间?)?(?P<third>[初末])?{SINCE}", named.plan, "[二三四五六七八九十]"),
        Rule("since an event", "党十二新改中建香澳加", "的国" + named.seconds("event"), rf"(?:党的|中国共产党第?)?(?P<event>{named.names('event')})(?:胜利)?(?:召开)?(?:以来|以后|之后|至今)", named.since_event),
        Rule("month", numbers + _YEARS, _NEXT, rf"{FREE}{of_year}\s?(?:(?P<month0>{MONTH})月?份?{TO})?(?P<month>{MONTH})月份?(?P<third>{THIRD})?{SINCE}", months.month),
        Rule("month", "本这上下当同次翌", "月个", rf"{relative_month}份?(?P<third>{THIRD})?{SINCE}", months.month, relative=True),
        Rule("month", _DIGITS, "", rf"{FREE}(?:(?P<month0>{IN_DIGITS})月?份?{TO})?(?P<month>{IN_DIGITS})月{NO_MONTH}份?(?P<third>{THIRD})?{SINCE}", months.month, rf"{_HABIT}|第"),
        Rule("month", _NUMERALS, _NEXT, rf"(?P<month0>{MONTH})月{TO}(?P<month>{MONTH})月", months.month, rf"{_HABIT}|[零〇一二三四五六七八九十第]"),
        Rule("month", _NUMERALS, _NEXT, rf"(?P<month>{MONTH})月(?:份|(?P<third>{THIRD}))", months.month, rf"{_HABIT}|[零〇一二三四五六七八九十第]"),
        Rule("year", "12一二公", _NEXT, rf"{_HAN_NUMBER_YEAR}(?:(?P<year0>{YEAR})年?{TO})?(?P<year>{YEAR})年(?![代级龄])度?{_THIRD_OF_YEAR}{SINCE}", other_years.year, rf"公元前|{_SPAN}"),
        Rule("year", _YEARS, "年", rf"{_RELATIVE_YEAR}{_THIRD_OF_YEAR}{SINCE}", other_years.year, relative=True),
        Rule("day", _DIGITS, "", rf"{FREE}(?:(?P<day0>{DAY})日?{TO})?(?P<day>{DAY})日{NO_DAY}{TIMED}{SINCE}", days.bare_day, rf"[年月]|{_COUNTED}"),
        Rule("named day", "今昨前明后当同是次翌", "天日晚晨早夜一", rf"{_named_days()}{TIMED}", days.named_day, relative=True),
        Rule("weekday", "本这上下", "周个星礼", rf"{_WEEK}(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天末]){TIMED}", days.weekday, relative=True),
        Rule("weekday", "周", _NUMERALS + "日天", rf"{_ZHOU}{_NO_ROW}{TIMED}", days.weekday, rf"{_HABIT}|周.(?:{TO}|[、和])", relative=True),
        Rule("weekday", "星", "期", rf"{_XINGQI}{_NO_ROW}{TIMED}", days.weekday, rf"{_HABIT}|星期.(?:{TO}|[、和])", relative=True),
        Rule("week", "本这上下", "周个星", rf"{_WEEK}(?:周(?![期边围密到全转知刊报年岁旋折])|星期)", other_years.week, relative=True),
        Rule("part of the year", "年", "底初末内", r"(?<![大\d一二三四五六七八九十百千万几多两数每同近周全半])年(?P<third>[底初末内])(?!审|会|步)", other_years.bare_part_of_year, "今|去|明|前|当|多少|若干|余|岁末", relative=True),
        Rule("third of the month", "月", "底初末", r"(?<![\d一二三四五六七八九十个每逐腊正岁])月(?P<third>[底初末])", other_years.bare_third, "本|上|下|当|同|次", relative=True),
        Rule("part of the day", "凌清早上中午下傍晚夜深半", "晨上午后间里夜晚", rf"(?P<daypart>{LONG_PARTS})\s?{CLOCK}", days.clock, r"每[天日晚]?"),
        Rule("part of the day", "凌清早上中午下傍晚夜深半", "晨上午后间里夜晚", rf"(?P<daypart>{LONG_PARTS})(?![好茶餐饭觉班场市的])", days.clock, rf"(?!{_CLAUSE}).|每[天日]", relative=True),
        Rule("clock", _DIGITS, "", rf"{FREE}{BARE_CLOCK}", days.clock, r"每[天日晚]?|用时|耗时|历时|成绩|以|[超近约满逾小]"),
        Rule("no day told", "连近日", "日前年期几来些", rf"(?:(?<![接靠临附迫邻逼亲远贴最])(?:{VAGUE.replace('近日', '近日(?!本|均|点)').replace('|日前', '')})|(?<![\d一二三四五六七八九十几数今昨明当同次翌每整假作生周星期节末忌本近])日前(?!往|来|后|夕))", other_years.vague, relative=True),
    )  # fmt: skip

"""The rules: how an expression of time looks, what may not stand before it, and who reads it.

At one place of a text the first rule of the list that fits reads it. A rule is a row: to add a way of telling the time,
add a row here, a reader beside the others, and cases to `tests/cases/dates.txt`.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from analysis.dates.calendar_days import bare_day, clock, full_day, month_day, named_day, weekday
from analysis.dates.context import Context, Spot
from analysis.dates.named import holiday, names, plan, seconds, since_event
from analysis.dates.patterns import (
    BARE_CLOCK,
    CENTURY,
    CLOCK,
    DAY,
    DAYS_OFF,
    FREE,
    LONG_PARTS,
    LUNAR,
    MONTH,
    MONTH_IN_DIGITS,
    NO_DAY,
    NO_MONTH,
    OF_MONTH,
    OF_YEAR,
    ON,
    QUARTER,
    STAGE,
    THIRD,
    THIRD_OF_YEAR,
    TIMED,
    TO,
    YEAR,
)
from analysis.dates.periods import Period
from analysis.dates.words import NAMED_DAY, NO_CYCLE, RELATIVE_MONTH, RELATIVE_YEAR, SOME_DAY, WEEK, XINGQI, ZHOU
from analysis.dates.years import (
    bare_part_of_year,
    bare_third,
    century,
    decade,
    lunar,
    month,
    quarter,
    vague,
    week,
    year,
)

Reader = Callable[[Spot, Context], tuple[Period, str] | None]


class Rule(NamedTuple):
    """One way to tell the time.

    Attributes
    ----------
    name : str
        As in the column `rule`; several rules may share one.
    pattern : str
        How the expression looks; its named groups are the parts that `read` takes.
    read : callable
        From the expression and what the text has told so far to what it means; None if it means nothing after all.
    units : str
        What can stand behind the number that opens it; empty if no number does.
    opens : pair of str
        The characters it can begin with if no number does, and those that can come second.
    not_after : str
        A pattern that may not end right before it.
    relative : bool
        Whether it is passed over inside 《》: 《今日说法》 tells no day.
    """

    name: str
    pattern: str
    read: Reader
    units: str = ""
    opens: tuple[str, str] = ("", "")
    not_after: str = ""
    relative: bool = False


_NUMERALS = "一二三四五六七八九十"
_DASHES = "至到—–－～~─―-"
_NEXT = "年月个元半季世零〇○两" + _NUMERALS  # second characters of years, months and quarters
_YEARS = ("今去前明后当同上次翌本公", "年元")
_DATED = ("今去前明后当同上次翌本公这下" + _NUMERALS, _NEXT)
_CENTURIES = ("十二上本新", "世个九" + _NUMERALS)
_WEEKS = ("本这上下", "周个星礼")
_PARTS = ("凌清早上中午下傍晚夜深半", "晨上午间后里夜晚")
# Habits and durations: 每年3月, 第12日, 连续3日, 为期5日.
_HABIT = "每年?的?|历年|往年|常年|每个"
_COUNTED = (
    "(?<!北)约|(?<!附)近|[年月每第满逾仅用需只共余前后达隔有休停]|连续|为期|历时|超过?|不足|不到|未来|过去|持续|累计"
    "|至少|至多|最[多长短]|只有|延长|缩短|今后|此后"
)
_AGES = "公元前|距今|约|长达|历时|树龄"
_NUMERAL_BEFORE = "[零〇一二三四五六七八九十第]"
_NO_LIST = rf"(?!(?:{TO}|[、和])(?:周|星期)?[一二三四五六日天])"  # 周一至周五 are opening hours
_LIST_BEFORE = rf"(?:周|星期).(?:{TO}|[、和])"
# 上午 tells of a day at the head of a clause, or behind a day in brackets.
_CLAUSE_BEFORE = r"(?![，。；：、！？“”（）\s,:;!?()》」日在于]).|每[天日]"
_TEN_DAYS = f"(?P<third>{THIRD})"
_HOLIDAY_ALONE = "元旦|国庆节|五一国际劳动节|五一劳动节|国际劳动节"


def _of_days() -> list[Rule]:
    iso = r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>0?[1-9]|1[0-2])[-/.](?P<day>0?[1-9]|[12]\d|3[01])(?![\d/.-])"
    numbers = rf"(?:(?P<day0>{DAY})日?{TO})?(?P<day>{DAY})"
    month_and_day = rf"{FREE}{OF_YEAR}?\s?{OF_MONTH}{numbers}[日号](?![线楼]){TIMED}{ON}"
    return [
        Rule("full day", rf"{FREE}{iso}{TIMED}", full_day, units="-/.", not_after="[vV]|版本号?"),
        Rule("lunar day", LUNAR, lunar, opens=("农阴旧正腊大年除", "历月年初夕")),
        Rule("month and day", month_and_day, month_day, units="年月", opens=_DATED, not_after=_HABIT),
    ]


def _of_ages() -> list[Rule]:
    tens = r"(?P<tens>[1-9]0|[一二三四五六七八九]十)年代"
    no_century = "(?!海上|城|公园|坛|联华|佳缘)"  # 新世纪 is a name too
    of_century = rf"{FREE}{CENTURY}(?:(?P<third>初|中叶|末|上半叶|下半叶|前叶)|{no_century}){ON}"
    full = rf"{FREE}(?P<hundreds>1[89]|20)(?P<tens>\d0)年代{STAGE}{ON}"
    bare = rf"{FREE}(?P<tens>[5-9]0|[五六七八九]十)年代{STAGE}{ON}"
    return [
        Rule("decade", rf"{FREE}{CENTURY}{tens}{STAGE}{ON}", decade, units="世", opens=_CENTURIES),
        Rule("decade", full, decade, units="年"),
        Rule("decade", bare, decade, units="年", opens=("五六七八九", "十"), not_after="[二三四五六七八九十]"),
        Rule("century", of_century, century, units="世", opens=_CENTURIES),
    ]


def _with_names() -> list[Rule]:
    of_holiday = rf"[“\"]?(?P<holiday>{names('holiday')})[”\"]?"
    of_event = rf"(?:党的|中国共产党第?)?(?P<event>{names('event')})(?:胜利)?(?:召开)?(?:以来|以后|之后|至今)"
    of_plan = (
        rf"[“\"]?(?P<plan>{names('plan')})[”\"]?(?=时期|期间|规划期|末|初|以来)"
        rf"(?:时期|期间|规划期间?)?(?P<third>[初末])?{ON}"
    )
    events = ("党十二新改中建香澳加", "的国" + seconds("event"))
    return [
        Rule("holiday", rf"{FREE}{OF_YEAR}{of_holiday}{DAYS_OFF}?", holiday, units="年", opens=_DATED),
        Rule("holiday", rf"{of_holiday}{DAYS_OFF}", holiday, opens=("元国五“", "旦庆际一元国五")),
        Rule("holiday", rf"(?P<holiday>{_HOLIDAY_ALONE})", holiday, opens=("元国五", "旦庆际一")),
        Rule("plan", of_plan, plan, opens=('“"' + _NUMERALS, _NUMERALS), not_after=_NUMERAL_BEFORE),
        Rule("since an event", of_event, since_event, opens=events),
    ]


def _of_months() -> list[Rule]:
    numbers = rf"(?:(?P<month0>{MONTH})月?份?{TO})?(?P<month>{MONTH})月份?"
    digits = rf"(?:(?P<month0>{MONTH_IN_DIGITS})月?份?{TO})?(?P<month>{MONTH_IN_DIGITS})月{NO_MONTH}份?"
    named = rf"(?P<relative_month>{RELATIVE_MONTH})份?"
    numerals = rf"(?P<month0>{MONTH})月{TO}(?P<month>{MONTH})月"
    not_alone = rf"(?P<month>{MONTH})月(?:份|{_TEN_DAYS})"  # 十月革命, 三月三: a bare numeral is no month
    no_numeral = f"{_HABIT}|{_NUMERAL_BEFORE}"
    of_quarter = rf"{FREE}{OF_YEAR}?{QUARTER}{ON}"
    quarters = (_DATED[0] + "第", _DATED[1] + "1234")
    return [
        Rule("quarter", of_quarter, quarter, units="年季", opens=quarters, not_after=_HABIT),
        Rule("month", rf"{FREE}{OF_YEAR}\s?{numbers}{_TEN_DAYS}?{ON}", month, units="年", opens=_DATED),
        Rule("month", rf"{named}{_TEN_DAYS}?{ON}", month, opens=("本这上下当同次翌", "月个"), relative=True),
        Rule("month", rf"{FREE}{digits}{_TEN_DAYS}?{ON}", month, units="月" + _DASHES, not_after=rf"{_HABIT}|第"),
        Rule("month", numerals, month, opens=(_NUMERALS, "月" + _NUMERALS), not_after=no_numeral),
        Rule("month", not_alone, month, opens=(_NUMERALS, "月" + _NUMERALS), not_after=no_numeral),
    ]


def _of_years() -> list[Rule]:
    numbers = rf"(?:公元)?(?:(?P<year0>{YEAR})年?{TO})?(?P<year>{YEAR})年(?![代级龄])度?"
    of_numbers = rf"{FREE}{numbers}{THIRD_OF_YEAR}{ON}"
    numerals = ("一二公", "元零〇○" + _NUMERALS)
    named = rf"(?P<relative_year>{RELATIVE_YEAR}){THIRD_OF_YEAR}{ON}"
    return [
        Rule("year", of_numbers, year, units="年" + _DASHES, opens=numerals, not_after=_AGES),
        Rule("year", named, year, opens=_YEARS, relative=True),
    ]


def _told_from_here() -> list[Rule]:
    day = rf"{FREE}(?:(?P<day0>{DAY})日?{TO})?(?P<day>{DAY})日{NO_DAY}{TIMED}{ON}"
    deadline = rf"(?<=[于在计划])(?P<day>{DAY})日(?=前)"  # 3日前 alone is three days ago
    named = rf"(?P<word>{NAMED_DAY}){TIMED}"
    of_week = rf"{WEEK}(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天末]){TIMED}"
    whole_week = rf"{WEEK}(?:周{NO_CYCLE}|星期){ON}"
    no_list = f"{_HABIT}|{_LIST_BEFORE}"
    zhou, xingqi = (rf"{pattern}{_NO_LIST}{TIMED}" for pattern in (ZHOU, XINGQI))
    no_year = r"今|去|明|前|当|多少|若干|余|岁末|[大\d一二三四五六七八九十百千万几多两数每同近周全半]"
    no_month = r"[本上下当同次\d一二三四五六七八九十个每逐腊正岁]"
    ends = ("年", "底初末内"), ("月", "底初末")
    of_year, of_month = "年(?P<third>[底初末内])(?![审会步])", "月(?P<third>[底初末])"
    return [
        Rule("day", day, bare_day, units="日" + _DASHES, not_after=_COUNTED),
        Rule("day", deadline, bare_day, units="日"),
        Rule("named day", named, named_day, opens=("今昨前明后当同是次翌大", "天日晚晨早夜一前后"), relative=True),
        Rule("weekday", of_week, weekday, opens=_WEEKS, relative=True),
        Rule("weekday", zhou, weekday, opens=("周", _NUMERALS + "日天"), not_after=no_list, relative=True),
        Rule("weekday", xingqi, weekday, opens=("星", "期"), not_after=no_list, relative=True),
        Rule("week", whole_week, week, opens=_WEEKS, relative=True),
        Rule("part of the year", of_year, bare_part_of_year, opens=ends[0], not_after=no_year, relative=True),
        Rule("third of the month", of_month, bare_third, opens=ends[1], not_after=no_month, relative=True),
    ]


def _of_the_clock() -> list[Rule]:
    part = rf"(?P<daypart>{LONG_PARTS})"
    alone = rf"{part}(?![好茶餐饭觉班场市的])"
    no_clock = "每[天日晚]?|用时|耗时|历时|成绩|[以超近约满逾小]"
    return [
        Rule("part of the day", rf"{part}\s?{CLOCK}", clock, opens=_PARTS, not_after="每[天日晚]?"),
        Rule("part of the day", alone, clock, opens=_PARTS, not_after=_CLAUSE_BEFORE, relative=True),
        Rule("clock", rf"{FREE}{BARE_CLOCK}", clock, units="时", not_after=no_clock),
    ]


@cache
def rules() -> tuple[Rule, ...]:
    """All rules in the order in which they are tried."""
    some_day = Rule("no day told", SOME_DAY, vague, opens=("连近日", "日前年期几来些"), relative=True)
    return (
        *_of_days(),
        *_of_ages(),
        *_with_names(),
        *_of_months(),
        *_of_years(),
        *_told_from_here(),
        *_of_the_clock(),
        some_day,
    )

"""The numbers that expressions of time are made of, as regular expressions with named groups."""

from analysis.dates.words import RELATIVE_MONTH, RELATIVE_YEAR

DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九]"
MONTH_IN_DIGITS = r"(?:1[0-2]|0?[1-9])(?!\d)"
MONTH = rf"{MONTH_IN_DIGITS}|十[一二]?|[一二三四五六七八九]"
YEAR = r"(?:1\d|20|21)\d{2}(?!\d)|[一二][零〇○一二三四五六七八九]{3}"
TO = r"\s?(?:至|到|—{1,2}|–|-|－|～|~|─{1,2}|―)\s?"
FREE = r"(?<![\d.．/\\])(?<!\d[-:：·])"  # no digit of a longer number, a decimal, a version, a score
ON = "(?P<on>以来|至今|迄今)?"

OF_YEAR = rf"(?:(?:公元)?(?P<year>{YEAR})年度?|(?P<relative_year>{RELATIVE_YEAR})的?)"
OF_MONTH = rf"(?:(?P<month>{MONTH})月|(?P<relative_month>{RELATIVE_MONTH}))"
THIRD = "上旬|中旬|下旬|初|底|末|中(?=[，,。；、])"
THIRD_OF_YEAR = r"(?:年?(?P<third>[初底末内])(?![期审步一中高])|年?(?P<mid>中)(?=[，,。；、]|以来))?"
# What a month is not followed by: 3月龄, 12月均线; but 5月供电量, 10月老挝…
NO_MONTH = "(?![龄均薪租饼嫂子亮牙刊]|供(?![电水应给货暖需])|票(?![房据价])|老(?!挝)|历(?![史经时]))"
# What a day of the month is not followed by: 3日内, 5日均线, 2日游, 10日元, 3日前; but 7日报道, 7日本报, 7日常委会.
NO_DAY = (
    r"(?![线龄间租薪圆后子程志]|均(?![表宣出参举再发对有为未派])|内(?!蒙)|前(?![往来赴去])|历(?![时经])|游(?!行)|元(?!旦)|常(?![委务])"
    r"|报(?![道告名警案送收])|本(?![报网台刊月周市省届次]))"
)

# Parts of a day; a word that goes on to mean something else is none: 12日晚会, 15日夜市, 早日; but 17日晚会见.
LONG_PARTS = "凌晨|清晨|早晨|早上|上午|中午|午后|下午|傍晚|晚间|晚上|夜间|夜里|深夜|午间|半夜"
PARTS = (
    rf"{LONG_PARTS}|[早晨](?![日已期就在些报餐高稻市会练光])"
    r"|晚(?!会(?![见晤谈])|[报宴期年熟婚餐自高于些])|夜(?![市校班景色跑游经]|空(?!袭))"
)
_WEEKDAY = "(?:星期|周)[一二三四五六日天]"
_TOLD_TWICE = rf"\s?[（(](?:{_WEEKDAY}|今天|昨天|今日|昨日|当天|当日)[)）]|\s?{_WEEKDAY}"  # 12日（星期五）, 9日（今天）
_CLOCK_NUMBER = r"(?:2[0-4]|[01]?\d)(?!\d)"
_NO_HOUR = "(?![段速代期区间候差长空辰有不常])"  # 时段, 时间, 时代
_MINUTES = r"(?:(?P<minute>[0-5]?\d)分(?!之)(?:[0-5]?\d秒)?|(?P<half>半)|整)?"
# Behind a day or a part of it 3点 is the clock; alone it may be three points, and only 3时 is read.
CLOCK = (
    rf"(?:(?P<hour0>{_CLOCK_NUMBER})(?:[时点:：](?:(?P<minute0>[0-5]?\d)分?)?)?{TO})?"
    rf"(?P<hour>{_CLOCK_NUMBER}|十[一二]?|[一二两三四五六七八九])"
    rf"(?:[时点]{_NO_HOUR}{_MINUTES}|[:：](?P<colon>[0-5]\d)(?!\d)(?:[:：][0-5]\d(?!\d))?)(?:许|左右)?"
)
BARE_CLOCK = rf"(?P<hour>{_CLOCK_NUMBER})时{_NO_HOUR}{_MINUTES}(?:许|左右)?"
TIMED = rf"(?:{_TOLD_TWICE})?(?:\s?(?P<daypart>{PARTS}))?(?:\s?{CLOCK})?"

_LUNAR_MONTH = r"(?:[一二三四五六七八九十冬腊正]|十[一二])月"
_LUNAR_DAY = r"(?:初[一二三四五六七八九十]|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)"
_LUNAR_YEAR = rf"(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]|{YEAR})年"
LUNAR = (
    r"大?年初[一二三四五六七八九十]|大年三十|除夕夜?"
    rf"|(?:农历|阴历|旧历)的?(?:{_LUNAR_YEAR})?(?:{_LUNAR_MONTH}(?:{_LUNAR_DAY}日?)?|{_LUNAR_DAY}日?)"
    rf"|(?:正月|腊月){_LUNAR_DAY}"
)

CENTURY = r"(?:(?P<century>[12]\d|二十一?|十九)世纪|(?P<which>上|本|新)个?世纪)"
STAGE = r"(?:(?P<third>初|中|末|后)[期叶]?)?"
QUARTER = r"(?P<quarter>第?[一二三四1-4]季度|[上下]半年|前[两三]个?季度)"
DAYS_OFF = r"(?P<days_off>(?:、?(?:春节|中秋节?))?(?:(?:小长|长)?假期?|期间|黄金周|前后|前夕|假日))"

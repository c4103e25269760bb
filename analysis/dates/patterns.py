"""The parts that expressions of time are made of, as regular expressions with named groups."""

DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九]"
MONTH = r"(?:1[0-2]|0?[1-9])(?!\d)|十[一二]?|[一二三四五六七八九]"
IN_DIGITS = r"(?:1[0-2]|0?[1-9])(?!\d)"
YEAR = r"(?:1\d|20|21)\d{2}(?!\d)|[一二][零〇○一二三四五六七八九]{3}"
TO = r"\s?(?:至|到|—{1,2}|–|-|－|～|~|─{1,2}|―)\s?"
FREE = r"(?<![\d.．:：/\\·-])"  # no digit of a longer number, a decimal, a version
TELLS_WEEKDAY = r"\s?[（(](?:今天|昨天)?[，,]?(?:星期|周)[一二三四五六日天][)）]|\s?(?:星期|周)[一二三四五六日天]|\s?[（(](?:今天|昨天|今日|昨日|当天|当日)[）)]"
# Parts of a day; a word that goes on to mean something else is none: 12日晚会, 15日夜市, 早日.
LONG_PARTS = "凌晨|清晨|早晨|早上|上午|中午|午后|下午|傍晚|晚间|晚上|夜间|夜里|深夜|午间|半夜"
PARTS = (
    rf"{LONG_PARTS}|[早晨](?![日已期就在些报餐高稻市会练光])|晚(?!会(?![见晤谈])|[报宴期年熟婚餐自高于些])|夜(?![市校班景色跑游经空])"
)
# 3点建议 are suggestions: a bare 点 counts only where a part of the day, a half or minutes tell that it is the clock.
HOUR = "(?:2[0-4]|[01]?\\d)(?!\\d)|十[一二]?|[一二两三四五六七八九]"
NO_CLOCK = "(?![段速代期区间候差长空辰有不常])"
CLOCK = (
    rf"(?:(?P<hour0>(?:2[0-4]|[01]?\d)(?!\d))(?:[时点:：](?:(?P<minute0>[0-5]?\d)分?)?)?{TO})?"
    rf"(?P<hour>{HOUR})(?:[时点]{NO_CLOCK}(?:(?P<minute>[0-5]?\d)分(?!之)|(?P<half>半)|整)?|[:：](?P<colon>[0-5]\d)(?!\d))"
    r"(?:[0-5]?\d秒|[:：][0-5]\d(?!\d))?(?:许|左右)?"
)
TIMED = rf"(?:{TELLS_WEEKDAY})?(?:\s?(?P<daypart>{PARTS}))?(?:\s?{CLOCK})?"
BARE_CLOCK = (
    rf"(?P<hour>(?:2[0-4]|[01]?\d)(?!\d))时{NO_CLOCK}(?:(?P<minute>[0-5]?\d)分(?!之)(?:[0-5]?\d秒)?|(?P<half>半)|整)?(?:许|左右)?"
)
RELATIVE_YEAR = "今年|去年|前年|明年|后年|当年|同年|上年|次年|翌年|本年度?"
RELATIVE_MONTH = "本月|这个月|上月|上个月|下月|下个月|当月|同月|次月|翌月"
OF_YEAR = rf"(?:(?:公元)?(?P<year>{YEAR})年度?|(?P<relative_year>{RELATIVE_YEAR})的?)"
OF_MONTH = rf"(?:(?P<month>{MONTH})月|(?P<relative_month>{RELATIVE_MONTH}))"
SINCE = "(?P<on>以来|至今|迄今)?"
THIRD = "上旬|中旬|下旬|初|底|末|中(?=[，,。；、]|旬)"
NO_MONTH = "(?![龄均薪租供饼嫂子票亮牙老历刊])"
# What a day of the month is not followed by: 3日内, 5日均线, 2日游, 15日元, 3日前; but 7日报道, 7日本报, 7日常委会.
NO_DAY = r"(?!内|均|线|游(?!行)|龄|间|租|薪|元(?!旦)|圆|常(?!委|务)|报(?!道|告|名|警|案|送)|前|后|本(?!报|网|台|刊|月|周|市|省|届|次)|子|历|程|志|夜兼|新增.{0,3}均)"
_LUNAR_MONTH = r"(?:[一二三四五六七八九十冬腊正]|十[一二])月"
_LUNAR_DAY = r"(?:初[一二三四五六七八九十]|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)"
_LUNAR_YEAR = rf"(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]|{YEAR})年"
LUNAR = (
    rf"大?年初[一二三四五六七八九十]|大年三十|除夕夜?|(?:农历|阴历|旧历)的?(?:{_LUNAR_YEAR})?(?:{_LUNAR_MONTH}(?:{_LUNAR_DAY}日?)?|{_LUNAR_DAY}日?)"
    rf"|(?:正月|腊月)(?:{_LUNAR_DAY})"
)
VAGUE = "连日来|近年来|近几年来?|近些年来?|近日|近期|日前|近来|近年(?!来)"

"""The names of meetings: 主持召开|防汛工作视频会议, 在|数字中国论坛|上."""

import re

# What a meeting is called last. 大会|常务委员会 and 会议|厅 go on to other words.
HEADS = (
    "(?:工作|专题|扩大|视频|调度|例行|全体|常务|办公|党组|座谈|碰头|闭门)?会议(?!厅|室|中心|纪要|精神|期间|认为|指出|强调|要求|代表)|全体会(?!议)|(?:一|二|三|四|五|六|七)中全会(?!精神)|(?<!安)全会(?!议|精神|[^，。]{0,2}决定)"
    "|座谈会|动员会|部署会|推进会|调度会|研讨会|发布会|记者会|吹风会|报告会|茶话会|宣讲会|宣介会|交流会|总结会|表彰会|见面会|通气会|协商会|听证会|论证会|评审会|洽谈会|签约会|对接会|恳谈会|团拜会|联席会"
    "|常委会会议|党组会|常委会(?!委员|主任|副|组成|议|会议|法|[^，。]{0,4}机关)|办公会(?!议)|常务会(?!议)|专题会(?!议)|视频会(?!议)|例会|现场会|民主生活会|组织生活会|学习会|开幕会|闭幕会|预备会|评议会|理事会会议|领导人会晤|联欢会|招待会|音乐会|追悼会|欢迎会|欢送会"
    "|大会(?!常务|常委|主席团|堂|战|议|代表|精神|秘书|组委)|年会|峰会|论坛(?!报)|博览会|进博会|服贸会|消博会|广交会|交易会|展览会|研修班|培训班|研讨班|学习班|进修班|开班式|结业式"
    "|开幕式|闭幕式|开幕仪式|揭牌仪式|签约仪式|签字仪式|欢迎仪式|颁奖仪式|颁授仪式|告别仪式|仪式|典礼|宴会|晚宴|欢迎宴|午餐会|晚会|升旗礼|联组会|小组会(?!议)|代表团的?审议|小组审议|主题党日(?:活动)?"
    "|集体学习|碰头会(?!议)|(?<![社机协学商工员事合体议基开一约拜都将才就不集])会(?=[，。；\n]|$|并)|公祭|纪念活动|庆祝活动|植树活动|主题活动"
)
HEAD = re.compile(HEADS)
HINT = re.compile("[会坛式典礼宴班审党习祭动]")  # without one of these letters there is no head
LONGEST = 60  # characters of a name; with all its organisers it is seldom longer
NEAR = 24  # characters between a name and its verb: 9日至12日在北京人民大会堂|召开
MARKS = re.compile("[，。；：！？\n]")
FURTHER = 20  # characters from one head of a name to the next
NOT_ON = re.compile("[并和及与、的在上等以后前中时期]|“|”")
MANY = re.compile(
    "(?:多|[两三四五六七八九几数]|[0-9]+)(?:场|届)|(?:多|[两三四五六七八九几数])次(?!会议|全会|全体)|一系列|系列(?!主题)"
)
# What follows a verb before the name, and what a name does not hold.
LEADS = re.compile(
    "(?:了|过|的是|的|本次|此次|这次|该|上述|当天的?|今天的?|有关|[他她其]?所在的|隆重的?|盛大的?|简短的?|由[^，。；的]{1,24}?(?:主持|主办|承办|举办|召集|组织)的|一场|一次|首次|在[^，。]{0,12}?(?:召开|举行|举办|开幕)的|[^，。；：“”、]{0,14}?(?:召开|举行|举办|组织)的)+"
)
NOT_INSIDE = re.compile(
    "研究|审议|部署|听取|传达|学习贯彻|贯彻落实|并[^购]|就(?!职|业)|讲话|参观|会见|期间|以来|指出|强调|要求|，|、并"
)
DAYS = re.compile(
    "^(?:(?:[0-9]{4}年|今年|去年)?[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:上午|下午|晚上?|今天|昨天|昨日|今日|日前|近日|当地时间)*(?:，)?"
)
# What stands before the name of a meeting in its clause, and what shows that the clause is about something else.
BEFORE_NAME = re.compile("(?:[^，。；]{0,40}?宣布|由[^，。；的]{1,24}?(?:主持|主办|承办|举办|召集|组织)的)")
NO_NAME = re.compile("[向对为就自从同与给将在以这该]")
AT = re.compile("(?:于|在)[^，。；]{0,24}$")
BARE = re.compile(f"(?:{HEADS})")
ANY_MEETING = frozenset({"会议", "大会", "仪式", "开幕式", "闭幕式", "开幕会", "闭幕会", "开幕仪式", "全体会议"})


def name_behind(text: str, start: int) -> tuple[int, int] | None:
    """Where the name of the meeting that a verb opens or attends stands: behind it, in its clause.

    >>> text = "主持召开国务院常务会议，研究工作"
    >>> text[slice(*name_behind(text, 4))]
    '国务院常务会议'
    """
    lead = LEADS.match(text, start)
    begin = lead.end() if lead else start
    mark = MARKS.search(text, begin, begin + LONGEST)
    limit = mark.start() if mark else min(len(text), begin + LONGEST)
    end = HEAD.search(text, begin, limit) if HINT.search(text, begin, limit) else None
    if end is None or NOT_INSIDE.search(text, begin, end.start()):
        return None
    stop = _whole(text, end.end(), limit)
    return None if MANY.match(text, begin) else (begin, _closed(text, begin, stop))


def _whole(text: str, stop: int, limit: int) -> int:
    """Where a name ends that goes on behind its first head: …博览会|开幕式, …论坛|绿色发展论坛, 常委会|第六次会议."""
    while more := HEAD.search(text, stop, min(limit, stop + FURTHER)):
        if NOT_ON.search(text, stop, more.start()):
            break
        stop = more.end()
    return stop


def _closed(text: str, start: int, stop: int) -> int:
    """Where a name ends that a quotation mark closes: “人民峰会|”."""
    return stop + (text.startswith("”", stop) and "“" in text[start:stop] and "”" not in text[start:stop])


def name_before(text: str, clause: int, verb: int) -> tuple[int, int] | None:
    """Where the name of a meeting stands that is itself what opens: 全省工作会议9日在临江|召开.

    >>> text = "6月9日，全省工作会议9日在临江召开"
    >>> text[slice(*name_before(text, 5, 15))]
    '全省工作会议'
    """
    clause = max(clause, verb - LONGEST - NEAR)
    ends = [match.end() for match in HEAD.finditer(text, clause, verb)]
    if not ends:
        return None
    stop = ends[-1]
    rest = AT.sub("", DAYS.sub("", text[stop:verb])).strip()
    if rest not in {"", "正式", "隆重", "今天", "如期", "顺利", "将"} and not re.fullmatch(
        "[0-9月日上下午晚间至]*(?:在|于)?[^，。]{0,12}", rest
    ):
        return None
    days = DAYS.match(text[clause:stop])
    start = clause + (days.end() if days else 0)
    lead = BEFORE_NAME.match(text, start, stop)
    start = lead.end() if lead else start
    if NO_NAME.match(text, start) or NOT_INSIDE.search(text, start, stop) or MANY.match(text, start):
        return None
    return (start, stop) if stop - start <= LONGEST and start < stop else None


IN_COURSE = re.compile(
    f"(?:在|于)(?P<name>[^，。；：在于“”]{{0,40}}?(?:{HEADS}))(?:[（(][^（）()]{{1,12}}[）)])?[上时]"
)


def name_around(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """Where the name of the meeting stands in whose course somebody speaks: 在数字中国论坛上.

    >>> text = "邱明礼在数字中国论坛上致辞"
    >>> text[slice(*name_around(text, 3, 11))]
    '数字中国论坛'
    """
    found = IN_COURSE.search(text, max(start, stop - LONGEST - NEAR), stop)
    return found.span("name") if found else None


def name_presided(text: str, clause: int, verb: int) -> tuple[int, int] | None:
    """Where the name of the meeting stands that somebody presides over: 座谈会|由校长A主持.

    >>> text = "座谈会由校长邱明礼主持"
    >>> text[slice(*name_presided(text, 0, 9))]
    '座谈会'
    """
    clause = max(clause, verb - LONGEST - NEAR)
    end = next((match.end() for match in HEAD.finditer(text, clause, verb) if text.startswith("由", match.end())), 0)
    return (clause, end) if end else None


def is_bare(name: str) -> bool:
    """Whether a name tells only what kind of meeting it is: 会议, 座谈会."""
    return BARE.fullmatch(name) is not None


def same_meeting(name: str, other: str) -> bool:
    """Whether two names may mean one meeting of one text: 会议 and 党组会议, 论坛 and 数字中国论坛.

    >>> same_meeting("座谈会", "协商座谈会"), same_meeting("干部大会", "党组会议")
    (True, False)
    """
    short, long = sorted((_plain(name), _plain(other)), key=len)
    abbreviated = short[-2:] == long[-2:] and len(short) >= 4 and is_within(short, long)
    return (
        abbreviated
        or long.endswith(short)
        or (short in long and len(short) >= 4)
        or (is_bare(name) and name in ANY_MEETING)
    )


def is_within(short: str, long: str) -> bool:
    """Whether the letters of a short form stand in the long one in their order: 晋衔仪式 in 晋升上将军衔仪式."""
    letters = iter(long)
    return all(letter in letters for letter in short)


def _plain(name: str) -> str:
    return re.sub('[“”"\\s]', "", name)

"""What a name is made of and what stands at its edges: surnames, letters of foreign names, words that follow a name."""

import re
from functools import cache

from analysis.lexicon import lexicon
from analysis.names.spotter import Spotter
from analysis.shadow.characters import HAN

IS_HAN = re.compile(f"[{HAN}]")
PARTED = re.compile(f"[{HAN}]{{1,10}}(?:·[{HAN}A-Z-]{{1,10}}){{1,5}}")
PARTED_BEFORE = re.compile(f"[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}})+$")
REIGN = re.compile("[一二三四五六七八九十]{1,3}世(?![界纪代])")
REIGNING = re.compile(f"(?!第)[{HAN}-]{{2,8}}?{REIGN.pattern}")  # 阿方索十四世, behind a foreign title
ANONYMOUS = re.compile("某|××|XX")
# Characters that transliterate foreign and minority names: those that were met four times or more in the long or dotted
# persons of the MSRA, AISHELL and UNER training sets, less the everyday words among them, and some of Xinhua's tables.
# Without a surname a run of them is a name only where a title or a dot says so.
FOREIGN = frozenset(
    "丁万丘东丝丰丹丽乃久义乌乍乔买于云井亚亨京什仁以伊休伟伦伯伽佐何佛佩依侯俄保修儒克兰其兹内冈冉农冯凡凯切列利力加努劳勃勒包匈华卓南博卡卢厄古"
    "台史叶司吉吐吕吾哈哥哲唐喀善喜嘎因图土圣圭坎坦埃基堆塔塞士夏多太夫央夸奇奈奎奥妮姆始威娃娅娜子孔孙孜孟宁守安宗宜宝宫宾密富察尔尚尤尼山岛崎崔"
    "巴布希帕帝席平庆库庞康廉延廷弗张强彦彭彼德怀思恩恰惠懿戈戴扎托扬拉拿捷措提摩敖敦文斐斯施日旦旺昂昆昌明易普曲曼曾朔朗木本朱李杜条杰松林果柏查"
    "柯根格桂桑桥梁梅森楚次欣欧武比毕水汉汗江汤沃沙治法波泰泽洛津洪派海涅温潘灵烈热爱片特玉王玎玛珀珊珍珠班理琐琳琴琼瑞瑟瓜瓦甘甫田申略登白皮盖石"
    "祖禅福科积穆穗窦米素索约纳纽绍维缅缇罕罗美翁翰考者耶肖肯胡脱臣舍舒良艾芒芝芬苏若英范茨茹荣莉莎莫莱菲萨葛蒂蒙蓓蕾薇藤西詹让许诺谢豪贝贡费贺贾"
    "赖赛赞赫路辛达迈连迪迭逊道邓那邦都里野金钦钱锡门阿陶雅雪雷霍韦顺顿香马高魏鲁鲍麦黎黑默齐龄龙"
    "卜郎嘉坚歇滕隆仓季额拜铁蓬茂墨瑙缪玻芙莲蒲哇披"  # met twice or more in the MSRA and PFR training sets, and in Xinhua's tables
)


@cache
def surnames() -> tuple[dict[str, int], dict[str, int]]:
    """The single and the compound surnames (those of the Yi among them), with their bearers among 100,000 people."""
    rows = lexicon("surnames").rows
    kinds = [
        {row["name"]: int(row["weight"]) for row in rows if row["kind"] in kind}
        for kind in ({"single"}, {"compound", "yi"})
    ]
    return kinds[0], kinds[1]


@cache
def japanese_surnames() -> Spotter:
    """The Japanese surnames, of two or three characters: 冈村, 小野寺."""
    return Spotter([row["name"] for row in lexicon("surnames").rows if row["kind"] == "japanese"])


@cache
def followers() -> Spotter:
    """Words that may stand right behind a name."""
    return Spotter(lexicon("verbs").column("name"))


# One character that may stand right behind a name. 为 and 任 serve appointments: 任命秦砚为…, 张国泰任….
SINGLE = frozenset(
    "随携案互在向对与和及同为于率说称的等就由将以把被从到已也还曾任是来赴又则即因或暨兼致作访见抵应出给让请并均都正当后时表做谈看指介强主会"
)
JOINING = frozenset("与和及同暨或")
# Of those, the ones that hardly ever end a given name: behind a shorter name they are words (王益|等出席, not 王益等|出席).
WORDS_ALONE = frozenset("等在与率已被将把的向对于因致互作案说称到")
# Surnames that are prepositions or verbs, if the tokenizer says so: 向全球, 和人民.
IN_FRONT = frozenset("和向由从以对与于在把将及到为是给让称访")
# Characters of no name.
NOT_IN_A_NAME = re.compile("[的了着们他她它我你您这那哪吗吧呢啊把被]")
WORDS_IN_ACTS = frozenset("为任同兼不现当")  # 任命秦砚|为外交部部长
# How surely a name ends: at punctuation; before a known word; before one character, or at the tokenizer's edge.
CLOSING, STRONG, WEAK = 3, 2, 1
# Surnames that are more often a word before a title: 党主席, 原主席, 代市长, 常委主任.
NO_LONE_SURNAME = frozenset(
    "党原任和代向前老新女国省市县区州校院部司处科厅局班组团营连军师旅于与全总宗农东西南北各后又双时正经首"
)
# Those that are one only where their clause begins: 、周总理, ，华主席, but not 上周主席, 在华总领事.
LONE_AT_FIRST = frozenset("周常华单")


@cache
def not_names() -> frozenset[str]:
    """Words that begin with a surname and are never a name behind a title. Errs towards silence: a person called so is missed."""
    return frozenset(lexicon("not_names").column("name"))

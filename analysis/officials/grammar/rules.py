"""The grammar of official mentions as a list: which element may follow which, what it weighs, and why.

    Block    := Chain Names | [Body] Name Title
    Chain    := Position { (、 | 兼 | ，) Position }
    Position := [Modifier] [Body] [Modifier] [RelativeClause] [Ordinal] Title [（Title）]
    Names    := Name { (、 | 和 | blank) Name }

A block is a path through these states that ends in `NAMED` or `HELD`; a path through a sentence is blocks and what is skipped
between them. Weights are nats, set by hand: a rule's own, and that of the evidence for its element (`WEIGHTS`), add up. Skipping
weighs nothing, so that a block is read where its weights sum to more than 0. Prose errs towards silence that way: a chain
without a name is never read.
"""

from typing import NamedTuple

# States: what has been read last.
START, MODIFIED, EMBODIED, QUALIFIED = "start", "modifier", "body", "qualifier"
TITLED, DOUBTED, JOINED, UNSURE, LABELLED = "title", "doubted title", "joint", "joint of doubted titles", "label"
NAMED, LISTED = "name", "joint of names"
HOMED, FACED, HELD, RESUMED = "body of a name", "name in front", "title behind name", "joint behind name"
ENDS = frozenset({NAMED, HELD})

# Kinds of elements.
BODY, TITLE, GUARDED, FUSED, MODIFIER, QUALIFIER = (
    "body",
    "title",
    "guarded title",
    "fused title",
    "modifier",
    "qualifier",
)
ALTERNATIVE, JOINT, COMMA, LABEL, OF = "alternative", "joint", "comma", "label", "的"
NAME, EDGED, FRONT, NEXT, TAIL, HOME = "name", "name at an edge", "name in front", "next name", "tail", "body of a name"


class Rule(NamedTuple):
    """One step of the grammar: in state `before`, an element of this kind leads to state `after`."""

    name: str
    before: str
    kind: str
    after: str
    weight: float
    why: str


RULES = (
    Rule("begin with modifier", START, MODIFIER, MODIFIED, 0.3, "原|教育部副部长"),
    Rule("begin with body", START, BODY, EMBODIED, 0.0, "水利部|副部长"),
    Rule("begin with title", START, TITLE, TITLED, 0.0, "副部长|田远山"),
    Rule("begin with guarded title", START, GUARDED, DOUBTED, -1.5, "委员 and 代表 without a body are words, unless a name is sure"),
    Rule("begin with fused title", START, FUSED, TITLED, 0.0, "外交部长: body and title share 部"),
    Rule("begin with qualifier", START, QUALIFIER, QUALIFIED, 0.3, "分管日常工作的|副部长"),
    Rule("body behind modifier", MODIFIED, BODY, EMBODIED, 0.0, "原|教育部"),
    Rule("title behind modifier", MODIFIED, TITLE, TITLED, 0.0, "原|副部长"),
    Rule("guarded title behind modifier", MODIFIED, GUARDED, DOUBTED, -1.5, "原|委员"),
    Rule("fused title behind modifier", MODIFIED, FUSED, TITLED, 0.0, "原|外交部长"),
    Rule("qualifier behind modifier", MODIFIED, QUALIFIER, QUALIFIED, 0.3, "原|分管日常工作的"),
    Rule("title of body", EMBODIED, TITLE, TITLED, 0.0, "水利部|副部长"),
    Rule("guarded title of body", EMBODIED, GUARDED, TITLED, 0.0, "全国人大|代表: the body makes it an office"),
    Rule("modifier behind body", EMBODIED, MODIFIER, QUALIFIED, 0.3, "教育部|原|副部长"),
    Rule("qualifier behind body", EMBODIED, QUALIFIER, QUALIFIED, 0.3, "中央组织部|分管日常工作的|副部长"),
    Rule("qualifier behind qualifier", QUALIFIED, QUALIFIER, QUALIFIED, 0.3, "原|分管日常工作的, 分管日常工作的|第一任"),
    Rule("title behind qualifier", QUALIFIED, TITLE, TITLED, 0.0, "分管日常工作的|副部长"),
    Rule("guarded title behind qualifier", QUALIFIED, GUARDED, TITLED, 0.0, "民建中央|原|委员"),
    Rule("second title in brackets", TITLED, ALTERNATIVE, TITLED, 0.2, "副校长|（副院长）"),
    Rule("one more position", TITLED, JOINT, JOINED, 0.2, "党组书记|、|部长 are of one person: no name stands between them"),
    Rule("one more position", DOUBTED, JOINT, UNSURE, 0.2, "委员|、|秘书长"),
    Rule("position across comma", TITLED, COMMA, JOINED, -0.5, "党组成员|，|国家邮政局局长: a membership, or former posts one by one"),
    Rule("further modifier", JOINED, MODIFIER, MODIFIED, 0.3, "常委、|原|书记"),
    Rule("further body", JOINED, BODY, EMBODIED, 0.0, "副部长、|国家邮政局"),
    Rule("further title", JOINED, TITLE, TITLED, 0.0, "党组书记、|部长"),
    Rule("further guarded title", JOINED, GUARDED, TITLED, 0.0, "副部长、|党组成员"),
    Rule("further fused title", JOINED, FUSED, TITLED, 0.0, "常委、|组织部长"),
    Rule("further qualifier", JOINED, QUALIFIER, QUALIFIED, 0.3, "党组副书记、|分管日常工作的"),
    Rule("further modifier", UNSURE, MODIFIER, MODIFIED, 0.3, "委员、|原|书记"),
    Rule("further body", UNSURE, BODY, EMBODIED, 1.5, "the doubt is gone: 委员、|国家邮政局"),
    Rule("further title", UNSURE, TITLE, TITLED, 1.5, "the doubt is gone: 委员、|秘书长"),
    Rule("further guarded title", UNSURE, GUARDED, DOUBTED, 0.0, "委员、|代表"),
    Rule("further fused title", UNSURE, FUSED, TITLED, 1.5, "the doubt is gone: 委员、|组织部长"),
    Rule("colon", TITLED, LABEL, LABELLED, 0.0, "局长|：|田远山"),
    Rule("colon", DOUBTED, LABEL, LABELLED, 0.0, "组长|：|田远山"),
    Rule("的 in front of name", TITLED, OF, LABELLED, 0.0, "时任县委书记|的|庾道平"),
    Rule("name behind titles", TITLED, NAME, NAMED, 0.0, "副部长|田远山"),
    Rule("name behind titles", TITLED, EDGED, NAMED, 0.0, "副部长|田远山|在会上"),
    Rule("name behind doubted title", DOUBTED, NAME, NAMED, -1.2, "代表|田远山|指出: a mark or a known word must follow"),
    Rule("name behind doubted title", DOUBTED, EDGED, NAMED, -6.0, "代表|田远山|在会上: not alone, but in a list"),
    Rule("name behind label", LABELLED, NAME, NAMED, 0.0, "局长：|田远山"),
    Rule("name behind label", LABELLED, EDGED, NAMED, 0.0, "局长：|田远山|主持"),
    Rule("mark behind name", NAMED, TAIL, NAMED, 1.5, "no title begins in what marks a name: 田远山|同志, 田远山|（女）"),
    Rule("list goes on", NAMED, NEXT, LISTED, 0.0, "田远山|、"),
    Rule("name shares titles", LISTED, NAME, NAMED, 0.0, "田远山、|邱明礼: neither body nor title stands between them"),
    Rule("name shares titles", LISTED, EDGED, NAMED, 0.0, "田远山、|邱明礼|到会"),
    Rule("begin with body of name", START, HOME, HOMED, 0.5, "省水务局|温知秋副局长"),
    Rule("begin with name", START, FRONT, FACED, 0.0, "温知秋|副局长"),
    Rule("name behind its body", HOMED, FRONT, FACED, 0.0, "省水务局|温知秋"),
    Rule("title behind name", FACED, TITLE, HELD, 0.0, "温知秋|副局长"),
    Rule("guarded title behind name", FACED, GUARDED, HELD, 0.0, "田远山|代表"),
    Rule("mark behind title", HELD, TAIL, HELD, 0.1, "总统|阁下"),
    Rule("one more position", HELD, JOINT, RESUMED, 0.2, "温知秋副局长|、|总工程师"),
    Rule("further title", RESUMED, TITLE, HELD, 0.0, "温知秋副局长、|总工程师"),
    Rule("further guarded title", RESUMED, GUARDED, HELD, 0.0, "温知秋副局长、|党组成员"),
)  # fmt: skip
STEPS = {(rule.before, rule.kind): rule for rule in RULES}

# What the evidence for an element weighs.
WEIGHTS = {
    "title": 1.0,
    "body": 0.5,  # any body that is read in front of a title
    "body of lexicon": 3.0,  # a user's entry
    "body seen by model": 0.4,  # more, if the model sees just this body
    "body opened": 0.2,  # more, if a known name opens it
    "body around 原": 0.5,  # 市公安局原交警支队: more than the modifier in front of the part alone
    "body joined inside": 0.2,  # 经济和气候保护部: so that it is read only where nothing else leads on
    "body opened before joint": 1.4,  # more, if a country opens it, or nothing else can be what is in front of the 和
    "name of lexicon": 8.0,
    "name sure to model": 4.5,
    "name before mark": 2.7,
    "name before word": 2.5,  # a verb, an office
    "name at edge": 1.6,  # one letter that may follow, or the tokenizer's edge
    "other length": -1.5,  # than the one that the surname and its right edge make likeliest
    "unlike a name": -2.0,  # no surname, Chinese title, and the model sees no person
    "cut elsewhere by model": -1.0,  # times the confidence of the model
    "joins nothing": -1.6,  # 管仲|和昨天: what follows 和 is neither name nor body
    "before a title": -0.8,  # 书记|田远山|副书记: the name may be of the title behind it
    "begins with a word": -1.5,  # 贺信|并, 后首|访
    "name in front": 1.4,
    "name to the tokenizer": 2.0,  # in front
    "surname in front": 0.8,
}

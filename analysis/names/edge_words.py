"""The words at the two edges of a stretch, and what they say for its being a name."""

from analysis.names.edges import IS_HAN, followers
from analysis.names.odds import END, FRONT, Beside, beside
from analysis.names.words import Words

BLANK = Beside(2.0, 2.0)  # a blank parts the names of a list
CUT = Beside(0.0, 0.0)  # the edge is inside a word of the tokenizer
# What stands between a label and the name it announces: 责任编辑：, 摄影/.
AFTER_A_LABEL = frozenset("：:/／")
LABELS = frozenset(
    "责任编辑 编辑 责编 校对 审核 监制 摄影 作者 记者 通讯员 主讲人 主讲 主持人 主持 姓名 撰稿 撰文 文 图 图片 摄 供图 制图 播音 编辑 来源 统筹 策划 联系人 组长 导演 编剧 主演 嘉宾 演唱 作词 作曲".split()
)
LABELLED = 3.0  # nats; set by hand, in the order of what 记者 gives
# What the name of a place ends in: 薛埠|镇 is no person.
PLACE_ENDS = frozenset("镇县村沟屯乡区市路街巷庄寨桥湾山河湖岛站州省坝")


class EdgeWords:
    """Reads the edges in one text.

    >>> from analysis.segment import Segmenter
    >>> text = "记者田远山报道"
    >>> edges = EdgeWords(text, Words(Segmenter().tokens(text)))
    >>> edges.before(2).before > 3, edges.after(5).after > 3, edges.before(1) is CUT
    (True, True, True)
    """

    def __init__(self, text: str, words: Words) -> None:
        self.text, self.words = text, words
        self._front, self._end = beside(FRONT), beside(END)

    def before(self, start: int) -> Beside:
        """What stands before a name that begins at `start`."""
        if start == 0 or self.text[start - 1] == "\n":
            return self._front
        if self.text[start - 1] == " ":
            return BLANK
        if self.text[start - 1] in AFTER_A_LABEL and self._is_labelled(start - 1):
            return Beside(LABELLED, 0.0)
        token = self.words.ending(start)
        return beside(token) if token else CUT

    def _is_labelled(self, mark: int) -> bool:
        token = self.words.ending(mark)
        return token is not None and token.word in LABELS

    def after(self, stop: int) -> Beside:
        """What stands behind a name that ends at `stop`."""
        if stop >= len(self.text) or self.text[stop] == "\n":
            return self._end
        if self.text[stop] == " ":
            return BLANK
        token = self.words.at(stop)
        return beside(token) if token else CUT

    def of_both(self, start: int, stop: int) -> tuple[float, ...]:
        """What one word on either side does not tell, as 0 or 1.

        A verb of the list behind; the same, at the head of a clause; the whole title of a book; a last letter that ends
        places.
        """
        text = self.text
        followed = followers().at(text, stop) > 0
        heads = start == 0 or (not IS_HAN.match(text[start - 1]) and text[start - 1] != "、")
        return (
            float(followed),
            float(followed and heads),
            float(text[start - 1 : start] == "《" and text[stop : stop + 1] == "》"),
            float(text[stop - 1] in PLACE_ENDS),
        )

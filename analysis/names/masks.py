"""Where a name or a title is not somebody acting: doctrines, epithets, book titles, bylines, quoted words (officials.md 14)."""

import re
from bisect import bisect_right

from analysis.names.persons import Name

# A person's name inside a doctrine, or as the author of words that others study: no appearance.
CONCEPT = re.compile(
    "习近平(?:新时代中国特色社会主义|经济|生态文明|外交|法治|强军|文化|总书记关于)?[^，。；、\n]{0,8}?思想|毛泽东思想|邓小平理论|邓小平同志[^，。]{0,6}委员会"
    "|[一-鿿]{2,4}(?:总书记|主席|同志)(?:系列|一系列|在[^，。；\n]{1,24}上的|对[^，。；\n]{1,24}作出的|关于[^，。；\n]{1,40}的?)?(?:“[^”\n]{1,16}”)?(?:系列)?(?:重要|系列)(?:讲话|指示|批示|论述|回信|贺信|文章|精神|思想|要求)"
)
EPITHET = re.compile(
    "以[一-鿿]{2,4}(?:同志|主席|总书记)?为(?:核心|首|总书记|主要代表|代表)的?|(?<=确立)[一-鿿]{2,4}同志党中央的核心"
)
QUOTED = re.compile("《[^《》\n]{1,60}》")
BYLINE = re.compile(
    "(?:责任编辑|责编|编辑|校对|审核|监制|主播|摄影|文/|图/|来源|编译|作者|统筹|撰稿|总监制|制片人)[：:／/]? *[^，。；\n]{1,24}|[（(][^（）()\n]{0,12}记者[^（）()\n]{1,30}[）)]"
)
KINDS = (("concept", CONCEPT), ("epithet", EPITHET), ("quoted", QUOTED), ("byline", BYLINE))
LABELLED = re.compile(
    "^(?:责任编辑|责编|编辑|校对|审核|监制|主播|摄影|文/|图/|来源|编译|作者|统筹|撰稿|总监制|制片人)[：:／/]"
)


class Mask:
    """The masked stretches of one text.

    >>> mask = Mask("学习习近平新时代中国特色社会主义思想，读《王主席传》")
    >>> mask.kind(2, 5), mask.kind(21, 24), mask.kind(0, 2)
    ('concept', 'quoted', 'appearance')
    """

    def __init__(self, text: str) -> None:
        spans = [(m.start(), m.end(), kind) for kind, rule in KINDS for m in rule.finditer(text) if _holds(kind, m[0])]
        self._spans = sorted(spans)
        self._starts = [span[0] for span in self._spans]

    def kind(self, start: int, stop: int) -> str:
        """The kind of mention that a name at this place is."""
        for i in range(min(bisect_right(self._starts, start) - 1, len(self._spans) - 1), -1, -1):
            a, b, kind = self._spans[i]
            if a <= start and stop <= b:
                return kind
            if a < start - 80:
                break
        return "appearance"

    def covers(self, start: int, stop: int) -> bool:
        """Whether nothing here may be read as an office."""
        return self.kind(start, stop) in {"concept", "quoted", "byline"}

    def refers(self, name: Name, stop: int) -> bool:
        """Whether the name only says whose words or which leadership is meant."""
        return self.kind(name.start, name.stop) in {"concept", "epithet", "byline"}


def _holds(kind: str, words: str) -> bool:
    return kind != "byline" or words[0] in "（(" or bool(LABELLED.match(words))

"""Where a document says that it comes from: its dateline, its source lines, its publisher, its heading."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from analysis.document import Document
from analysis.spans import Span

# 本报兰州10月9日讯, 新华社哈尔滨2月3日电, 株洲日报讯, 南溪大学新闻网讯.
AGENCY = "本报|本网|本台|本刊|新华社|新华网|中新社|中新网|人民网|央视网|央广网|中国新闻网"
DAY = r"(?:\s*\d{1,2}月)?(?:\s*\d{1,2}日)?"
DATELINE = re.compile(
    f"^[ \t　]*(?:(?:{AGENCY})[ \t　]*(?P<place>[一-鿿]{{0,8}}?){DAY}|(?P<paper>[一-鿿]{{2,12}}?(?:日报|晚报|晨报|时报|新闻网|在线|网|电视台|融媒|发布|校报|新闻中心)){DAY})"
    "[ \t　]*(?:专)?(?:讯|电|消息)(?=[\\s　（(：:]|[^一-鿿]|.)",
    re.MULTILINE,
)
MEDIUM = re.compile(
    "(?:县级)?(?:融媒体?中心?|融媒|日报社?|晚报社?|晨报|时报|新闻网|新闻中心|新闻办|广播电视台|电视台|发布|在线|党委宣传部|宣传部|官方网站|官网|网站|微信公众号|公众号|校报|政府网|人民政府网|客户端|网)$"
)
SOURCE_LINE = re.compile(
    "^[ \t　]*(?:信息|文章|稿件)?(?:来源|供稿单位|供稿|发布机构|发布单位|主办单位|作者单位|撰稿单位)[：:][ \t　]*(\\S{2,30})",
    re.MULTILINE,
)
FOOTER = re.compile("[（(]([一-鿿]{3,24}?)(?:供稿|提供|报道|编发|发布)?[）)][ \t　]*$", re.MULTILINE)
SIGNATURE = re.compile(
    "^[ \t　]*([一-鿿]{4,24})[ \t　]*$(?=\\n[ \t　]*[0-9〇一二三四五六七八九十]{4}年|\\s*\\Z)", re.MULTILINE
)
PUBLISHERS = ("source", "publisher", "site", "site_name", "account", "column_source")


class Origin:
    r"""What the words around one document's sentences say of it; nothing here is read as a body yet.

    >>> page = Document("d", "全省防汛会议召开", "本报兰州7月1日讯　省委书记到会。\n（会宁县融媒体中心）")
    >>> {kind: list(words) for kind, words in Origin(page).told.items()}
    {'publisher': ['会宁县融媒体中心'], 'heading': ['全省防汛会议召开'], 'source': [], 'dateline': ['兰州']}
    """

    def __init__(self, document: Document) -> None:
        self._document, self._text = document, document.text

    @cached_property
    def dateline(self) -> re.Match[str] | None:
        """The dateline of the text."""
        return DATELINE.search(self._text[:400])

    @property
    def paper(self) -> list[str]:
        """The paper or the school that the dateline names: 株洲日报, 南溪大学新闻网."""
        return [self.dateline["paper"]] if self.dateline and self.dateline["paper"] else []

    @property
    def dateline_span(self) -> Span:
        """The range of the dateline; empty if there is none."""
        return Span(*self.dateline.span()) if self.dateline else Span(0, 0)

    @cached_property
    def told(self) -> Mapping[str, Sequence[str]]:
        """The strings that tell where a document comes from and what it is about, in the order in which they are believed."""
        names = [name for name in (*self.paper, *self.publishers, *self.sources) if name]
        place = [self.dateline["place"]] if self.dateline and self.dateline["place"] else []
        written = str(self._document.metadata.get("dateline", ""))
        return {
            "publisher": [name for name in names if MEDIUM.search(name)],
            "heading": [words for words in (self._document.title, self.line) if words],
            "source": [name for name in names if not MEDIUM.search(name)],
            "dateline": [*place, *([written] if written else [])],
        }

    @cached_property
    def line(self) -> str:
        """The first line of the text if it is no sentence."""
        line, newline, _ = self._text.lstrip().partition("\n")
        return line.strip() if newline and 4 <= len(line) <= 60 and not re.search("[。；！]$", line.strip()) else ""

    @cached_property
    def sources(self) -> list[str]:
        """What source lines name."""
        fields = [field.value for field in self._document.fields if field.name == "source"]
        return [*fields, *(match[1] for match in SOURCE_LINE.finditer(self._text))]

    @cached_property
    def publishers(self) -> list[str]:
        """What the document's facts, its footers and its signature name."""
        metadata = self._document.metadata
        facts = [self._document.source, *(str(metadata[key]) for key in PUBLISHERS if metadata.get(key))]
        text = self._text
        return [
            *facts,
            *(m[1] for m in FOOTER.finditer(text)),
            *(m[1] for m in SIGNATURE.finditer(text, len(text) // 2)),
        ]

"""Which places a document speaks of: the province of its 省委, the city of its 市政府."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from analysis.document import Document, Token
from analysis.names.places import COINED_LEVELS, Division, divisions, place_spotter
from analysis.names.posts import Post
from analysis.names.words import Words
from analysis.officials.canonical import LEVEL_WORDS

LEVEL_OF = {
    "省": "province",
    "自治区": "province",
    "市": "prefecture",
    "州": "prefecture",
    "盟": "prefecture",
    "地区": "prefecture",
    "县": "county",
    "旗": "county",
    "区": "county",
}
ORGAN_OF_A_PLACE = re.compile(
    "(省|自治区|市|县|区|旗)(?=委(?![员托任])|人民政府|政府|人大|政协|纪委|监委|[一-鿿]{1,8}[厅局])"
)


class Regions:
    """The divisions that one document names, and how often."""

    def __init__(self, document: Document, words: Words, posts: Sequence[Post] = ()) -> None:
        self._document, self._words = document, words
        self._in_posts = {place for post in posts for place in range(post.start, post.stop)}

    @cached_property
    def _regions(self) -> Counter[Division]:
        """How often the document names each division in full, or a province or a city in short.

        Short names of counties do not count: 临江, 和平 and 城关 are too many things.
        """
        votes: Counter[Division] = Counter()
        shorts = {division.name[:-1] for division in self._coined}
        heading = f"{self._document.title}\n{self._document.metadata.get('dateline', '')}"
        for text, words in ((heading, None), (self._document.text, self._words)):
            for start, stop in place_spotter().find(text):
                division = divisions().get(text[start:stop], (None,))[0]
                if division and self._is_named(division, text, start, stop, words) and text[start:stop] not in shorts:
                    votes[division] += 1
        return votes + self._coined

    def _is_named(self, division: Division, text: str, start: int, stop: int, words: Words | None) -> bool:
        """Whether this division is meant: its full name, or a short one of a province or city that is a word by itself."""
        if text[start:stop] == division.name:
            return True
        if division.level == "county" or text[stop : stop + 1] in LEVEL_WORDS:
            return False
        if words is None:
            return True
        # 副省长|沙马里铁 names no 长沙
        return start not in self._in_posts and words.starts(start) and words.ending(stop) is not None

    @cached_property
    def _coined(self) -> Counter[Division]:
        """Divisions that the gazetteer lacks, known by their organs: 东湖|市委, 热河|省政府."""
        votes: Counter[Division] = Counter()
        for match in ORGAN_OF_A_PLACE.finditer(self._document.text):
            token = self._words.ending(match.start())
            name = token.word + match[1] if token else ""
            if token and len(token.word) in {2, 3, 4} and name not in divisions() and self._is_place(token, name):
                votes[Division(name, "", COINED_LEVELS[match[1][-1]], "")] += 1
        return votes

    def _is_place(self, token: Token, name: str) -> bool:
        """Whether the tokenizer takes the word for a name, or the document repeats it: not 代表|省委."""
        return token.tag in {"ns", "nr", "nrt", "nz", "nt"} or (
            token.tag == "n" and self._document.text.count(name) > 1
        )

    def place(self, level: str) -> str:
        """The one place of a level that the document speaks of; '' if none or if two are as frequent."""
        votes: Counter[str] = Counter()
        for division, count in self._regions.items():
            for place in (division, *(self._parents(division) if division.level == "prefecture" else ())):
                if self._is_level(place, level, LEVEL_OF.get(level, "")):
                    votes[place.name] += count
        best = votes.most_common(2)
        return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else ""

    def _is_level(self, place: Division, level: str, wanted: str) -> bool:
        if level == "市":
            return place.name.endswith("市") and place.level in {"prefecture", "province"}
        return place.level == wanted and place.name.endswith(level)

    def _parents(self, division: Division) -> tuple[Division, ...]:
        found = (
            [d for group in divisions().values() for d in group[:1] if d.code == division.parent]
            if division.parent
            else []
        )
        return (found[0], *self._parents(found[0])) if found else ()

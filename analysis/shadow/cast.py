"""The shadow of a text and the map back."""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.shadow.characters import is_plain, plain_characters, plain_signs, unseen
from analysis.shadow.joins import gaps
from analysis.shadow.script import character_by_character, is_traditional
from analysis.shadow.simplified import to_simplified
from analysis.spans import OffsetMap, Span

Cut = tuple[int, int]
_PASSES = 8  # joining a name may be what another needs; two passes are the most that a real text took


@dataclass(frozen=True, slots=True)
class Shadow:
    """A text as it is matched, and where each of its characters stands in the text.

    Every character of the shadow stands for one of the text; the text has some more between them.

    Attributes
    ----------
    text : str
        The shadow itself; the text itself, as the same object, if nothing was to be done.
    origin : OffsetMap
        From the shadow to the text.
    """

    text: str
    origin: OffsetMap

    def source(self, start: int, stop: int) -> Span:
        """Where the shadow's `[start, stop)` stands in the text.

        >>> text = "组长：李　强，副组长：王小明"
        >>> shade = shadow(text)
        >>> shade.text[3:5], text[slice(*shade.source(3, 5))]
        ('李强', '李　强')
        """
        return self.origin.source(start, stop)


def shadow(text: str, simplified: bool = False) -> Shadow:
    r"""The text as it is matched: characters in their plain form, the unseen left out, torn names mended.

    What is done is told in `analysis.shadow.characters` and `analysis.shadow.joins`. Chinese punctuation, traditional
    characters and everything else stay. The shadow of a shadow is itself.

    Parameters
    ----------
    text : str
    simplified : bool
        Write traditional characters as simplified ones too (needs OpenCC: `pip install 'analysis[traditional]'`).

    Raises
    ------
    AnalysisError
        If `simplified` is asked for and OpenCC is not installed.

    >>> shadow("２０２１年，艾尔肯•吐尼亚孜\u200b和李　强。").text
    '2021年，艾尔肯·吐尼亚孜和李强。'
    >>> shadow("会议召开：完。").text
    '会议召开：完。'
    """
    plain, cuts = text, []
    if not is_plain(text):
        cuts = unseen(text)
        plain = _without(plain_characters(text), cuts)
    plain = plain_signs(plain)
    if simplified:
        plain = to_simplified(plain)
    origin = _origin(len(text), cuts)
    traditional = not simplified and is_traditional(plain)
    for _ in range(_PASSES):
        found = gaps(character_by_character(plain) if traditional else plain)
        if not found:
            break
        cuts = _merged([*cuts, *(origin.source(*gap) for gap in found)])
        plain, origin = _without(plain, found), _origin(len(text), cuts)
    return Shadow(text if plain == text else plain, origin)


def _without(text: str, cuts: Iterable[Cut]) -> str:
    return "".join(text[start:stop] for start, stop in _kept(len(text), cuts))


def _kept(length: int, cuts: Iterable[Cut]) -> Iterable[Cut]:
    """What stands between the cuts."""
    start = 0
    for cut in cuts:
        if start < cut[0]:
            yield start, cut[0]
        start = cut[1]
    if start < length:
        yield start, length


def _origin(length: int, cuts: list[Cut]) -> OffsetMap:
    runs, place = [], 0
    for start, stop in _kept(length, cuts):
        runs.append((place, start, stop))
        place += stop - start
    return OffsetMap(runs, place)


def _merged(cuts: Iterable[Cut]) -> list[Cut]:
    merged: list[Cut] = []
    for start, stop in sorted(cuts):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(stop, merged[-1][1]))
        else:
            merged.append((start, stop))
    return merged

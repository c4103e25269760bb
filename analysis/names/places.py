"""Places: the divisions of China from provinces to counties, and the countries."""

import re
from dataclasses import dataclass
from functools import cache

from analysis.lexicon import lexicon
from analysis.names.spotter import Spotter

# What a bare division is called where its name is cut short: 河北 for 河北省.
LEVELS = {"province": 0, "prefecture": 1, "county": 2}


@dataclass(frozen=True, slots=True)
class Division:
    """A division: `name` in full (淮北市), `code` after GB/T 2260, `parent` the code one level up."""

    name: str
    code: str
    level: str
    parent: str

    @property
    def area(self) -> str:
        """What the codes of the divisions in it begin with: two digits of a province, four of a prefecture, '' of a county."""
        return self.code[: {"province": 2, "prefecture": 4}.get(self.level, 0)]

    def lies_in(self, other: "Division") -> bool:
        """Whether this division is a part of the other.

        >>> yunyang, kunming = divisions()["云阳县"][0], divisions()["昆明市"][0]
        >>> yunyang.lies_in(divisions()["重庆市"][0]), kunming.lies_in(divisions()["重庆市"][0])
        (True, False)
        """
        return bool(other.area) and self != other and (self.code or self.parent).startswith(other.area)


@cache
def divisions() -> dict[str, tuple[Division, ...]]:
    """Division by full and by short name; several where a name is not unique (朝阳区)."""
    found: dict[str, tuple[Division, ...]] = {}
    for row in lexicon("divisions").rows:
        division = Division(row["name"], row["code"], row["level"], row["parent"])
        for name in {row["name"], *row["short"].split("|")} - {""}:
            found[name] = (*found.get(name, ()), division)
    return found


@cache
def countries() -> dict[str, str]:
    """Short name of a country by each of its names; China is not among them."""
    found: dict[str, str] = {}
    for row in lexicon("countries").rows:
        if row["name"] != "中国":
            found |= {
                name: row["name"] for name in (row["name"], row["full"], *row["aliases"].split("|")) if len(name) > 1
            }
    return found


@cache
def letters() -> dict[str, str]:
    """Country by its letter: 驻美 is 驻美国."""
    return {row["letter"]: row["name"] for row in lexicon("countries").rows if row["letter"]}


@cache
def place_spotter() -> Spotter:
    """All divisions and countries; one-character short forms stay out, they are words more often."""
    return Spotter({name for name in (*divisions(), *countries(), "中国") if len(name) > 1})


@dataclass(frozen=True, slots=True)
class Region:
    """The divisions at the head of a name, largest first: 安徽省淮北市 -> (安徽省, 淮北市)."""

    stop: int
    divisions: tuple[Division, ...]

    @property
    def smallest(self) -> Division:
        """The last and smallest division."""
        return self.divisions[-1]

    @property
    def written(self) -> str:
        """The name that official lists use: a county or a city stands alone, a district needs its city."""
        last = self.smallest
        city = next((d.name for d in reversed(self.divisions[:-1]) if d.name.endswith("市")), "")
        return city + last.name if last.level == "county" and last.name.endswith("区") else last.name


def region_at(text: str, start: int = 0) -> Region | None:
    """The divisions that begin at `start`, each inside the one before it.

    >>> region = region_at("安徽省淮北市政府")
    >>> region.stop, region.written
    (6, '淮北市')
    >>> region_at("上海市奉贤区").written
    '上海市奉贤区'
    """
    found: list[Division] = []
    stop = start
    while end := place_spotter().at(text, stop):
        choice = _inside(divisions().get(text[stop:end], ()), found)
        if choice is None:
            break
        found.append(choice)
        stop = end
    return Region(stop, tuple(found)) if found else None


def _inside(candidates: tuple[Division, ...], parents: list[Division]) -> Division | None:
    if not parents:
        return min(candidates, key=lambda d: (LEVELS[d.level], d.code), default=None)
    return next((d for d in candidates if d.lies_in(parents[-1])), None)


# A division that the gazetteer lacks (abolished, renamed since, or not of this world), by its organs: 襄樊市|委, 热河省|政府.
# 州 is left out: all Chinese ones are listed, and 加利福尼亚州 is no Chinese place.
COINED = re.compile(
    "([一-鿿]{2,4}?(?:省|自治区|市|县|区|旗))(?=委(?![员托任])|人民政府|政府|人大|政协|纪委|监委|人民|中级|高级|检察院|法院|[妇文残侨社]联|科协|作协|工商联|总工会|[一-鿿]{1,8}[局委厅办])"
)
COINED_LEVELS = {"省": "province", "区": "county", "市": "prefecture", "县": "county", "旗": "county"}


def coined_region_at(text: str) -> Region | None:
    """The division that a text begins with by the look of it, though no gazetteer has it.

    >>> coined_region_at("襄樊市委组织部").written
    '襄樊市'
    """
    match = COINED.match(text)
    if not match or place_spotter().at(text, 0) == match.end(1):
        return None
    level = "province" if match[1].endswith("自治区") else COINED_LEVELS[match[1][-1]]
    return Region(match.end(1), (Division(match[1], "", level, ""),))


def country_at(text: str, start: int = 0) -> tuple[str, int] | None:
    """The country that begins at `start`, and where its name ends.

    >>> country_at("俄罗斯外交部")
    ('俄罗斯', 3)
    """
    end = place_spotter().at(text, start)
    name = countries().get(text[start:end])
    return (name, end) if name else None

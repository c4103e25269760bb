"""Where a body is at home: which country, province or place; what can't be the home of one person."""

from functools import cache
from typing import NamedTuple

from analysis.names.places import coined_region_at, country_at, divisions, region_at

PREFIXES = ("中国共产主义青年团", "中国人民政治协商会议", "中国共产党", "中共", "共青团")


class Home(NamedTuple):
    """Where a body is: `kind` is country, province, place (its province unknown), or empty."""

    kind: str = ""
    name: str = ""


NOWHERE = Home()


def home_of(body: str, official_class: str) -> Home:
    """The home of a body, by its name and by what its officials are.

    Bodies of the whole state, international ones and companies are nowhere and speak neither for nor against anybody. Those
    of the state can't: 外交部 and 中央 are written of other countries too, and read as China's where a text does not say whose.

    >>> home_of("临江市人民政府", "official"), home_of("云泽省人民政府", "official")
    (Home(kind='province', name='吉林省'), Home(kind='place', name='云泽省'))
    >>> home_of("法国外交部", "foreign"), home_of("水利部", "official"), home_of("", "official")
    (Home(kind='country', name='法国'), Home(kind='', name=''), Home(kind='', name=''))
    """
    if official_class == "foreign":
        found = country_at(body)
        return Home("country", found[0] if found else "")
    if official_class not in {"official", "grassroots"}:
        return NOWHERE
    bare = next((body[len(head) :] for head in PREFIXES if body.startswith(head)), body)
    if region := region_at(bare):
        top = region.divisions[0]
        name = _provinces().get((top.code or top.parent)[:2], "")
        return Home("province", name) if name else Home("place", top.name)
    coined = coined_region_at(bare)
    return Home("place", coined.written) if coined else NOWHERE


@cache
def _provinces() -> dict[str, str]:
    """Province by the two digits that the codes in it begin with."""
    every = (division for found in divisions().values() for division in found)
    return {division.code[:2]: division.name for division in every if division.level == "province" and division.code}


def differ(a: Home, b: Home) -> bool:
    """Whether two homes are two countries, two provinces, or two places of one level that no gazetteer has.

    A province and such a place do not differ: it may lie there.

    >>> differ(Home("province", "湖南省"), Home("province", "安徽省")), differ(Home("province", "湖南省"), NOWHERE)
    (True, False)
    """
    if not a.name or not b.name or a.kind != b.kind or a.name == b.name:
        return False
    return a.kind != "place" or a.name[-1] == b.name[-1]


def foreign_to_each_other(a: Home, b: Home) -> bool:
    """Whether nobody can have served both: two countries, or another country and a province of China.

    A place that no gazetteer has may be abroad (阿斯旺省), and does not count.

    >>> foreign_to_each_other(Home("country", "法国"), Home("province", "湖南省")), foreign_to_each_other(Home("country", "法国"), NOWHERE)
    (True, False)
    """
    return differ(a, b) if a.kind == b.kind == "country" else {a.kind, b.kind} == {"country", "province"}

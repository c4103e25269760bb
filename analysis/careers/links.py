"""What speaks for one person behind two positions of one name, and what speaks against it."""

from analysis.careers.homes import differ, foreign_to_each_other
from analysis.careers.positions import Position

# The kinds of evidence, the surest first.
SUCCESSION, CHAIN, ACT, DOCUMENT, PART, AREA, TIME = (
    "succession", "chain", "act", "document", "part of body", "area", "nothing against",
)  # fmt: skip
KINDS = (SUCCESSION, CHAIN, ACT, DOCUMENT, PART, AREA, TIME)
SHORTEST_BODY = 3  # characters: of a body that another one is a part of (水利部 of 水利部办公厅)


def link(a: Position, b: Position) -> tuple[str, int]:
    """The surest evidence that joins two positions, and how often it was seen; '' and 0 if there is none.

    Posts at one mention are one person's: with a former one among them (原A、现B) a succession, else a chain. So are two
    mentions in one document (Gale, Church and Yarowsky 1992: one sense per discourse), for which an act that gives or takes
    one of the posts speaks too, unless the document tells them apart: by two places in one list, or by homes that differ.
    Beyond one document, a body joins its part, and a province or a country its bodies.
    """
    if together := a.places & b.places:
        return (SUCCESSION if together & (a.past | b.past) else CHAIN), len(together)
    if listed_twice(a, b) or differ(a.home, b.home):
        return "", 0
    if shared := a.doc_ids & b.doc_ids:
        return (ACT if shared & (a.acts | b.acts) else DOCUMENT), len(shared)
    if a.body and b.body and (_is_part(a.body, b.body) or _is_part(b.body, a.body)):
        return PART, 1
    return (AREA, 1) if a.home.name and a.home == b.home else ("", 0)


def _is_part(body: str, whole: str) -> bool:
    return len(whole) >= SHORTEST_BODY and body.startswith(whole)


def listed_twice(a: Position, b: Position) -> list[tuple[str, int]]:
    """Lists (doc_id, list_id) in which the name stands at two places, once for each position: two persons."""
    if not a.listed or not b.listed or a.places & b.places:
        return []
    return sorted({entry[:2] for entry in a.listed} & {entry[:2] for entry in b.listed})


def against(a: Position, b: Position) -> str:
    """Why two positions can't be one person's; '' if they can.

    Two places in one list; two countries, or a country and a province of China; posts held in two provinces on overlapping days.
    """
    if lists := listed_twice(a, b):
        return f"both stand in list {lists[0][1]} of {lists[0][0]}"
    if foreign_to_each_other(a.home, b.home):
        return f"{a.body} and {b.body} are of different countries"
    dated = a.first and b.first
    if dated and differ(a.home, b.home) and a.first <= b.last and b.first <= a.last:
        return f"{a.body} ({_days(a)}) and {b.body} ({_days(b)}) are in different areas on overlapping days"
    return ""


def _days(position: Position) -> str:
    return position.first if position.first == position.last else f"{position.first} to {position.last}"

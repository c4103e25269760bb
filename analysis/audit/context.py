"""A name in its context, with the office and the body marked."""

NAME, TITLE, BODY = "【】", "〔〕", "〈〉"
AROUND = 60  # characters on each side: a chain of offices is seldom longer
REACH = 300  # characters before the name in which its title is looked for: one title may stand before many names
CUT = "…"

Place = tuple[int, int]


def context_of(text: str, start: int, stop: int, title: str, body: str) -> str:
    """The text around a name, as …〈body〉〔title〕【name】… with what is marked.

    The title is the last one before the name that stands right behind its body, else the one right behind the name, else the
    last one before it, else the first behind it;
    the body is the last one before the title. What runs into another mark (外交部 and 部长 of 外交部长) is marked up to it.

    >>> context_of("水利部副部长田远山到会。", 6, 9, "副部长", "水利部")
    '〈水利部〉〔副部长〕【田远山】到会。'
    >>> context_of("总统府外，田远山总统到会。", 5, 8, "总统", "")
    '总统府外，【田远山】〔总统〕到会。'
    >>> context_of("外交部长田远山到会。", 4, 7, "部长", "外交部")
    '〈外交〉〔部长〕【田远山】到会。'
    """
    floor = max(0, start - REACH)
    until = min(len(text), stop + AROUND)
    office = (
        _behind(text, body, title, floor, start)
        or _first(text, title, stop, stop + len(title))
        or _last(text, title, floor, start)
        or _first(text, title, stop, until)
    )
    organ = _organ(text, body, floor, min(start, office[0]) if office else start, office)
    found = [((start, stop), NAME), *([(office, TITLE)] if office else []), *([(organ, BODY)] if organ else [])]
    since = min(max(0, start - AROUND), *(place[0] for place, _ in found))
    return f"{CUT if since else ''}{_marked(text, since, until, found)}{CUT if until < len(text) else ''}"


def _behind(text: str, body: str, title: str, since: int, until: int) -> Place | None:
    """The title right behind its body."""
    both = _last(text, body + title, since, until) if body and title else None
    return (both[1] - len(title), both[1]) if both else None


def _organ(text: str, body: str, since: int, edge: int, office: Place | None) -> Place | None:
    """Where the body stands before the title, or runs into it."""
    if organ := _last(text, body, since, edge):
        return organ
    fused = _last(text, body, since, office[1]) if office and office[0] == edge else None
    return (fused[0], edge) if fused and fused[0] < edge < fused[1] else None


def _last(text: str, word: str, since: int, until: int) -> Place | None:
    at = text.rfind(word, since, until) if word else -1
    return (at, at + len(word)) if at >= 0 else None


def _first(text: str, word: str, since: int, until: int) -> Place | None:
    at = text.find(word, since, until) if word else -1
    return (at, at + len(word)) if at >= 0 else None


def _marked(text: str, since: int, until: int, found: list[tuple[Place, str]]) -> str:
    pieces, at = [], since
    for (start, stop), marks in sorted(found):
        pieces += [text[at:start], marks[0], text[start:stop], marks[1]]
        at = stop
    return "".join([*pieces, text[at:until]])

"""A name in its context, with the office and the body marked."""

NAME, TITLE, BODY = "【】", "〔〕", "〈〉"
AROUND = 60  # characters on each side: a chain of offices is seldom longer
CUT = "…"

Place = tuple[int, int]


def context_of(text: str, start: int, stop: int, title: str, body: str) -> str:
    """The text around a name, as …〈body〉〔title〕【name】… with what is marked.

    The title is the nearest one before the name, or else behind it; the body the nearest one before the title. What
    shares characters with another mark (外交部 and 部长 of 外交部长) is marked up to it.

    >>> context_of("水利部副部长田远山到会。", 6, 9, "副部长", "水利部")
    '〈水利部〉〔副部长〕【田远山】到会。'
    >>> context_of("外交部长田远山到会。", 4, 7, "部长", "外交部")
    '〈外交〉〔部长〕【田远山】到会。'
    """
    since, until = max(0, start - AROUND), min(len(text), stop + AROUND)
    found = [((start, stop), NAME)]
    office = _last(text, title, since, start) or _first(text, title, stop, until)
    if office:
        found.append((office, TITLE))
    organ = _organ(text, body, since, min(start, office[0]) if office else start, office)
    if organ:
        found.append((organ, BODY))
    return f"{CUT if since else ''}{_marked(text, since, until, found)}{CUT if until < len(text) else ''}"


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

"""Links the names of one document."""

from collections.abc import Iterable

from analysis.names.found import Found
from analysis.names.linking.bodies import BodyLinks
from analysis.names.linking.candidates import Link
from analysis.names.linking.definitions import defined
from analysis.names.linking.persons import PersonLinks
from analysis.names.linking.places import PlaceLinks

Links = PersonLinks | BodyLinks | PlaceLinks
# What is left of the confidence where the full name comes after the short one: writers name people in full first, so that
# such a link is right less often.
AFTERWARDS = 0.8


def linked(text: str, found: Iterable[Found], day: str = "") -> list[Found]:
    """The names of one text in text order, each with the `entity` that it means within the document.

    Mentions may come from rules or from a model; all that is asked of them is that `entity` is the name in full where it is known
    and the words of the text elsewhere, and that kinds have been read. A short name that several full ones fit keeps an id
    of its own, made of its words; a name of the user's lexicon means what the lexicon says. Time and memory are linear in the text.

    Parameters
    ----------
    text : str
    found : iterable of Found
    day : str
        ISO day of the text, '' if unknown.

    >>> from analysis.names.kinds.read import with_kinds
    >>> text = "副部长田远山到会。田副部长说。"
    >>> marks = [(0, 3, "POST"), (3, 6, "PERSON"), (9, 10, "PERSON"), (10, 13, "POST")]
    >>> names = with_kinds(text, [Found(a, b, t, 0.9, "title", text[a:b]) for a, b, t in marks])
    >>> [name.entity for name in linked(text, names)]
    ['副部长', '田远山', '田远山', '副部长']
    """
    names = sorted(found)
    said = list(defined(text, names))
    links: dict[str, Links] = {
        "PERSON": PersonLinks(text, names),
        "ORGANISATION": BodyLinks(text, names, said, day),
        "PLACE": PlaceLinks(text, names, said),
    }
    return [_linked(name, links.get(name.type)) for name in names]


def _linked(name: Found, links: Links | None) -> Found:
    if links is None or name.rule == "user":
        return name
    link = links.link(name)
    if link is None:
        return name._replace(entity=links.own_id(name))
    return name._replace(entity=link.entity, confidence=_confidence(name, link))


def _confidence(name: Found, link: Link) -> float:
    return name.confidence if link.before else round(name.confidence * AFTERWARDS, 4)

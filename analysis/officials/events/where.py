"""Where an event takes place, and which body holds it."""

import re
from collections.abc import Sequence

from analysis.officials.bodies.full_names import full_name
from analysis.officials.events.page import Page, Place

INTO = re.compile("(?:在|到|赴|于|来|至|来到|前往|抵达|飞抵|深入|走进)$")
CAPITALS = re.compile(
    "在(?P<place>[京沪津渝穗汉宁杭蓉])(?=[^，。]{0,2}(?:召开|举行|举办|开幕|闭幕|会见|会谈|会晤|出席|主持|签署|接见))"
)
MORE = re.compile("流域|沿岸|沿线|一线|一带|两岸|等地|等[一二两三四五六七八九十][省市县区州地]")
VENUE = re.compile(
    "在(?P<place>[^，。；在、]{0,14}?(?:人民大会堂|国宾馆|宾馆|酒店|会议中心|会展中心|国际会议中心|中南海(?:紫光阁|怀仁堂)?|紫光阁|总统府|总理府|王宫|体育[场馆]|大剧院|礼堂))"
)
JOINED = re.compile("[、和及]?|首都|首府|省会")


def place_of(page: Page, start: int, trigger: int, stop: int, *, with_bodies: bool = False) -> str:
    """The place as written, before the trigger (在北京人民大会堂会见) or right behind it (视察临江县, 抵达比什凯克).

    With `with_bodies` a body counts as a place too: 到临江钢铁厂调研.
    """
    places = [place for place in page.places_in(start, stop) if with_bodies or not place.is_body]
    before = [at for at, place in enumerate(places) if place.stop <= trigger and _leads(page, place)]
    behind = [
        at for at, place in enumerate(places) if place.start == trigger or page.text[trigger : place.start] in {"了"}
    ]
    if before:
        return _run(page, places, before[-1], trigger)
    if behind:
        return _run(page, places, behind[0], stop)
    short = VENUE.search(page.text, start, trigger) or CAPITALS.search(page.text, start, stop)
    return short["place"] if short else ""


def _leads(page: Page, place: Place) -> bool:
    """Whether a preposition or verb of going stands before; a single letter is a place in 在京 alone, not in 来华."""
    lead = INTO.search(page.text[max(0, place.start - 2) : place.start])
    return lead is not None and (place.stop - place.start > 1 or lead[0] == "在")


def _run(page: Page, places: Sequence[Place], first: int, stop: int) -> str:
    """The place with those that go on with it: 北京|人民大会堂, 甘肃、陕西."""
    end = places[first].stop
    for place in places[first + 1 :]:
        if place.start > stop or place.stop > stop or not JOINED.fullmatch(page.text, end, place.start):
            break
        end = place.stop
    more = MORE.match(page.text, end)
    return page.text[places[first].start : more.end() if more else end]


def body_before(page: Page, start: int, verb: int) -> str:
    """The body in full that stands as the subject of a clause: 全国政协在京|召开."""
    bodies = [place for place in page.places_in(start, verb) if place.is_body]
    return in_full(page, bodies[0]) if bodies and not _leads(page, bodies[0]) else ""


def body_of_name(page: Page, start: int, stop: int) -> str:
    """The body in full that the name of a meeting begins with: 国务院|常务会议."""
    bodies = [place for place in page.places_in(start, stop) if place.is_body and place.start == start]
    return in_full(page, bodies[0]) if bodies and bodies[0].stop < stop else ""


def in_full(page: Page, body: Place) -> str:
    """A body in full; 十四届全国人大常委会 without its session."""
    return full_name(page.text[body.start : body.stop], page.day) or body.full

"""Bodies that the session or the congress of a page tells: 大会|秘书长, 主席团|常务主席, 宪法法律委."""

import re

from analysis.names.registry import registry
from analysis.officials.bodies.full_names import full_name
from analysis.officials.bodies.sessions import session_before
from analysis.officials.inheritance.resolution import UNKNOWN, Asked, Resolution, told
from analysis.officials.inheritance.sources import Sources, Want

OF_A_SESSION = re.compile("(?=大会|会议|主席团)(?:大会|会议)?(主席团)?")
ASSEMBLIES = (("全国人民代表大会", "全国人大"), ("中国人民政治协商会议全国", "全国政协"))


def of_session(text: str, asked: Asked) -> Resolution | None:
    """大会|秘书长, 主席团|常务主席: of the session that the text named last; None if it named none."""
    bureau = OF_A_SESSION.fullmatch(asked.position.body)
    session = session_before(text, asked.position.begin) if bureau else ""
    return told(session + (bureau[1] or ""), "host") if bureau and session else None


def of_assembly(sources: Sources, body: str, asked: Asked, day: str) -> Resolution:
    """宪法法律委 on a page of the National People's Congress is a committee of it."""
    for full, short in ASSEMBLIES:
        if short + body in registry():
            return sources.search(asked, _if_of(full, full_name(short + body, day)))
    return UNKNOWN


def _if_of(whole: str, name: str) -> Want:
    """Gives a name where the body asked about is the whole or a part of it."""
    return lambda above, far: name if above.startswith(whole) else ""

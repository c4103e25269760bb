"""Bodies that what stands beside them tells: the party's committee in a place, the office of a zone, a delegation's sender."""

import re
from collections.abc import Iterable

from analysis.names.places import region_at

# What every state has, so that behind a post abroad it is of the same country: 人民党副主席、|参议院第一副主席.
OF_A_STATE = re.compile(
    "[一-鿿]{1,12}部|参议院|众议院|上议院|下议院|[上下]院|国会|议会|国民议会|国民大会|最高法院|中央银行|央行"
)
PARTY_IN_A_PLACE = re.compile("([一-鿿]{2,8}?)委(?:员)?会")
CENTRE = re.compile(
    "(中国国民党革命委员会|中国民主同盟|中国民主建国会|中国民主促进会|中国农工民主党|中国致公党|九三学社|台湾民主自治同盟)"
)
ZONE = re.compile("(?:中共)?(.{2,}区)(?:党工委|工委|工作委员会|党委)")
# 由总书记田远山|率领的|某国社会党|代表团: the body stands behind its head.
LED = re.compile("(?:同志|先生|阁下)?(?:率领|带领|为团长)的([一-鿿·]{2,20}?)(?:友好)?(?:访华)?(?:代表团|访问团|考察团)")


def told_beside(body: str, near: Iterable[str]) -> str:
    """The full name that the nearest bodies give to one that says only part of its own; '' if they give none.

    >>> told_beside("福建省委会", ["中国国民党革命委员会中央委员会"]), told_beside("管委会", ["江州高新区党工委"])
    ('中国国民党革命委员会福建省委员会', '江州高新区管委会')
    >>> told_beside("福建省委会", ["中共福建省委员会"])
    ''
    """
    beside = list(near)
    if body == "管委会":
        return next((f"{zone[1]}{body}" for above in beside[:2] if (zone := ZONE.match(above))), "")
    place = PARTY_IN_A_PLACE.fullmatch(body)
    region = region_at(place[1]) if place else None
    centre = next((found[1] for above in beside if (found := CENTRE.match(above))), "")
    return f"{centre}{region.written}委员会" if region and centre else ""


def sender(text: str, place: int) -> str:
    """Whose delegation a person leads whose name ends at a place of the text, as written; '' if the text says none.

    >>> sender("由会长田远山率领的中国水利学会代表团", 6)
    '中国水利学会'
    """
    led = LED.match(text, place)
    return led[1] if led else ""


def of_the_time(body: str, text: str) -> str:
    """The State Council, or what was in its place until September 1954 where the document speaks of that alone.

    >>> of_the_time("国务院", "政务院第二次会议"), of_the_time("国务院", "国务院会议")
    ('政务院', '国务院')
    """
    before = body == "国务院" and "政务院" in text and "国务院" not in text
    return "政务院" if before else body


def is_local(body: str, last: str) -> bool:
    """Whether an office whose name the state's has, too, is the place's: behind a bureau of a city, 文物局 is another.

    >>> is_local("文物局", "临江市文化局"), is_local("国家文物局", "临江市文化局")
    (True, False)
    """
    if body.startswith(("国家", "全国", "中国")) or region_at(body) or not last.endswith(("局", "厅")):
        return False
    return region_at(last) is not None

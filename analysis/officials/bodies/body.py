"""The record of a body: its name, id, system, level, area, parent and successor.

The ids. A body of the registry has the id of its row; the names that one organ bore one after the other share it (国家计委 and
国家发展计划委员会), an organ and the one that took over its work do not. All others get one by rule: the system, the area and
the organ, `gov-430000` for the government of Hunan, `gov-430000-1f0c9a` for one of its departments, with six hexadecimal
digits of the SHA-256 of the organ's words. An area without a code, and a body without an area, stand as such digits too.
"""

from dataclasses import dataclass
from hashlib import sha256

# How the id of a body begins, by its system.
PREFIXES = {"党": "party", "政": "gov", "人大": "npc", "政协": "cppcc", "监察": "supervision", "司法": "judicial", "军": "military", "群团": "mass", "民主党派": "democratic", "企业": "company", "高校": "university", "事业": "institution", "外国": "foreign", "国际": "intl", "": "body"}  # fmt: skip
# The steps of the ladder; the first is level 1 (Civil Servant Law of 2018, article 18).
RANKS = ("正国级", "副国级", "正部级", "副部级", "正厅级", "副厅级", "正处级", "副处级", "正科级", "副科级")


@dataclass(frozen=True, slots=True)
class Body:
    """A body as it was on a day.

    Attributes
    ----------
    name : str
        In full; '' for one that names itself only by what it is in its place (省委, 部).
    body_id : str
        ASCII, the same for all names of one organ.
    successor : str
        The name of today, several joined by `|`; '' if the name is that of today or nothing followed.
    system : str
        党 政 人大 政协 监察 司法 军 群团 民主党派 企业 高校 事业 外国 国际, or '' if its name does not tell.
    level : int or None
        Rank of the head, 1 (正国级) to 10 (副科级); None where no rule decides.
    area_code : str
        Six digits of GB/T 2260 of its division; '' for a national body and for an area that the lists do not tell.
    parent : str
        The body it is a part of or is led by, in full; '' if it has none or none is known.
    """

    name: str = ""
    body_id: str = ""
    successor: str = ""
    system: str = ""
    level: int | None = None
    area_code: str = ""
    parent: str = ""


def digits(words: str, n: int = 6) -> str:
    """Hexadecimal digits that stand for some words in an id.

    >>> digits("水利厅")
    '0d7e5c'
    """
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:n]

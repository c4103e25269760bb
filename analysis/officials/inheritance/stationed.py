"""Discipline groups that are written by their host alone: 驻部纪检监察组, 驻财政部纪检组."""

import re

from analysis.names.registry import registry
from analysis.officials.bodies.full_names import leading_region

GROUP = re.compile("派?驻(?P<host>[一-鿿]{1,20}?)?(?P<group>纪检监察组|纪检组)$")
# Who sent it: since 2018 the commissions for discipline and supervision together (reform of the stationed groups, October 2018).
SENT_BY = {"纪检监察组": ("中央纪委国家监委", "纪委监委"), "纪检组": ("中央纪委", "纪委")}


def host_of(body: str) -> str | None:
    """The host as written, '' if there is none; None if the body is no such group.

    >>> host_of("驻部纪检监察组"), host_of("派驻纪检监察组"), host_of("中央纪委国家监委驻财政部纪检监察组")
    ('部', '', None)
    """
    found = GROUP.fullmatch(body)
    return (found["host"] or "") if found else None


def group_at(body: str, host: str) -> str:
    """The full name of a group by its short name and its host in full; '' if who sent it is not known.

    >>> group_at("驻部纪检监察组", "交通运输部"), group_at("驻厅纪检组", "贵州省水利厅"), group_at("驻校纪检组", "南溪大学")
    ('中央纪委国家监委驻交通运输部纪检监察组', '贵州省纪委驻省水利厅纪检组', '')
    """
    found = GROUP.fullmatch(body)
    if not found or not host:
        return ""
    central, local = SENT_BY[found["group"]]
    region = leading_region(host)
    if region and host.startswith(region):
        level = "自治区" if region.endswith("自治区") else region[-1]
        return f"{region}{local}驻{level}{host.removeprefix(region)}{found['group']}"
    return f"{central}驻{host}{found['group']}" if host in registry() else ""

"""A 原 inside the name of a body, which is said of the post: 中级人民法院|原|执行局局长 was head of the court's 执行局."""

import re

# What may end the body in front of the 原, so that neither 太原 nor 草原 is meant, and the part behind it.
PART = "(?=[一-鿿]{1,12}[局部处科室队院庭所站司组行]$)"
INSIDE = re.compile(
    f"(?<=[局厅委院会部司处署社团联校区队军])原{PART}|(?<=公司|集团|银行|分行|支行|大学|政府|政协|法院|中心|海关)原{PART}"
    "|(?<=[省市县区州])原(?=(?:[省市县区州]|自治区党)委$)"  # 河南省|原省委
)


def without_former(body: str) -> str:
    """The name of a body without the 原 inside it.

    >>> without_former("云河市中级人民法院原执行局"), without_former("太原市公安局"), without_former("河南省原省委")
    ('云河市中级人民法院执行局', '太原市公安局', '河南省省委')
    """
    return INSIDE.sub("", body, count=1)


def is_former_part(body: str) -> bool:
    """Whether a 原 stands inside the name of a body."""
    return bool(INSIDE.search(body))

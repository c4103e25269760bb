"""Which bodies are foreign or international."""

import re

from analysis.names.places import country_at, letters
from analysis.names.registry import registry

FOREIGN_ORGANS = re.compile(
    "国防部|外交部|总统|国会|议会|武装|空天|联邦|军|财政部|国务院|侦查|安全"
)  # 俄国防部, 乌武装部队


def is_foreign(body: str) -> bool:
    """Whether a body is of another country or international, by its first word."""
    if country_at(body) and not body.startswith("中国"):
        return True
    if body[:1] in letters() and FOREIGN_ORGANS.match(body, 1):
        return True
    return any(entry.system == "国际" for entry in registry().get(body, ()))

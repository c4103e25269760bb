"""Addresses inside the report: a bar or a name points to the row where its texts are."""

import hashlib


def anchor(kind: str, name: str) -> str:
    """A fragment that any name may have: letters and digits only, the same on every machine.

    >>> anchor("keyword", "高质量发展")
    'keyword-1b38b9d7'
    """
    return f"{kind}-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"

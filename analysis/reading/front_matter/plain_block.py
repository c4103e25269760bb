r"""Front matter as site generators write it, read without a YAML parser; nearly all of it is such.

Taken is a block of which every line is one of

* `key: value`, `key: 'value'`, `key: "value"` or `key:`, the key a word of letters, digits, `_` and `-`;
* ` - value`, ` - 'value'` or ` - "value"` under a `key:`, all items of a list with the same indent;

where a plain value begins with a letter or digit and holds no `#` and no `:` before a blank, a quoted one holds neither
its quote nor `\`, and nothing holds a character that YAML doesn't print or takes for a line end. No key is written
twice. What a line of this kind means does not hang on the lines around it, and it is the text that `yaml_text` gives.
Any other block is declined, and is parsed.
"""

import re
from sys import intern

_PLAIN, _SINGLE, _DOUBLE = r"\w[^\n#:]*+(?::(?=[^ \n])[^\n#:]*+)*+", r"[^'\n]*+", r"[^\"\\\n]*+"
_VALUE = rf"(?:'({_SINGLE})'|\"({_DOUBLE})\"|({_PLAIN}))"
_ANY_VALUE = rf"(?:'{_SINGLE}'|\"{_DOUBLE}\"|{_PLAIN})"
_LINE = re.compile(
    rf"(\w[\w-]{{0,60}}+):(?: {_VALUE} *\n"  # key, value in one of three forms
    rf"| *\n((?P<indent> *)- {_ANY_VALUE} *\n(?:(?P=indent)- {_ANY_VALUE} *\n)*+)?+)"  # or items, their indent
    r"|([\s\S]+)"  # anything else, to the end
)
_ITEM = re.compile(rf"- {_VALUE}")
_NOT_PRINTED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def plain_block(raw: str) -> dict[str, str | list[str]] | None:
    r"""The metadata of a block, each of its lines ended by `\n`; None if it needs a parser.

    >>> plain_block("title: '会议: 召开'\ncategories: \n - 媒体\n - 新闻\n")
    {'title': '会议: 召开', 'categories': ['媒体', '新闻']}
    >>> plain_block("title: 会议: 召开\n") is None
    True
    """
    lines = _LINE.findall(raw)
    if lines[-1][-1] or not (raw.replace("\n", "").isprintable() or _NOT_PRINTED.search(raw) is None):
        return None
    metadata: dict[str, str | list[str]] = {}
    for key, single, double, plain, items, _, _ in lines:
        metadata[intern(key)] = (
            [a or b or c.rstrip(" ") for a, b, c in _ITEM.findall(items)]
            if items
            else single or double or plain.rstrip(" ")
        )
    return metadata if len(metadata) == len(lines) else None

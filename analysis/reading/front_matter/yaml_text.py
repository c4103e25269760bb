"""YAML of which every scalar stays the text it was written as: 19:30 is no 1170, 0012 no 10, no no False.

Only texts, lists and mappings are made, never an object. Refused is what a title may look like by accident and what
is a trap: tags (`!重要` would be dropped), anchors and aliases (ten lines of them can mean a thousand million
values), keys that are no text, and nesting so deep that the C parser would overflow its stack.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

MAX_DEPTH = 50  # the posts' categories need 2
_MANY_OPENINGS = 500  # fewer marks than this cannot nest deep enough to matter
_ALIAS_LIKE = re.compile(r"(?:^|[\s\[,])[*&][^\s,\]]", re.MULTILINE)
_BARE_TAG = re.compile(r"(?:^|[\s\[,])!(?=[\s,\]]|$)", re.MULTILINE)  # `! 会议`: YAML would drop the mark
_COMMENT_GLUED = re.compile(  # `""#行"`: libyaml drops what follows, the standard asks for a blank before `#`
    r"""^[ \t]*(?:-|[^\s#:'"-][^:\n]*:)[ \t]+(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*')#""", re.MULTILINE
)
_ODD_LINE_END = re.compile("[\x85\u2028\u2029]")  # YAML would make a blank of one inside quotes

_STR = "tag:yaml.org,2002:str"


class YamlError(ValueError):
    """Why a text is not YAML that we read, as half a sentence."""


class _TextHandler(YAMLHandler):
    """What python-frontmatter calls for the block between the fences."""

    def load(self, fm: str, **kwargs: Any) -> Any:
        return load_texts(fm)


def parse_block(raw: str) -> Any:
    r"""The value of a front matter block, by python-frontmatter; a list or a text too, which that library would drop.

    Raises
    ------
    YamlError
        If the block is not YAML, or YAML that is refused.

    >>> parse_block("title: 会议\ntime: 19:30")
    {'title': '会议', 'time': '19:30'}
    """
    if _TextHandler.FM_BOUNDARY.search(raw):  # a line of four dashes would end the block for that library
        return load_texts(raw)
    metadata, _ = frontmatter.parse(f"---\n{raw}\n---\n", handler=_TextHandler())
    return metadata or load_texts(raw)


def load_texts(raw: str) -> Any:
    r"""The value of a YAML text, in texts, lists and mappings.

    >>> load_texts("- 0012\n- no")
    ['0012', 'no']
    """
    node = _node(raw)
    return "" if node is None else _value(node)


def repeated_keys(raw: str) -> list[tuple[str, int, int]]:
    r"""Keys that one mapping has more than once: the key, how often, and the 0-based line where it stands last.

    >>> repeated_keys("title: 甲\na:\n  b: 1\n  b: 2\n'title': 乙")
    [('title', 2, 4), ('b', 2, 3)]
    """
    return list(_repeats(_node(raw)))


def _repeats(node: yaml.Node | None) -> Iterator[tuple[str, int, int]]:
    if isinstance(node, yaml.MappingNode):
        last = {_key(key): key.start_mark.line for key, _ in node.value}
        if len(last) < len(node.value):
            counts = Counter(_key(key) for key, _ in node.value)
            yield from ((key, n, last[key]) for key, n in counts.items() if n > 1)
        for _, item in node.value:
            yield from _repeats(item)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _repeats(item)


def _node(raw: str) -> yaml.Node | None:
    _refuse_traps(raw)
    try:
        loader = _loader()(raw)
        try:
            return loader.get_single_node()
        finally:
            loader.dispose()
    except (yaml.YAMLError, ValueError) as error:
        raise YamlError(_reason(error)) from None


def _value(node: yaml.Node) -> Any:
    value = node.value
    if node.tag != _STR:
        raise YamlError(f"it uses the tag {node.tag.removeprefix(_STR[:-3])}")
    if isinstance(value, str):
        return value
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in value]
    return {_key(key): _value(item) for key, item in value}


def _key(node: yaml.Node) -> str:
    if not isinstance(node.value, str):
        raise YamlError("a key is a list or a mapping")
    return node.value


def _refuse_traps(raw: str) -> None:
    # First, since the parser takes the square of the depth for all its events.
    if sum(map(raw.count, ("[", "{", "- ", "? ", "\n "))) > _MANY_OPENINGS and _depth(raw) > MAX_DEPTH:
        raise YamlError(f"it is nested deeper than {MAX_DEPTH}")
    if (
        ("&" in raw or "*" in raw)
        and _ALIAS_LIKE.search(raw)
        and any(getattr(event, "anchor", None) for event in _events(raw))
    ):
        raise YamlError("it uses aliases (`&` and `*`)")
    if "!" in raw and _BARE_TAG.search(raw) and any(getattr(event, "tag", None) == "!" for event in _events(raw)):
        raise YamlError("it uses the tag !")
    if ("'#" in raw or '"#' in raw) and _COMMENT_GLUED.search(raw):
        raise YamlError("a comment begins right behind a quote")
    if _ODD_LINE_END.search(raw):
        raise YamlError("it has line ends that text files don't have")


def _depth(raw: str) -> int:
    depth = deepest = 0
    for event in _events(raw):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            deepest = max(deepest, depth)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if deepest > MAX_DEPTH:
            break
    return deepest


def _events(raw: str) -> Iterator[yaml.Event]:
    """The parser's events up to the first error; no recursion, whatever the nesting."""
    try:
        yield from yaml.parse(raw, Loader=_loader())
    except (yaml.YAMLError, ValueError):
        return


@cache
def _loader() -> Any:
    """The C loader where PyYAML was built with it (ten times as fast), without the search for types."""

    class TextLoader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
        def resolve(self, kind: object, value: object, implicit: object) -> str:
            return _STR

        def descend_resolver(self, current_node: object, current_index: object) -> None:
            pass

        def ascend_resolver(self) -> None:
            pass

    return TextLoader


def _reason(error: Exception) -> str:
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    return str(problem).splitlines()[0]

"""What finds names in the benchmark: two taggers of words as baselines, our rules, our model, and both together.

A system is a function from texts and the style of their set to the names found, one list a text. The model has a style a
set, since the sets disagree about what a name is; the other systems have one style.
"""

from collections.abc import Callable, Iterator, Sequence

from analysis.annotate import find_names
from analysis.document import Document
from analysis.names.tagger import Tagger, tagger
from analysis.names.training.notations import Labelled

System = Callable[[Sequence[str], str], list[list[Labelled]]]
TAGS = {"nr": "PERSON", "nrt": "PERSON", "nrfg": "PERSON", "ns": "PLACE", "nt": "ORGANISATION"}


def jieba_posseg(texts: Sequence[str], style: str) -> list[list[Labelled]]:
    import jieba
    import jieba.posseg

    jieba.setLogLevel(60)
    return [_placed(text, ((pair.word, pair.flag) for pair in jieba.posseg.lcut(text))) for text in texts]


def rjieba_tag(texts: Sequence[str], style: str) -> list[list[Labelled]]:
    import rjieba

    return [_placed(text, rjieba.tag(text)) for text in texts]


def _placed(text: str, words: "Iterator[tuple[str, str]] | list[tuple[str, str]]") -> list[Labelled]:
    found, place = [], 0
    for word, tag in words:
        start = text.index(word, place)
        place = start + len(word)
        if tag in TAGS:
            found.append(Labelled(start, place, TAGS[tag]))
    return found


def rules(texts: Sequence[str], style: str) -> list[list[Labelled]]:
    return _by_text(texts, None)


def model(texts: Sequence[str], style: str) -> list[list[Labelled]]:
    tagged = tagger().in_style(style).tag(texts)
    return [[Labelled(one.start, one.stop, one.type) for one in found] for found in tagged]


def whole(texts: Sequence[str], style: str) -> list[list[Labelled]]:
    return _by_text(texts, tagger().in_style(style))


def _by_text(texts: Sequence[str], model: Tagger | None) -> list[list[Labelled]]:
    found: list[list[Labelled]] = [[] for _ in texts]
    rows = find_names([Document(str(n), text=text) for n, text in enumerate(texts)], model=model)
    columns = (rows[name].tolist() for name in ("doc_id", "start", "stop", "type"))
    for doc_id, start, stop, kind in zip(*columns, strict=True):
        found[int(doc_id)].append(Labelled(start, stop, kind))
    return found


# The naive ones first.
SYSTEMS: dict[str, System] = {
    "jieba.posseg": jieba_posseg,
    "rjieba.tag": rjieba_tag,
    "our rules": rules,
    "our model": model,
    "find_names": whole,
}

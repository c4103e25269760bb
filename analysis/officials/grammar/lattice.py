"""The best path through the elements of a stretch of text (Viterbi 1967), by the rules of `analysis.officials.grammar.rules`.

Nodes are pairs of a place and a state; elements lead from place to place, rules from state to state. Where two paths weigh the
same, the element that was given first wins, so that the same elements in the same order give the same path.
"""

from collections.abc import Container, Iterable, Sequence
from typing import Any, NamedTuple

from analysis.officials.grammar.rules import ENDS, START, STEPS, Rule


class Element(NamedTuple):
    """A stretch of text that may be a body, a title, a name …; `says` is the evidence for it, `value` what it stands for."""

    start: int
    stop: int
    kind: str
    weight: float
    says: str = ""
    value: Any = None


class Step(NamedTuple):
    """An element of a path, and the rule that took it in."""

    element: Element
    rule: Rule

    @property
    def weight(self) -> float:
        """What the step adds, in nats."""
        return self.element.weight + self.rule.weight


Path = tuple[Step, ...]


class _Node(NamedTuple):
    weight: float
    step: Step | None
    before: "_Node | None"  # None for a node from which a block begins


class _Read(NamedTuple):
    """The best blocks up to a place: the last one by its last node, and what was read before it."""

    weight: float
    last: _Node | None
    before: "_Read | None"


NOTHING = _Read(0.0, None, None)


def weight_of(path: Iterable[Step]) -> float:
    """What a path weighs, in nats."""
    return sum(step.weight for step in path)


def best_blocks(elements: Iterable[Element], without: Container[Element] = ()) -> list[Path]:
    """The blocks of the best path, left to right; between them text is skipped.

    Parameters
    ----------
    elements : iterable of Element
        In any order; of equal paths that of the earlier elements is kept.
    without : container of Element
        Elements that are not there: what would be read otherwise.

    >>> from analysis.officials.grammar.rules import NAME, TITLE
    >>> [path] = best_blocks([Element(2, 4, TITLE, 1.0), Element(4, 7, NAME, 3.0), Element(4, 6, NAME, 1.2)])
    >>> [(step.element.start, step.element.stop, step.rule.name) for step in path], weight_of(path)
    ([(2, 4, 'begin with title'), (4, 7, 'name behind titles')], 4.0)
    """
    by_start: dict[int, list[Element]] = {}
    for element in elements:
        if element not in without:
            by_start.setdefault(element.start, []).append(element)
    nodes: dict[int, dict[str, tuple[_Node, _Read]]] = {}
    ended: dict[int, list[_Read]] = {}
    read = NOTHING
    for place in sorted({*by_start, *(element.stop for found in by_start.values() for element in found)}):
        for more in ended.pop(place, ()):
            if more.weight > read.weight:
                read = more
        here = nodes.pop(place, {})
        here[START] = (_Node(read.weight, None, None), read)
        for element in by_start.get(place, ()):
            _extend(element, here, nodes, ended)
    return _unrolled(read)


def _extend(
    element: Element,
    here: dict[str, tuple[_Node, _Read]],
    nodes: dict[int, dict[str, tuple[_Node, _Read]]],
    ended: dict[int, list[_Read]],
) -> None:
    """Every step that takes this element in."""
    for state, (node, begun) in here.items():
        rule = STEPS.get((state, element.kind))
        if rule is None:
            continue
        weight = node.weight + element.weight + rule.weight
        there = nodes.setdefault(element.stop, {})
        if rule.after in there and there[rule.after][0].weight >= weight:
            continue
        reached = _Node(weight, Step(element, rule), node if node.step else None)
        there[rule.after] = (reached, begun)
        if rule.after in ENDS:
            ended.setdefault(element.stop, []).append(_Read(weight, reached, begun))


def best_chain(elements: Sequence[Element], stop: int, states: Container[str]) -> Path | None:
    """The best path, from wherever it begins, to one of these states at `stop`; None if there is none.

    >>> from analysis.officials.grammar.rules import BODY, TITLE, TITLED
    >>> path = best_chain([Element(0, 3, BODY, 0.5), Element(3, 5, TITLE, 1.0)], 5, {TITLED})
    >>> [step.rule.name for step in path]
    ['begin with body', 'title of body']
    """
    nodes: dict[int, dict[str, _Node]] = {element.start: {START: _Node(0.0, None, None)} for element in elements}
    for element in sorted(elements, key=lambda e: e.start):
        for state, node in tuple(nodes.get(element.start, {}).items()):
            rule = STEPS.get((state, element.kind))
            if rule is None:
                continue
            weight = node.weight + element.weight + rule.weight
            there = nodes.setdefault(element.stop, {})
            if rule.after not in there or there[rule.after].weight < weight:
                there[rule.after] = _Node(weight, Step(element, rule), node if node.step else None)
    ends = [node for state, node in nodes.get(stop, {}).items() if state in states and node.step]
    return _steps(max(ends, key=lambda node: node.weight)) if ends else None


def _steps(node: _Node | None) -> Path:
    steps = []
    while node and node.step:
        steps.append(node.step)
        node = node.before
    return tuple(reversed(steps))


def _unrolled(read: _Read) -> list[Path]:
    paths = []
    while read.before is not None:
        paths.append(_steps(read.last))
        read = read.before
    return paths[::-1]


def runner_up(elements: Sequence[Element], path: Path) -> tuple[list[Path], float]:
    """What would be read without one element of a path, at its best, and by how much less it weighs.

    >>> from analysis.officials.grammar.rules import NAME, TITLE
    >>> elements = [Element(2, 4, TITLE, 1.0), Element(4, 7, NAME, 3.0), Element(4, 6, NAME, 1.25)]
    >>> others, margin = runner_up(elements, best_blocks(elements)[0])
    >>> [step.element.stop for path in others for step in path], margin
    ([4, 6], 1.75)
    """
    best = sum(map(weight_of, best_blocks(elements)))
    readings = [best_blocks(elements, without=(step.element,)) for step in path]
    weights = [sum(map(weight_of, reading)) for reading in readings]
    second = max(range(len(weights)), key=weights.__getitem__)
    return readings[second], best - weights[second]

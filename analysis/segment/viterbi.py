"""Words and tags of a run of characters that no dictionary word covers: jieba's hidden Markov model.

The same float additions in the same order as `jieba.posseg.viterbi` (0.42.1), ties broken as by `max` on
(score, state).
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

NEVER = -3.14e100  # jieba's log probability of a character that a state was never seen to emit

States = npt.NDArray[np.intp]
Scores = npt.NDArray[np.float64]

_STATE = re.compile(r"\('(\w)',\s*'(\w+)'\)")
_TRAILING_COMMA = re.compile(r",\s*([\]}])")
_BRACKETS = str.maketrans("()'", '[]"')


def read_table(path: Path) -> Any:
    """A table of jieba's, `P={…}` of literals; a state `('B', 'nr')` becomes `'B nr'`, which sorts the same.

    Read as JSON: compiling these files as Python takes 1.2 s wherever no bytecode is cached, this 0.2 s.
    """
    literal = path.read_text(encoding="utf-8").partition("=")[2]
    return json.loads(_TRAILING_COMMA.sub(r"\1", _STATE.sub(r'"\1 \2"', literal).translate(_BRACKETS)))


class Model:
    """The model, read from jieba's folder `posseg`.

    A state is a place (B, M, E or S: begin, middle, end of a word, or a word of one character) and a tag. States are
    numbered from the greatest down, so that the first of equal scores is the one that jieba's `max` takes.
    """

    def __init__(self, folder: Path) -> None:
        names = ("prob_start", "prob_trans", "prob_emit", "char_state_tab")
        start, steps, self._emit, candidates = (read_table(folder / f"{name}.py") for name in names)
        self._states = sorted(start, reverse=True)
        number = {state: i for i, state in enumerate(self._states)}
        self._start: Scores = np.array([start[state] for state in self._states])
        self._steps: Scores = np.full((len(number), len(number)), -np.inf)
        for state, targets in steps.items():
            self._steps[number[state], [number[target] for target in targets]] = list(targets.values())
        self._all: States = np.arange(len(number))
        self._candidates = {char: sorted(number[state] for state in seen) for char, seen in candidates.items()}
        self._seen: dict[str, tuple[States, Scores]] = {}

    def cut(self, run: str) -> Iterator[tuple[str, str]]:
        """The words of a run with their tags."""
        begin = done = 0
        path = [self._states[i].split(" ") for i in self._path(run)]
        for i, (place, tag) in enumerate(path):
            if place == "B":
                begin = i
            elif place == "E":
                yield run[begin : i + 1], tag
                done = i + 1
            elif place == "S":
                yield run[i], tag
                done = i + 1
        if done < len(run):  # the best path may stop inside a word
            yield run[done:], path[done][1]

    def _path(self, run: str) -> list[int]:
        states, emitted = self._emitted(run[0])
        scores = self._start[states] + emitted
        steps = []
        for character in run[1:]:
            before = states
            states, scores, best = self._advance(before, scores, character)
            steps.append((states, before[best]))
        path = [int(states[scores.argmax()])]
        for reached, came_from in reversed(steps):
            path.append(int(came_from[np.searchsorted(reached, path[-1])]))
        return path[::-1]

    def _advance(self, before: States, scores: Scores, character: str) -> tuple[States, Scores, States]:
        """The states of the next character, their scores, and for each the row of `before` it came from best."""
        states, emitted = self._emitted(character)
        reached = self._reached(before, scores, states, emitted)
        if not np.isfinite(reached[1]).any():  # no step leads to a state the character was seen in: any state will do
            states, emitted = self._all, self._emissions(character, self._all)
            reached = self._reached(before, scores, states, emitted)
        best, top = reached
        possible = np.isfinite(top)
        return states[possible], top[possible], best[possible]

    def _reached(self, before: States, scores: Scores, states: States, emitted: Scores) -> tuple[States, Scores]:
        sums = scores[:, None] + self._steps[before[:, None], states] + emitted
        return sums.argmax(axis=0), sums.max(axis=0)

    def _emitted(self, character: str) -> tuple[States, Scores]:
        """The states a character was seen in (any, if never seen) and how probable it is in each."""
        if character not in self._candidates:
            return self._all, self._emissions(character, self._all)
        if character not in self._seen:  # 6,648 characters at most
            states = np.array(self._candidates[character])
            self._seen[character] = states, self._emissions(character, states)
        return self._seen[character]

    def _emissions(self, character: str, states: States) -> Scores:
        return np.array([self._emit[self._states[i]].get(character, NEVER) for i in states])

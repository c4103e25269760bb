"""The weights of the chain: the likelihood of the annotations, climbed in small batches.

Where a set leaves labels open, the likelihood is that of all label sequences that agree with it (Greenberg et al. 2018).
Steps are scaled by each weight's past (AdaGrad: Duchi, Hazan and Singer 2011); features are left out at random, so that none
is relied on alone (Srivastava et al. 2014); the weights of the last epochs are averaged.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.names.tagger.chain import Floats, pairs, sums
from analysis.names.tagger.labels import N_LABELS, follows
from analysis.names.training.examples import Example, Material, allowed


@dataclass(frozen=True, slots=True)
class Choices:
    """How to climb.

    Attributes
    ----------
    epochs : int
        Times that all examples are seen; the weights after the second half of them are averaged.
    rate : float
        The first steps, in nats.
    dropout : float
        The share of features left out.
    decay : float
        How strongly weights are drawn to 0, per letter.
    batch : int
        Letters in a batch.
    seed : int
    """

    epochs: int = 4
    rate: float = 0.3
    dropout: float = 0.4
    decay: float = 1e-6
    batch: int = 20_000
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Some examples, longest first, with their features numbered anew: `features[columns]` are the numbers in all."""

    features: npt.NDArray[np.int32]
    columns: npt.NDArray[np.int32]
    lengths: npt.NDArray[np.int64]
    place: npt.NDArray[np.int64]
    sequence: npt.NDArray[np.int64]
    may: npt.NDArray[np.bool_]


def batches(material: Material, examples: Sequence[Example], choices: Choices) -> list[Batch]:
    """All examples in random order, cut into batches."""
    sizes = np.diff(material.bounds)
    order = np.random.default_rng(choices.seed).permutation(len(examples))
    ends = np.cumsum(sizes[order]) // choices.batch
    groups = np.split(order, np.flatnonzero(np.diff(ends)) + 1)
    return [_batch(material, examples, group[np.argsort(-sizes[group], kind="stable")]) for group in groups]


def _batch(material: Material, examples: Sequence[Example], group: npt.NDArray[np.int64]) -> Batch:
    lengths = np.diff(material.bounds)[group]
    letters = np.concatenate([np.arange(material.bounds[i], material.bounds[i + 1]) for i in group])
    features, columns = np.unique(material.numbers[letters], return_inverse=True)
    return Batch(
        features.astype(np.int32),
        columns.reshape(len(letters), -1).astype(np.int32),
        lengths,
        np.concatenate([np.arange(n) for n in lengths]),
        np.repeat(np.arange(len(group)), lengths),
        np.concatenate([allowed(examples[i]) for i in group]),
    )


@dataclass(slots=True, eq=False)
class State:
    """Weights and the sums of their squared steps so far; row 0 is no feature and stays 0."""

    weights: Floats
    past: Floats
    links: Floats
    links_past: Floats


def fit(
    material: Material, examples: Sequence[Example], choices: Choices, told: Callable[[str], None] = lambda line: None
) -> tuple[Floats, Floats]:
    """The weights, shape (n_features, n_labels), and the links, shape (n_labels, n_labels)."""
    some = batches(material, examples, choices)
    shape, square = (len(material.keys), N_LABELS), (N_LABELS, N_LABELS)
    state = State(
        np.zeros(shape, np.float32),
        np.full(shape, 1e-2, np.float32),
        np.zeros(square, np.float32),
        np.ones(square, np.float32),
    )
    random = np.random.default_rng(choices.seed)
    weights, links, n = np.zeros(shape, np.float32), np.zeros(square, np.float32), 0
    for epoch in range(choices.epochs):
        loss = sum(_step(some[i], state, choices, random) for i in random.permutation(len(some)))
        told(f"epoch {epoch + 1}: {loss / len(material.numbers):.4f} nats a letter")
        if 2 * epoch >= choices.epochs - 1:
            weights, links, n = weights + state.weights, links + state.links, n + 1
    return weights / np.float32(n), links / np.float32(n)


def _step(batch: Batch, state: State, choices: Choices, random: np.random.Generator) -> float:
    """One step uphill; the loss before it, in nats."""
    here = state.weights[batch.features]
    kept = (random.random(batch.columns.size, np.float32) >= choices.dropout).astype(np.float32)
    table = _table(batch, kept / np.float32(1 - choices.dropout), len(here))
    block = np.zeros((int(batch.lengths[0]), N_LABELS, len(batch.lengths)), np.float32)
    may = np.ones_like(block)
    block[batch.place, :, batch.sequence] = table @ here
    may[batch.place, :, batch.sequence] = batch.may
    free, told = sums(block, batch.lengths, state.links), sums(block, batch.lengths, state.links, may)
    n = np.float32(len(batch.lengths))
    slope = table.T @ (told.marginals - free.marginals)[batch.place, :, batch.sequence]
    slope -= np.float32(choices.decay * len(batch.place)) * here
    past = state.past[batch.features] + slope * slope / n
    state.past[batch.features] = past
    state.weights[batch.features] = here + np.float32(choices.rate) * slope / np.sqrt(n * past)
    state.weights[0] = 0
    turn = (pairs(told, state.links) - pairs(free, state.links)) / np.sqrt(n)
    state.links_past += turn * turn
    state.links += np.where(follows(), np.float32(choices.rate) * turn / np.sqrt(state.links_past), 0).astype(
        np.float32
    )
    return float((free.log_total - told.log_total).sum())


def _table(batch: Batch, values: Floats, n: int) -> Any:
    """The features of each letter as a sparse table, with their values."""
    from scipy.sparse import csr_matrix

    width = batch.columns.shape[1]
    ends = np.arange(0, batch.columns.size + 1, width)
    return csr_matrix((values, batch.columns.ravel(), ends), shape=(len(batch.columns), n))

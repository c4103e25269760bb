"""From a fit to a file: the features that matter, as small integers."""

from collections.abc import Sequence

import numpy as np

from analysis.names.tagger.chain import Floats
from analysis.names.tagger.hashing import short
from analysis.names.tagger.knowledge import Knowledge
from analysis.names.tagger.labels import follows
from analysis.names.tagger.weights import Weights, quantised
from analysis.names.training.examples import Material

# A feature matters as its largest weight, and as this power of how often it occurs.
COMMON = 0.5


def compressed(
    material: Material, fitted: tuple[Floats, Floats], knowledge: Knowledge, styles: Sequence[str], n_features: int
) -> Weights:
    """The `n_features` features that matter most, with weights relative to those of O."""
    weights, links = fitted
    values = weights[:, 1:] - weights[:, :1]
    size = np.abs(values).max(axis=1) * material.counts.astype(np.float64) ** COMMON
    size[0] = 0
    kept = np.sort(np.argsort(-size, kind="stable")[:n_features])
    steps = quantised(values[kept])
    kept, steps = kept[steps.any(axis=1)], steps[steps.any(axis=1)]
    # of two features with the same short key the one that matters more
    order = np.lexsort((-size[kept], short(material.keys[kept])))
    kept, steps = kept[order], steps[order]
    keys, first = np.unique(short(material.keys[kept]), return_index=True)
    return Weights(
        keys,
        steps[first],
        np.where(follows(), links, 0).astype(np.float32),
        tuple(material.templates),
        tuple(styles),
        knowledge,
    )

"""How far chance goes: a bound for a binomial tail, and what counts as frequent."""

import math
from collections.abc import Iterable

FREQUENT = 0.95  # quantile


def tail_bound(count: int, n: int, rate: float) -> float:
    """An upper bound for the probability of at least `count` in `n` trials, each with probability `rate`.

    exp(-n KL(count / n || rate)); 1 where `count` is no more than expected.

    References
    ----------
    Chernoff, H. (1952). A measure of asymptotic efficiency for tests of a hypothesis based on the sum of observations.
    Annals of Mathematical Statistics 23(4), 493-507.

    >>> round(tail_bound(8, 8, 0.5), 6), tail_bound(4, 8, 0.5)
    (0.003906, 1.0)
    """
    share = count / n
    if share <= rate:
        return 1.0
    divergence = share * math.log(share / rate)
    if share < 1:
        divergence += (1 - share) * math.log((1 - share) / (1 - rate))
    return math.exp(-n * divergence)


def frequent(counts: Iterable[int], n_single: int = 0) -> int:
    """The 95th percentile of counts and `n_single` further ones; 1 if there are none.

    >>> frequent([7] * 6, n_single=94), frequent([])
    (7, 1)
    """
    ordered = sorted(counts)
    place = math.ceil(FREQUENT * (len(ordered) + n_single)) - 1 - n_single
    return ordered[place] if ordered and place >= 0 else 1

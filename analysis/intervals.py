"""Intervals of shares that were counted."""

import numpy as np
import numpy.typing as npt

Reals = npt.NDArray[np.float64]
Z95 = 1.959963984540054  # the 97.5 % point of the normal distribution: a two-sided 95 % interval


def wilson(count: npt.ArrayLike, total: npt.ArrayLike) -> tuple[Reals, Reals]:
    """Low and high ends of the 95 % interval of `count / total`; 0 and 1 where nothing was counted.

    It stays within 0 and 1, and holds for small counts, where the usual interval does not.

    Parameters
    ----------
    count, total : array_like of int, shape (n,) or ()

    Returns
    -------
    low, high : ndarray, shape (n,) or ()

    References
    ----------
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22(158), 209-212.

    Examples
    --------
    >>> low, high = wilson([5, 0], [10, 0])
    >>> low.round(3).tolist(), high.round(3).tolist()
    ([0.237, 0.0], [0.763, 1.0])
    """
    k, n = np.asarray(count, dtype=np.float64), np.asarray(total, dtype=np.float64)
    share = np.divide(k, n, out=np.full(n.shape, 0.5), where=n > 0)
    centre = (k + Z95**2 / 2) / (n + Z95**2)
    half = Z95 / (n + Z95**2) * np.sqrt(n * share * (1 - share) + Z95**2 / 4)
    # of nothing and of all the ends are 0 and 1, which the square root of a large count misses by a hair
    return np.where(k > 0, np.clip(centre - half, 0, 1), 0.0), np.where(k < n, np.clip(centre + half, 0, 1), 1.0)

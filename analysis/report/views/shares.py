"""Shares with their uncertainty."""

import numpy as np
import pandas as pd

Z95 = 1.959963984540054  # the 97.5 % point of the normal distribution: a two-sided 95 % interval


def wilson(count: pd.Series, total: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Low and high ends of the 95 % interval of `count / total`; 0 and 1 where nothing was counted.

    References
    ----------
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22(158), 209-212.

    >>> low, high = wilson(pd.Series([5]), pd.Series([10]))
    >>> round(float(low[0]), 3), round(float(high[0]), 3)
    (0.237, 0.763)
    """
    n = total.astype(float).replace(0.0, np.nan)
    centre = (count + Z95**2 / 2) / (n + Z95**2)
    half = Z95 / (n + Z95**2) * np.sqrt(count * (n - count) / n + Z95**2 / 4)
    return (centre - half).clip(lower=0.0).fillna(0.0), (centre + half).clip(upper=1.0).fillna(1.0)

"""Map a function over shards of work: in this process, or in several.

The only door to joblib. Results come in the order of the shards, so that 1 and 8 processes give the same bytes.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

SHARD = (
    256  # documents in one piece of work: under a second each, so that progress moves and a worker's start-up is repaid
)


def split(items: Sequence[Any], size: int = SHARD) -> list[Sequence[Any]]:
    """Pieces of `size` items, the last one shorter.

    >>> split([1, 2, 3, 4, 5], size=2)
    [[1, 2], [3, 4], [5]]
    """
    return [items[i : i + size] for i in range(0, len(items), size)]


def over(shards: Sequence[Any], work: Callable[[Any], Any], jobs: int = 1) -> Iterator[Any]:
    """`work` of each shard, in order. With `jobs` above 1 in that many processes; `work` must then be importable.

    >>> list(over([1, 2, 3], abs))
    [1, 2, 3]
    """
    if jobs <= 1 or len(shards) < 2:
        yield from map(work, shards)
        return
    from joblib import Parallel, delayed

    yield from Parallel(n_jobs=jobs, return_as="generator")(delayed(work)(shard) for shard in shards)

"""Who is compared with whom: every pair of every list, as numbers."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.orders.lists import LIST

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Comparisons:
    """The pairs of all lists, one entry a pair and list.

    `people` are sorted person_ids; `first` stands before `second`, unless `tied`; `document` numbers the documents, in the order of
    their ids: what is drawn at random is the same in any order of rows.
    """

    people: list[str]
    first: Ints
    second: Ints
    tied: npt.NDArray[np.bool_]
    document: Ints
    n_documents: int

    def among(self, members: Ints) -> "Comparisons":
        """The pairs between some of the people, given by their places in `people`, ascending."""
        place = np.full(len(self.people), -1, dtype=np.int64)
        place[members] = np.arange(len(members))
        kept = (place[self.first] >= 0) & (place[self.second] >= 0)
        return Comparisons(
            [self.people[member] for member in members],
            place[self.first[kept]],
            place[self.second[kept]],
            self.tied[kept],
            self.document[kept],
            self.n_documents,
        )

    def wins(self, times: Ints | None = None) -> Ints:
        """In how many lists the one stands before the other, shape (n_people, n_people); `times` each document counts."""
        n = len(self.people)
        told = ~self.tied
        weight = None if times is None else times[self.document[told]]
        counted = np.bincount(self.first[told] * n + self.second[told], weight, minlength=n * n)
        return np.rint(counted).astype(np.int64).reshape(n, n)


def comparisons_of(lists: pd.DataFrame) -> Comparisons:
    """The pairs in a table of `tables.ORDER_LISTS`; persons of different lists make none."""
    people, codes = np.unique(lists["person_id"].to_numpy(dtype=object).astype(str), return_inverse=True)
    documents, doc_ids = pd.factorize(lists["doc_id"], sort=True)
    number = lists.groupby(LIST, sort=False).ngroup().to_numpy()
    ranks = lists["rank"].to_numpy(dtype=np.int64)
    order = np.lexsort((ranks, number))
    codes, ranks, number, documents = codes[order], ranks[order], number[order], documents[order]
    sizes = np.bincount(number) if len(number) else np.zeros(0, dtype=np.int64)
    starts = np.cumsum(sizes) - sizes
    earlier, later = _pairs(starts, sizes)
    return Comparisons(
        people.tolist(),
        codes[earlier].astype(np.int64),
        codes[later].astype(np.int64),
        ranks[earlier] == ranks[later],
        documents[earlier].astype(np.int64),
        len(doc_ids),
    )


def _pairs(starts: Ints, sizes: Ints) -> tuple[Ints, Ints]:
    """The places of all pairs within each list; lists of one size are done together.

    >>> [places.tolist() for places in _pairs(np.array([0, 3]), np.array([3, 2]))]
    [[3, 0, 0, 1], [4, 1, 2, 2]]
    """
    earlier, later = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for size in np.unique(sizes):
        here = starts[sizes == size][:, None]
        i, j = np.triu_indices(int(size), k=1)
        earlier.append((here + i).ravel())
        later.append((here + j).ravel())
    return np.concatenate(earlier), np.concatenate(later)

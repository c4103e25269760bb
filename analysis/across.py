"""The tables of a study that follow persons from document to document."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

import pandas as pd

from analysis.careers import find_careers, find_gaps, find_homonyms, person_ids
from analysis.document import Corpus
from analysis.orders import consensus_order, order_lists, precedence
from analysis.orders.lists import most_listed
from analysis.settings import Settings

Result = TypeVar("Result")
LISTED = 300  # persons in the tables of pairs: with all persons of a party congress there would be millions of them


class AcrossDocuments(ABC):
    """What can be told of persons once their posts are known in every document: careers, silences, the order of lists."""

    settings: Settings

    @property
    @abstractmethod
    def officials(self) -> pd.DataFrame:
        """DataFrame of `tables.OFFICIALS`."""

    @property
    @abstractmethod
    def counted(self) -> Corpus:
        """The documents that the tables are made from."""

    @property
    @abstractmethod
    def reprints(self) -> pd.DataFrame:
        """DataFrame of `tables.REPRINTS`."""

    @abstractmethod
    def timed(self, stage: str, work: Callable[[], Result]) -> Result:
        """What `work` gives; its time is kept under `stage`."""

    @cached_property
    def identified(self) -> pd.DataFrame:
        """The officials, with the person that each row speaks of."""
        officials = self.officials
        return self.timed("careers", lambda: officials.assign(person_id=person_ids(officials, self.counted)))

    @cached_property
    def careers(self) -> pd.DataFrame:
        """DataFrame of `tables.CAREERS`: who held which post of which body, from when to when."""
        officials, reprints = self.identified, self.reprints
        return self.timed("careers", lambda: find_careers(officials, self.counted, reprints))

    @cached_property
    def homonyms(self) -> pd.DataFrame:
        """DataFrame of `tables.HOMONYMS`: names of several persons, and what tells them apart."""
        officials = self.officials
        return self.timed("careers", lambda: find_homonyms(officials, self.counted))

    @cached_property
    def order_lists(self) -> pd.DataFrame:
        """DataFrame of `tables.ORDER_LISTS`: the order in which persons are listed, reprints counted once."""
        officials, reprints = self.identified, self.reprints
        return self.timed("orders", lambda: order_lists(officials, self.counted, reprints))

    @cached_property
    def precedence(self) -> pd.DataFrame:
        """DataFrame of `tables.PRECEDENCE`, for the 300 persons who are listed most."""
        lists = most_listed(self.order_lists, LISTED)
        return self.timed("orders", lambda: precedence(lists))

    @cached_property
    def consensus_order(self) -> pd.DataFrame:
        """DataFrame of `tables.CONSENSUS_ORDER`, for the 300 persons who are listed most."""
        lists = most_listed(self.order_lists, LISTED)
        return self.timed("orders", lambda: consensus_order(lists, seed=self.settings.seed))

    @cached_property
    def gaps(self) -> pd.DataFrame:
        """DataFrame of `tables.GAPS`: silences that are long for the person."""
        officials = self.identified
        return self.timed("careers", lambda: find_gaps(officials, self.counted))

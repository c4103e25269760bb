"""The tables of a study that are made of its other tables: events, careers, the order of lists."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

import pandas as pd

from analysis.careers import find_careers, find_gaps, find_homonyms, person_ids
from analysis.document import Corpus
from analysis.officials.events import Events, find_events
from analysis.orders import consensus_order, order_lists, precedence
from analysis.orders.lists import most_listed
from analysis.settings import Settings

Result = TypeVar("Result")
LISTED = 300  # persons in the tables of pairs: with all persons of a party congress there would be millions of them


class DerivedTables(ABC):
    """What can be told once officials, names and days are known in every document; the heir gives these."""

    settings: Settings

    @property
    @abstractmethod
    def counted(self) -> Corpus:
        """The documents that the tables are made from."""

    @property
    @abstractmethod
    def officials(self) -> pd.DataFrame:
        """DataFrame of `tables.OFFICIALS`."""

    @property
    @abstractmethod
    def mentions(self) -> pd.DataFrame:
        """DataFrame of `tables.MENTIONS`."""

    @property
    @abstractmethod
    def dates(self) -> pd.DataFrame:
        """DataFrame of `tables.DATES`."""

    @property
    @abstractmethod
    def reprints(self) -> pd.DataFrame:
        """DataFrame of `tables.REPRINTS`."""

    @abstractmethod
    def timed(self, stage: str, work: Callable[[], Result]) -> Result:
        """What `work` gives; its time is kept under `stage`."""

    @cached_property
    def _events(self) -> Events:
        """One pass over what the other tables say."""
        told, chosen = (self.counted, self.officials, self.mentions, self.dates), self.settings
        return self.timed("events", lambda: find_events(*told, simplified=chosen.simplified, jobs=chosen.jobs))

    @property
    def events(self) -> pd.DataFrame:
        """DataFrame of `tables.EVENTS`: meetings, inspections, personnel acts, and when, where and by whom."""
        return self._events.events

    @property
    def participants(self) -> pd.DataFrame:
        """DataFrame of `tables.PARTICIPANTS`: who takes part in which event, in which role."""
        return self._events.participants

    @property
    def appointments(self) -> pd.DataFrame:
        """DataFrame of `tables.APPOINTMENTS`: who is appointed to what, or removed, by whom and when."""
        return self._events.appointments

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

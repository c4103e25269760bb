"""The tables of a study that tell what happens: events, who takes part, who is appointed."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

import pandas as pd

from analysis.document import Corpus
from analysis.officials.events import Events, find_events
from analysis.settings import Settings

Result = TypeVar("Result")


class Happenings(ABC):
    """What can be told of events once officials, names and days are known in every document."""

    settings: Settings

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
    def counted(self) -> Corpus:
        """The documents that the tables are made from."""

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

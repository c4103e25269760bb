"""When things happen: the expressions of time in a text, and the days they mean."""

from analysis.dates.find import Dated, dates_of, find_dates

__all__ = ["Dated", "dates_of", "find_dates"]
